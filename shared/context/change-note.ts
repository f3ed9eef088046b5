/** What became of something in the product, in the words of keepachangelog.com; a source that doesn't say leaves it out. */
export const CHANGE_KINDS = ['added', 'changed', 'deprecated', 'removed', 'fixed', 'security'] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** Where change notes are read from: a feed (RSS, Atom, JSON Feed), releases at GitHub, a changelog file, a status page. */
export const CHANGE_SOURCE_KINDS = ['feed', 'github', 'changelog', 'statuspage'] as const;
export type ChangeSourceKind = (typeof CHANGE_SOURCE_KINDS)[number];

/** A connected source. `address` is a public https address, or `owner/name` of a repository; `createdAt` is wall time, ms. */
export interface ChangeSource {
  id: string;
  kind: ChangeSourceKind;
  address: string;
  createdAt: number;
}

/** A source with how far it was read (event time, ms) and why it could not be; null where it could, or was not tried. */
export interface ChangeSourceView extends ChangeSource {
  readAt: number | null;
  failure: string | null;
}

/** The source of notes that a company sends itself, signed. */
export const SENT_BY_COMPANY = 'signed';

/** A change of the product as a source tells it. */
export interface ToldChange {
  id: string;
  title: string;
  /** Plain text; a line or an entry of a list tells one thing. */
  text: string;
  /** Null where the source doesn't say. */
  kind: ChangeKind | null;
  url: string | null;
  /** When it is live (ms), in the future of what is announced; null where the source doesn't say. */
  at: number | null;
  /** False of what is announced without a date: nothing is written for it before it is released. */
  isReleased: boolean;
  /** The release was taken back. */
  isWithdrawn: boolean;
}

/** A line of an article that a note makes stale, as it stands and as it would, as plain text. */
export interface StaleLine {
  before: string;
  after: string;
  /** The words of the note that say so. */
  said: string;
}

/** An article that a note touches. `pictures` are screenshots and videos in it that may show what was. */
export interface TouchedArticle {
  articleId: string;
  locale: string;
  title: string;
  lines: StaleLine[];
  pictures: number;
}

/**
 * What a note came to: a patch of articles, an article that is missing, both, nothing; or only told, as it is not released,
 * taken back or about an incident.
 */
export const NOTE_OUTCOMES = ['patched', 'undocumented', 'nothing', 'told', 'withdrawn'] as const;
export type NoteOutcome = (typeof NOTE_OUTCOMES)[number];

export interface NoteReading {
  outcome: NoteOutcome;
  articles: TouchedArticle[];
  /** Gaps that it opened. */
  gapIds: string[];
}

/** A change note as it is stored. `toldAt` and `documentedAt` are event time, ms. */
export interface ChangeNote extends Omit<ToldChange, 'at'> {
  /** When it is live (event time, ms): nothing goes out before. */
  at: number;
  /** Hash of source and the source's own id. */
  id: string;
  externalId: string;
  source: string;
  /** Hash of what it says: a source may word it anew. */
  hash: string;
  toldAt: number;
  /** Null until it was read. */
  reading: NoteReading | null;
  /** When the first article that follows from it stood live; null while none does. */
  documentedAt: number | null;
}

/** Where a tenant's changes come from and what came of the latest, as the console shows it. */
export interface ChangesView {
  sources: ChangeSourceView[];
  /** Where signed changes are sent to, and since when (wall, ms) they are taken; null: they are not. */
  inbound: { url: string; since: number | null };
  notes: ChangeNote[];
  mayChange: boolean;
}
