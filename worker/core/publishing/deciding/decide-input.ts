import type { GapCause } from '../../../../shared/diagnosis.ts';
import type { FixKind } from '../../../../shared/fix.ts';
import type { Rehearsal } from '../../../../shared/gap.ts';
import type { Policy } from '../../../../shared/policy.ts';
import type { Said } from '../../../../shared/said/said.ts';
import type { Autonomy } from './autonomy.ts';

/**
 * All that a decision rests on. `policy` may be anything read from storage: what can't be read means stop. `isSensitive`
 * is what the caller knows of the subject; the category's own name is looked at here as well. `confidence` is the
 * calibrated one. `gates` are the checks that ran on the draft. Counts are of the tenant.
 */
export interface DecisionInput {
  policy: Policy;
  isStoppedGlobally?: boolean;
  /** Whether nothing is published by itself for any tenant. */
  isAutomaticStopped?: boolean;
  category: string;
  articleId: string | null;
  isSensitive: boolean;
  kind: FixKind;
  /** What was found; absent where it was not kept. */
  cause?: GapCause | undefined;
  confidence: number | null;
  autonomy: Autonomy | null;
  gates: readonly { name: string; isPassed: boolean }[];
  rehearsal: Rehearsal | null;
  openQuestions: readonly Said[];
  evidence: { agents: number; organizations: number };
  /** Whether the article may hold content blocks that a write would flatten. */
  mayHoldContentBlocks: boolean;
  /** How many texts it changes: those of the same fact besides its own too. */
  texts: number;
  reviewedCount: number;
  publishedToday: number;
}
