import type { OutcomeInput } from '../../shared/advice.ts';
import type { Article } from '../../shared/article.ts';
import type { Conversation } from '../../shared/conversation.ts';
import type { Diagnosis } from '../../shared/diagnosis.ts';
import type { DisputeQuestion } from '../../shared/escalation.ts';
import type { FixState, Gap, GapState, Publication, StoredFix } from '../../shared/index.ts';
import type { Macro } from '../../shared/macro.ts';
import type { Notice } from '../../shared/notice.ts';
import type { PastFix } from '../../shared/outcome.ts';
import type { Policy } from '../../shared/policy.ts';
import type { Signal } from '../../shared/signal.ts';
import type { Tenant, TenantState, Vendor } from '../../shared/tenant.ts';
import type { TakenPlace } from '../core/caps.ts';
import type { Learned, Solved } from '../core/learning/learned.ts';
import type { AutomaticEnd } from '../core/taken-back.ts';
import type { Helpdesk, Proven, Proving } from './helpdesk.ts';
import type { LoopMessage, Moment } from './messages.ts';
import type { Courier, OutboxStore } from './outbox.ts';
import type { Embedder, Writer } from './writer.ts';

/** Milliseconds since the epoch. Two exist: the wall (signatures, leases) and event time (everything that reasons). */
export interface Clock {
  now(): number;
}

export interface TenantStore {
  /** The tenant, or null where there is none of this id. */
  find(tenant: string): Promise<Tenant | null>;
  /** Every tenant in this state. */
  list(state: TenantState): Promise<Tenant[]>;
  /** Tenants at this subdomain: it can change hands, so there may be more than one, and none is proved by it. */
  ofSubdomain(vendor: Vendor, subdomain: string): Promise<Tenant[]>;
  /** Creates or updates a tenant with its policy; a second call with the same id keeps what was learned. */
  put(tenant: Tenant, policy: Policy): Promise<void>;
  /**
   * Moves a tenant to a state, with its entry in the activity log; answers whether it moved. One that is in this state
   * already, or leaving, stays as it is: only `put` brings back who leaves. A `notice` is told in the same batch, where it
   * moved; `closing` takes the secrets away in it.
   */
  setState(
    tenant: string,
    state: TenantState,
    reason: string,
    more?: { actor?: string; notice?: Notice },
  ): Promise<boolean>;
  /** Tenants that have been in this state since `since` (wall) or earlier. */
  inStateSince(state: TenantState, since: number): Promise<string[]>;
  policy(tenant: string): Promise<Policy>;
  setPolicy(tenant: string, policy: Policy, actor: string, notice?: Notice): Promise<void>;
}

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
  /** Puts a row off until `notBefore` (wall) with the reason; one attempt more, unless the vendor asked for the pause. */
  defer(tenant: string, key: string, how: { notBefore: number; reason: string; isAttempt: boolean }): Promise<void>;
  /** Moves a row to the dead letters with what failed and why, in one batch. */
  bury(tenant: string, key: string, reason: string, at: number): Promise<void>;
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

export interface LeaseStore {
  /** Takes the tenant's lease until `until` where it is free or run out at `now`; answers whether it was taken. */
  acquire(tenant: string, holder: string, now: number, until: number): Promise<boolean>;
  release(tenant: string, holder: string): Promise<void>;
}

/** What one conversation taught. `issueId` is as assigned; readers follow merges. Times are event time, ms. */
export interface Observation {
  id: string;
  conversationId: string;
  state: 'suggested' | 'observed' | 'withdrawn';
  at: number;
  revision: string;
  language: string;
  question: string;
  suggestedArticleIds: string[];
  coverage: number | null;
  diagnosis: Diagnosis | null;
  issueId: string | null;
  articleId: string | null;
  signals: Signal[];
  requesterId: string;
  organizationId: string | null;
}

