import type { Article } from '../../../../shared/article.ts';
import type { Learned, Solved } from '../../../core/learning/learned.ts';

/** One entry of the log that learned state is folded from. `seq` counts from 1 a tenant, without holes. */
export type LogEntry = { seq: number; language: string } & (
  | { kind: 'solved'; solved: Solved }
  | { kind: 'withdrawn'; conversationId: string }
  | { kind: 'erased' }
  | { kind: 'article'; article: Article }
  | { kind: 'article_gone'; articleId: string }
  | { kind: 'settled'; findingKey: string; outcome: 'published' | 'rejected' | 'dismissed' }
  | { kind: 'told'; articleId: string; line: number; isRight: boolean; person: number }
  | { kind: 'helped'; articleId: string; asked: number[]; ref: number }
);

/** The log and the snapshots that learned state is folded from: storage alone, the fold is core's. */
export interface LearningLog {
  /** The number of the last entry; 0 where there is none. */
  head(tenant: string): Promise<number>;
  /** Up to `limit` entries of one language after `seq`, in order. */
  entries(tenant: string, language: string, afterSeq: number, limit: number): Promise<LogEntry[]>;
  /** Appends entries numbered from head + 1; throws, storing nothing, where another writer was faster. */
  append(tenant: string, entries: LogEntry[]): Promise<void>;
  snapshot(tenant: string, language: string): Promise<{ seq: number; rows: LearnedRow[] } | null>;
  /** Up to which entry the stored snapshot holds; null where there is none. */
  snapshotSeq(tenant: string, language: string): Promise<number | null>;
  /** Replaces the changed rows, removes the gone ones and moves `seq` forward, in batches that end with `seq`. */
  writeSnapshot(
    tenant: string,
    language: string,
    seq: number,
    changed: LearnedRow[],
    gone: LearnedRow[],
  ): Promise<void>;
  /** Languages for which anything was learned. */
  languages(tenant: string): Promise<string[]>;
}

export interface LearnedRow {
  kind: string;
  key: string;
  json: string;
}

/** Learned state as the loop holds it: one tenant's, one language's, folded up to the end of the log. */
export interface Memory {
  /** The state up to the log's head, and that head. Reads only what is newer than what the isolate holds. */
  load(tenant: string, language: string): Promise<{ learned: Learned; head: number }>;
  /** Says that the caller has folded entries up to `head` into `learned`, as loaded, and is about to store them. */
  keep(tenant: string, language: string, learned: Learned, head: number): void;
  /** Appends entries that come with no observation and folds them in. */
  append(tenant: string, entries: LogEntryDraft[]): Promise<void>;
  /** Drops what is held, so that the next load reads what was stored: after any failed write. */
  drop(tenant: string): void;
  /** Writes the held state as compact rows where it moved; answers how many rows changed. */
  snapshot(tenant: string, language: string): Promise<number>;
}

export type LogEntryDraft = LogEntry extends infer E ? (E extends { seq: number } ? Omit<E, 'seq'> : never) : never;
