import type { AutomaticAct } from '../../../shared/automatic.ts';
import { policySchema } from '../../../shared/policy.ts';
import { DAY_MS } from '../../../shared/time.ts';
import { hasEarned, revocationsOf } from '../../../worker/core/answering/record.ts';
import { SAMPLED_ONE_IN } from '../../../worker/core/answering/verdict.ts';
import { seeded } from '../../core/random.ts';

const POLICY = policySchema.parse({ answers: { modes: { Reports: 'public' } } });
const DAYS = 365;
const LABEL_DAYS = 7;

/** A category in public for a year: answers a week, its true rate of bad ends, and from when it is worse. */
export interface AnswerCase {
  name: string;
  perWeek: number;
  rate: number;
  decline?: { day: number; rate: number };
}

/** Of bad ends so many show: the customer comes back or asks for a person. Of the others nobody hears but in the sample. Stated. */
const SHOWN = 0.7;

export const CASES: AnswerCase[] = [
  ...[0.001, 0.002, 0.005, 0.01].map((rate) => ({ name: `${100 * rate} %, 20 a week`, perWeek: 20, rate })),
  { name: '0.5 %, 5 a week', perWeek: 5, rate: 0.005 },
  { name: '0.2 %, then 10 % from day 180, 20 a week', perWeek: 20, rate: 0.002, decline: { day: 180, rate: 0.1 } },
  { name: '0.2 %, then 25 % from day 180, 20 a week', perWeek: 20, rate: 0.002, decline: { day: 180, rate: 0.25 } },
  { name: '0.2 %, then 25 % from day 180, 5 a week', perWeek: 5, rate: 0.002, decline: { day: 180, rate: 0.25 } },
];

/** Shares of years, and days after the decline in which half and nine of ten were revoked; null without a decline. */
export interface AnswerRow {
  name: string;
  revokedBefore: number;
  medianDay: number | null;
  p90Day: number | null;
  badSaid: number;
}

/** Years of a category that starts with a hundred good ends in the dark, judged daily by the rules that revoke. */
export function simulateAnswers(of: AnswerCase, years: number, seed: number): AnswerRow {
  const random = seeded(seed);
  let before = 0;
  let badSaid = 0;
  const after: number[] = [];
  for (let year = 0; year < years; year++) {
    const judged: AutomaticAct[] = Array.from({ length: 100 }, (_, i) => ended(`dark ${i}`, 'dark', false, true, 0));
    const due = new Map<number, AutomaticAct[]>();
    let revokedAt: number | null = null;
    for (let day = 1; day <= DAYS && revokedAt === null; day++) {
      const isWorse = of.decline !== undefined && day >= of.decline.day;
      const rate = isWorse ? (of.decline?.rate ?? 0) : of.rate;
      for (let n = 0; n < of.perWeek; n++) {
        if (random() >= 1 / 7) continue;
        const isBad = random() < rate;
        if (isWorse && isBad) badSaid++;
        const isSampled = random() < 1 / SAMPLED_ONE_IN;
        const isKnown = isSampled || (isBad && random() < SHOWN);
        if (!isKnown) continue;
        const at = day + LABEL_DAYS;
        due.set(at, [...(due.get(at) ?? []), ended(`${day} ${n}`, 'done', isBad, isSampled, at)]);
      }
      const now = due.get(day) ?? [];
      judged.push(...now);
      if (now.length > 0 && revocationsOf(judged, POLICY, day * DAY_MS).length > 0) revokedAt = day;
    }
    if (revokedAt === null) continue;
    if (of.decline && revokedAt >= of.decline.day) after.push(revokedAt - of.decline.day);
    else before++;
  }
  after.sort((a, b) => a - b);
  const at = (share: number) => (of.decline ? (after[Math.floor(after.length * share)] ?? null) : null);
  const declined = Math.max(1, after.length);
  return {
    name: of.name,
    revokedBefore: before / years,
    medianDay: at(0.5),
    p90Day: at(0.9),
    badSaid: badSaid / declined,
  };
}

function ended(id: string, state: 'dark' | 'done', isBad: boolean, isSampled: boolean, day: number): AutomaticAct {
  const at = day * DAY_MS;
  return {
    ...{ kind: 'answer', conversationId: id, requesterId: id, category: 'Reports', articleId: '1', locale: 'en' },
    ...{ said: '', team: null, isPublic: state === 'done', state, asRead: at, at, isSampled },
    ...{ verdict: isBad ? 'bad' : 'good', why: 'judged', judgedAt: at },
  };
}

/** Weeks until a category has earned to act, at so many ends a fortnight of which one in a hundred is bad: median of many. */
export function weeksToEarn(perFortnight: number, delayWeeks: number, runs: number, seed: number): number {
  const random = seeded(seed);
  const weeks = Array.from({ length: runs }, () => {
    const acts: AutomaticAct[] = [];
    while (acts.length < 1_000) {
      acts.push(ended(`${acts.length}`, 'dark', random() < 0.01, true, acts.length));
      if (acts.length >= 79 && hasEarned(acts, 'answer', 'Reports')) break;
    }
    return delayWeeks + (2 * acts.length) / perFortnight;
  });
  return weeks.sort((a, b) => a - b)[Math.floor(runs / 2)] ?? 0;
}
