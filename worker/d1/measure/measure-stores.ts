import type { Ports } from '../../loop/ports/ports.ts';
import type { Database } from '../database.ts';
import { createDepartureStore } from './departures.ts';
import { createEffortStore } from './efforts.ts';
import { createEndingStore } from './endings.ts';
import { createPilotStore } from './pilots.ts';

/** What figures are made from. */
export function createMeasureStores(db: Database): Pick<Ports, 'departures' | 'efforts' | 'endings' | 'pilots'> {
  return {
    endings: createEndingStore(db),
    efforts: createEffortStore(db),
    departures: createDepartureStore(db),
    pilots: createPilotStore(db),
  };
}
