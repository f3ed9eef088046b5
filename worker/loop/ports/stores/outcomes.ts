import type { OutcomeInput } from '../../../../shared/advice.ts';
import type { LoopMessage } from '../messages.ts';
import type { Activity } from './activity.ts';

/** What a person did with advice. `subject` names what it is about; `text` of it is the person's or ours, no customer's. */
export interface Outcome {
  id: string;
  conversationId: string;
  personId: string;
  language: string;
  /** The article or the gap it is about; null where it is about neither. */
  about: string | null;
  subject: string;
  at: number;
  input: OutcomeInput;
}

export interface OutcomeStore {
  get(tenant: string, id: string): Promise<Outcome | null>;
  /** Stores an outcome, once by id, with what it says in the activity log (no notice) and leads to, in one batch; false: it stood. */
  add(tenant: string, outcome: Outcome, activity: Activity | null, next: LoopMessage[]): Promise<boolean>;
  /** What was done in a conversation, oldest first. */
  ofConversation(tenant: string, conversationId: string): Promise<Outcome[]>;
  /** What was said of these articles or gaps since `since` (event time), oldest first. */
  about(tenant: string, ids: string[], since: number): Promise<Outcome[]>;
  /** What a person did since `since` (event time), newest first, at most `limit`. */
  ofPerson(tenant: string, personId: string, since: number, limit: number): Promise<Outcome[]>;
  /** Removes what was done before `before` (event time). */
  forget(tenant: string, before: number): Promise<void>;
}
