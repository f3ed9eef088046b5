/**
 * The bets: each stands for a bad rate of that share of the tested one, with its part of the stake. 0 wins fastest on a
 * clean record and is ruined by the first bad one; the others live on. Origin: chosen by simulation (docs/safety.md) so
 * that a clean record earns by 79 outcomes, one bad one in a long clean record keeps it and two in a row lose it.
 */
const BETS: readonly { share: number; stake: number }[] = [
  { share: 0, stake: 0.35 },
  { share: 0.15, stake: 0.35 },
  { share: 0.3, stake: 0.2 },
  { share: 0.5, stake: 0.1 },
];

/** The part of the wealth that is laid out anew over the bets each time: a memory of about 1/0.01 = 100 outcomes. */
const REDEAL = 0.01;

/** A bettor against "bad with probability `rate` or more". `wealths` are the bets' own; their sum is the e-value. */
export interface EProcess {
  rate: number;
  maxWealth: number;
  wealths: readonly number[];
}

/** The process before any outcome; what it wins beyond `maxWealth` is thrown away. */
export function begin(rate: number, maxWealth: number): EProcess {
  return { rate, maxWealth, wealths: BETS.map((bet) => bet.stake) };
}

/**
 * The process after one more outcome. A bet with alternative p = share * rate is multiplied by p / rate on a bad outcome
 * and by (1 - p) / (1 - rate) on a clean one: on average by at most 1 while bad ones come at `rate` or more, so the sum
 * is a non-negative supermartingale starting at 1. Laying out anew keeps the sum, throwing away lowers it: still one.
 */
export function step(process: EProcess, isBad: boolean): EProcess {
  const { rate, maxWealth } = process;
  const wealths: number[] = [];
  let sum = 0;
  for (const [i, { share }] of BETS.entries()) {
    const wealth = (process.wealths[i] ?? 0) * (isBad ? share : (1 - share * rate) / (1 - rate));
    wealths.push(wealth);
    sum += wealth;
  }
  const kept = Math.min(1, maxWealth / sum);
  for (const [i, { stake }] of BETS.entries()) {
    wealths[i] = kept * ((1 - REDEAL) * (wealths[i] ?? 0) + REDEAL * stake * sum);
  }
  return { rate, maxWealth, wealths };
}

/** What the bettor has: the e-value. */
export function wealthOf(process: EProcess): number {
  return process.wealths.reduce((sum, wealth) => sum + wealth, 0);
}
