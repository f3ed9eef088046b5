import type {
  IssueState,
  TrackerConnection,
  TrackerKind,
  TrackerWish,
} from '../../../../shared/context/tracked-issue.ts';

/** A bug report as every tracker can hold it. `key` is how it is found again: letters and digits. */
export interface Report {
  key: string;
  title: string;
  parts: { heading: string; items: string[] }[];
  links: { title: string; url: string }[];
}

/** An issue as its tracker names it. `ref` is the vendor's id of it. */
export interface FiledIssue {
  ref: string;
  url: string;
}

export interface Candidate extends FiledIssue {
  title: string;
  state: IssueState;
}

/**
 * A tracker. Every method throws RetryLater (for this row alone) where it is busy or down, Permanent with its words where it
 * refuses, a refused token included; NotFound where the project is gone.
 */
export interface IssueTracker {
  kind: TrackerKind;
  /** After this long (ms) what was filed is sure to be found by its key. */
  settlesAfterMs: number;
  /** Files a report, or answers the issue that was filed under its key before. */
  file(report: Report): Promise<FiledIssue>;
  /** Issues that the tracker's own search finds for these words, nearest first, at most `limit`. */
  find(words: string, limit: number): Promise<Candidate[]>;
  /** Puts what the report says now into our one comment at the issue. */
  tell(ref: string, report: Report): Promise<void>;
  /** How the issue stands; `gone` where it was deleted or moved out of sight. */
  state(ref: string): Promise<IssueState>;
}

/** The tracker that a tenant connected. Its token is sealed. */
export interface Trackers {
  connection(tenant: string): Promise<TrackerConnection | null>;
  /**
   * Connects a tracker after asking it whether reports can be filed there. Invalid with what is missing: a right, a project, a
   * field that must be filled in, or the admin's word where everybody could read what is filed. Answers the secret by which
   * its webhooks are known, this once.
   */
  connect(tenant: string, wish: TrackerWish): Promise<{ connection: TrackerConnection; webhookSecret: string }>;
  disconnect(tenant: string): Promise<void>;
  of(tenant: string): Promise<IssueTracker | null>;
}
