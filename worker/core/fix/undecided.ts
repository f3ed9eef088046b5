import type { FixState } from '../../../shared/gap.ts';

/** States of a proposal that nobody has decided on: a newer one, or the end of its reason, may take its place. */
export const UNDECIDED: FixState[] = ['drafted', 'rehearsed', 'scored', 'in_review', 'escalated', 'stale_base'];
