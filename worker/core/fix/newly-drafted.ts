import type { StoredFix } from '../../../shared/gap.ts';

/** What a new proposal holds of rehearsal, score and decision: nothing yet. */
export const NEWLY_DRAFTED = {
  state: 'drafted',
  isEdited: false,
  rehearsal: null,
  confidence: null,
  rawConfidence: null,
  support: { agents: 0, organizations: 0 },
  gates: [],
  writer: null,
  decision: null,
  reason: null,
  actor: null,
} satisfies Partial<StoredFix>;
