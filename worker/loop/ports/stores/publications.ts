import type { Publication } from '../../../../shared/index.ts';
import type { TakenPlace } from '../../../core/publishing/deciding/caps.ts';
import type { AutomaticEnd } from '../../../core/publishing/earning/taken-back.ts';
import type { Activity } from './activity.ts';

export interface PublicationStore {
  get(tenant: string, id: string): Promise<Publication | null>;
  list(tenant: string): Promise<Publication[]>;
  /** The last `limit` of all tenants that nobody approved and that stood once or stand, latest first, and how they ended. */
  lastAutomatic(limit: number): Promise<AutomaticEnd[]>;
  /** Publications of these articles since `since` (event time), oldest first. */
  ofArticles(tenant: string, articleIds: string[], since: number): Promise<Publication[]>;
  /** Stores snapshot and intent in one batch, once by id; answers the row that stands. */
  intend(tenant: string, publication: Publication): Promise<Publication>;
  /** Changes a publication where it is in one of `from`, with an entry of the activity log. */
  move(
    tenant: string,
    id: string,
    from: Publication['state'][],
    change: Partial<Publication> & { state: Publication['state'] },
    activity: Activity,
  ): Promise<boolean>;
}

/** What a publication that nobody approved asks of the caps. `at` is event time, `wallNow` and `expiresAt` wall time, ms. */
export interface Wish extends TakenPlace {
  fixId: string;
  publicationId: string;
  wallNow: number;
  expiresAt: number;
  maxPerHour: number;
  maxPerDay: number;
}

/** Places under the caps. One counts until it expires, and as long as its publication stands (in any state but failed). */
export interface ReservationStore {
  /**
   * Takes a place where fewer than the caps allow were taken in the hour and day before, and none of these articles in the
   * day; in one statement, so that of many one gets the last. A fix that has one keeps it. `others` are those that count.
   */
  reserve(tenant: string, wish: Wish): Promise<{ isTaken: boolean; others: TakenPlace[] }>;
  /** Gives the place of a fix back where nothing was begun with it. */
  release(tenant: string, fixId: string): Promise<void>;
  /** How many places count since `since` (event time). */
  countSince(tenant: string, since: number, wallNow: number): Promise<number>;
}
