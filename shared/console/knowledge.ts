import type { ArticleHealth, HealthFacts } from '../advice.ts';
import type { GapCause } from '../diagnosis.ts';
import type { FixKind, FixState, Gap, GapState } from '../index.ts';
import type { Said } from '../said/said.ts';
import type { Change, RenderedNode } from './change.ts';
import type { Quotes } from './review.ts';

/** How much a gap matters, 0 to 100, and what makes it so; `shares` sum to the score before the segment's factor. */
export interface GapImpact {
  score: number;
  customers: number;
  organizations: number;
  perWeek: number;
  severity: number;
  shares: Record<string, number>;
}

export interface GapRow {
  id: string;
  title: string;
  cause: GapCause;
  state: GapState;
  language: string;
  openedAt: number;
  updatedAt: number;
  people: number;
  /** Conversations that asked it in each of the last four weeks, oldest first. */
  weeks: number[];
  impact: GapImpact;
  articleId: string | null;
  assignee: { userId: string; name: string } | null;
  /** The fix that waits for a person, null where none does. */
  waitingFixId: string | null;
}

/** One thing that happened to a gap, oldest first. */
export interface LifeEvent {
  at: number;
  actor: string;
  what: string;
  reason: Said;
}

export interface GapView extends GapRow {
  /** Every number that decided, by name with its unit. */
  statistics: Gap['statistics'];
  questions: Quotes;
  life: LifeEvent[];
  fixes: { id: string; kind: FixKind; state: FixState; title: string; createdAt: number; reason: Said | null }[];
  article: { id: string; locale: string; title: string; url: string } | null;
}

export interface ArticleRow {
  id: string;
  locale: string;
  title: string;
  section: string;
  url: string;
  updatedAt: number;
  health: ArticleHealth;
  asked: number;
  isPublic: boolean;
  isDraft: boolean;
}

/** A checkable statement of an article: how often customers were told it as it stands, and told otherwise. */
export interface ClaimRow {
  text: string;
  kinds: string[];
  /** Conversations of the article's issue since the article has the statement, and how many of them repeat it. */
  trials: number;
  confirmed: number;
  /** Distinct parties who were told another value. */
  against: number;
  instead: string | null;
}

export interface VersionRow {
  at: number;
  title: string;
  /** How the version came about: a person's edit, or our publication (approved or automatic) or revert. */
  by: 'mend' | 'automatic' | 'restored' | 'person';
  change: Change | null;
  /** The publication that made it, where it can be taken back by one click. */
  revertId: string | null;
}

export interface ArticleView extends ArticleRow {
  why: HealthFacts;
  body: RenderedNode[];
  labels: string[];
  claims: ClaimRow[];
  versions: VersionRow[];
  gaps: { id: string; title: string; cause: GapCause; state: GapState }[];
}

/** What can be undone of an entry: a publication by writing the old words back, a decision by opening it again. */
export type Undo = { kind: 'rollback'; publicationId: string } | { kind: 'take_back'; fixId: string };

export interface ActivityEntry {
  id: number;
  at: number;
  actor: string;
  what: string;
  reason: Said;
  /** What somebody typed about a conversation, for who may open it; null for others and where nothing was. */
  said: Said | null;
  subject: string;
  /** The title of the proposal it is about, null where it is about something else. */
  title: string | null;
  fixId: string | null;
  undo: Undo | null;
}
export interface ActivityPage {
  entries: ActivityEntry[];
  /** The next page's `before`; null at the end. */
  before: number | null;
}
