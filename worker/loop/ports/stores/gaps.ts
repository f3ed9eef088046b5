import type { Gap, GapState } from '../../../../shared/index.ts';

export interface GapStore {
  get(tenant: string, id: string): Promise<Gap | null>;
  list(tenant: string, states?: GapState[]): Promise<Gap[]>;
  /** Gaps in these states of any of these issues or articles, oldest first. */
  about(tenant: string, subjects: { issueIds: string[]; articleIds: string[] }, states: GapState[]): Promise<Gap[]>;
  /** Stores a gap that a person opened, once by id. */
  open(tenant: string, gap: Gap): Promise<void>;
  /** Stores a gap, or brings one that stands up to date; its state is its deciders', unless it was withdrawn. */
  renew(tenant: string, gap: Gap): Promise<void>;
  setState(tenant: string, id: string, state: GapState, at: number): Promise<void>;
  /** Gives a gap to a person of the helpdesk, or to nobody. */
  assign(tenant: string, id: string, to: Assignment | null): Promise<void>;
  /** Who looks after which gap; nobody's are absent. */
  assignments(tenant: string): Promise<Map<string, Assignment>>;
}

/** A person of the helpdesk who looks after a gap. `at` is wall time, ms. */
export interface Assignment {
  userId: string;
  name: string;
  at: number;
}
