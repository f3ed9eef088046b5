import { type Claim, type ClaimKind, claimsOf, compareClaims } from '../claim/claims.ts';

/** Kinds whose claims both sentences must make alike, not one more and not one less. */
const STRICT: ReadonlySet<ClaimKind> = new Set<ClaimKind>([
  'number',
  'duration',
  'price',
  'limit',
  'version',
  'date',
  'path',
  'url',
]);

/** Verbs of steps that a reader follows alike. A verb that stands in none is alone in its class. */
const STEP_CLASSES: readonly (readonly string[])[] = [
  ['click', 'tap', 'press', 'select', 'choos'],
  ['open', 'go', 'navig', 'visit'],
  ['enter', 'type'],
];
const GOING = 'open';

/**
 * Why a sentence does not state the facts of another, null where it does: numbers, units, bounds, prices, dates, paths
 * and addresses equal both ways, the same labels, no contradiction, no step told that was not told to the reader.
 */
export function factsDiffer(said: string, original: string): string | null {
  const [next, before] = [said, original].map(factsOf) as [Claim[], Claim[]];
  const [nextStrict, beforeStrict] = [next, before].map((claims) => claims.filter((c) => STRICT.has(c.kind)));
  const { same } = compareClaims(nextStrict!, beforeStrict!);
  if (same.length !== nextStrict!.length || same.length !== beforeStrict!.length) return 'a number or address differs';
  if (boundsOf(nextStrict!) !== boundsOf(beforeStrict!)) return 'a limit differs';
  if (bareDigits(said, nextStrict!) !== bareDigits(original, beforeStrict!)) return 'a number differs';
  if (compareClaims(next, before).differing.length > 0) return 'a claim contradicts';
  for (const [from, to] of [
    [next, original],
    [before, said],
  ] as const)
    if (from.some((claim) => claim.kind === 'label' && !hasPhrase(to, String(claim.value)))) return 'a label differs';
  const [nextSteps, beforeSteps] = [stepsOf(next), stepsOf(before)];
  for (const step of nextSteps) if (!beforeSteps.has(step) && !isTold(step, original)) return 'a step is new';
  for (const step of beforeSteps)
    if (step !== GOING && !nextSteps.has(step) && !hasVerb(step, said)) return 'a step is gone';
  return null;
}

const boundsOf = (claims: readonly Claim[]): string =>
  claims
    .map((c) => `${c.kind === 'limit' ? 'number' : c.kind} ${c.value} ${c.unit ?? ''} ${c.bound ?? ''}`)
    .sort()
    .join('\n');

/** Digits that no claim explains (identifiers, codes), in one order. */
function bareDigits(text: string, claims: readonly Claim[]): string {
  const found = [...text.matchAll(/\p{N}+/gu)].filter(
    (m) => !claims.some((c) => m.index >= c.start && m.index < c.end),
  );
  return found
    .map((m) => m[0])
    .sort()
    .join(' ');
}

/** Claims, labels without the capital preposition before them, which the extractor takes in ("In Settings > …"). */
function factsOf(text: string): Claim[] {
  return claimsOf(text).map((claim) =>
    claim.kind === 'label'
      ? { ...claim, value: String(claim.value).replace(/^(?:in|on|at|from|under|to|then|if|and)\s+/, '') }
      : claim,
  );
}

const plainWords = (text: string): string => ` ${(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')} `;
const hasPhrase = (text: string, phrase: string): boolean => plainWords(text).includes(plainWords(phrase));

const classOf = (stem: string): string => STEP_CLASSES.find((stems) => stems.includes(stem))?.[0] ?? stem;

function stepsOf(claims: readonly Claim[]): Set<string> {
  return new Set(claims.flatMap((claim) => (claim.kind === 'step' ? [classOf(String(claim.value))] : [])));
}

const verbsOf = (step: string): string =>
  (STEP_CLASSES.find((stems) => stems[0] === step) ?? [step])
    .map((stem) => `${stem.replace(/i$/, '[iy]')}\\p{L}{0,4}`)
    .join('|');

const hasVerb = (step: string, text: string): boolean =>
  new RegExp(`(?<![\\p{L}])(?:${verbsOf(step)})(?![\\p{L}])`, 'iu').test(text);

/** "You can click …": what the reader is said to do may be told as a step; what we do may not. */
const isTold = (step: string, text: string): boolean =>
  new RegExp(`(?<![\\p{L}])you (?:[\\p{L}'’]{1,12} ){0,3}(?:${verbsOf(step)})(?![\\p{L}])`, 'iu').test(text);
