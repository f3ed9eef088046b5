import type { StaleLine } from './context/change-note.ts';
import type { GapCause } from './diagnosis.ts';
import type { Decision, Fix } from './fix.ts';
import type { Said } from './said/said.ts';

export const GAP_STATES = [
  'open',
  'in_review',
  'escalated',
  'approved',
  'published',
  'healed',
  'no_effect',
  'rejected',
  'withdrawn',
] as const;
export type GapState = (typeof GAP_STATES)[number];

/** An issue whose diagnosis has enough evidence to act on. Times are event time in ms. */
export interface Gap {
  id: string;
  findingKey: string;
  language: string;
  cause: GapCause;
  issueId: string;
  articleId: string | null;
  title: string;
  /** Whether its title was changed since it opened: it is changed once, then people know it by its name. */
  hasNewTitle?: boolean;
  state: GapState;
  openedAt: number;
  updatedAt: number;
  /** Its evidence now, and as it was when the gap opened. */
  conversationIds: string[];
  openedWith: string[];
  statistics: Record<string, number>;
}

/** What answering past conversations with and without the fix showed. `regressions` must be none for it to pass. */
export interface Rehearsal {
  tried: number;
  wins: number;
  regressions: number;
  controls: number;
}

export const FIX_STATES = [
  'drafted',
  'rehearsed',
  'scored',
  'in_review',
  'escalated',
  'approved',
  'rejected',
  'published',
  'stale_base',
  'superseded',
  'rolled_back',
] as const;
export type FixState = (typeof FIX_STATES)[number];

/** An article's text in one locale; or a macro's, whose `bodyHtml` is HTML or plain as the macro is. */
export interface Text {
  title: string;
  bodyHtml: string;
}

/** Another text that states the same fact as a fix changes, with its own base: decided, written and taken back with it. */
export interface AlsoChanged extends Text {
  articleId: string;
  locale: string;
  baseHtml: string;
  baseHash: string;
  /** The sentence as it stands and as it would. */
  removed: string;
  added: string;
}

/** A macro that states the same fact: decided, written and taken back with the fix. */
export interface MacroChange extends Text {
  macroId: string;
  isHtml: boolean;
  baseHtml: string;
  baseHash: string;
  removed: string;
  added: string;
}

/** A macro that a publication wrote, or made: then `before` is null, and `macroId` until it was there. */
export interface WrittenMacro {
  macroId: string | null;
  isHtml: boolean;
  before: Text | null;
  after: Text;
}

/** One text that a publication wrote. `before` was stored before anything was sent; null for a new article. */
export interface WrittenText {
  articleId: string;
  locale: string;
  before: Text | null;
  after: Text;
}

/** The change note that a fix was made from: evidence of its own kind. `lines` are the note's words beside what they replace. */
export interface NoteEvidence {
  id: string;
  title: string;
  url: string | null;
  /** The source's id. */
  source: string;
  /** When the change is live (event time, ms): the fix is not published before. */
  at: number;
  lines: StaleLine[];
}

/** A stored fix: the proposal, what it was made from, and what was decided. A decision has a reason and an actor. */
export interface StoredFix extends Fix {
  id: string;
  gapId: string;
  /** Of its gap; absent where it was made before this was kept. */
  cause?: GapCause;
  /** Present where it rests on a change note and not on agents' words: a person always decides it. */
  note?: NoteEvidence;
  language: string;
  locale: string;
  category: string;
  /** The section a new article goes to, and the neighbour whose audience and rights it takes. */
  sectionId: string | null;
  likeArticleId: string | null;
  /** The body it was drafted from, as it stood live; null for a new article. */
  baseHtml: string | null;
  /** Other texts of the same fact: all are changed, or none. */
  also?: AlsoChanged[];
  /** Macros of the same fact, changed with it. */
  macros?: MacroChange[];
  /** Translations that state the same and can't be changed here: they are out of date once it is published. */
  outdated?: { articleId: string; locale: string }[];
  state: FixState;
  createdAt: number;
  baseHash: string | null;
  patchHash: string;
  isEdited: boolean;
  /** Approved without its change being opened: it is published, and says nothing of how right fixes are. */
  isUnread?: boolean | undefined;
  /** The proposal that a person's wording replaced, which comes back where the wording is taken back. */
  editOf?: string;
  /** Sentences of it that a person called wrong: no later draft of the gap has them. */
  leftOut?: string[];
  rehearsal: Rehearsal | null;
  /** How sure it is, calibrated on outcomes; and as the evidence alone gave it, which is what is calibrated. */
  confidence: number | null;
  rawConfidence: number | null;
  /** Distinct agents and organizations behind its evidence. */
  support: { agents: number; organizations: number };
  /** What agents answered when they were asked whether its statements helped; absent where nobody was. */
  answers?: { confirmed: number; denied: number };
  /** What code checked of it: content, grounding, rehearsal. */
  gates: { name: string; isPassed: boolean; detail: Said }[];
  /**
   * The model that was asked for a wording, and by which request; null where none is set. `why` says what the builtin
   * wording stands for, null where the model's does: then `sections` are what stands, each sentence with the statements
   * of the builtin draft that it says.
   */
  writer: {
    model: string;
    request: string;
    why: string | null;
    sections?: {
      heading: string | null;
      form: 'steps' | 'list' | 'text';
      sentences: { text: string; says: string[] }[];
    }[];
  } | null;
  decision: Decision | null;
  reason: Said | null;
  actor: string | null;
  /** Quotes of its evidence that left with whoever asked to be forgotten; absent where none did. */
  evidenceLeft?: number;
  /** How it and its gap stood before it was decided or taken back last: what an undo puts back. */
  was?: StandingBefore | null;
}

/** What a decision replaces of a fix and its gap. */
export interface StandingBefore {
  state: FixState;
  decision: Decision | null;
  reason: Said | null;
  actor: string | null;
  gap: GapState;
}

export const PUBLICATION_STATES = [
  'intent',
  'sent',
  'done',
  'unverified',
  'superseded',
  'failed',
  'rolled_back',
] as const;
export type PublicationState = (typeof PUBLICATION_STATES)[number];

/** One verified, reversible write. `before` was stored before anything was sent; null for a new article. */
export interface Publication {
  id: string;
  fixId: string;
  gapId: string;
  articleId: string | null;
  locale: string;
  /** The publication it takes back; null for a fix. */
  reverts: string | null;
  state: PublicationState;
  before: Text | null;
  after: Text;
  /** The other texts of the same change. */
  also?: WrittenText[];
  /** Macros of the same change. */
  macros?: WrittenMacro[];
  baseHash: string | null;
  targetHash: string;
  by: string;
  at: number;
  attempts: number;
  detail: Said | null;
  /** When (event time) a person was seen to have taken it out at the helpdesk; absent where nobody did. */
  undoneAt?: number;
}
