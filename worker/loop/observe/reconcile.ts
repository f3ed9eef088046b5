import { MINUTE_MS } from '../../../shared/time.ts';
import { type LoopMessage, messageKey, nextPart } from '../ports/messages.ts';
import type { Ports } from '../ports/ports.ts';
import { keepOddRows } from './set-aside.ts';

/** Read again on every sweep: events may commit late at the vendor. Source: the ingest fault matrix (SWEEP). */
const OVERLAP_MS = 5 * MINUTE_MS;

/** Pages a run reads at most, so that a sweep ends within one invocation; the rest waits for the next. */
const PAGES_A_RUN = 5;

const CURSOR = 'export_cursor';
const SINCE = 'export_since';

/** Finds by the vendor's export what webhooks lost, and stores it in the inbox as if it had been told. */
export async function reconcile(
  ports: Ports,
  tenant: string,
  message: Extract<LoopMessage, { type: 'reconcile' }>,
): Promise<LoopMessage[]> {
  const helpdesk = await ports.helpdesk(tenant);
  let cursor = await ports.cursors.get(tenant, CURSOR);
  const since = Number((await ports.cursors.get(tenant, SINCE)) ?? message.at) - OVERLAP_MS;
  for (let page = 0; page < PAGES_A_RUN; page++) {
    const answer = await helpdesk.changedConversations(cursor, since);
    await keepOddRows(ports, tenant, helpdesk, message.at);
    const known = await ports.observations.knownUpTo(
      tenant,
      answer.changes.map((c) => c.conversationId),
    );
    const news = answer.changes.filter((c) => (known.get(c.conversationId) ?? -1) < c.at);
    await ports.inbox.add(
      tenant,
      news.map((c) => {
        const wake: LoopMessage = { type: 'observe', ...c };
        return { key: messageKey(wake), message: wake };
      }),
    );
    cursor = answer.cursor;
    if (cursor) await ports.cursors.set(tenant, CURSOR, cursor);
    if (answer.isEnd) return [];
  }
  return [nextPart(message)];
}
