import type { Ending } from '../../../shared/measure/ending.ts';
import { DAY_MS, HOUR_MS } from '../../../shared/time.ts';
import type { Stretch } from './local-days.ts';

/** An issue's conversations are counted so far: more than this is "many". */
export const ASKED_AT_MOST = 21;

/** A return is looked for as long as this after a conversation was solved. Origin: KCS looks at 30 days. */
export const RETURN_WINDOW_MS = 30 * DAY_MS;

/** Nothing of the same issue in so long: the answer lasted. Origin: Chatwoot's durable resolution, 7 days. */
export const DURABLE_MS = 7 * DAY_MS;

/** Silence for so long after a machine's answer: contained. Origin: Zendesk's automated resolutions, 72 hours. */
export const CONTAINED_MS = 72 * HOUR_MS;

/**
 * An ending with what other endings say of it. `category` is the section of its article, empty where there is none; `asked` is
 * how often its issue had been asked up to and with it (0: no issue), at most `ASKED_AT_MOST`; `returnedAt` is when the same
 * person next asked the same, within `RETURN_WINDOW_MS` of its end; `effort` is what they answered of how easy it was (1 to
 * 7); `leftAt` is when the customer next left, as far as the company told.
 */
export interface MeasuredEnding extends Ending {
  category: string;
  asked: number;
  returnedAt: number | null;
  effort: number | null;
  leftAt: number | null;
}

/** How often an issue had been asked when a conversation asked it: never known, first, 2 to 5, 6 to 20, more. */
export const AGES = ['none', 'first', 'few', 'some', 'many'] as const;
export type Age = (typeof AGES)[number];

export function ageOf(asked: number): Age {
  if (asked === 0) return 'none';
  if (asked === 1) return 'first';
  if (asked <= 5) return 'few';
  return asked < ASKED_AT_MOST ? 'some' : 'many';
}

/** Numbers by the name of what was counted; what is absent is 0. All of them add up: over days, categories and ages. */
export type Counts = Readonly<Record<string, number>>;

export function added(all: Iterable<Counts>): Counts {
  const sum: Record<string, number> = {};
  for (const counts of all) for (const [name, n] of Object.entries(counts)) sum[name] = (sum[name] ?? 0) + n;
  return sum;
}

/** Times are counted in steps of a tenth: a median read off them is right to within five percent. */
const STEP = Math.log(1.1);

/** The step that a time lies in, and the time (minutes) that a step stands for. */
export const stepOf = (ms: number): number => Math.round(Math.log1p(ms / 60_000) / STEP);
export const minutesOf = (step: number): number => Math.expm1(step * STEP);

/** From this answer on, of 1 to 7, it was easy. Origin: CES 2.0, the share of 5 to 7. */
const EASY = 5;

/** What is known when endings are counted: up to which moment, and of which stretch the company told who left in it. */
export interface Known {
  asOf: number;
  departures: Stretch | null;
}

/**
 * What one ending adds to the counts, as known at `asOf` (event time): whether it lasted seven days is counted once seven days
 * are over. docs/figures.md says which figure is made of which counts.
 */
