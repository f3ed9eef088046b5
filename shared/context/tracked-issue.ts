/** Trackers that a bug report can be filed in. */
export const TRACKERS = ['github', 'linear', 'jira'] as const;
export type TrackerKind = (typeof TRACKERS)[number];

/** How an issue stands at its tracker. `declined`: closed without being mended; `gone`: deleted, or moved out of sight. */
export const ISSUE_STATES = ['open', 'done', 'declined', 'gone'] as const;
export type IssueState = (typeof ISSUE_STATES)[number];

/** `filing` from when it was decided until the tracker answered; `refused` where the tracker won't have it. */
export type TrackedState = 'filing' | 'refused' | IssueState;

/** A bug report and its issue at a tracker. Times are event time, ms. */
export interface TrackedIssue {
  /** Hash of the report: it is filed once under it. */
  id: string;
  fixId: string;
  gapId: string;
  title: string;
  tracker: TrackerKind;
  state: TrackedState;
  /** The vendor's id of the issue and where people read it; null until they are known. */
  ref: string | null;
  url: string | null;
  /** Conversations that its counts tell of. */
  counted: number;
  filedAt: number;
  checkedAt: number;
  /** Why the tracker refused it; null where it did not. */
  detail: string | null;
}
