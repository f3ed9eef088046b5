import { say } from '../../../shared/said/said.ts';
import { DAY_MS, WEEK_MS } from '../../../shared/time.ts';
import type { Ports } from '../ports/ports.ts';

type PurgePorts = Pick<Ports, 'dense' | 'retention' | 'tenants' | 'wallClock'>;

/**
 * How long a disconnected account's data waits for it to come back, then it goes. Own choice, well within the
 * month in which data-protection law wants an erasure done: long enough for a mistake to be noticed, short enough to be called gone.
 */
export const PURGE_AFTER_MS = WEEK_MS;

/** An account whose token has been refused for this long has left without saying so. Own choice: a month of refusals is no outage. */
export const ABANDONED_AFTER_MS = 30 * DAY_MS;

/** Rows of each table that go in one batch: far from D1's 30 seconds. */
const ROWS_A_BATCH = 2_000;

/** Batches of one tick, about thirty statements each, so that a sweep ends within one invocation. */
const BATCHES_A_TICK = 10;

/** Abandoned accounts let go in one tick, five statements each. */
const ABANDONED_A_TICK = 25;

/** Removes what disconnected accounts left, a bounded number of rows a tick; the next tick goes on. */
export async function purge(ports: PurgePorts): Promise<void> {
  const now = ports.wallClock.now();
  const reason = say('leave.abandoned');
  const abandoned = await ports.tenants.inStateSince('auth_required', now - ABANDONED_AFTER_MS);
  for (const tenant of abandoned.slice(0, ABANDONED_A_TICK)) await ports.tenants.setState(tenant, 'closing', reason);
  let left = BATCHES_A_TICK;
  for (const tenant of await ports.tenants.inStateSince('closing', now - PURGE_AFTER_MS)) {
    await forgetVectors(ports, tenant);
    while (left-- > 0) if ((await ports.retention.purge(tenant, now - PURGE_AFTER_MS, ROWS_A_BATCH)) === 0) break;
  }
}

/** The same to the end for one tenant, before its account is connected anew: what was to be gone is not found again. */
export async function purgeIfDue(ports: PurgePorts, tenant: string): Promise<void> {
  const before = ports.wallClock.now() - PURGE_AFTER_MS;
  if (!(await ports.tenants.inStateSince('closing', before)).includes(tenant)) return;
  await forgetVectors(ports, tenant);
  while ((await ports.retention.purge(tenant, before, ROWS_A_BATCH)) > 0);
}

/** An index outside of D1 is emptied before the rows go that say what it was given. */
async function forgetVectors({ dense }: PurgePorts, tenant: string): Promise<void> {
  const given = (await dense?.vectors.known(tenant)) ?? [];
  if (given.length > 0) await dense?.vectors.remove(tenant, given);
}
