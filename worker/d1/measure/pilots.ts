import { desc, eq } from 'drizzle-orm';
import type { Pilot } from '../../../shared/measure/pilot.ts';
import type { PilotStore } from '../../loop/ports/stores/pilots.ts';
import type { Database } from '../database.ts';
import { pilots } from '../schema/measure-schema.ts';

/** Pilots with their frozen baselines. */
export function createPilotStore(db: Database): PilotStore {
  return {
    async latest(tenant) {
      const [row] = await db
        .select({ body: pilots.body })
        .from(pilots)
        .where(eq(pilots.tenant, tenant))
        .orderBy(desc(pilots.startedAt), desc(pilots.id))
        .limit(1);
      return row ? (JSON.parse(row.body) as Pilot) : null;
    },
    async put(tenant, pilot) {
      const { id, state, startedAt } = pilot;
      const values = { tenant, id, state, startedAt, body: JSON.stringify(pilot) };
      await db
        .insert(pilots)
        .values(values)
        .onConflictDoUpdate({ target: [pilots.tenant, pilots.id], set: values });
    },
  };
}
