import { and, eq, gt, lt } from 'drizzle-orm';
import type { ProductFacts } from '../../../shared/context/product-facts.ts';
import type { ProductFactsStore } from '../../loop/ports/context/product-facts.ts';
import type { Database } from '../database.ts';
import { productFacts } from '../schema/context-schema.ts';

/** What the product said of people: one row a person, which a later answer takes the place of. */
export function createProductFactsStore(db: Database): ProductFactsStore {
  const of = (tenant: string, personId: string) =>
    and(eq(productFacts.tenant, tenant), eq(productFacts.personId, personId));
  return {
    async get(tenant, personId, now) {
      const [row] = await db
        .select()
        .from(productFacts)
        .where(and(of(tenant, personId), gt(productFacts.until, now)));
      if (!row) return null;
      return { facts: JSON.parse(row.body) as ProductFacts | null, asOf: row.asOf, until: row.until };
    },
    async put(tenant, personId, { facts, asOf, until }) {
      const values = { asOf, until, body: JSON.stringify(facts) };
      await db
        .insert(productFacts)
        .values({ tenant, personId, ...values })
        .onConflictDoUpdate({ target: [productFacts.tenant, productFacts.personId], set: values });
    },
    async forgetPerson(tenant, personId) {
      await db.delete(productFacts).where(of(tenant, personId));
    },
    async forget(tenant, before) {
      await db.delete(productFacts).where(and(eq(productFacts.tenant, tenant), lt(productFacts.until, before)));
    },
  };
}
