/** Why knowledge failed. */
export const DIAGNOSES = [
  'missing',
  'incomplete',
  'outdated',
  'contradictory',
  'unfindable',
  'product_bug',
  'needs_action',
  'none',
] as const;
export type Diagnosis = (typeof DIAGNOSES)[number];

/** What a gap may be opened for: every diagnosis but `none`. */
export type GapCause = Exclude<Diagnosis, 'none'>;
export const GAP_CAUSES = DIAGNOSES.filter((d): d is GapCause => d !== 'none');
