import type { LoopMessage, Moment } from '../messages.ts';

/** One row of the inbox: a loop message with its attempts. */
export interface InboxRow {
  key: string;
  message: LoopMessage;
  attempts: number;
}

/** What failed for good. `message` is as it was stored: one that this version can't read is there too. */
export interface DeadLetter extends Omit<InboxRow, 'message'> {
  message: unknown;
  reason: string;
  at: number;
}

/** A row and what became of it. `at` is event time, `receivedAt` wall time, ms; `reason` says why it waits or failed. */
export interface RecentRow {
  key: string;
  type: string;
  at: number;
  state: 'new' | 'done' | 'dead';
  reason: string | null;
  receivedAt: number;
}

export interface InboxStore {
  /** Stores messages, each key once; answers how many were new. A webhook's own event id may serve as the key. */
  add(tenant: string, rows: { key: string; message: LoopMessage; notBefore?: number }[]): Promise<number>;
  /**
   * Stores messages for every active tenant at once, each key once a tenant: what a cron tick asks. A tenant that was asked
   * the same before and has not done it yet is not asked again; but for a digest, which is of its own day.
   */
  addForActive(messages: LoopMessage[]): Promise<void>;
  /** Removes up to `limit` rows of all tenants that ticks asked, done and received before `before` (wall). */
  forgetTicks(before: number, limit: number): Promise<void>;
  /**
   * Up to `limit` rows due: event time up to `upTo`, not before `wallNow`; in the order of `compareRows`. A row that can't
   * be read (of another version's kind, or malformed) becomes a dead letter and holds up nobody.
   */
  due(tenant: string, upTo: number, wallNow: number, limit: number): Promise<InboxRow[]>;
  /** Marks rows done and stores what they led to, in one batch. */
  settle(tenant: string, keys: string[], next: LoopMessage[]): Promise<void>;
  /** Counts an attempt before it is made: what ends the isolate leaves no other word. */
  begin(tenant: string, key: string): Promise<void>;
  /** Puts a row off until `notBefore` (wall) with the reason; `attempts` is how many count from now on. */
  defer(tenant: string, key: string, how: { notBefore: number; reason: string; attempts: number }): Promise<void>;
  /** Moves a row to the dead letters with what failed and why, after so many attempts, in one batch. */
  bury(tenant: string, key: string, reason: string, at: number, attempts: number): Promise<void>;
  /** Rows not done yet, and how many of them are due at `upTo`. */
  depth(tenant: string, upTo: number): Promise<{ waiting: number; due: number }>;
  /** When (wall) the first row due at `upTo` may be worked; null where none waits. */
  nextAttempt(tenant: string, upTo: number): Promise<number | null>;
  /** Active tenants that have due rows: what the sweep wakes. */
  tenantsWithDue(upTo: number, wallNow: number): Promise<string[]>;
  /** Whether a webhook's event was received at or after `since` (wall): when, and what the latest were of. */
  heard(tenant: string, since: number): Promise<{ at: number; moments: Moment[] } | null>;
  /** What failed for good, and why, oldest first. */
  deadLetters(tenant: string): Promise<DeadLetter[]>;
  /** The latest rows, whatever became of them, newest first. */
  recent(tenant: string, limit: number): Promise<RecentRow[]>;
  /** Puts a dead letter back to be worked; false where there is none of this key. */
  replay(tenant: string, key: string): Promise<boolean>;
}
