import type { Notice } from '../../../../shared/notice.ts';
import type { Policy } from '../../../../shared/policy.ts';
import type { Said } from '../../../../shared/said/said.ts';
import type { Tenant, TenantState, Vendor } from '../../../../shared/tenant.ts';

export interface TenantStore {
  /** The tenant, or null where there is none of this id. */
  find(tenant: string): Promise<Tenant | null>;
  /** Every tenant in this state. */
  list(state: TenantState): Promise<Tenant[]>;
  /** Tenants at this subdomain: it can change hands, so there may be more than one, and none is proved by it. */
  ofSubdomain(vendor: Vendor, subdomain: string): Promise<Tenant[]>;
  /** Creates or updates a tenant with its policy; a second call with the same id keeps what was learned. */
  put(tenant: Tenant, policy: Policy): Promise<void>;
  /**
   * Moves a tenant to a state, with its entry in the activity log; answers whether it moved. One that is in this state
   * already, or leaving, stays as it is: only `put` brings back who leaves. A `notice` is told in the same batch, where it
   * moved; `closing` takes the secrets away in it.
   */
  setState(
    tenant: string,
    state: TenantState,
    reason: Said,
    more?: { actor?: string; notice?: Notice },
  ): Promise<boolean>;
  /** Tenants that have been in this state since `since` (wall) or earlier. */
  inStateSince(state: TenantState, since: number): Promise<string[]>;
  policy(tenant: string): Promise<Policy>;
  setPolicy(tenant: string, policy: Policy, actor: string, notice?: Notice): Promise<void>;
}

export interface CursorStore {
  /** Those of these names that are set. */
  among(tenant: string, names: string[]): Promise<string[]>;
  get(tenant: string, name: string): Promise<string | null>;
  set(tenant: string, name: string, value: string): Promise<void>;
  remove(tenant: string, name: string): Promise<void>;
}

export interface LeaseStore {
  /** Takes the tenant's lease until `until` where it is free or run out at `now`; answers whether it was taken. */
  acquire(tenant: string, holder: string, now: number, until: number): Promise<boolean>;
  release(tenant: string, holder: string): Promise<void>;
}

/** Sealed envelopes by name: never plain text. What is inside is the affair of the rim that sealed it. */
export interface SecretStore {
  get(tenant: string, name: string): Promise<string | null>;
  put(tenant: string, name: string, sealed: string): Promise<void>;
  remove(tenant: string, name: string): Promise<void>;
}
