import type { TrackedIssue, TrackedState, TrackerKind } from '../../../../shared/context/tracked-issue.ts';
import type { LoopMessage } from '../messages.ts';
import type { Activity } from '../stores/activity.ts';

/** Bug reports and their issues at trackers. */
export interface TrackedIssueStore {
  get(tenant: string, id: string): Promise<TrackedIssue | null>;
  /** Those in these states, the latest looked at first. */
  list(tenant: string, states: TrackedState[]): Promise<TrackedIssue[]>;
  /** Of these gaps, the latest looked at first. */
  ofGaps(tenant: string, gapIds: string[]): Promise<TrackedIssue[]>;
  /** The report whose issue the tracker calls so; null where there is none. */
  ofRef(tenant: string, tracker: TrackerKind, ref: string): Promise<TrackedIssue | null>;
  /** Stores that a report is to be filed, once by id, before anything is sent; answers what stands. */
  begin(tenant: string, issue: TrackedIssue): Promise<TrackedIssue>;
  /**
   * Changes a report where it is in one of `from`, with what is told of it and the messages it leads to, in one batch; false,
   * changing nothing, where it is in another state.
   */
  move(
    tenant: string,
    id: string,
    from: TrackedState[],
    change: Partial<Omit<TrackedIssue, 'id' | 'fixId' | 'gapId'>>,
    more?: { activity?: Activity; next?: LoopMessage[] },
  ): Promise<boolean>;
  /** Removes what is known of a tracker's issues. */
  removeTracker(tenant: string, tracker: TrackerKind): Promise<void>;
}
