import type { Ending } from '../../../shared/measure/ending.ts';
import type { EndingStore } from '../../../worker/loop/ports/stores/endings.ts';
import type { MakeStores } from '../stores.ts';

/** A Monday, in UTC. */
export const MONDAY = Date.parse('2026-11-02T00:00:00Z');

/** Everything that waits to be counted, as hours since `MONDAY`. */
export const dueHours = async (endings: EndingStore, tenant: string) =>
  (await endings.due(tenant, MONDAY, 99)).map((at) => (at - MONDAY) / 3_600_000);

/** Counts all that waits, so that what is marked next can be told. */
export const settled = async (endings: EndingStore, tenant: string) =>
  endings.count(tenant, {
    day: '2026-11-02',
    rows: [],
    week: '2026-11-02',
    asked: [],
    quarters: await endings.due(tenant, MONDAY, 99),
    again: null,
  });

export const hour = (n: number) => MONDAY + n * 3_600_000;

/** Stores in which each tenant has these endings, all of them counted. */
export async function endingsStored(make: MakeStores, tenants: string[], all: Ending[]) {
  const stores = make();
  for (const tenant of tenants) {
    await stores.endings.put(tenant, all);
    await settled(stores.endings, tenant);
  }
  return stores;
}
