import type { RewordRefusal } from '../advice.ts';
import type { GapCause } from '../diagnosis.ts';
import type { ContentRule } from '../fix.ts';
import type { FixKind, FixState, Gap, NoteEvidence, Rehearsal, StoredFix } from '../index.ts';
import type { Said } from '../said/said.ts';
import type { Change } from './change.ts';
import type { EditorPiece } from './editor.ts';

/** What a person sees in the queue. Hashes name what is shown: a decision on anything else is refused. */
export interface QueueItem {
  fixId: string;
  gapId: string;
  patchHash: string;
  baseHash: string | null;
  kind: FixKind;
  state: FixState;
  title: string;
  category: string;
  language: string;
  cause: GapCause | null;
  articleId: string | null;
  createdAt: number;
  confidence: number | null;
  /** Who looks after the gap behind it. */
  assignee: { userId: string; name: string } | null;
  /** Until when (wall, ms) it is put off; null where it is not, or its time has come. */
  snoozedUntil: number | null;
  /** It breaks a content rule: nobody can approve it as it stands. */
  hasFailed: boolean;
  /** A person worded it; taken back, the proposal it replaced returns. */
  isEdited: boolean;
  /** The first words that would change, cut; null of a new article, whose title says it. */
  glimpse: string | null;
  /** Distinct customers' organizations behind the gap, and how many ask a week now. */
  people: number;
  perWeek: number;
  worth: Worth;
  /** Decisions of the same kind, cause and section that passed every check share it; null where it stands alone. */
  batch: string | null;
}

/** What a second of review is worth here: `perSecond` = prevented / seconds, and the queue's order. */
export interface Worth {
  /** Tickets a week that the change is expected to prevent. */
  prevented: number;
  /** Seconds a person is expected to need. */
  seconds: number;
  perSecond: number;
  parts: { perWeek: number; chance: number; answered: number; words: number };
}

/** A way of looking at the queue that the team keeps: the part of an address behind the question mark. */
export interface SavedView {
  id: string;
  name: string;
  query: string;
  by: string;
}

/** A remark of the team on a gap and its proposals. `at` is wall time, ms. */
export interface Remark {
  at: number;
  userId: string;
  name: string;
  text: string;
}

export interface Queue {
  /** Event time, ms: what ages are counted from. */
  now: number;
  views: SavedView[];
  items: QueueItem[];
  pace: Pace;
  /** Whether publishing is stopped: approved changes then wait. */
  isStopped: boolean;
}

/** How long decisions took lately, from opening to deciding. `medianMs` is null where none was measured. */
export interface Pace {
  medianMs: number | null;
  decisions: number;
  /** Over how many days. */
  days: number;
}

/** An agent's or customer's words with the way to their ticket; only those that the viewer may open. */
export interface ShownQuote {
  conversationId: string;
  url: string;
  text: string;
  author: 'customer' | 'agent';
}
export interface Quotes {
  shown: ShownQuote[];
  /** How many more there are that the viewer may not open, or of which that is not known. */
  hidden: number;
}

/** One part of a confidence: what was counted, and what it added (log-odds, natural logarithm). */
export interface ConfidenceShare {
  name: string;
  value: number;
  logOdds: number;
}

/** Everything a decision needs, on one screen. */
export interface DecisionView extends QueueItem {
  openQuestions: Said[];
  reason: Said | null;
  /** What waits in its place where a newer draft replaced it. */
  insteadId: string | null;
  remarks: Remark[];
  gap: Pick<Gap, 'id' | 'title' | 'state' | 'cause' | 'openedAt' | 'statistics'> | null;
  questions: Quotes;
  evidence: Quotes;
  /** The change note that it rests on, in the place of quotes; null where agents' words are its evidence. */
  note: NoteEvidence | null;
  /** What agents said often and the proposal does not say, and why. */
  unsaid: { shown: (ShownQuote & { why: Said })[]; hidden: number };
  change: Change;
  /** What to know before approving. */
  warnings: Said[];
  /** Other texts that state the same: written with it, or not at all. Sentences that go and come. */
  also: { articleId: string; locale: string; title: string; removed: string; added: string }[];
  /** Macros that state the same, written with it or not at all. */
  macros: { macroId: string; title: string; removed: string; added: string }[];
  /** Whether approving it saves a macro; else a person carries it out. */
  savesMacro: boolean;
  /** What it says of its own, to be marked as wrong. */
  sentences: string[];
  /** The wording to start an edit from: block by block for the editor, and the whole. */
  pieces: EditorPiece[];
  bodyHtml: string;
  rehearsal: Rehearsal | null;
  gates: StoredFix['gates'];
  /** The content rules it breaks, each with the words that break it: while there is one, nobody can approve it as it stands. */
  failed: { rule: ContentRule; detail: Said }[];
  sureness: {
    confidence: number | null;
    raw: number | null;
    shares: ConfidenceShare[];
    agents: number;
    organizations: number;
    /** Decided fixes the mapping is learned from; below `neededForCalibration` it is the identity. */
    learnedFrom: number;
    neededForCalibration: number;
    /** Of decided fixes about as sure as this one: how many, and the share approved as they stood; null where none. */
    alike: { decided: number; approved: number } | null;
  };
  ifWrong: {
    perWeek: number;
    isPublic: boolean;
    isNew: boolean;
    isSensitive: boolean;
    /** Whether one click puts the old words back. */
    isReversible: boolean;
    regressions: number;
  };
  article: { id: string; locale: string; title: string; url: string } | null;
  /** Translations that state the same and are out of date once it is published. */
  outdated: { articleId: string; locale: string }[];
}

/** What a decision answers: until `undoMs` from now it can be taken back; then it is on its way. */
export interface Decided {
  fixId: string;
  state: FixState;
  undoMs: number;
  pace: Pace;
}
/** What became of a reviewer's wording: it waits as `fixId`, or what the content rules refuse of it, and nothing was changed. */
export type Edited = Decided | { fixId: string; state: 'refused'; refused: RewordRefusal[] };
export interface BatchDecided {
  decided: Decided[];
  /** Those that had moved meanwhile, or could not be decided, with the reason. */
  left: { fixId: string; why: Said }[];
}