export function countsOf(e: MeasuredEnding, { asOf, departures }: Known): Counts {
  const isAfter = (ms: number) => e.solvedAt + ms <= asOf;
  const cameBack = (ms: number) => e.returnedAt !== null && e.returnedAt - e.solvedAt <= ms;
  const isByMachine = e.solvedBy === 'bot';
  const hasLasted = e.reopened === 0 && !cameBack(DURABLE_MS);
  const isFirst = hasLasted && e.customerRuns <= 1;
  const canBeFirst = e.diagnosis !== 'product_bug' && e.diagnosis !== 'needs_action';
  const isLinked = e.isLinked && e.solvedBy === 'person';
  const isEasy = e.effort !== null && e.effort >= EASY;
  const isLeaveKnown =
    isAfter(RETURN_WINDOW_MS) &&
    departures !== null &&
    e.solvedAt >= departures.from &&
    e.solvedAt + RETURN_WINDOW_MS <= departures.to;
  const isPleased = e.rating === 'good' || (e.rating === null && e.lastWord === 'thanked');
  const held: Record<string, boolean> = {
    conversations: true,
    [`by_${e.solvedBy}`]: true,
    served: e.diagnosis === 'none',
    unserved: e.diagnosis !== 'none',
    novel: e.asked <= 1,
    reopened: e.reopened > 0,
    [`reopened_${e.reopenReason}`]: e.reopenReason !== null,
    escalated: e.escalation !== null,
    [`escalated_${e.escalation}`]: e.escalation !== null,
    handed_over: e.handovers > 0,
    rated: e.rating !== null,
    rated_good: e.rating === 'good',
    rated_machine: e.rating !== null && isByMachine,
    rated_machine_good: e.rating === 'good' && isByMachine,
    rated_person: e.rating !== null && !isByMachine,
    rated_person_good: e.rating === 'good' && !isByMachine,
    linked: isLinked,
    reused: isLinked && e.asked > 1,
    searched: e.search !== null,
    search_found: e.search === 'found',
    chaff: e.isChaff,
    [`in_${e.language}`]: true,
    advised: e.advice !== 'none',
    advice_used: e.advice === 'inserted' || e.advice === 'edited',
    advice_whole: e.advice === 'inserted',
    tried: e.tried !== 'nothing_seen',
    [`tried_${e.tried}`]: true,
    [`last_${e.lastWord}`]: true,
    machine_pleased: isByMachine && isPleased && hasLasted,
    machine_first: e.firstReplyBy === 'bot',
    after_3: isAfter(CONTAINED_MS),
    machine_contained: isAfter(CONTAINED_MS) && isByMachine && e.reopened === 0 && !cameBack(CONTAINED_MS),
    after_7: isAfter(DURABLE_MS),
    durable: isAfter(DURABLE_MS) && hasLasted,
    machine_durable: isAfter(DURABLE_MS) && isByMachine && hasLasted,
    back_7: isAfter(DURABLE_MS) && cameBack(DURABLE_MS),
    first_contact: isAfter(DURABLE_MS) && isFirst,
    can_be_first: isAfter(DURABLE_MS) && canBeFirst,
    first_contact_net: isAfter(DURABLE_MS) && isFirst && canBeFirst,
    after_30: isAfter(RETURN_WINDOW_MS),
    back_30: isAfter(RETURN_WINDOW_MS) && cameBack(RETURN_WINDOW_MS),
    left_known: isLeaveKnown,
    left_30: isLeaveKnown && e.leftAt !== null && e.leftAt - e.solvedAt <= RETURN_WINDOW_MS,
    effort_answered: e.effort !== null,
    easy: isEasy,
    effort_machine: e.effort !== null && isByMachine,
    easy_machine: isEasy && isByMachine,
    effort_person: e.effort !== null && !isByMachine,
    easy_person: isEasy && !isByMachine,
  };
  const counts: Record<string, number> = { touches: e.touches, touches_squared: e.touches ** 2 };
  for (const [name, is] of Object.entries(held)) if (is) counts[name] = 1;
  if (e.firstReplyMs !== null) counts[`reply.${stepOf(e.firstReplyMs)}`] = 1;
  if (e.solvedBy !== 'nobody') counts[`solve.${stepOf(e.solvedAt - e.openedAt)}`] = 1;
  counts[e.asked <= 1 ? 'touches_novel' : 'touches_repeat'] = e.touches;
  if (e.effort !== null) {
    counts.effort = e.effort;
    counts.effort_squared = e.effort ** 2;
  }
  if (e.kept !== null) {
    counts.inserted = 1;
    counts.kept = e.kept;
    counts.kept_squared = e.kept ** 2;
  }
  return counts;
}

/** When (event time) the counts of an ending change by themselves next after `asOf`; null where they are done. */
export function changesAfter(e: Ending, asOf: number): number | null {
  const after = [CONTAINED_MS, DURABLE_MS, RETURN_WINDOW_MS].map((ms) => e.solvedAt + ms);
  return after.find((time) => time > asOf) ?? null;
}
