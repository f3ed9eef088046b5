import type { AutonomyStatus } from '../autonomy.ts';
import type { Policy } from '../policy.ts';
import type { Tenant } from '../tenant.ts';
import type { Role } from '../viewer.ts';
import type { Work } from './overview.ts';

export interface RecentEvent {
  key: string;
  type: string;
  at: number;
  receivedAt: number;
  state: 'new' | 'done' | 'dead';
  reason: string | null;
}
export interface DeadLetterRow {
  key: string;
  type: string;
  reason: string;
  attempts: number;
  at: number;
}

/** A row of the helpdesk that could not be read: of which list, by which id, what is wrong with it, and when it was last met. */
export interface SetAsideRow {
  what: string;
  id: string;
  why: string;
  at: number;
}

export interface Running {
  tenant: Pick<Tenant, 'id' | 'vendor' | 'subdomain' | 'state' | 'locale' | 'createdAt'>;
  work: Work;
  recent: RecentEvent[];
  deadLetters: DeadLetterRow[];
  setAside: SetAsideRow[];
  /** Entries of the activity log that are sealed, and the first seal that does not fit them; null where all do. */
  audit: { sealed: number; brokenAt: number | null };
}

/** Somebody who opened Mend, or whom the policy makes more than their role at the helpdesk does; `name` null where not known. */
export interface PersonRow {
  userId: string;
  name: string | null;
  /** In Mend, when last asked; null where they were not seen. */
  role: Role | null;
  /** What the policy makes of them; null where the helpdesk's role counts. */
  raisedTo: 'lead' | 'admin' | null;
}

export interface PolicyView {
  policy: Policy;
  standing: AutonomyStatus;
  /** Whether the viewer may change it. */
  mayChange: boolean;
  /** Whether the viewer sees what is done in conversations without a person. */
  mayLook: boolean;
}
