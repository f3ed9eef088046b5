import type { LoopMessage } from './ports/messages.ts';
import type { Ports } from './ports/ports.ts';

/** What an accepted event came to: stored now, or known already. Both are answered alike. */
export type Ingested = { isNew: boolean };

/** Stores one verified event under its own key before anybody is told that it arrived. Twice is once. */
export async function ingest(
  ports: Pick<Ports, 'inbox'>,
  tenant: string,
  key: string,
  message: LoopMessage,
): Promise<Ingested> {
  const added = await ports.inbox.add(tenant, [{ key: `event:${key}`, message }]);
  return { isNew: added > 0 };
}
