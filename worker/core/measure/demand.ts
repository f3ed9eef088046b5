/** How often one organization asked: in the pilot's sections and in the others, before and after. */
export interface OrganizationDemand {
  organization: string;
  before: { inside: number; outside: number };
  after: { inside: number; outside: number };
}

/**
 * How far the log ratio must lie from none to be called a difference, in standard errors. A little more than 1.96, since with
 * organizations of very different size the errors are a little too small: set so that of A/A pilots fewer than 5% alarm
 * (test/year/aa.test.ts).
 */
const CLEAR = 2.1;

/** What a planned comparison finds four times in five: the quantile of 80% beside that of the alarm. */
const POWER = 0.84;

/** Organizations without which nothing is said. Origin: below, the errors of a clustered estimate are known to be too small. */
export const MIN_ORGANIZATIONS = 20;

export interface DemandChange {
  /** Asked after, as a ratio of what the other sections let expect. */
  ratio: number;
  low: number;
  high: number;
  organizations: number;
  isClear: boolean;
}

/**
 * Whether the pilot's sections are asked less or more than before, against the other sections of the same weeks: the ratio of
 * ratios (inside after ÷ inside before) ÷ (outside after ÷ outside before), with an interval that takes each organization's
 * conversations as one cluster (linearized variance; Taylor, as in survey sampling). What moves all sections alike cancels. Null
 * where a side has no conversation.
 */
export function demandChange(all: readonly OrganizationDemand[]): DemandChange | null {
  const sum = (read: (one: OrganizationDemand) => number) => all.reduce((total, one) => total + read(one), 0);
  const ia = sum((one) => one.after.inside);
  const ib = sum((one) => one.before.inside);
  const oa = sum((one) => one.after.outside);
  const ob = sum((one) => one.before.outside);
  if (Math.min(ia, ib, oa, ob) === 0) return null;
  const log = Math.log(ia / ib) - Math.log(oa / ob);
  const influence = all.map(
    ({ before, after }) => after.inside / ia - before.inside / ib - after.outside / oa + before.outside / ob,
  );
  const n = all.length;
  const error = Math.sqrt((influence.reduce((total, one) => total + one ** 2, 0) * n) / Math.max(1, n - 1));
  return {
    ratio: Math.exp(log),
    low: Math.exp(log - CLEAR * error),
    high: Math.exp(log + CLEAR * error),
    organizations: n,
    isClear: n >= MIN_ORGANIZATIONS && Math.abs(log) > CLEAR * error,
  };
}

/**
 * The smallest share by which the chosen sections must be asked less for a comparison of this length with an equal one to show it
 * four times in five; null where not even their disappearance would.
 */
export function smallestEffect(before: readonly { inside: number; outside: number }[]): number | null {
  const inside = before.reduce((total, one) => total + one.inside, 0);
  const outside = before.reduce((total, one) => total + one.outside, 0);
  if (inside === 0 || outside === 0 || before.length < MIN_ORGANIZATIONS) return null;
  const oneSide = before.reduce((total, one) => total + (one.inside / inside - one.outside / outside) ** 2, 0);
  const share = 1 - Math.exp(-(CLEAR + POWER) * Math.sqrt(2 * oneSide));
  return share < 1 ? share : null;
}
