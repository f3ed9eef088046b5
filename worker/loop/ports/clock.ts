/** Milliseconds since the epoch. Two exist: the wall (signatures, leases) and event time (everything that reasons). */
export interface Clock {
  now(): number;
}

/** Keyed hashes of vendor ids: the same person gives the same id within a tenant, and nothing leads back. */
export interface Identity {
  personId(tenant: string, vendorId: string): Promise<string>;
}
