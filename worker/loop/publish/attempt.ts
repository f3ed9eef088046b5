import type { Publication, StoredFix } from '../../../shared/gap.ts';
import type { Said } from '../../../shared/said/said.ts';
import type { Rebased } from '../../core/publishing/writing/rebase-fix.ts';

/** One attempt at publishing a fix: the publication's id, the event time, and what an earlier attempt began. */
export interface Attempt {
  fix: StoredFix;
  id: string;
  at: number;
  begun: Publication | null;
}

/** How an attempt ended; end-attempt.ts alone carries an ending out. */
export type Outcome =
  /** The fix was decided otherwise meanwhile. */
  | { is: 'over' }
  /** No text of the help center: people carry it out. */
  | { is: 'handed over' }
  /** An earlier run sent it. */
  | { is: 'already sent' }
  /** It stands at the helpdesk, and is read back next; `placed` says under which ids, where it is new. */
  | { is: 'sent'; reason: Said; placed?: Partial<Publication> }
  /** Not before `until` (event time). */
  | { is: 'put off'; until: number; why: Said }
  /** People decide; what `begun` wrote so far is put back. `isFailed`: the helpdesk took none of many tries. */
  | { is: 'handed back'; to: 'in_review' | 'escalated'; reason: Said; begun: Publication | null; isFailed?: boolean }
  /** A person edited one of the texts: theirs stands, and the gap is drafted anew. */
  | { is: 'stale'; reason: Said; begun: Publication | null }
  /** Another change of ours stands there, and this one was put on the new text. */
  | { is: 'rebased'; change: Rebased; reason: Said };

/** An entry of the activity log about what we did by ourselves. */
export function activity(at: number, what: string, subject: string, reason: Said) {
  return { at, actor: 'mend', what, subject, reason };
}
