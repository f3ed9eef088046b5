import type { FixOutcome } from '../../../shared/measure/outcome.ts';
import { autonomyOf, MAX_WEALTH } from '../../../worker/core/publishing/deciding/autonomy.ts';
import { begin, type EProcess, step, wealthOf } from '../../../worker/core/publishing/deciding/e-process.ts';
import { seeded } from '../../core/random.ts';

const NEEDED = 1 / (0.6 * 0.05);

/** Outcomes after which an older one hardly weighs. Source: worker/core/publishing/deciding/e-process.ts, REDEAL. */
export const MEMORY = 100;

/** One kind of tenant: its true rate of bad fixes, which may step up once. */
export interface Case {
  name: string;
  rate: number;
  step?: { at: number; rate: number };
}

export const CASES: Case[] = [
  { name: 'at the target, 5 %', rate: 0.05 },
  { name: 'just above, 6 %', rate: 0.06 },
  { name: '10 %', rate: 0.1 },
  { name: '2 %', rate: 0.02 },
  { name: '1 %', rate: 0.01 },
  { name: '0.5 %', rate: 0.005 },
  { name: '1 %, then 10 % from the 300th', rate: 0.01, step: { at: 300, rate: 0.1 } },
  { name: '1 %, then 25 % from the 300th', rate: 0.01, step: { at: 300, rate: 0.25 } },
];

export interface AutonomyRow {
  name: string;
  everUnlocked: number;
  medianAt: number | null;
  /** Share of tenants whose stated bound ever lay below the true rate, looked at after every outcome; null with a step. */
  boundBroken: number | null;
  /** Share of tenants that were still unlocked, or again, more than a memory (100 outcomes) after the step; null without. */
  lateUnlocked: number | null;
  /** Outcomes after the step until the last unlocked one, 95th percentile; null without a step. */
  lockedAfterP95: number | null;
}

/** Tenants whose record is looked at after every outcome: how many ever unlock, when, and how fast a worse one locks. */
export function simulateAutonomy(of: Case, tenants: number, outcomes: number, seed: number): AutonomyRow {
  const random = seeded(seed);
  const unlockedAt: number[] = [];
  const lockedAfter: number[] = [];
  const below = Math.ceil(of.rate * 400 - 1) / 400;
  let broken = 0;
  for (let tenant = 0; tenant < tenants; tenant++) {
    let process: EProcess = begin(0.05, MAX_WEALTH * NEEDED);
    let bound: EProcess = begin(below, 1e100);
    let isBroken = false;
    let [first, last] = [-1, -1];
    for (let n = 0; n < outcomes; n++) {
      const rate = of.step && n >= of.step.at ? of.step.rate : of.rate;
      const isBad = random() < rate;
      process = step(process, isBad);
      bound = step(bound, isBad);
      isBroken ||= wealthOf(bound) >= NEEDED;
      if (wealthOf(process) < NEEDED) continue;
      if (first < 0) first = n + 1;
      last = n + 1;
    }
    broken += Number(isBroken);
    if (first > 0) unlockedAt.push(first);
    if (of.step) lockedAfter.push(Math.max(0, last - of.step.at));
  }
  unlockedAt.sort((a, b) => a - b);
  lockedAfter.sort((a, b) => a - b);
  return {
    name: of.name,
    everUnlocked: unlockedAt.length / tenants,
    boundBroken: of.step ? null : broken / tenants,
    lateUnlocked: of.step ? lockedAfter.filter((after) => after > MEMORY).length / tenants : null,
    medianAt: unlockedAt[Math.floor(unlockedAt.length / 2)] ?? null,
    lockedAfterP95: of.step ? (lockedAfter[Math.floor(lockedAfter.length * 0.95)] ?? null) : null,
  };
}

/** Clean approvals that unlock a category from nothing. */
export function cleanApprovalsNeeded(): number {
  const none: FixOutcome[] = [];
  return autonomyOf(none).cleanApprovalsMissing;
}
