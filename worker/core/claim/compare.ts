import type { Claim, ClaimKind } from './claim.ts';

/** Two claims of one sentence pair that speak of the same thing and disagree. */
export interface Difference {
  from: Claim;
  to: Claim;
}

export interface Comparison {
  same: Claim[];
  differing: Difference[];
}

/** A limit is a number with a bound; both are compared as quantities. */
const FAMILY: Record<ClaimKind, string> = {
  number: 'quantity',
  limit: 'quantity',
  duration: 'duration',
  price: 'price',
  version: 'version',
  date: 'date',
  label: 'label',
  path: 'path',
  url: 'url',
  field: 'field',
  step: 'step',
  condition: 'condition',
  polarity: 'polarity',
};

const EQUAL_WITHIN = 1e-9;
const sameValue = (a: Claim, b: Claim): boolean =>
  typeof a.value === 'number' && typeof b.value === 'number'
    ? Math.abs(a.value - b.value) <= EQUAL_WITHIN * Math.max(1, Math.abs(a.value))
    : a.value === b.value;

const isSame = (a: Claim, b: Claim): boolean =>
  FAMILY[a.kind] === FAMILY[b.kind] &&
  sameValue(a, b) &&
  a.unit === b.unit &&
  (!a.bound || !b.bound || a.bound === b.bound) &&
  (a.about === b.about || ((a.kind === 'number' || a.kind === 'limit') && (!a.about || !b.about)));

/** Kinds whose claims contradict only where they are said of the same word. */
const NEEDS_SUBJECT = new Set<ClaimKind>(['polarity', 'field']);
/** Other steps or conditions add to a sentence; alone they contradict nothing. */
const NEVER_DIFFERS = new Set<ClaimKind>(['step']);

/** "Never share it" against the step "share it". */
const forbids = (a: Claim, b: Claim): boolean =>
  a.kind === 'polarity' && a.value === 'no' && b.kind === 'step' && a.about === b.about;

function mayDiffer(a: Claim, b: Claim): boolean {
  if (forbids(a, b) || forbids(b, a)) return true;
  if (FAMILY[a.kind] !== FAMILY[b.kind] || NEVER_DIFFERS.has(a.kind)) return false;
  if (NEEDS_SUBJECT.has(a.kind)) return a.about === b.about;
  if (a.kind === 'condition') return a.about !== null && a.about === b.about;
  if (FAMILY[a.kind] === 'quantity')
    return (a.unit ?? null) === (b.unit ?? null) && (a.about === b.about || !a.about || !b.about);
  return true;
}

/** How likely the two speak of the same thing: what is counted counts more than the place in the sentence. */
const closeness = (a: Claim, b: Claim, i: number, j: number): number =>
  (a.about !== null && a.about === b.about ? 4 : 0) +
  (a.unit === b.unit ? 2 : 0) +
  (a.kind === b.kind ? 1 : 0) -
  Math.abs(i - j) / 8;

/**
 * Compares the claims of two sentences that were already found to say the same thing. `same` holds the claims of `a`
 * that stand in `b`; `differing` pairs each remaining claim of `a` with the likeliest remaining one of `b` of its
 * family, each used once. A claim only one side makes is in neither: silence is not contradiction.
 */
export function compareClaims(a: readonly Claim[], b: readonly Claim[]): Comparison {
  const left = new Set(a);
  const right = new Set(b);
  const same: Claim[] = [];
  for (const from of a) {
    const to = [...right].find((candidate) => isSame(from, candidate));
    if (!to) continue;
    same.push(from);
    left.delete(from);
    right.delete(to);
  }
  const pairs = [...left]
    .flatMap((from, i) => [...right].map((to, j) => ({ from, to, score: closeness(from, to, i, j) })))
    .filter((pair) => mayDiffer(pair.from, pair.to))
    .sort((x, y) => y.score - x.score);
  const differing: Difference[] = [];
  for (const { from, to } of pairs) {
    if (!left.has(from) || !right.has(to)) continue;
    differing.push({ from, to });
    left.delete(from);
    right.delete(to);
  }
  differing.sort((x, y) => x.from.start - y.from.start);
  return { same, differing };
}
