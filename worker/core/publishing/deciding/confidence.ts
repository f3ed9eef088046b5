import type { Gap, Rehearsal } from '../../../../shared/gap.ts';

/**
 * What a fix rests on, counted by code. `agreement` is the share (0 to 1) of distinct agents' statements that say what
 * the fix says; `gates` are the checks that ran, `openQuestions` how many points agents disagree on.
 */
export interface FixEvidence {
  organizations: number;
  agents: number;
  agreement: number;
  rehearsal: Rehearsal | null;
  openQuestions: number;
  gates: readonly { name: string; isPassed: boolean }[];
}

/**
 * Weights of the logistic, in log-odds. Origin: a stated prior, recalibrated by outcomes (`calibrate`). Anchors: one
 * organization, one agent, one win: .43; three, two, three: .90; six, four, five: .99; counts weigh by their log2, so
 * each doubling adds the same.
 */
export const CONFIDENCE_WEIGHTS = {
  prior: -5.3,
  organizations: 1.2,
  agents: 1.2,
  agreement: 2,
  wins: 0.6,
  regressions: -2.5,
  openQuestions: -2,
} as const;

/** Counts beyond these add nothing: more of the same is not more certain. */
export const COUNT_CAPS = { organizations: 16, agents: 8, wins: 16, regressions: 4, openQuestions: 4 } as const;

/** One part of a confidence: `value` as it was weighed, `logOdds` what it added. */
export interface ConfidencePart {
  name: keyof typeof CONFIDENCE_WEIGHTS;
  value: number;
  logOdds: number;
}

/**
 * The probability (0 to 1) that a fix is right, by a logistic of its evidence, with every part. It is 0, not a guess,
 * where a count is missing or not a number, where no gate ran and where one failed. Never read from a model.
 */
export function confidenceOf(evidence: FixEvidence): { confidence: number; parts: ConfidencePart[] } {
  const { organizations, agents, agreement, rehearsal, openQuestions, gates } = evidence;
  const parts: ConfidencePart[] = [
    part('prior', 1),
    part('organizations', logCount(organizations, COUNT_CAPS.organizations)),
    part('agents', logCount(agents, COUNT_CAPS.agents)),
    part('agreement', readConfidence(agreement, Number.NaN) * 2 - 1),
    part('wins', rehearsal === null ? 0 : logCount(rehearsal.wins, COUNT_CAPS.wins)),
    part('regressions', rehearsal === null ? 0 : count(rehearsal.regressions, COUNT_CAPS.regressions)),
    part('openQuestions', count(openQuestions, COUNT_CAPS.openQuestions)),
  ];
  const logOdds = parts.reduce((sum, { logOdds: added }) => sum + added, 0);
  const isChecked = Array.isArray(gates) && gates.length > 0 && gates.every((gate) => gate.isPassed === true);
  return { confidence: isChecked && Number.isFinite(logOdds) ? 1 / (1 + Math.exp(-logOdds)) : 0, parts };
}

/**
 * A confidence, at most as sure as it is that knowledge failed at all: by the odds of the gap's finding, as its one test left them. Of a
 * fix without a gap, and of a finding that was not weighed, nothing is taken away.
 */
export function withinProof(confidence: number, gap: Pick<Gap, 'statistics'> | null): number {
  const logOdds = gap?.statistics.logOdds;
  return logOdds === undefined ? confidence : Math.min(confidence, 1 / (1 + Math.exp(-logOdds)));
}

/** A stored or handed-over confidence as a number from 0 to 1; anything else (NaN, null, "1", 1.5, missing) is 0. */
export function readConfidence(value: unknown, otherwise = 0): number {
  return typeof value === 'number' && value >= 0 && value <= 1 ? value : otherwise;
}

function part(name: ConfidencePart['name'], value: number): ConfidencePart {
  return { name, value, logOdds: CONFIDENCE_WEIGHTS[name] * value };
}

function count(value: unknown, cap: number): number {
  return typeof value === 'number' && value >= 0 ? Math.min(value, cap) : Number.NaN;
}

function logCount(value: unknown, cap: number): number {
  return Math.log2(1 + count(value, cap));
}
