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

/** What an admin enters to connect a tracker. `place` is `owner/name`, a team's key, or a project's key. */
export interface TrackerWish {
  kind: TrackerKind;
  place: string;
  token: string;
  /** Jira: `https://….atlassian.net`, the address of whose token it is, and the type of issue ("Bug" where none is named). */
  site?: string;
  email?: string;
  issueType?: string;
  /** The admin's word that everybody may read what is filed: asked for a public repository. */
  isPublicConfirmed?: boolean;
}

/** A connected tracker as people see it. Of a public one nothing links to a ticket. `createdAt` is wall time, ms. */
export interface TrackerConnection {
  kind: TrackerKind;
  place: string;
  isPublic: boolean;
  createdAt: number;
}

/** The connected tracker, the reports that were filed there and that could be, as the console shows it. */
export interface TrackerView {
  connection: TrackerConnection | null;
  /** Where the tracker's webhooks are sent to. */
  webhookUrl: string;
  issues: TrackedIssue[];
  mayChange: boolean;
}
