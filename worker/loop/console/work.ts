import type { Job, Work } from '../../../shared/console/overview.ts';
import { DAY_MS } from '../../../shared/time.ts';
import { progressOf } from '../account/progress.ts';
import type { Ports } from '../ports/ports.ts';

/** What a resync leads to, by the beginning of their keys. */
const READING = new Set(['refresh', 'reconcile']);
/** Rows looked at for work that is under way. */
const RECENT_ROWS = 200;
/** A bulk rollback that ended longer ago is history. */
const SHOWN_MS = DAY_MS;

/** What is under way for a tenant, read from what is stored: a reload shows the same. */
export async function readWork(
  ports: Pick<Ports, 'cursors' | 'eventClock' | 'inbox' | 'publications' | 'tenants'>,
  tenant: string,
): Promise<Work> {
  const progress = await progressOf(ports, tenant);
  const jobs = [
    backfillJob(progress.backfill, (await ports.tenants.policy(tenant)).backfillDays),
    await readingJob(ports, tenant),
    await rollbackJob(ports, tenant),
  ].filter((job) => job !== null);
  return { waiting: progress.waiting, deadLetters: progress.deadLetters, jobs };
}

interface Standing {
  since?: number;
  done: number;
  readTo: number | null;
  isDone: boolean;
}

function backfillJob(standing: Standing | null, days: number): Job | null {
  if (!standing) return null;
  const { done, readTo, isDone, since } = standing;
  const span = days * DAY_MS;
  const share = isDone ? 1 : readTo === null || since === undefined ? null : 1 - (readTo - since) / span;
  return {
    kind: 'backfill',
    isDone,
    done,
    of: null,
    share: share === null ? null : Math.min(1, Math.max(0, share)),
    readTo,
    failed: 0,
    startedAt: since === undefined ? null : since + span,
  };
}

async function readingJob(ports: Pick<Ports, 'inbox'>, tenant: string): Promise<Job | null> {
  const rows = (await ports.inbox.recent(tenant, RECENT_ROWS)).filter((row) => READING.has(row.type));
  const waiting = rows.filter((row) => row.state === 'new');
  if (waiting.length === 0) return null;
  return {
    kind: 'reading',
    isDone: false,
    done: rows.length - waiting.length,
    of: null,
    share: null,
    readTo: null,
    failed: rows.filter((row) => row.state === 'dead').length,
    startedAt: Math.min(...waiting.map((row) => row.receivedAt)),
  };
}

/** Publications that are being taken back, or were within a day: as one piece of work. */
async function rollbackJob(ports: Pick<Ports, 'eventClock' | 'publications'>, tenant: string): Promise<Job | null> {
  const now = ports.eventClock.now();
  const reversals = (await ports.publications.list(tenant)).filter((p) => p.reverts !== null && now - p.at <= SHOWN_MS);
  if (reversals.length === 0) return null;
  const under = reversals.filter((p) => p.state === 'intent' || p.state === 'sent').length;
  const failed = reversals.filter((p) => p.state === 'superseded' || p.state === 'failed').length;
  const done = reversals.length - under;
  return {
    kind: 'rollback',
    isDone: under === 0,
    done,
    of: reversals.length,
    share: done / reversals.length,
    readTo: null,
    failed,
    startedAt: Math.min(...reversals.map((p) => p.at)),
  };
}
