import type { Said } from './said/said.ts';
import type { TenantState, Vendor } from './tenant.ts';

/**
 * What must hold for a connection to work, in the order an admin goes through it. `event`: a signed event arrived.
 * `topics`: what the vendor's one subscription must name (Intercom alone, where no API tells it).
 */
export const CHECKS = [
  'token',
  'scopes',
  'webhook',
  'event',
  'topics',
  'help_center',
  'publish_right',
  'articles',
  'backfill',
] as const;
export type CheckName = (typeof CHECKS)[number];

/** `waiting`: nothing is wrong, it is not proved yet. `failed`: somebody has to do something. */
export const CHECK_STATES = ['proved', 'waiting', 'failed'] as const;
export type CheckState = (typeof CHECK_STATES)[number];

/** Why a check stands as it does: one phrase each in every language. `ok` alone belongs to `proved`. */
export const CHECK_REASONS = [
  'ok',
  'not_tried',
  'token_refused',
  'scope_missing',
  'not_admin',
  'repaired',
  'switched_off_again',
  'no_event',
  'topics_unseen',
  'not_readable',
  'first_publication',
  'reading',
  'nothing_there',
  'vendor_unavailable',
  'refused',
] as const;
export type CheckReason = (typeof CHECK_REASONS)[number];

/** One line of the first-run checklist. Times are wall time, ms. */
export interface Check {
  check: CheckName;
  state: CheckState;
  reason: CheckReason;
  /** What was found: names and numbers, nothing of a customer's. Null where nothing was. */
  detail: Said | null;
  /** What to do; null where there is nothing to do. */
  todo: Said | null;
  /** When it last held; null where it never did. A check that failed since keeps it. */
  provedAt: number | null;
  /** When it was last looked at; null where never. */
  checkedAt: number | null;
  /** Of long work: how much is done, of how much where that is known, and back to which event time. */
  progress: { done: number; of: number | null; readTo: number | null } | null;
}

/** What `GET /api/tenants/:tenant/checklist` answers. */
export interface Checklist {
  tenant: string;
  vendor: Vendor;
  state: TenantState;
  /** Whether every check is proved but those that only time proves (`backfill`, `publish_right`, `topics`). */
  isReady: boolean;
  checks: Check[];
}
