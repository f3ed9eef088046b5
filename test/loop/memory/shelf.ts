import type { AutomaticAct } from '../../../shared/automatic.ts';
import type { ChangeNote } from '../../../shared/context/change-note.ts';
import type { TrackedIssue } from '../../../shared/context/tracked-issue.ts';
import type { DisputeQuestion } from '../../../shared/escalation.ts';
import type { Article, Conversation, Gap, Policy, Publication, StoredFix, Tenant } from '../../../shared/index.ts';
import type { Macro } from '../../../shared/macro.ts';
import type { Ending } from '../../../shared/measure/ending.ts';
import type { Pilot } from '../../../shared/measure/pilot.ts';
import type { Notice, NoticeRow } from '../../../shared/notice.ts';
import type { KnownFacts } from '../../../worker/loop/ports/context/product-facts.ts';
import type { LoopMessage } from '../../../worker/loop/ports/messages.ts';
import { messageKey } from '../../../worker/loop/ports/messages.ts';
import type { Session } from '../../../worker/loop/ports/session.ts';
import type { Activity, ActivityRow, Seal } from '../../../worker/loop/ports/stores/activity.ts';
import type { ArticleVersion } from '../../../worker/loop/ports/stores/articles.ts';
import type { Departure } from '../../../worker/loop/ports/stores/departures.ts';
import type { DayCounts, IssueWeek } from '../../../worker/loop/ports/stores/endings.ts';
import type { ReviewTime } from '../../../worker/loop/ports/stores/fixes.ts';
import type { Assignment } from '../../../worker/loop/ports/stores/gaps.ts';
import type { LearnedRow, LogEntry } from '../../../worker/loop/ports/stores/learning.ts';
import type { Observation } from '../../../worker/loop/ports/stores/observations.ts';
import type { Outcome } from '../../../worker/loop/ports/stores/outcomes.ts';
import type { Wish } from '../../../worker/loop/ports/stores/publications.ts';
import type { KnownAnswers } from './answers.ts';

export interface StoredMessage {
  tenant: string;
  key: string;
  message: LoopMessage;
  notBefore: number;
  attempts: number;
  state: 'new' | 'done' | 'dead';
  reason: string | null;
  receivedAt: number;
}

/** Everything the doubles hold, in one place: what D1's tables are to the real stores. */
export interface Shelf {
  tenants: Map<string, { tenant: Tenant; policy: Policy; stateSince: number }>;
  secrets: Map<string, string>;
  inbox: Map<string, StoredMessage>;
  dead: Map<
    string,
    { tenant: string; key: string; message: LoopMessage; reason: string; attempts: number; at: number }
  >;
  leases: Map<string, { holder: string; until: number }>;
  conversations: Map<string, { tenant: string; conversation: Conversation }>;
  observations: Map<string, { tenant: string; observation: Observation }>;
  log: Map<string, Map<number, LogEntry>>;
  snapshots: Map<string, { seq: number; rows: Map<string, LearnedRow> }>;
  articles: Map<string, { tenant: string; article: Article }>;
  versions: { tenant: string; version: ArticleVersion }[];
  macros: Map<string, { tenant: string; macro: Macro }>;
  gaps: Map<string, { tenant: string; gap: Gap }>;
  fixes: Map<string, { tenant: string; fix: StoredFix }>;
  publications: Map<string, { tenant: string; publication: Publication }>;
  reservations: Map<string, { tenant: string; wish: Wish }>;
  questions: Map<string, { tenant: string; question: DisputeQuestion }>;
  outbox: Map<string, { tenant: string; row: NoticeRow }>;
  activity: { tenant: string; activity: ActivityRow }[];
  seals: { tenant: string; seal: Seal }[];
  cursors: Map<string, string>;
  assignments: Map<string, { tenant: string; gapId: string; to: Assignment }>;
  outcomes: Map<string, { tenant: string; outcome: Outcome }>;
  endings: Map<string, { tenant: string; ending: Ending & { category: string } }>;
  efforts: Map<string, { tenant: string; conversationId: string; score: number; at: number }>;
  departures: Map<string, { tenant: string; departure: Departure }>;
  pilots: Map<string, { tenant: string; pilot: Pilot }>;
  measureDue: Map<string, { tenant: string; at: number; dueAt: number }>;
  dayCounts: Map<string, { tenant: string; counts: DayCounts }>;
  issueWeeks: Map<string, { tenant: string; asked: IssueWeek }>;
  changeNotes: Map<string, { tenant: string; note: ChangeNote }>;
  productFacts: Map<string, { tenant: string; known: KnownFacts }>;
  trackedIssues: Map<string, { tenant: string; issue: TrackedIssue }>;
  automaticActs: Map<string, { tenant: string; act: AutomaticAct }>;
  reviewTimes: { tenant: string; time: ReviewTime }[];
  sessions: Map<string, Session>;
  nonces: Map<string, { tenant: string; sessionId: string }>;
  modelAnswers: KnownAnswers['answers'];
  modelFailures: KnownAnswers['failures'];
}

