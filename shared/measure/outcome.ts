import type { GapCause } from '../diagnosis.ts';
import type { FixKind } from '../fix.ts';
import type { Rehearsal } from '../gap.ts';
import type { Said } from '../said/said.ts';

/** How a decided fix ended. Only `approved` was right as it stood: an edited one would have been published wrong. */
export const FIX_OUTCOMES = ['approved', 'edited', 'rejected', 'reverted'] as const;
export type FixOutcome = (typeof FIX_OUTCOMES)[number];

/**
 * A decided fix without its text: what was known of it when it was decided, and how it ended. `confidence` is as the
 * evidence alone gave it, `calibrated` as it was decided by; `createdAt` is event time in ms.
 */
export interface PastFix {
  id: string;
  title: string;
  category: string;
  kind: FixKind;
  cause?: GapCause;
  createdAt: number;
  confidence: number;
  calibrated: number | null;
  gates: { name: string; isPassed: boolean }[];
  rehearsal: Rehearsal | null;
  openQuestions: Said[];
  support: { agents: number; organizations: number };
  outcome: FixOutcome;
  /** Approved without being opened: a clean end that nobody looked at counts for nothing. */
  isUnread?: true;
  /** What customers showed of a published one since: absent while that is open, or where it was not published. */
  proved?: 'healed' | 'no_effect';
}
