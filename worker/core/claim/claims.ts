import { type Claim, overlaps } from './claim.ts';
import { addresses, labels } from './labels.ts';
import { conditions, fields, polarities, steps } from './logic.ts';
import { prices, quantities, versionsAndDates } from './quantities.ts';

export type { Claim, ClaimKind } from './claim.ts';
export { compareClaims } from './compare.ts';

/** Adds what stands where nothing stands yet: earlier extractors are the more specific ones. */
const addFree = (taken: readonly Claim[], more: readonly Claim[]): Claim[] => [
  ...taken,
  ...more.filter((claim) => !taken.some((t) => overlaps(t, claim))),
];

/** A longer sentence is a table or a log, whose facts no one checks one by one. */
const MAX_SENTENCE_CHARS = 8_192;

/**
 * The typed checkable claims of one sentence (plain text, markdown or inline HTML), in order of their place. Values are
 * normalised (see `Claim`). Numbers inside a label are claims of their own; steps, conditions, fields and polarity
 * may span other claims. Nothing is invented: `text` is always `sentence.slice(start, end)`.
 */
export function claimsOf(sentence: string): Claim[] {
  const text = sentence.slice(0, MAX_SENTENCE_CHARS);
  const where = addresses(text);
  const counted = [versionsAndDates(text), prices(text), quantities(text)]
    .reduce<Claim[]>(addFree, where)
    .slice(where.length);
  const shown = labels(text).filter((label) => !where.some((w) => overlaps(w, label)));
  const outer = shown.filter(
    (label, i) =>
      !shown.some(
        (other, j) =>
          i !== j && overlaps(label, other) && (size(other) > size(label) || (size(other) === size(label) && j < i)),
      ),
  );
  return [
    ...where,
    ...counted,
    ...outer,
    ...fields(text),
    ...conditions(text),
    ...polarities(text),
    ...steps(text),
  ].sort((a, b) => a.start - b.start || b.end - a.end);
}

const size = (claim: Claim): number => claim.end - claim.start;
