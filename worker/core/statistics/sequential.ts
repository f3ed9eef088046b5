/** One observation for or against what is suspected: how surely it bears on it at all (0 to 1), and who gave it (0: not known). */
export interface Observed {
  isFor: boolean;
  worth: number;
  by: number;
}

/** What is suspected, as far as a test needs to know it. Shares are 0 to 1. */
export interface Suspicion {
  /** How many of all such suspicions hold. */
  prior: number;
  /** How often an observation speaks for one that holds, and for one that doesn't. */
  held: number;
  usual: number;
  /** ln odds from which it is told. */
  bound: number;
  /** How many of the observations since it came to hold must be for it. */
  share: number;
  /** Observations for it, and people who gave them, without which no odds suffice: one person's habit is no fact. */
  organizations: number;
  agents: number;
}

export interface Standing {
  /** ln odds that it holds now, since the latest moment from which it may hold. */
  logOdds: number;
  /** Where that moment lies in the observations, and how many of those since then are for it. */
  since: number;
  isFor: number;
  /** Distinct people who observed for it, those not known as one each. */
  by: number;
  isTold: boolean;
}

/**
 * Page's cumulative sum of log likelihood ratios (Page 1954): whether something has come to hold, and since when. It may be
 * looked at after every observation, one an organization: where it doesn't hold, each ratio has the mean 1 or less, so that the odds
 * rarely rise (Ville 1939). What one person says again counts less each time (1, 1/2, 1/3 …); an observation that bears on the
 * suspicion with probability `worth` counts as the mixture.
 */
export function standing(
  observed: readonly Observed[],
  { prior, held, usual, bound, share, organizations, agents }: Suspicion,
): Standing {
  const start = Math.log(prior / (1 - prior));
  let logOdds = start;
  let since = 0;
  let times = new Map<number, number>();
  observed.forEach(({ isFor, worth, by }, at) => {
    if (isFor) {
      const again = by === 0 ? 1 : (times.get(by) ?? 0) + 1;
      times.set(by, again);
      logOdds += Math.log((worth * held + (1 - worth) * usual) / usual) / again;
    } else logOdds += worth * Math.log((1 - held) / (1 - usual));
    if (logOdds > start) return;
    logOdds = start;
    since = at + 1;
    times = new Map();
  });
  const all = observed.slice(since);
  const run = all.filter((one) => one.isFor);
  const worth = (some: readonly Observed[]) => some.reduce((sum, one) => sum + one.worth, 0);
  const unknown = run.filter((one) => one.by === 0).length;
  const by = new Set(run.map((one) => one.by).filter((one) => one !== 0)).size + unknown;
  const isEnough = run.length >= organizations && by >= agents && worth(run) >= share * worth(all);
  return { logOdds, since, isFor: run.length, by, isTold: isEnough && logOdds >= bound };
}

/** An observation by somebody unknown that surely bears on what is suspected. */
export const seen = (isFor: boolean): Observed => ({ isFor, worth: 1, by: 0 });