export function createShelf(): Shelf {
  return {
    tenants: new Map(),
    secrets: new Map(),
    inbox: new Map(),
    dead: new Map(),
    leases: new Map(),
    conversations: new Map(),
    observations: new Map(),
    log: new Map(),
    snapshots: new Map(),
    articles: new Map(),
    versions: [],
    macros: new Map(),
    gaps: new Map(),
    fixes: new Map(),
    publications: new Map(),
    reservations: new Map(),
    questions: new Map(),
    outbox: new Map(),
    activity: [],
    seals: [],
    cursors: new Map(),
    assignments: new Map(),
    outcomes: new Map(),
    endings: new Map(),
    efforts: new Map(),
    departures: new Map(),
    pilots: new Map(),
    measureDue: new Map(),
    dayCounts: new Map(),
    issueWeeks: new Map(),
    changeNotes: new Map(),
    productFacts: new Map(),
    trackedIssues: new Map(),
    automaticActs: new Map(),
    reviewTimes: [],
    sessions: new Map(),
    nonces: new Map(),
    modelAnswers: new Map(),
    modelFailures: new Map(),
  };
}

/** Adds one entry to what was done, under the next number of all. */
export function note(shelf: Shelf, tenant: string, activity: Activity): void {
  const { notice, ...entry } = activity;
  shelf.activity.push({ tenant, activity: { ...entry, id: shelf.activity.length + 1 } });
  if (notice) tell(shelf, tenant, notice);
}

/** Stores a notice once by its key, with the message that sends it. */
export function tell(shelf: Shelf, tenant: string, notice: Notice): boolean {
  if (shelf.outbox.has(at(tenant, notice.key))) return false;
  const delivery = { state: 'due' as const, attempts: 0, nextAt: 0, detail: null };
  const row = { ...copy(notice), id: shelf.outbox.size + 1, isRead: false, isDismissed: false, delivery };
  shelf.outbox.set(at(tenant, notice.key), { tenant, row });
  const message: LoopMessage = { type: 'notify', at: notice.at };
  const key = messageKey(message);
  if (!shelf.inbox.has(at(tenant, key)))
    shelf.inbox.set(at(tenant, key), {
      ...{
        tenant,
        key,
        message,
        notBefore: 0,
        attempts: 0,
        state: 'new' as const,
        reason: null,
        receivedAt: notice.at,
      },
    });
  return true;
}

/** The key of a row: tenant first, as in every primary key. */
export function at(...parts: (string | number)[]): string {
  return JSON.stringify(parts);
}

/** What a store gives out or takes in is a copy: nobody changes a row by holding it. */
export function copy<T>(value: T): T {
  return structuredClone(value);
}

/** Text order by code units, as SQLite compares ASCII ids. */
export function byText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** Whether a key made by `at`, or a tenant's own, is of this tenant. */
export function isOf(key: string, tenant: string): boolean {
  return key === tenant || key.startsWith(JSON.stringify([tenant]).slice(0, -1));
}

/** Removes everything of a tenant but its own row; answers how many things went. */
export function clear(shelf: Shelf, tenant: string): number {
  let gone = 0;
  for (const [name, rows] of Object.entries(shelf)) {
    if (name === 'tenants') continue;
    if (Array.isArray(rows)) {
      const kept = rows.filter((row: { tenant: string }) => row.tenant !== tenant);
      gone += rows.length - kept.length;
      rows.splice(0, rows.length, ...kept);
    } else
      for (const [key, row] of rows as Map<string, { tenant?: string }>)
        if ((isOf(key, tenant) || row.tenant === tenant) && rows.delete(key)) gone += 1;
  }
  return gone;
}
