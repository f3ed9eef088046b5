/** What can be checked in a sentence. The closed list of claim kinds. */
export const CLAIM_KINDS = [
  'number',
  'duration',
  'price',
  'limit',
  'version',
  'date',
  'label',
  'path',
  'url',
  'field',
  'step',
  'condition',
  'polarity',
] as const;
export type ClaimKind = (typeof CLAIM_KINDS)[number];

/**
 * One checkable fact of a sentence. `start` and `end` are offsets in the sentence, `text` is what stands there. `value`
 * is normalised so that two ways of saying the same thing are equal: minutes of a duration, bytes of a size, the amount
 * of a price, lower-case words of a label. `unit` says what `value` counts; `bound` is set where it is a limit; `about`
 * is the stem of the word the fact is about (the verb of a step, what is counted), null where nothing says it.
 */
export interface Claim {
  kind: ClaimKind;
  text: string;
  value: string | number;
  unit?: string;
  bound?: 'max' | 'min';
  about: string | null;
  start: number;
  end: number;
}

/** True where the two spans share at least one character. */
export const overlaps = (a: { start: number; end: number }, b: { start: number; end: number }): boolean =>
  a.start < b.end && b.start < a.end;
