import type { TenantState } from '../tenant.ts';
import type { Pace } from './review.ts';

/** What a lead wants to know in the morning. Counts of the last seven days are in event time. */
export interface Overview {
  now: number;
  tenantState: TenantState;
  /** Publishing is stopped for the account, or for everyone. */
  isStopped: boolean;
  review: {
    waiting: number;
    escalated: number;
    pace: Pace;
    best: { fixId: string; title: string; prevented: number } | null;
  };
  gaps: { open: number; newThisWeek: number; mine: number };
  published: { thisWeek: number; awaitingProof: number };
  healed: { thisWeek: number; all: number };
  /** Open gaps by what they are: no article at all, and articles that are wrong, incomplete or contradicted. */
  found: { missing: number; wrong: number };
  conversations: { thisWeek: number };
  work: Work;
}

/** Long work, as it stands; read again at any time, so a reload shows the same. */
export interface Work {
  /** Rows that wait for the tenant, and those that failed for good. */
  waiting: number;
  deadLetters: number;
  jobs: Job[];
}

/** `backfill`: reading the past. `reading`: articles and conversations are read again. `rollback`: publications taken back. */
export const JOB_KINDS = ['backfill', 'reading', 'rollback'] as const;
export type JobKind = (typeof JOB_KINDS)[number];

/** `share` is 0 to 1, null where the end is not known. `readTo` is event time in ms. */
export interface Job {
  kind: JobKind;
  isDone: boolean;
  done: number;
  of: number | null;
  share: number | null;
  readTo: number | null;
  /** Parts that could not be done. */
  failed: number;
  startedAt: number | null;
}
