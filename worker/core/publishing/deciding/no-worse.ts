import type { StoredFix } from '../../../../shared/gap.ts';
import { MODEL_GATE } from '../../gates/gate-name.ts';
import { readConfidence } from './confidence.ts';

type Judged = Pick<StoredFix, 'gates' | 'confidence'>;

/**
 * Whether a newer draft may take the place of one that waits: it passes every check that the waiting one passes, and is at
 * least as sure. What only one of them was checked for counts where it was not passed.
 */
export function isNoWorse(newer: Judged, waiting: Judged): boolean {
  const known = new Set(failed(waiting));
  return (
    failed(newer).every((name) => known.has(name)) &&
    readConfidence(newer.confidence) >= readConfidence(waiting.confidence)
  );
}

function failed({ gates }: Judged): string[] {
  return gates.filter(({ name, isPassed }) => !isPassed && name !== MODEL_GATE).map(({ name }) => name);
}
