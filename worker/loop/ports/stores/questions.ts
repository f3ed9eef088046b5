import type { DisputeQuestion } from '../../../../shared/escalation.ts';

/** Questions prepared for one agent each. */
export interface QuestionStore {
  /** Stores a question, once by id. */
  add(tenant: string, question: DisputeQuestion): Promise<void>;
  get(tenant: string, id: string): Promise<DisputeQuestion | null>;
  ofFix(tenant: string, fixId: string): Promise<DisputeQuestion[]>;
  /** The open ones of an agent (their keyed hash), oldest first. */
  openFor(tenant: string, agentId: string): Promise<DisputeQuestion[]>;
  /** Changes an open question; false where it is no longer open. */
  move(tenant: string, id: string, question: DisputeQuestion): Promise<boolean>;
}
