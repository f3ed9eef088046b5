import type { Pilot } from '../../../../shared/measure/pilot.ts';

export interface PilotStore {
  /** The tenant's latest pilot, or null where none was begun. */
  latest(tenant: string): Promise<Pilot | null>;
  /** Stores a pilot as it is now, by its id. */
  put(tenant: string, pilot: Pilot): Promise<void>;
}