/** One entry of the log that learned state is folded from. `seq` counts from 1 a tenant, without holes. */
export type LogEntry = { seq: number; language: string } & (
  | { kind: 'solved'; solved: Solved }
  | { kind: 'withdrawn'; conversationId: string }
  | { kind: 'article'; article: Article }
  | { kind: 'article_gone'; articleId: string }
  | { kind: 'settled'; findingKey: string; outcome: 'published' | 'rejected' | 'dismissed' }
  | { kind: 'told'; articleId: string; line: number; isRight: boolean; person: number }
  | { kind: 'helped'; articleId: string; asked: number[]; ref: number }
);

export interface ObservationStore {
  find(tenant: string, conversationId: string): Promise<Observation | null>;
  /** The conversation as last stored (redacted), or null. */
  conversation(tenant: string, conversationId: string): Promise<Conversation | null>;
  conversations(tenant: string, conversationIds: string[]): Promise<Conversation[]>;
  /** Stores a suggestion made when the conversation was opened; a second one for it changes nothing. */
  suggest(tenant: string, observation: Observation, conversation: Conversation): Promise<void>;
  /**
   * Stores an observation, its conversation (null: what is stored of it stays), log entries and gaps in one batch. A gap
   * that stands keeps its state, since only its deciders move that, unless it was withdrawn. Throws where another writer
   * has appended to the log since `entries` were numbered: nothing is stored then.
   */
  record(
    tenant: string,
    what: {
      observation: Observation;
      conversation: Conversation | null;
      entries: LogEntry[];
      gaps: Gap[];
      moved?: { conversationId: string; issueId: string }[];
    },
  ): Promise<void>;
  /** Observations of a person of which text is still stored, at most `limit`. */
  textOf(tenant: string, requesterId: string, limit: number): Promise<Observation[]>;
  /** Conversations of the same person in the window before `at`, newest first. */
  recentOf(tenant: string, requesterId: string, since: number, before: number): Promise<Observation[]>;
  /** Observations in order of event time, for reports: one page after `after`. */
  list(tenant: string, after: { at: number; id: string } | null, limit: number): Promise<Observation[]>;
  /** Event time up to which each of these conversations is known; unknown ones are absent. */
  knownUpTo(tenant: string, conversationIds: string[]): Promise<Map<string, number>>;
  /** Observed conversations of these issues since `since`, oldest first. */
  ofIssues(tenant: string, issueIds: string[], since: number): Promise<Observation[]>;
  /**
   * A spread of observed conversations other than these, of all or of those before `before` (event time); the same answer
   * for the same state.
   */
  sample(tenant: string, language: string, except: string[], limit: number, before?: number): Promise<Observation[]>;
}

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

export interface ArticleVersion {
  articleId: string;
  locale: string;
  hash: string;
  title: string;
  bodyHtml: string;
  at: number;
  by: string | null;
  /** Found at the helpdesk, or ours: a publication, or one that was taken back. */
  source: 'seen' | 'published' | 'restored';
}

export interface ArticleStore {
  get(tenant: string, id: string, locale: string): Promise<Article | null>;
  /** All articles, or those of these ids, in every locale. */
  list(tenant: string, ids?: string[]): Promise<Article[]>;
  /**
   * Stores the article as current and its version where the content is new; answers which contents are new. What is ours
   * is known as ours also where it was seen before.
   */
  put(tenant: string, articles: Article[], source: ArticleVersion['source']): Promise<Article[]>;
  remove(tenant: string, ids: string[]): Promise<void>;
  /** How many articles are stored, each locale counted. */
  count(tenant: string): Promise<number>;
  versions(tenant: string, id: string): Promise<ArticleVersion[]>;
  /** The names of all sections that hold an article, once each, in order. */
  sections(tenant: string): Promise<string[]>;
}

