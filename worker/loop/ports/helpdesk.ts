import type { Article } from '../../../shared/article.ts';
import type { CheckName, CheckReason, CheckState } from '../../../shared/checklist.ts';
import type { Macro } from '../../../shared/macro.ts';
import type { Said } from '../../../shared/said/said.ts';
import type { RawConversation } from '../../core/conversation/helpdesk-conversation.ts';
import type { Moment } from './messages.ts';

export type {
  BotAnswer,
  NoAnswer,
  Person,
  RawConversation,
  RawTurn,
} from '../../core/conversation/helpdesk-conversation.ts';

/** One conversation that changed, and what it seems to have come to: a hint for the inbox. `at` is event time, ms. */
export interface Change {
  conversationId: string;
  moment: Moment;
  at: number;
}

/** A row of a vendor's answer that could not be read: of which list, by which id, and which field is wrong in which way. */
export interface OddRow {
  what: string;
  id: string;
  why: string;
}

export interface NewArticle {
  sectionId: string;
  locale: string;
  title: string;
  bodyHtml: string;
  labels: string[];
  /** The article whose audience and rights the new one takes: visibility is never wider than its neighbour's. */
  likeArticleId: string;
}

/** Something to be said in a conversation by a program: to the customer, or as a note among the team. Plain text. */
export interface NewTurn {
  text: string;
  isPublic: boolean;
  /** The vendor's id of the teammate who asks for it; where the vendor can say so, it stands in their name. */
  authorId: string;
}

/**
 * What a program says by itself. `asRead` is the `updatedAt` of the conversation as it was read (ms): only that is written to.
 * `authorId` is the teammate of its own in whose name it stands, null for the user our token acts as. `choices` are what the
 * customer may press where the vendor has buttons; elsewhere they are left out.
 */
export interface MachineTurn {
  text: string;
  isPublic: boolean;
  asRead: number;
  authorId: string | null;
  choices: { solved: string; person: string };
}

/** To which team a conversation goes, by the name people see. `note` is told among the team, null where nothing is to be told. */
export interface Handing {
  team: string | null;
  isUrgent: boolean;
  note: string | null;
  asRead: number;
  authorId: string | null;
}

/**
 * One page of past solved conversations. `doneBackTo` (ms) falls from now to `sinceMs`: the progress. A page may be empty
 * and not the last; `cursor` is null when all is read.
 */
export interface SolvedPage {
  conversations: RawConversation[];
  cursor: string | null;
  doneBackTo: number;
}

/** A version of an article in the vendor's own history: newest first, `isLive` where it is what readers see. */
export interface StoredVersion {
  id: string;
  title: string;
  bodyHtml: string;
  isLive: boolean;
  createdAt: number;
  createdBy: string | null;
  /** How it was made: `web`, `api`, … */
  createdVia: string | null;
}

/** What a vendor may have beyond the live text: a stage for edits of a published article, and a history of it. */
export interface ArticleStaging {
  /**
   * Puts title and body beside the live article, which stays as it is. Permanent where another edit is staged than the one it
   * `replaces`.
   */
  stage(
    id: string,
    locale: string,
    next: { title: string; bodyHtml: string },
    replaces?: { title: string; bodyHtml: string },
  ): Promise<void>;
  /** What is staged, or null. */
  staged(id: string, locale: string): Promise<{ title: string; bodyHtml: string } | null>;
  /** Makes what is staged in this locale live. */
  publishStaged(id: string, locale: string): Promise<void>;
  /** The latest versions, at most `limit`, newest first: a second source for a snapshot. One call each, and one more. */
  versions(id: string, locale: string, limit: number): Promise<StoredVersion[]>;
}

export interface NewMacro {
  title: string;
  text: string;
  isHtml: boolean;
  /** What stands beside it in the vendor's list, for whoever finds it there. */
  description: string;
}

/**
 * Saved replies, where the vendor's API can write them. A token without the right is Permanent here, with the vendor's words:
 * articles go on without it. One without exactly one text of its own is none of ours: left out of lists, else NotFound.
 */
export interface Macros {
  /** Those that every agent shares, one page, in no order. The cursor is kept by the caller. */
  list(page: string | null): Promise<{ macros: Macro[]; page: string | null }>;
  /** The macro as it stands now. */
  read(id: string): Promise<Macro>;
  /** Replaces title and text; whatever else it does, and for whom, stays. Repeating the identical write changes nothing. */
  write(id: string, next: { title: string; text: string }): Promise<void>;
  /** Makes one that every agent shares and answers its id. Not idempotent: `find` first after an unclear ending. */
  create(macro: NewMacro): Promise<string>;
  /** The macro of exactly this title made at or after `sinceMs`, one of this text before another; or null. */
  find(macro: Pick<NewMacro, 'title' | 'text'>, sinceMs: number): Promise<Macro | null>;
  /** Takes it away for good; one that is gone already is done. */
  remove(id: string): Promise<void>;
}

