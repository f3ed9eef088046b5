import type { ActKind, ActState, AutomaticAct, Verdict, VerdictReason } from '../../../../shared/automatic.ts';
import type { Activity } from '../stores/activity.ts';

/** What is done in conversations without a person. Whoever moves an act says from which state: of two runs one does it. */
export interface AutomaticActStore {
  get(tenant: string, kind: ActKind, conversationId: string): Promise<AutomaticAct | null>;
  /** Stores an act before anything is written, once a kind and conversation; false, changing nothing, where one stands. */
  begin(tenant: string, act: AutomaticAct): Promise<boolean>;
  /** Moves an act from one of `from`, with what is told of it in the same batch; false, changing nothing, from elsewhere. */
  move(
    tenant: string,
    act: Pick<AutomaticAct, 'kind' | 'conversationId'>,
    from: readonly ActState[],
    to: ActState,
    activity?: Activity,
  ): Promise<boolean>;
  /** Gives an act the verdict that it had not; false, changing nothing, where it has one or there is no such act. */
  judge(
    tenant: string,
    act: Pick<AutomaticAct, 'kind' | 'conversationId'>,
    verdict: Exclude<Verdict, 'open'>,
    why: VerdictReason,
    judgedAt: number,
  ): Promise<boolean>;
  /** Acts without a verdict begun up to `until` (event time), the oldest first, at most `limit`. */
  open(tenant: string, until: number, limit: number): Promise<AutomaticAct[]>;
  /** The last `limit` acts that count, of all kinds and categories, the first judged first. */
  judged(tenant: string, limit: number): Promise<AutomaticAct[]>;
  /** The latest acts, newest first, at most `limit`. */
  latest(tenant: string, limit: number): Promise<AutomaticAct[]>;
  /** How many public answers a person (keyed hash) got since `since` (event time). */
  publicSince(tenant: string, requesterId: string, since: number): Promise<number>;
  /** Removes acts begun before `before` (event time). */
  forget(tenant: string, before: number): Promise<void>;
}
