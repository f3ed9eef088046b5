import type { LoopMessage } from './messages.ts';
import type { Ports } from './ports.ts';

/**
 * Stores what a cron tick asks of every active tenant, and answers who has due rows: those just given some, and those
 * whose wake-up was lost. The tick's own time is the key, so a tick run twice is one. Two statements, whatever the number
 * of tenants.
 */
export async function sweep(ports: Ports, messages: LoopMessage[]): Promise<string[]> {
  await ports.inbox.addForActive(messages);
  return ports.inbox.tenantsWithDue(ports.eventClock.now(), ports.wallClock.now());
}
