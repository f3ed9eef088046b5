/** One observation for or against what is suspected: how surely it bears on it at all (0 to 1), and who gave it (0: not known). */
export interface Observed {
  isFor: boolean;
  worth: number;
  by: number;
}

/** How often an observation speaks for a suspicion that holds, and for one that doesn't. Read off labelled support mail. */
const HIT = 0.7;
const NOISE = 0.06;

/** ln odds of a suspicion before anything was observed: three of a hundred claims go stale. Stated. */
const PRIOR = Math.log(0.03 / 0.97);

/** ln odds from which a suspicion is told. False ones stayed under 0 on eleven bases that were right, true ones came above 2. */
const TOLD = 2;

/** Observations for it, and people who gave them, without which no odds suffice: one person's habit is no fact. */
const MIN_FOR = 3;
const MIN_BY = 2;

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
 * looked at after every observation. What one person says again counts less each time (1, 1/2, 1/3 …); an observation that
 * bears on the suspicion with probability `worth` counts as the mixture.
 */
export function standing(observed: readonly Observed[]): Standing {
  let logOdds = PRIOR;
  let since = 0;
  let times = new Map<number, number>();
  observed.forEach(({ isFor, worth, by }, at) => {
    if (isFor) {
      const again = by === 0 ? 1 : (times.get(by) ?? 0) + 1;
      times.set(by, again);
      logOdds += Math.log((worth * HIT + (1 - worth) * NOISE) / NOISE) / again;
    } else logOdds += worth * Math.log((1 - HIT) / (1 - NOISE));
    if (logOdds > PRIOR) return;
    logOdds = PRIOR;
    since = at + 1;
    times = new Map();
  });
  const run = observed.slice(since).filter((one) => one.isFor);
  const unknown = run.filter((one) => one.by === 0).length;
  const by = new Set(run.map((one) => one.by).filter((one) => one !== 0)).size + unknown;
  return { logOdds, since, isFor: run.length, by, isTold: logOdds >= TOLD && run.length >= MIN_FOR && by >= MIN_BY };
}
