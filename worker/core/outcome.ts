/** How a decided fix ended. Only `approved` was right as it stood: an edited one would have been published wrong. */
export const FIX_OUTCOMES = ['approved', 'edited', 'rejected', 'reverted'] as const;
export type FixOutcome = (typeof FIX_OUTCOMES)[number];
