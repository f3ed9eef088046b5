import { type LoopMessage, messageKey } from './messages.ts';
import type { Ports } from './ports.ts';

/**
 * Stores what a cron tick asks of every active tenant, and answers who has due rows: those just given some, and those
 * whose wake-up was lost. The tick's own time is the key, so a tick run twice is one.
 */
export async function sweep(ports: Ports, messages: LoopMessage[]): Promise<string[]> {
  for (const tenant of await ports.tenants.list('active'))
    await ports.inbox.add(
      tenant.id,
      messages.map((message) => ({ key: messageKey(message), message })),
    );
  return ports.inbox.tenantsWithDue(ports.eventClock.now(), ports.wallClock.now());
}
