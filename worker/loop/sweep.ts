import { HOUR_MS } from '../../shared/time.ts';
import { purge } from './account/purge.ts';
import type { LoopMessage } from './ports/messages.ts';
import type { Ports } from './ports/ports.ts';

/** What ticks asked and was done is shown for so long, then it leaves: at 5,000 accounts it is 100,000 rows an hour. */
export const TICK_RETENTION_MS = 6 * HOUR_MS;

/** Such rows removed in one tick: more than twelve ticks an hour make at 10,000 accounts, and within a second. */
const TICK_ROWS_A_SWEEP = 30_000;

/**
 * Stores what a cron tick asks of every active tenant, and answers whom to wake: who has due rows (those just given some,
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