/** Macros that every agent shares, as last read at the helpdesk. */
export interface MacroStore {
  put(tenant: string, macros: Macro[]): Promise<void>;
  /** Forgets those of any other id; an empty list keeps none. */
  keepOnly(tenant: string, ids: string[]): Promise<void>;
  /** Those whose text holds one of these words or more (any case, as parts of words too), most first, at most `limit`. */
  holding(tenant: string, words: string[], limit: number): Promise<Macro[]>;
}

/** Lexical search over the tenant's articles; exact codes and quoted strings match exactly. */
export interface ArticleIndex {
  search(tenant: string, query: string, limit: number): Promise<{ articleId: string; locale: string; score: number }[]>;
}

/** One passage of an article in one language. */
export interface VectorKey {
  articleId: string;
  locale: string;
  /** Its place in the article, from 0. */
  passage: number;
}

/**
 * Vectors of the tenant's articles, of one embedding model. `known` is exact; `nearest` is a hint: an index may show what
 * was put, and hide what was removed, only after a while.
 */
export interface VectorStore {
  /** What was put and not removed since, with the hash of the text that each was made from. */
  known(tenant: string): Promise<(VectorKey & { hash: string })[]>;
  /** Stores vectors, in the place of those of the same passages. */
  put(tenant: string, vectors: (VectorKey & { hash: string; values: Float32Array })[]): Promise<void>;
  remove(tenant: string, keys: VectorKey[]): Promise<void>;
  /** Passages by cosine, best first, at most `limit` (20). */
  nearest(tenant: string, values: Float32Array, limit: number): Promise<(VectorKey & { score: number })[]>;
}

/** Which vectors an index outside of D1 was given: the truth that it is brought up to. */
export interface VectorLedger {
  known(tenant: string): Promise<(VectorKey & { hash: string })[]>;
  note(tenant: string, keys: (VectorKey & { hash: string })[]): Promise<void>;
  drop(tenant: string, keys: VectorKey[]): Promise<void>;
}

export interface GapStore {
  get(tenant: string, id: string): Promise<Gap | null>;
  list(tenant: string, states?: GapState[]): Promise<Gap[]>;
  /** Gaps in these states of any of these issues or articles, oldest first. */
  about(tenant: string, subjects: { issueIds: string[]; articleIds: string[] }, states: GapState[]): Promise<Gap[]>;
  setState(tenant: string, id: string, state: GapState, at: number): Promise<void>;
  /** Gives a gap to a person of the helpdesk, or to nobody. */
  assign(tenant: string, id: string, to: Assignment | null): Promise<void>;
  /** Who looks after which gap; nobody's are absent. */
  assignments(tenant: string): Promise<Map<string, Assignment>>;
}

/** A person of the helpdesk who looks after a gap. `at` is wall time, ms. */
export interface Assignment {
  userId: string;
  name: string;
  at: number;
}

/** How long one decision took a person, from opening to deciding, ms; `at` is wall time. */
export interface ReviewTime {
  fixId: string;
  verdict: 'approve' | 'edit' | 'reject';
  tookMs: number;
  at: number;
}

export interface ReviewTimeStore {
  add(tenant: string, times: ReviewTime[]): Promise<void>;
  /** Those taken at or after `at`, latest first, at most `limit`. */
  since(tenant: string, at: number, limit: number): Promise<ReviewTime[]>;
}

export interface FixStore {
  get(tenant: string, id: string): Promise<StoredFix | null>;
  ofGap(tenant: string, gapId: string): Promise<StoredFix[]>;
  /** Fixes of these gaps in these states, oldest first. */
  ofGaps(tenant: string, gapIds: string[], states: FixState[]): Promise<StoredFix[]>;
  list(tenant: string, states: FixState[]): Promise<StoredFix[]>;
  /** Fixes in these states that change any of these articles, their own or one of the same fact, oldest first. */
  onArticles(tenant: string, articleIds: string[], states: FixState[]): Promise<StoredFix[]>;
  /** Stores a new fix, once by id. */
  add(tenant: string, fix: StoredFix): Promise<void>;
  /**
   * Changes a fix where it is in one of `from`, with the gap's state, an entry of the activity log, the fix that takes its
   * place and the messages it leads to, in one batch; false, changing nothing, where it is in another state.
   */
  move(tenant: string, id: string, from: FixState[], move: FixMove): Promise<boolean>;
  /** Every decided fix, oldest first, with its end: what confidence is earned from. */
  history(tenant: string): Promise<PastFix[]>;
}

