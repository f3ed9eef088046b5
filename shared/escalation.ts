import type { GapCause } from './diagnosis.ts';
import type { FixKind, Quote } from './fix.ts';
import type { Said } from './said/said.ts';

/** `passed`: the agent was not sure, and it was put to another. `void`: the fix was decided without it. */
export const DISPUTE_STATES = ['open', 'answered', 'passed', 'void'] as const;
export type DisputeState = (typeof DISPUTE_STATES)[number];

export const DISPUTE_ANSWERS = ['yes', 'no', 'not_sure'] as const;
export type DisputeAnswer = (typeof DISPUTE_ANSWERS)[number];

/**
 * One yes/no question on what agents disagree about, prepared for one agent: is `asked`, which the fix says, right, and not
 * `other`? `agentId` is the keyed hash that turns carry. `at` and `answeredAt` are event time in ms.
 */
export interface DisputeQuestion {
  id: string;
  fixId: string;
  gapId: string;
  agentId: string;
  state: DisputeState;
  at: number;
  text: Said;
  asked: string;
  other: string;
  answer: DisputeAnswer | null;
  answeredBy: string | null;
  answeredAt: number | null;
}

/** An agent who could answer: in how many conversations of the issue they spoke. `name` is null where it is not looked up. */
export interface Knowing {
  agentId: string;
  name: string | null;
  conversations: number;
}

/** A fix that needs a person who knows, with everything they need. */
export interface Escalation {
  fix: { id: string; kind: FixKind; title: string; articleId: string | null; category: string; createdAt: number };
  gap: { id: string; title: string; cause: GapCause; people: number } | null;
  /** Why it is unsure; what was tried, a sentence each. */
  why: Said;
  tried: Said[];
  evidence: Quote[];
  whoCouldAnswer: Knowing[];
  question: DisputeQuestion | null;
}

/**
 * An escalation as the console shows it, without quotes: those stand in the decision, for who may open their ticket. The
 * question goes without its agent's hash; `mayAnswer` says whether the viewer may answer it, `isForViewer` that it is theirs.
 */
export interface EscalationView {
  fixId: string;
  why: Said;
  tried: Said[];
  whoCouldAnswer: { name: string | null; conversations: number }[];
  question: Pick<DisputeQuestion, 'id' | 'state' | 'asked' | 'other' | 'answer' | 'answeredBy' | 'answeredAt'> | null;
  mayAnswer: boolean;
  isForViewer: boolean;
}
