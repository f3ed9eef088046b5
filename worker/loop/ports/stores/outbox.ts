import type { DeliveryState, Notice, NoticeKind, NoticeRow, OutgoingWebhook } from '../../../../shared/notice.ts';

/** What people are told, stored in the batch of what it tells of (`Activity.notice`), and how far it is on its way. */
export interface OutboxStore {
  /** Stores a notice of its own, once by key, with the message that sends it; answers whether it was new. */
  add(tenant: string, notice: Notice): Promise<boolean>;
  /**
   * The same notice for every tenant that is connected or waits to be connected again, in one statement; for those that publish automatically alone where `whom` says
   * so. `tenant` is the deployment's own key.
   */
  addForAll(tenant: string, notice: Notice, whom?: 'all' | 'automatic'): Promise<void>;
  /** Tenants that wait to be connected again (`auth_required`) and have notices to be sent at `wallNow`. */
  stoppedWithDue(wallNow: number): Promise<string[]>;
  get(tenant: string, key: string): Promise<NoticeRow | null>;
  /** Not dismissed, newest first, before the row `beforeId` where one is given. */
  list(tenant: string, limit: number, beforeId: number | null): Promise<NoticeRow[]>;
  /** How many are neither read nor dismissed. */
  countUnread(tenant: string): Promise<number>;
  /** Marks notices read or dismissed; answers how many there were. An empty list marks none. */
  mark(tenant: string, keys: string[], as: 'read' | 'dismissed', at: number): Promise<number>;
  /** What waits to be sent at `wallNow`, oldest first. A row that was being sent is due when its `nextAt` has passed. */
  due(tenant: string, wallNow: number, limit: number): Promise<NoticeRow[]>;
  /** When (wall) the next waiting one may be sent; null where none waits. */
  nextAttempt(tenant: string): Promise<number | null>;
  /** What was parked, newest first. */
  parked(tenant: string, limit: number): Promise<NoticeRow[]>;
  /** Changes how far a notice is, where it is in one of `from`; false, changing nothing, where it is not. */
  setDelivery(tenant: string, key: string, from: DeliveryState[], to: NoticeRow['delivery']): Promise<boolean>;
  /** How many of each kind were told from `from` to before `to` (event time). */
  countKinds(tenant: string, from: number, to: number): Promise<Partial<Record<NoticeKind, number>>>;
  /** Removes notices told before `before` (event time). */
  forget(tenant: string, before: number): Promise<void>;
}

/** What is sent: `id` stays the same when it is sent again; `at` is wall time in ms; `body` is JSON. */
export interface Letter {
  id: string;
  at: number;
  body: string;
}

/** Sends notices to the tenant's own webhook. */
export interface Courier {
  hasWebhook(tenant: string): Promise<boolean>;
  /** The webhook without its secrets, or null. */
  webhook(tenant: string): Promise<OutgoingWebhook | null>;
  /** Sets where notices are sent and makes its secret, which is answered this once. Invalid for an address that is not public. */
  setWebhook(tenant: string, url: string): Promise<{ webhook: OutgoingWebhook; secret: string }>;
  /** Makes a new secret; the one before signs too for a day. NotFound where there is no webhook. */
  rotateSecret(tenant: string): Promise<{ webhook: OutgoingWebhook; secret: string }>;
  removeWebhook(tenant: string): Promise<void>;
  /** Sends once and answers when it was taken (2xx). Throws RetryLater where it may be later, Permanent where never. */
  deliver(tenant: string, letter: Letter): Promise<void>;
}
