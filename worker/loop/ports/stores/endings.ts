import type { Ending } from '../../../../shared/measure/ending.ts';
import type { Counts, MeasuredEnding } from '../../../core/measure/counts.ts';

/** Conversations are counted anew by the quarter of an hour in which they were opened: every zone's day begins with one. */
export const QUARTER_MS = 900_000;

/** The counts of a local day (`2026-11-22`) in one category, of issues of one age. */
export interface DayCounts {
  day: string;
  category: string;
  age: string;
  counts: Counts;
}

/** How often an issue was asked in a local week, named by its Monday. */
export interface IssueWeek {
  week: string;
  issueId: string;
  asked: number;
}

/** A day as it was counted: its rows stand in place of what stood, and these quarters wait no more. */
export interface CountedDay {
  day: string;
  rows: Omit<DayCounts, 'day'>[];
  /** The week that the day lies in, and how often each issue was asked in it. */
  week: string;
  asked: Omit<IssueWeek, 'week'>[];
  quarters: number[];
  /** When (event time) and by which quarter the day is counted once more; null where nothing in it can change by itself. */
  again: { at: number; dueAt: number } | null;
}

/** Endings are written with the observation that they end (`ObservationStore.record`), and leave with it. */
export interface EndingStore {
  /** Stores endings by themselves: those of a past that was read before endings were kept, and of a year made for tests. */
  put(tenant: string, endings: Ending[]): Promise<void>;
  /** Endings of conversations opened from `from` up to `to` (event time), in order of opening, at most `limit`. */
  between(tenant: string, from: number, to: number, limit: number): Promise<MeasuredEnding[]>;
  /** The endings of these conversations that stand. */
  of(tenant: string, conversationIds: string[]): Promise<MeasuredEnding[]>;
  /** How often each issue was asked from `from` up to `to` (event time). */
  asked(tenant: string, from: number, to: number): Promise<Omit<IssueWeek, 'week'>[]>;
  /** For each of these, when its issue was first asked and how often before `before` (event time), at most `limit` times. */
  before(
    tenant: string,
    subjects: { id: string; issueId: string; before: number }[],
    limit: number,
  ): Promise<{ id: string; firstAt: number; asked: number }[]>;
  /** Of conversations opened since `since` (event time): how many came nearest to each article, and how many it served. */
  ofArticles(tenant: string, since: number): Promise<{ articleId: string; asked: number; served: number }[]>;
  /**
   * How often each organization, or person of none, asked from `from` up to `to` (event time): in these categories, and in the
   * others.
   */
  byOrganization(
    tenant: string,
    from: number,
    to: number,
    categories: string[],
  ): Promise<{ organization: string; inside: number; outside: number }[]>;
  /** Quarters of an hour to be counted by now (event time), the earliest first, at most `limit`. */
  due(tenant: string, now: number, limit: number): Promise<number[]>;
  /** Has every ending counted anew: the tenant's days begin at another hour now. */
  dueAll(tenant: string): Promise<void>;
  /** Puts a counted day in the place of what stood, in one batch. */
  count(tenant: string, counted: CountedDay): Promise<void>;
  /** Counts of the days from `from` to `to`, both included. */
  days(tenant: string, from: string, to: string): Promise<DayCounts[]>;
  /** How often issues were asked in the weeks since one. */
  weeks(tenant: string, since: string): Promise<IssueWeek[]>;
  /** Removes endings of conversations opened before `before` (event time); what was counted of them stays. */
  forget(tenant: string, before: number): Promise<void>;
}
