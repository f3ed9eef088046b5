import type { Remark, SavedView } from '../../../../shared/console/review.ts';

/** A gap's decisions put out of sight until a moment. `until` is wall time, ms; `by` the name of who did it. */
export interface Snooze {
  until: number;
  by: string;
}

/** What the team keeps beside decisions: what is put off, what was remarked, and the ways they look at the queue. */
export interface ReviewDeskStore {
  /** Puts a gap's decisions off, or (null) back at once. */
  snooze(tenant: string, gapId: string, snooze: Snooze | null): Promise<void>;
  /** Every gap that is put off, also those whose time has come. */
  snoozed(tenant: string): Promise<Map<string, Snooze>>;
  remark(tenant: string, gapId: string, remark: Remark): Promise<void>;
  /** Oldest first. */
  remarks(tenant: string, gapId: string): Promise<Remark[]>;
  /** Keeps a view; one of the same id is replaced. */
  keepView(tenant: string, view: SavedView): Promise<void>;
  dropView(tenant: string, id: string): Promise<void>;
  /** By name. */
  views(tenant: string): Promise<SavedView[]>;
}
