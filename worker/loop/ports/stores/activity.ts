import type { Notice } from '../../../../shared/notice.ts';
import type { Said } from '../../../../shared/said/said.ts';

/** One thing the system or a person did, and why. Append-only. `notice` is what people are told of it, in the same batch. */
export interface Activity {
  notice?: Notice;
  at: number;
  actor: string;
  what: string;
  subject: string;
  reason: Said;
}

/** An entry with its place in the log. */
export type ActivityRow = Omit<Activity, 'notice'> & { id: number };

/** An entry as its row holds it, which is what is sealed. */
export type StoredActivity = Omit<ActivityRow, 'reason'> & { reason: string };

/** A point of the chain: `hash` covers everything up to entry `upTo`. */
export interface Seal {
  upTo: number;
  hash: string;
  at: number;
}

export interface ActivityStore {
  /** Up to `limit` entries after `afterId` as they are stored, oldest first. */
  after(tenant: string, afterId: number, limit: number): Promise<StoredActivity[]>;
  /** Up to `limit` entries before the entry `beforeId` (null: from the end), newest first. */
  before(tenant: string, beforeId: number | null, limit: number): Promise<ActivityRow[]>;
  /** All seals, oldest first. */
  seals(tenant: string): Promise<Seal[]>;
  /** Gives seals that stand another hash: after an erasure alone, which changes names in entries they cover. */
  reseal(tenant: string, seals: Pick<Seal, 'upTo' | 'hash'>[]): Promise<void>;
  /** Adds a seal, once by its place. */
  seal(tenant: string, seal: Seal): Promise<void>;
  add(tenant: string, activity: Activity): Promise<void>;
  list(tenant: string, limit: number): Promise<Activity[]>;
}