/**
 * One tenant's helpdesk. Every method throws RetryLater (429, 5xx, time-out), AuthLost (401, 403 of the token),
 * NotFound (404) or Permanent (any other refusal, with the vendor's words); none answers a failure with emptiness. Of a list
 * a row that can't be read is set aside, and told by `takeOddRows`; only a broken envelope is Permanent.
 */
export interface Helpdesk {
  /** Whether articles have labels that the help center's search reads; where not, `addLabels` is Permanent. */
  readonly canLabel: boolean;
  /** The vendor's stage and history, where it has them. */
  readonly staging?: ArticleStaging;
  /** Saved replies; absent where the vendor's API only reads them. */
  readonly macros?: Macros;
  /** What was set aside since the last call. */
  takeOddRows(): OddRow[];
  /** The conversation as it is now, turns in order of time; NotFound where it was deleted for good. */
  readConversation(id: string): Promise<RawConversation>;
  /** Changes since `sinceMs` or after `cursor`, oldest first, one page; the cursor is kept by the caller. */
  changedConversations(
    cursor: string | null,
    sinceMs: number,
  ): Promise<{ changes: Change[]; cursor: string | null; isEnd: boolean }>;
  /**
   * Conversations solved since `sinceMs`, newest first as far as the vendor's exports go, at most `limit` a page, for the
   * first reading after connecting. `sinceMs` stays the same from page to page; the cursor is kept by the caller and alone
   * tells where to go on. What changes while it runs comes by webhook and `changedConversations`.
   */
  solvedPage(sinceMs: number, cursor: string | null, limit: number): Promise<SolvedPage>;
  /** Says something. Not idempotent: the caller asks once. What it said reads as a `bot`'s, so that it teaches nothing. */
  addTurn(conversationId: string, turn: NewTurn): Promise<void>;
  /**
   * Puts a link into a field of the conversation, which the helpdesk's own triggers can read; one that begins with `prefix` stays.
   * Permanent where the conversation takes none: it is closed, or has no such field.
   */
  offerLink(conversationId: string, field: string, url: string, prefix: string): Promise<void>;
  /**
   * Says something that nobody pressed for, in the name of a teammate of its own, so that it reads as a `bot`'s. A public one
   * leaves the conversation waiting for the customer, never solved. `overtaken`, writing nothing, where anything happened since
   * `asRead`: what the vendor can't refuse by itself is looked at just before. Not idempotent: look before a retry.
   */
  answer(conversationId: string, turn: MachineTurn): Promise<'said' | 'overtaken'>;
  /**
   * Gives a conversation to a team, and makes it urgent where asked. `overtaken` as with `answer`; `unknown`, writing nothing,
   * where there is no team of that name. Repeating it changes nothing but that its note stands twice.
   */
  assign(conversationId: string, to: Handing): Promise<'assigned' | 'overtaken' | 'unknown'>;
  /** Every article version visible to the token that changed since `sinceMs` (0: all), one page of all locales served. */
  changedArticles(sinceMs: number, page: string | null): Promise<{ articles: Article[]; page: string | null }>;
  /** The ids of all articles that are there now; what was known and is not among them is gone. */
  listArticleIds(): Promise<string[]>;
  /** The live article in one locale, read now, never from a cache. */
  readArticle(id: string, locale: string): Promise<Article>;
  /** Replaces title and body of one locale. Repeating the identical write changes nothing. */
  writeArticle(id: string, locale: string, next: { title: string; bodyHtml: string }): Promise<void>;
  /** Creates an article and answers its id. Not idempotent: look with `findArticle` first after an unclear ending. */
  createArticle(article: NewArticle): Promise<string>;
  /** The article of a section with exactly this title created at or after `sinceMs`, or null. */
  findArticle(sectionId: string, title: string, sinceMs: number): Promise<Article | null>;
  /** Adds search words to an article's labels, keeping those it has. */
  addLabels(id: string, labels: string[]): Promise<void>;
  /** Takes an article out of the help center, reversibly where the vendor can. */
  archiveArticle(id: string): Promise<void>;
  /** The vendor's id of the user our token acts as: what they do teaches nothing. */
  ownUserId(): Promise<string>;
  /** Makes the vendor send its events to `endpoint`, or finds that it does; answers the signing secret. */
  ensureWebhook(endpoint: string): Promise<{ webhookId: string; secret: string }>;
}

/** What a helpdesk rim found of one thing that a connection needs, when it asked the vendor. Texts in English. */
export interface Proven {
  check: CheckName;
  state: CheckState;
  reason: CheckReason;
  detail: Said | null;
  todo: Said | null;
}

/** How a connection is proved: whether its webhook may be put right, and whether a test event is wanted. */
export interface Proving {
  isMending: boolean;
  wantsEvent: boolean;
}

export function proved(check: CheckName, detail: Said | null): Proven {
  return { check, state: 'proved', reason: 'ok', detail, todo: null };
}

export function unproved(
  check: CheckName,
  state: 'waiting' | 'failed',
  reason: CheckReason,
  detail: Said | null,
  todo: Said | null,
): Proven {
  return { check, state, reason, detail, todo };
}
