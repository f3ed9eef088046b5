import type { Failure, GapCause } from './diagnosis.ts';
import type { ContentRule, FixKind } from './fix.ts';
import type { GapState } from './gap.ts';

/**
 * `nothing_to_say`: known and sound, or no article is near. `language_unsupported`: articles may be listed, replies and
 * questions are not made. `unknown_conversation`: the helpdesk has none of this id. `not_read_yet`: the helpdesk did not
 * answer in time; ask again. `not_connected`: the account is paused, or must be connected again.
 */
export const ADVICE_STATES = [
  'ready',
  'nothing_to_say',
  'language_unsupported',
  'unknown_conversation',
  'not_read_yet',
  'not_connected',
] as const;
export type AdviceState = (typeof ADVICE_STATES)[number];

/** How far an article can be trusted now; the first that holds, in this order. */
export const ARTICLE_HEALTHS = [
  'patch_waiting',
  'contested',
  'stale',
  'healed_recently',
  'validated',
  'unproven',
] as const;
export type ArticleHealth = (typeof ARTICLE_HEALTHS)[number];

/** A sentence of an article that may be wrong. `line` names it; `instead` is what agents say now, null where not known. */
export interface DoubtedStatement {
  line: number;
  text: string;
  instead: string | null;
  /** Distinct customers' organizations (or customers without one) that were told otherwise. */
  people: number;
}

/** Why an article has its health, in facts. Times are event time in ms; counts of `asked` are distinct organizations. */
export interface HealthFacts {
  statements: number;
  /** Statements that agents have said as they stand, to at least two customers. */
  confirmed: number;
  asked: number;
  doubted: DoubtedStatement[];
  /** Distinct people of the staff who said a statement of it is wrong, and who said it is right. */
  saidWrong: number;
  saidRight: number;
  gap: { id: string; cause: GapCause; state: GapState; people: number } | null;
  healedAt: number | null;
  editedAt: number;
}

/** A small patch that waits for a person: sentences that go and come. The hashes name what was shown. */
export interface WaitingPatch {
  fixId: string;
  patchHash: string;
  baseHash: string | null;
  removed: string[];
  added: string[];
  /** Whether the viewer may approve it here; a larger one, or for another role, is decided in the console. */
  mayApprove: boolean;
}

/** A new sentence of a patch as it was shown, and as a person words it: one line of plain text. */
export interface Wording {
  from: string;
  to: string;
}

/**
 * Why a wording is not taken: `stuck` where marks or a second place of the sentence are in the way, else a content rule. A
 * person stands for what they word, so no quote has to.
 */
export type RewordRefusal = 'stuck' | Exclude<ContentRule, 'ungrounded'>;

/** What became of a wording. `in_review`: other articles follow it, a reviewer looks at them too. */
export interface Reworded {
  fixId: string;
  state: 'approved' | 'in_review' | 'refused';
  refused: RewordRefusal[];
}

export interface AdvisedArticle {
  id: string;
  locale: string;
  title: string;
  url: string;
  /** Share of belief among all articles, 0 to 1. */
  score: number;
  health: ArticleHealth;
  why: HealthFacts;
  patch: WaitingPatch | null;
}

/** Knowledge failed for this question. `thisWeek` are distinct customers in seven days, the one who asks now included. */
export interface GapWarning {
  id: string;
  cause: Failure;
  state: GapState;
  title: string;
  articleId: string | null;
  thisWeek: number;
  people: number;
  /** The kind of fix that waits for a person, null where none does. */
  fix: FixKind | null;
}

/** Many customers at once, or a defect that agents have acknowledged. `since` is event time in ms. */
export interface KnownIssue {
  issueId: string;
  title: string;
  people: number;
  since: number;
  isAcknowledged: boolean;
  workaround: string | null;
}

export type ReplySource =
  | { kind: 'article'; articleId: string; title: string; url: string; section: string | null; isPatched: boolean }
  | { kind: 'conversations'; count: number };

