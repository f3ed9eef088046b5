import type { LoopMessage } from './messages.ts';
import type { Ports } from './ports.ts';
import { purge } from './purge.ts';

/**
 * Stores what a cron tick asks of every active tenant, and answers who has due rows: those just given some, and those
 * whose wake-up was lost. The tick's own time is the key, so a tick run twice is one. The number
 * of statements does not grow with that of the tenants. What disconnected accounts left goes first.
 */
export async function sweep(ports: Ports, messages: LoopMessage[]): Promise<string[]> {
  await purge(ports);
  await ports.inbox.addForActive(messages);
  return ports.inbox.tenantsWithDue(ports.eventClock.now(), ports.wallClock.now());
}
