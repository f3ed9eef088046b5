import { AuthLost, Invalid, NotFound, Permanent, RetryLater } from './errors.ts';
import { type LoopMessage, messageKey, messageRank } from './messages.ts';
import type { InboxRow, Ports } from './ports.ts';
import { runStep } from './steps.ts';

/** How long one holder may work a tenant before another may take over. Longer than any single step. */
const LEASE_MS = 120_000;

/** Rows read at a time, and worked at most in one wake-up: keeps an invocation under D1's 1,000 statements. */
const ROWS_A_READ = 20;
export const ROWS_A_WAKE = 40;

/** A bug is tried this often, each time later, before it becomes a dead letter. */
const MAX_ATTEMPTS = 5;
const RETRY_BASE_MS = 2_000;

export interface Worked {
  done: number;
  /** After how many ms due rows are left to be worked; null where none is. */
  againAfterMs: number | null;
  /** Whether somebody else holds the tenant's lease. */
  isBusy: boolean;
}

/**
 * Works one tenant's due rows in order of event time. What a step sets off is stored with its row's end in one batch
 * and runs before later conversations. A failure never loses a row: it is put off, or buried with its reason.
 */
export async function work(ports: Ports, tenant: string, holder: string): Promise<Worked> {
  const start = ports.wallClock.now();
  if (!(await ports.leases.acquire(tenant, holder, start, start + LEASE_MS)))
    return { done: 0, againAfterMs: null, isBusy: true };
  try {
    let done = 0;
    let rows: InboxRow[] = [];
    while (done < ROWS_A_WAKE && ports.wallClock.now() - start < LEASE_MS / 2) {
      if (rows.length === 0)
        rows = await ports.inbox.due(tenant, ports.eventClock.now(), ports.wallClock.now(), ROWS_A_READ);
      const row = rows.shift();
      if (!row) break;
      const twins = rows.filter((other) => isCovered(other.message, row.message));
      rows = rows.filter((other) => !twins.includes(other));
      const next = await attempt(
        ports,
        tenant,
        row,
        twins.map((t) => t.key),
      );
      rows = merge(rows, next);
      done += 1;
    }
    const next = await ports.inbox.nextAttempt(tenant, ports.eventClock.now());
    return { done, againAfterMs: next === null ? null : Math.max(0, next - ports.wallClock.now()), isBusy: false };
  } finally {
    await ports.leases.release(tenant, holder);
  }
}

/** Whether `row` says nothing that `first` doesn't: the same conversation, moment and time, told twice. */
function isCovered(other: LoopMessage, first: LoopMessage): boolean {
  return messageKey(other) === messageKey(first);
}

async function attempt(ports: Ports, tenant: string, row: InboxRow, twins: string[]): Promise<LoopMessage[]> {
  try {
    const next = await runStep(ports, tenant, row.message);
    await ports.inbox.settle(tenant, [row.key, ...twins], next);
    return next;
  } catch (error) {
    ports.memory.drop(tenant);
    await refuse(ports, tenant, row, error);
    return [];
  }
}

async function refuse(ports: Ports, tenant: string, row: InboxRow, error: unknown): Promise<void> {
  const now = ports.wallClock.now();
  const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  if (error instanceof RetryLater) return ports.inbox.defer(tenant, row.key, now + error.afterMs, reason);
  if (error instanceof AuthLost) {
    await ports.tenants.setState(tenant, 'auth_required', reason);
    return ports.inbox.defer(tenant, row.key, now, reason);
  }
  const isFinal = error instanceof Permanent || error instanceof Invalid || error instanceof NotFound;
  if (isFinal || row.attempts + 1 >= MAX_ATTEMPTS) return ports.inbox.bury(tenant, row.key, reason, now);
  return ports.inbox.defer(tenant, row.key, now + RETRY_BASE_MS * 2 ** row.attempts, reason);
}

/** What a step set off, put where the inbox would put it: by event time, rank and key. */
function merge(rows: InboxRow[], next: LoopMessage[]): InboxRow[] {
  const added = next.map((message) => ({ key: messageKey(message), message, attempts: 0 }));
  return [...rows, ...added.filter((a) => !rows.some((r) => r.key === a.key))].sort(
    (a, b) =>
      a.message.at - b.message.at || messageRank(a.message) - messageRank(b.message) || (a.key < b.key ? -1 : 1),
  );
}
