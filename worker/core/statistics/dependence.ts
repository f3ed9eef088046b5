import { evidence } from './beta.ts';

/** Jeffreys' prior of a share. */
const PRIOR = 0.5;

/** One statement of a value: by whom (0: unknown), and whether it was the second of the two values. */
export interface Given {
  by: number;
  isOther: boolean;
}

/**
 * ln Bayes factor that which of two values is given depends on who gives it: each agent a share of their own, against
 * one share for all. Above 0 agents disagree; under 0 the value varies with the customer. Agents unknown to the helpdesk
 * say nothing.
 */
export function agentFactor(given: readonly Given[]): number {
  const agents = new Map<number, { other: number; all: number }>();
  let other = 0;
  let all = 0;
  for (const { by, isOther } of given) {
    if (by === 0) continue;
    const own = agents.get(by) ?? { other: 0, all: 0 };
    agents.set(by, { other: own.other + Number(isOther), all: own.all + 1 });
    other += Number(isOther);
    all++;
  }
  let apart = 0;
  for (const own of agents.values()) apart += evidence(own.other, own.all, PRIOR, PRIOR);
  return apart - evidence(other, all, PRIOR, PRIOR);
}

/** How many agents are known to have given the first value, and the second. */
export function agentsBySide(given: readonly Given[]): [number, number] {
  const of = (isOther: boolean) =>
    new Set(given.filter((g) => g.isOther === isOther && g.by !== 0).map((g) => g.by)).size;
  return [of(false), of(true)];
}
