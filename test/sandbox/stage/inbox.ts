import type { InboxLink } from '../inbox/contract.ts';
import { createInboxServer } from '../inbox/server.ts';
import { createInboxStage } from '../inbox/stage.ts';
import { SANDBOX_CLIENT } from '../intercom/driver.ts';
import type { SeedConversation } from '../seed/index.ts';
import type { Stage } from './stage.ts';

/** What is asked at Intercom: one article that went stale, one defect, and ordinary questions between them. */
const STORIES = ['stale_import', 'clock_out_crash'];
const ORDINARY_EVERY = 6;

/** The same company at Intercom, as a second tenant of the same worker, in the same event time; served on `port` where given. */
export async function createInbox(stage: Stage, port?: number) {
  let ordinary = 0;
  const takesPlace = ({ story }: SeedConversation) =>
    STORIES.includes(story) || (story === 'covered' && ordinary++ % ORDINARY_EVERY === 0);
  const inbox = await createInboxStage(takesPlace, { mend: stage.mend });
  await stage.moveTo(stage.now());
  const links: InboxLink[] = [];
  const server = createInboxServer({
    intercom: inbox.intercom,
    appUrl: `${stage.mend.url}/canvas`,
    clientSecret: SANDBOX_CLIENT.secret,
    onChanged: () => inbox.settle(),
    links,
  });
  const url = await server.listen(port);
  let next = 0;
  return {
    url,
    /** Shown at the page; may be added to. */
    links,
    /** Plays what happened up to this event time; what came of it is worked when it returns. */
    async playUpTo(at: number): Promise<void> {
      const first = next;
      for (let act = inbox.acts[next]; act && act.at <= at; act = inbox.acts[++next]) act.play();
      if (next === first) return;
      await inbox.moveTo(at);
      await inbox.settle();
    },
    async close(): Promise<void> {
      await server.close();
      await inbox.close();
    },
  };
}
