import { verdictOf } from '../../../worker/core/publishing/watching/watch.ts';
import { seeded } from '../../core/random.ts';

const DAYS_BEFORE = 56;

export interface WatchCase {
  name: string;
  /** Customers a day of the issue and of its controls, and what the publication does to the former. */
  issue: number;
  control: number;
  ratio: number;
}

export const CASES: WatchCase[] = [
  { name: 'nothing changed, 2 a day', issue: 2, control: 20, ratio: 1 },
  { name: 'nothing changed, 5 a day', issue: 5, control: 50, ratio: 1 },
  { name: 'nothing changed, 10 a day', issue: 10, control: 100, ratio: 1 },
  { name: '40 % worse, 2 a day', issue: 2, control: 20, ratio: 1.4 },
  { name: '40 % worse, 5 a day', issue: 5, control: 50, ratio: 1.4 },
  { name: '40 % worse, 10 a day', issue: 10, control: 100, ratio: 1.4 },
  { name: 'halved, 5 a day', issue: 5, control: 50, ratio: 0.5 },
  { name: 'four of five gone, 2 a day', issue: 2, control: 20, ratio: 0.2 },
];

export interface WatchRow {
  name: string;
  harmful: number;
  healed: number;
  noEffect: number;
  medianDay: number | null;
  p90Day: number | null;
}

/** Publications looked at every day: how many end in which verdict, and after how many days. */
export function simulateWatch(of: WatchCase, publications: number, days: number, seed: number): WatchRow {
  const random = seeded(seed);
  const poisson = (rate: number): number => {
    let count = 0;
    for (let left = Math.exp(-rate), product = random(); product > left; product *= random()) count++;
    return count;
  };
  const sum = (rate: number, over: number) =>
    Array.from({ length: over }, () => poisson(rate)).reduce((a, b) => a + b, 0);
  const ends: { verdict: string; day: number }[] = [];
  for (let n = 0; n < publications; n++) {
    const before = { issue: sum(of.issue, DAYS_BEFORE), control: sum(of.control, DAYS_BEFORE) };
    const after = { issue: 0, control: 0 };
    let verdict = 'watching';
    let day = 0;
    while (verdict === 'watching' && day < days) {
      day++;
      after.issue += poisson(of.issue * of.ratio);
      after.control += poisson(of.control);
      verdict = verdictOf({ before, after }).verdict;
    }
    ends.push({ verdict, day });
  }
  const share = (verdict: string) => ends.filter((end) => end.verdict === verdict).length / publications;
  const spoken = ends
    .filter((end) => end.verdict === (of.ratio > 1 ? 'harmful' : 'healed'))
    .map((end) => end.day)
    .sort((a, b) => a - b);
  const at = (q: number) => (of.ratio === 1 ? null : (spoken[Math.floor(spoken.length * q)] ?? null));
  return {
    name: of.name,
    harmful: share('harmful'),
    healed: share('healed'),
    noEffect: share('no_effect'),
    medianDay: at(0.5),
    p90Day: at(0.9),
  };
}
