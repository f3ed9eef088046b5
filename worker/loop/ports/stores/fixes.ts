import type { FixState, GapState, StoredFix } from '../../../../shared/index.ts';
import type { PastFix } from '../../../../shared/measure/outcome.ts';
import type { LoopMessage } from '../messages.ts';
import type { Activity } from './activity.ts';

export interface FixStore {
  get(tenant: string, id: string): Promise<StoredFix | null>;
  /** Those of these ids that stand, oldest first. */
  byIds(tenant: string, ids: string[]): Promise<StoredFix[]>;
  ofGap(tenant: string, gapId: string): Promise<StoredFix[]>;
  /** Fixes of these gaps in these states, oldest first. */
  ofGaps(tenant: string, gapIds: string[], states: FixState[]): Promise<StoredFix[]>;
  list(tenant: string, states: FixState[]): Promise<StoredFix[]>;
  /** Fixes in these states that change any of these articles, their own or one of the same fact, oldest first. */
  onArticles(tenant: string, articleIds: string[], states: FixState[]): Promise<StoredFix[]>;
  /** Stores a new fix, once by id. */
  add(tenant: string, fix: StoredFix): Promise<void>;
  /**
   * Changes a fix where it is in one of `from`, with the gap's state, an entry of the activity log, the fix that takes its
   * place and the messages it leads to, in one batch; false, changing nothing, where it is in another state.
   */
  move(tenant: string, id: string, from: FixState[], move: FixMove): Promise<boolean>;
  /** Every decided fix, oldest first, with its end: what confidence is earned from. */
  history(tenant: string): Promise<PastFix[]>;
}

/** One change of a fix and all that goes with it. */
export interface FixMove {
  change: Partial<StoredFix> & { state: FixState };
  activity: Activity;
  gap?: { id: string; state: GapState };
  adds?: StoredFix;
  next?: LoopMessage[];
  /** What it must still say: where it was put on another text since, nothing is changed. */
  still?: { patchHash: string; baseHash: string | null };
  /** Wall time before which `next` is not worked: until then it can be withdrawn. */
  holdUntil?: number;
  /** Takes back a message that is still held at `now` (wall); where there is none such, nothing is changed. */
  withdraws?: { keyPrefix: string; now: number; eventNow: number };
}

/** How long one decision took a person, from opening to deciding, ms; `at` is wall time. */
export interface ReviewTime {
  fixId: string;
  verdict: 'approve' | 'edit' | 'reject';
  tookMs: number;
  at: number;
}

export interface ReviewTimeStore {
  add(tenant: string, times: ReviewTime[]): Promise<void>;
  /** Those taken at or after `at`, latest first, at most `limit`. */
  since(tenant: string, at: number, limit: number): Promise<ReviewTime[]>;
}
