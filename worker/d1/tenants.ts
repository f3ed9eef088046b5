import { and, eq, lte, notInArray, sql } from 'drizzle-orm';
import { answersAsOf, type Policy, policySchema } from '../../shared/policy.ts';
import { type Tenant, tenantSchema } from '../../shared/tenant.ts';
import { NotFound } from '../loop/ports/errors.ts';
import type { TenantStore } from '../loop/ports/stores/tenants.ts';
import { batch, type Database, type Statement } from './database.ts';
import { insertTold } from './fixes/activity.ts';
import { insertNotice } from './outbox.ts';
import { activity, tenants } from './schema/schema.ts';

/** How long a tenant's standing is held in the isolate: an uninstalled one stops within a minute even so. */
const HELD_MS = 5_000;

/** Tenants and their policies. An unreadable policy throws: it never becomes a default that allows more. */
export function createTenantStore(db: Database, now: () => number): TenantStore {
  const row = async (id: string) => (await db.select().from(tenants).where(eq(tenants.id, id)))[0];
  const held = new Map<string, { tenant: Tenant; until: number }>();
  return {
    async find(id) {
      const known = held.get(id);
      if (known && known.until > now()) return known.tenant;
      const found = await row(id);
      if (!found) return null;
      const tenant = toTenant(found);
      held.set(id, { tenant, until: now() + HELD_MS });
      return tenant;
    },
    async list(state) {
      return (await db.select().from(tenants).where(eq(tenants.state, state))).map(toTenant);
    },
    async ofSubdomain(vendor, subdomain) {
      const at = and(eq(tenants.vendor, vendor), eq(tenants.subdomain, subdomain));
      return (await db.select().from(tenants).where(at)).map(toTenant);
    },
    async put(tenant, policy) {
      held.delete(tenant.id);
      const { subdomain, baseUrl, state, locale } = tenant;
      const stateSince = now();
      await db
        .insert(tenants)
        .values({ ...tenant, policy: JSON.stringify(policy), stateSince })
        .onConflictDoUpdate({ target: tenants.id, set: { subdomain, baseUrl, state, locale, stateSince } });
    },
    async setState(id, state, reason, { actor = 'mend', notice } = {}) {
      held.delete(id);
      const isMoved = sql`EXISTS (SELECT 1 FROM tenants WHERE id = ${id} AND state NOT IN (${state}, 'closing'))`;
      const entry = { at: now(), actor, what: `tenant ${state}`, subject: id, reason, ...(notice ? { notice } : {}) };
      const statements: Statement[] = [...insertTold(id, entry, isMoved)];
      if (state === 'closing') statements.push(sql`DELETE FROM secrets WHERE tenant = ${id}`);
      const stay = notInArray(tenants.state, [state, 'closing']);
      statements.push(
        db
          .update(tenants)
          .set({ state, stateSince: now() })
          .where(and(eq(tenants.id, id), stay)),
      );
      return ((await batch(db, statements)).at(-1)?.meta.changes ?? 0) > 0;
    },
    async inStateSince(state, since) {
      const where = and(eq(tenants.state, state), lte(tenants.stateSince, since));
      return (await db.select({ id: tenants.id }).from(tenants).where(where)).map((r) => r.id);
    },
    async policy(id) {
      const found = await row(id);
      if (!found) throw new NotFound(`tenant ${id}`);
      return policySchema.parse(JSON.parse(found.policy));
    },
    async setPolicy(id, policy: Policy, actor, notice) {
      held.delete(id);
      await batch(db, [
        db
          .update(tenants)
          .set({ policy: JSON.stringify(policy) })
          .where(eq(tenants.id, id)),
        db.insert(activity).values({
          tenant: id,
          at: now(),
          actor,
          what: 'policy changed',
          subject: id,
          reason: JSON.stringify(policy),
        }),
        ...(notice ? insertNotice(id, notice, sql`1`) : []),
      ]);
    },
  };
}

function toTenant(row: typeof tenants.$inferSelect): Tenant {
  const answersAs = answersAsOf(row.policy);
  return tenantSchema.parse({ ...row, ...(answersAs === null ? {} : { answersAs }) });
}
