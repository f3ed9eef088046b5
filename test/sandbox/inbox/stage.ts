import { SUBSCRIPTIONS } from '../../../worker/intercom/webhooks/events.ts';
import { NO_LIMITS } from '../intercom/access/rate-limit.ts';
import { TOPICS } from '../intercom/conversations/topics.ts';
import { createIntercom, type Intercom, SANDBOX_CLIENT } from '../intercom/driver.ts';
import { type Mend, startMend } from '../mend/mend.ts';
import { conversations, product, type SeedConversation } from '../seed/index.ts';
import { type Act, actsOf, seedWorkspace, type Workspace } from './seed.ts';

/** A workspace with its product, the real worker connected to it, and what is going to happen. */
export interface InboxStage {
  intercom: Intercom;
  workspace: Workspace;
  mend: Mend;
  tenant: string;
  acts: Act[];
  /** Event time. */
  now(): number;
  /** Moves event time forward in the workspace and in the worker. */
  moveTo(at: number): Promise<void>;
  /** Plays everything, so many acts at a time, the worker idle after each lot. */
  playAll(): Promise<void>;
  /** Delivers the webhooks that wait, and lets the worker come to rest. */
  settle(): Promise<void>;
  close(): Promise<void>;
}

/** Acts played before the worker is let come to rest. */
const LOT = 24;

/** Sets the stage: articles stand, the worker knows them, and nobody has written yet. */
export async function createInboxStage(
  isWanted: (conversation: SeedConversation) => boolean = () => true,
  options: { openapi?: string | undefined; onLog?: (line: string) => void; mend?: Mend } = {},
): Promise<InboxStage> {
  const chosen = conversations.filter(isWanted);
  let now = Date.parse(chosen[0]?.at ?? '') - 1;
  const intercom = createIntercom({
    clock: { now: () => new Date(now) },
    seed: product.name,
    limits: NO_LIMITS,
    workspace: { id: 'shiftloom', name: product.name },
    openapi: options.openapi,
  });
  const workspace = seedWorkspace(intercom, now);
  const { url: baseUrl } = await intercom.listen();
  const vars = { INTERCOM_CLIENT_SECRET: SANDBOX_CLIENT.secret };
  const mend = options.mend ?? (await startMend({ vars, ...(options.onLog ? { onLog: options.onLog } : {}) }));
  const topics = TOPICS.filter((topic) => SUBSCRIPTIONS.includes(topic));
  intercom.webhooks.subscribe({ endpoint: `${mend.url}/webhooks/intercom`, topics });
  await mend.setClock(now);
  const body = { baseUrl, token: intercom.issueToken().accessToken, policy: {} };
  const { tenant } = await mend.api<{ tenant: string }>('/tenants/intercom', { method: 'POST', body });
  await mend.untilIdle(tenant);
  const acts = actsOf(chosen, intercom, workspace);
  const stage: InboxStage = {
    intercom,
    workspace,
    mend,
    tenant,
    acts,
    now: () => now,
    async moveTo(at) {
      now = Math.max(now, at);
      await mend.setClock(now);
    },
    async settle() {
      await intercom.flushWebhooks();
      await mend.setClock(now);
      await mend.untilIdle(tenant);
    },
    async playAll() {
      for (let i = 0; i < acts.length; i += LOT) {
        const lot = acts.slice(i, i + LOT);
        for (const act of lot) act.play();
        now = Math.max(now, lot.at(-1)?.at ?? now);
        await stage.settle();
      }
    },
    async close() {
      if (!options.mend) await mend.dispose();
      await intercom.close();
    },
  };
  return stage;
}
