import { asWritten } from '../../shared/said/said.ts';
import { authLostNotice } from '../core/notice/notice.ts';
import { holdLease } from './lease.ts';
import { AuthLost, errorWords, Invalid, NotFound, Permanent, RetryLater } from './ports/errors.ts';
import { compareRows, type LoopMessage, messageKey } from './ports/messages.ts';
import type { Ports } from './ports/ports.ts';
import type { InboxRow } from './ports/stores/inbox.ts';
import { runStep, statementsOf } from './steps.ts';

/** A wake-up ends after this long at the latest; the rest waits for the next. Source: the queue's 15 minutes, by far. */
const WAKE_MS = 60_000;

/** Rows read at a time, and worked at most in one wake-up. */
const ROWS_A_READ = 20;
export const ROWS_A_WAKE = 40;

/** D1 statements that one invocation plans for, whatever the number of its tenants: D1 allows it 1,000, the rest is for ends. */
export const STATEMENTS_AN_INVOCATION = 850;

/** A bug is tried this often, each time later, before it becomes a dead letter. */
const MAX_ATTEMPTS = 5;
const RETRY_BASE_MS = 2_000;
const NO_WORD = `it ended the worker ${MAX_ATTEMPTS} times without a word`;

export interface Worked {
  done: number;
  /** D1 statements its steps may have needed: what an invocation that works several tenants counts down. */
  statements: number;
  /** After how many ms due rows are left to be worked; null where none is. */
  againAfterMs: number | null;
  /** Whether somebody else holds the tenant's lease. */
  isBusy: boolean;
  /** Whether the helpdesk refused the token: nothing more is worked until it is connected again. */
  isStopped: boolean;
}

/**
 * Works one tenant's due rows in order of event time. What a step sets off is stored with its row's end in one batch
 * and runs before later conversations. A failure never loses a row: the row is put off, or buried with the reason. Where
 * the helpdesk asks for a pause or refuses our token, the later rows wait as well, so that their order stays. A tenant that
 * stops being active meanwhile gets no further row. At most `statements` D1 statements are planned for, but one row always.
 */
export async function work(
  ports: Ports,
  tenant: string,
  wakeUp: string,
  statements: number = STATEMENTS_AN_INVOCATION,
): Promise<Worked> {
  const lease = await holdLease(ports, tenant, `${wakeUp}/${crypto.randomUUID()}`);
  if (!lease) return { done: 0, statements: 0, againAfterMs: null, isBusy: true, isStopped: false };
  const start = ports.wallClock.now();
  let [done, left] = [0, statements];
  let pauseMs: number | null = 0;
  let rows: InboxRow[] = [];
  let isAllRead = false;
  try {
    while (done < ROWS_A_WAKE && ports.wallClock.now() - start < WAKE_MS && lease.isHeld()) {
      if (rows.length === 0) {
        if (isAllRead) break;
        rows = await ports.inbox.due(tenant, ports.eventClock.now(), ports.wallClock.now(), ROWS_A_READ);
        isAllRead = rows.length < ROWS_A_READ;
      }
      const isActive = (await ports.tenants.find(tenant))?.state === 'active';
      if (!isActive)
        return { done, statements: statements - left, againAfterMs: null, isBusy: false, isStopped: false };
      const row = rows.shift();
      if (!row || (done > 0 && statementsOf(row.message) > left)) break;
      const twins = rows.filter((other) => isCovered(other.message, row.message));
      rows = rows.filter((other) => !twins.includes(other));
      const keys = twins.map((twin) => twin.key);
      const ended = done === 0 ? await attemptFirst(ports, tenant, row, keys) : await attempt(ports, tenant, row, keys);
      left -= statementsOf(row.message);
      done += 1;
      if (ended.isStopped)
        return { done, statements: statements - left, againAfterMs: null, isBusy: false, isStopped: true };
      pauseMs = ended.pauseMs;
      if (pauseMs > 0) break;
      rows = merge(rows, ended.next, isAllRead, ports.eventClock.now());
    }
    const next = await ports.inbox.nextAttempt(tenant, ports.eventClock.now());
    const againAfterMs = next === null ? null : Math.max(pauseMs, next - ports.wallClock.now(), 0);
    return { done, statements: statements - left, againAfterMs, isBusy: false, isStopped: false };
  } finally {
    await lease.release();
  }
}

