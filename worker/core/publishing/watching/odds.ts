/** Points at which the log-odds before are held, and how many standard deviations to each side they reach. */
const POINTS = 121;
const REACH = 8;

/** What the counts before say of the log-odds that a conversation is the issue's: points with log-weights that sum to 1. */
export interface Odds {
  logits: number[];
  logWeights: number[];
}

/** The posterior of the log-odds after `issue` and `control` conversations, under Jeffreys' prior Beta(1/2, 1/2). */
export function posterior(issue: number, control: number): Odds {
  const [a, b] = [issue + 0.5, control + 0.5];
  const middle = Math.log(a / b);
  const deviation = Math.sqrt(1 / a + 1 / b);
  const logits = Array.from({ length: POINTS }, (_, i) => middle + deviation * REACH * ((2 * i) / (POINTS - 1) - 1));
  const raw = logits.map((logit) => a * logOf(logit) + b * logOf(-logit));
  const total = logSum(raw);
  return { logits, logWeights: raw.map((weight) => weight - total) };
}

/** For each ratio, the log-likelihood of the counts after when the odds before are multiplied by it. */
export function likelihoods(
  odds: Odds,
  after: { issue: number; control: number },
  ratios: readonly number[],
): number[] {
  return ratios.map((ratio) => {
    const shift = Math.log(ratio);
    return logSum(
      odds.logits.map((logit, i) => {
        const moved = logit + shift;
        return (odds.logWeights[i] ?? -Infinity) + after.issue * logOf(moved) + after.control * logOf(-moved);
      }),
    );
  });
}

/** log(1 / (1 + exp(-logit))), without overflow. */
function logOf(logit: number): number {
  return logit > 0 ? -Math.log1p(Math.exp(-logit)) : logit - Math.log1p(Math.exp(logit));
}

function logSum(logs: readonly number[]): number {
  const top = Math.max(...logs);
  return top + Math.log(logs.reduce((sum, log) => sum + Math.exp(log - top), 0));
}