/** Plain text for an agent to edit and send. `id` names exactly this text; `confidence` 0 to 1. */
export interface SuggestedReply {
  id: string;
  text: string;
  confidence: number;
  sources: ReplySource[];
}

/**
 * One question of a solved conversation. `statement_right`: is this sentence of the article still right?
 * `step_missing`: was this, which the article or no article says, what helped? `article_helped`: did this article answer?
 * `dispute`: which of two things that agents say is right; it is of no conversation, and `other` is what others say.
 */
export const QUESTION_KINDS = ['statement_right', 'step_missing', 'article_helped', 'dispute'] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];
export interface Question {
  id: string;
  kind: QuestionKind;
  /** The conversation it is about: this one, or one the agent solved before. */
  conversationId: string;
  subject: QuestionSubject;
  /** The sentence or title that is asked about, in the article's or agents' words. */
  text: string;
  /** Of a dispute the other side; else null. */
  other: string | null;
  articleTitle: string | null;
}

/** What an answer is about, as the question named it. */
export interface QuestionSubject {
  articleId: string | null;
  line: number | null;
  gapId: string | null;
}

/** What an agent sees beside a conversation. Lists are best first and short. `asOf` is event time in ms. */
export interface Advice {
  state: AdviceState;
  conversationId: string;
  language: string | null;
  asOf: number;
  issue: { id: string; title: string; people: number } | null;
  articles: AdvisedArticle[];
  gap: GapWarning | null;
  knownIssue: KnownIssue | null;
  reply: SuggestedReply | null;
  question: Question | null;
}

/** A sentence of a draft reply against a sentence of an article: "article says 14 days, you wrote 30 days". */
export interface Contradiction {
  articleId: string;
  articleTitle: string;
  articleUrl: string;
  line: number;
  statement: string;
  sentence: string;
  /** The differing facts, as they stand in either. */
  says: string;
  wrote: string;
}

/** An article as somebody looked for it, with the words of it that fit best, as plain text. */
export interface FoundArticle extends AdvisedArticle {
  snippet: string;
}

/** An article that an agent starts where none covers the question: title and plain text. */
export interface StartedArticle {
  title: string;
  text: string;
}

/** What became of it: it waits in review as `fixId`, or what the content rules refuse of it. */
export type Started = { state: 'in_review'; fixId: string } | { state: 'refused'; refused: RewordRefusal[] };

/** A sentence of an article, by the name under which a flag on it is taken. */
export interface FlaggableStatement {
  line: number;
  text: string;
}

export const ANSWERS = ['yes', 'no', 'not_sure'] as const;
export type Answer = (typeof ANSWERS)[number];

/** What people do with advice: each is evidence. One a person, conversation, kind and subject; none is ever changed. */
export interface OutcomeInputs {
  /** That advice, or a question with it, was put before somebody. */
  shown: { questionId: string | null };
  /** `text` is what was put into the composer: the suggestion's own words. */
  inserted: { replyId: string; text: string };
  /** The article is wrong where the reply says otherwise; and the other way round. */
  fix_article: { articleId: string; line: number; says: string; wrote: string };
  fix_reply: { articleId: string; line: number; says: string; wrote: string };
  /** `line` where one sentence was meant. */
  flagged: { articleId: string; line: number | null; reason: string };
  /** That the viewer looked for an article by words of their own, which are not told. */
  searched: Record<never, never>;
  linked: { articleId: string };
  answered: {
    questionId: string;
    question: QuestionKind;
    subject: QuestionSubject;
    /** The sentence or title that was asked about. */
    text: string;
    answer: Answer;
  };
}

export type OutcomeKind = keyof OutcomeInputs;
export type OutcomeInput = { [K in OutcomeKind]: { kind: K } & OutcomeInputs[K] }[OutcomeKind];

/** Longest reason of a flag, and longest draft reply that is checked, in UTF-16 units. */
export const MAX_REASON_CHARS = 1_000;
export const MAX_DRAFT_CHARS = 8_192;

/** Longest wording of one sentence, in UTF-16 units. */
export const MAX_WORDING_CHARS = 1_000;