/** Whether `row` says nothing that `first` doesn't: the same conversation, moment and time, told twice. */
function isCovered(other: LoopMessage, first: LoopMessage): boolean {
  return messageKey(other) === messageKey(first);
}

/** How a row's attempt ended: what it set off; how long the vendor wants a pause; whether the tenant is stopped. */
interface Ended {
  next: LoopMessage[];
  pauseMs: number;
  isStopped: boolean;
}

/**
 * The first row of a wake-up is counted before it is worked: what ended the isolate the last time stands first again, and
 * after five times it is buried instead. Counting every row would cost a round trip each.
 */
async function attemptFirst(ports: Ports, tenant: string, row: InboxRow, twins: string[]): Promise<Ended> {
  if (row.attempts >= MAX_ATTEMPTS) {
    await ports.inbox.bury(tenant, row.key, NO_WORD, ports.wallClock.now(), row.attempts);
    return { next: [], pauseMs: 0, isStopped: false };
  }
  await ports.inbox.begin(tenant, row.key);
  return attempt(ports, tenant, row, twins);
}

async function attempt(ports: Ports, tenant: string, row: InboxRow, twins: string[]): Promise<Ended> {
  try {
    const next = await runStep(ports, tenant, row.message);
    await ports.inbox.settle(tenant, [row.key, ...twins], next);
    return { next, pauseMs: 0, isStopped: false };
  } catch (error) {
    if (!isModelsPause(error)) ports.memory.drop(tenant);
    await refuse(ports, tenant, row, error);
    return {
      next: [],
      pauseMs: error instanceof RetryLater && !isModelsPause(error) ? error.afterMs : 0,
      isStopped: error instanceof AuthLost,
    };
  }
}

/** Whether this row alone waits: nothing that was learned is in doubt, and no other row needs the pause. */
function isModelsPause(error: unknown): boolean {
  return error instanceof RetryLater && error.waits === 'row';
}

async function refuse(
  ports: Pick<Ports, 'eventClock' | 'inbox' | 'tenants' | 'wallClock'>,
  tenant: string,
  row: InboxRow,
  error: unknown,
): Promise<void> {
  const now = ports.wallClock.now();
  const reason = errorWords(error);
  if (error instanceof RetryLater)
    return ports.inbox.defer(tenant, row.key, { notBefore: now + error.afterMs, reason, attempts: row.attempts });
  if (error instanceof AuthLost) {
    await ports.tenants.setState(tenant, 'auth_required', asWritten(reason), {
      notice: authLostNotice(ports.eventClock.now()),
    });
    return ports.inbox.defer(tenant, row.key, { notBefore: now, reason, attempts: row.attempts });
  }
  const isFinal = error instanceof Permanent || error instanceof Invalid || error instanceof NotFound;
  const attempts = row.attempts + 1;
  if (isFinal || attempts >= MAX_ATTEMPTS) return ports.inbox.bury(tenant, row.key, reason, now, attempts);
  const notBefore = now + RETRY_BASE_MS * 2 ** row.attempts;
  return ports.inbox.defer(tenant, row.key, { notBefore, reason, attempts });
}

/**
 * What a step set off, put where the inbox would put it: by event time, rank and key. Where more rows are stored than
 * were read, what sorts behind the last one read is left to the next reading: rows not read yet may come before it. What is
 * put off to a later event time waits in the inbox for it.
 */
function merge(rows: InboxRow[], next: LoopMessage[], isAllRead: boolean, now: number): InboxRow[] {
  const last = rows.at(-1);
  const added = next
    .filter(({ at }) => at <= now)
    .map((message) => ({ key: messageKey(message), message, attempts: 0 }))
    .filter((a) => !rows.some((r) => r.key === a.key))
    .filter((a) => isAllRead || (last && compareRows(a, last) < 0));
  return [...rows, ...added].sort(compareRows);
}
