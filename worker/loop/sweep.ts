import { HOUR_MS } from '../../shared/time.ts';
import { purge } from './account/purge.ts';
import type { LoopMessage } from './ports/messages.ts';
import type { Ports } from './ports/ports.ts';

/** Finished rows of ticks are shown for so long, then deleted: 5,000 accounts make 100,000 of them an hour. */
export const TICK_RETENTION_MS = 6 * HOUR_MS;

/** Finished rows deleted in one tick, within a second: more than twelve ticks an hour add at 10,000 accounts. */
const TICK_ROWS_A_SWEEP = 30_000;

/**
 * Stores the messages of a cron tick for every active tenant, and answers the tenants to wake: those with due rows (just given some,
 * and those whose wake-up was lost), and accounts that wait to be connected again whose people have not been told yet. The
 * tick's own time is the key, so a tick run twice is one. The number of statements does not grow with that of the tenants.
 */
export async function sweep(
  ports: Pick<Ports, 'eventClock' | 'inbox' | 'outbox' | 'wallClock'>,
  messages: LoopMessage[],
): Promise<string[]> {
  const [eventNow, wallNow] = [ports.eventClock.now(), ports.wallClock.now()];
  await ports.inbox.addForActive(messages);
  await ports.inbox.forgetTicks(wallNow - TICK_RETENTION_MS, TICK_ROWS_A_SWEEP);
  const due = await ports.inbox.tenantsWithDue(eventNow, wallNow);
  return [...due, ...(await ports.outbox.stoppedWithDue(wallNow))];
}

/** A whole tick: tenants are woken first, so that what disconnected accounts left never stands in their way. */
export async function tick(
  ports: Pick<Ports, 'eventClock' | 'inbox' | 'outbox' | 'retention' | 'tenants' | 'wallClock'>,
  wakeAll: (tenants: string[]) => Promise<void>,
  messages: LoopMessage[],
): Promise<void> {
  await wakeAll(await sweep(ports, messages));
  await purge(ports);
}