/** One change of a fix and all that goes with it. */
export interface FixMove {
  change: Partial<StoredFix> & { state: FixState };
  activity: Activity;
  gap?: { id: string; state: GapState };
  adds?: StoredFix;
  next?: LoopMessage[];
  /** What it must still say: where it was put on another text since, nothing is changed. */
  still?: { patchHash: string; baseHash: string | null };
  /** Wall time before which `next` is not worked: until then it can be withdrawn. */
  holdUntil?: number;
  /** Takes back a message that is still held at `now` (wall); where there is none such, nothing is changed. */
  withdraws?: { keyPrefix: string; now: number; eventNow: number };
}

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

/** Questions prepared for one agent each. */
export interface QuestionStore {
  /** Stores a question, once by id. */
  add(tenant: string, question: DisputeQuestion): Promise<void>;
  get(tenant: string, id: string): Promise<DisputeQuestion | null>;
  ofFix(tenant: string, fixId: string): Promise<DisputeQuestion[]>;
  /** The open ones of an agent (their keyed hash), oldest first. */
  openFor(tenant: string, agentId: string): Promise<DisputeQuestion[]>;
  /** Changes an open question; false where it is no longer open. */
  move(tenant: string, id: string, question: DisputeQuestion): Promise<boolean>;
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

/** One thing the system or a person did, and why. Append-only. `notice` is what people are told of it, in the same batch. */
export interface Activity {
  notice?: Notice;
  at: number;
  actor: string;
  what: string;
  subject: string;
  reason: string;
}

/** An entry with its place in the log. */
export type ActivityRow = Omit<Activity, 'notice'> & { id: number };

/** A point of the chain: `hash` covers everything up to entry `upTo`. */
export interface Seal {
  upTo: number;
  hash: string;
  at: number;
}

export interface ActivityStore {
  /** Up to `limit` entries after `afterId`, oldest first. */
  after(tenant: string, afterId: number, limit: number): Promise<ActivityRow[]>;
  /** Up to `limit` entries before the entry `beforeId` (null: from the end), newest first. */
  before(tenant: string, beforeId: number | null, limit: number): Promise<ActivityRow[]>;
  /** All seals, oldest first. */
  seals(tenant: string): Promise<Seal[]>;
  /** Adds a seal, once by its place. */
  seal(tenant: string, seal: Seal): Promise<void>;
  add(tenant: string, activity: Activity): Promise<void>;
  list(tenant: string, limit: number): Promise<Activity[]>;
}

/** What a person did with advice. `subject` names what it is about; `text` of it is the person's or ours, no customer's. */
export interface Outcome {
  id: string;
  conversationId: string;
  personId: string;
  language: string;
  /** The article or the gap it is about; null where it is about neither. */
  about: string | null;
  subject: string;
  at: number;
  input: OutcomeInput;
}

export interface OutcomeStore {
  get(tenant: string, id: string): Promise<Outcome | null>;
  /** Stores an outcome, once by id, with what it says in the activity log (no notice) and leads to, in one batch; false: it stood. */
  add(tenant: string, outcome: Outcome, activity: Activity | null, next: LoopMessage[]): Promise<boolean>;
  /** What was done in a conversation, oldest first. */
  ofConversation(tenant: string, conversationId: string): Promise<Outcome[]>;
  /** What was said of these articles or gaps since `since` (event time), oldest first. */
  about(tenant: string, ids: string[], since: number): Promise<Outcome[]>;
  /** What a person did since `since` (event time), newest first, at most `limit`. */
  ofPerson(tenant: string, personId: string, since: number, limit: number): Promise<Outcome[]>;
  /** Removes what was done before `before` (event time). */
  forget(tenant: string, before: number): Promise<void>;
}

export interface CursorStore {
  get(tenant: string, name: string): Promise<string | null>;
  set(tenant: string, name: string, value: string): Promise<void>;
}

/** Sealed envelopes by name: never plain text. What is inside is the affair of the rim that sealed it. */
export interface SecretStore {
  get(tenant: string, name: string): Promise<string | null>;
  put(tenant: string, name: string, sealed: string): Promise<void>;
  remove(tenant: string, name: string): Promise<void>;
}

export interface RetentionStore {
  /**
   * Removes redacted text last changed before `before` (event time), but of these conversations; from the learning log
   * too, as far as a snapshot holds what it taught.
   */
  forgetText(tenant: string, before: number, except: string[]): Promise<void>;
  /**
   * Takes the quotes out of fixes that came to nothing (rejected, superseded, rolled back) and were drafted before `before`
   * (event time); which turns they cited stays.
   */
  forgetQuotes(tenant: string, before: number): Promise<void>;
  /**
   * Removes observations and what they added to the learning log before `before` (event time), as far as a snapshot holds
   * what it taught; but of these conversations. The log's last entry stays: its number is the fence.
   */
  forgetFeatures(tenant: string, before: number, except: string[]): Promise<void>;
  /**
   * Removes every text of one conversation: its own row, the question, the learning log's, quotes of it in fixes that are
   * neither open nor live; and all that a model answered.
   */
  eraseConversation(tenant: string, conversationId: string): Promise<void>;
  /**
   * Removes up to `rows` rows a table of a tenant that has been leaving since `closedBefore` (wall) or earlier, in every
   * table that knows tenants; answers how many went. When none was left the tenant itself goes, and the answer is 0. Anybody
   * else is untouched, also one who came back meanwhile.
   */
  purge(tenant: string, closedBefore: number, rows: number): Promise<number>;
  /** Removes rows of work, sessions and what a model answered, that ended before `before` (wall): what came later stays. */
  forgetDoneWork(tenant: string, before: number): Promise<void>;
}

/** Keyed hashes of vendor ids: the same person gives the same id within a tenant, and nothing leads back. */
export interface Identity {
  personId(tenant: string, vendorId: string): Promise<string>;
}

/** Everything a step may use. Rims implement it; compose.ts joins it. */
export interface Ports {
  wallClock: Clock;
  eventClock: Clock;
  tenants: TenantStore;
  inbox: InboxStore;
  leases: LeaseStore;
  observations: ObservationStore;
  learningLog: LearningLog;
  memory: Memory;
  articles: ArticleStore;
  articleIndex: ArticleIndex;
  macros: MacroStore;
  gaps: GapStore;
  fixes: FixStore;
  publications: PublicationStore;
  reservations: ReservationStore;
  questions: QuestionStore;
  reviewTimes: ReviewTimeStore;
  activity: ActivityStore;
  outbox: OutboxStore;
  outcomes: OutcomeStore;
  cursors: CursorStore;
  retention: RetentionStore;
  identity: Identity;
  courier: Courier;
  /** A model that words drafts; without one the builtin engine's words stand. */
  writer?: Writer;
  /** An embedding model and its vectors; without one search is by words alone. */
  dense?: { embedder: Embedder; vectors: VectorStore };
  /**
   * The tenant's helpdesk; NotFound for an unknown tenant. `publishing` may use the whole rate limit, since a person waits
   * for it; reading keeps to half of it.
   */
  helpdesk(tenant: string, use?: 'reading' | 'publishing'): Promise<Helpdesk>;
  /**
   * Asks a tenant's helpdesk about everything its connection needs, and puts the webhook right where it may. What is refused
   * or not answered is among what was found; NotFound for an unknown tenant.
   */
  prove(tenant: string, how: Proving): Promise<Proven[]>;
}
