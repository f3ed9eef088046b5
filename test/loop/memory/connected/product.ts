import type { ProductFacts } from '../../../../shared/context/product-facts.ts';
import type { AskedCustomer, Product } from '../../../../worker/loop/ports/context/product.ts';
import { NotFound } from '../../../../worker/loop/ports/errors.ts';

/** A product in the test's hands: what it knows by e-mail address; `before` may throw as an endpoint fails. */
export interface MemoryProduct extends Product {
  facts: Map<string, ProductFacts>;
  asked: AskedCustomer[];
  maxAgeMs: number;
  before: () => void;
}

export function createMemoryProduct(): MemoryProduct {
  const urls = new Map<string, string>();
  const product: MemoryProduct = {
    facts: new Map(),
    asked: [],
    maxAgeMs: 60_000,
    before: () => undefined,
    async endpoint(tenant) {
      const url = urls.get(tenant);
      return url === undefined ? null : { url, createdAt: 0 };
    },
    async connect(tenant, url) {
      urls.set(tenant, url);
      return { secret: 'whsec_AAAA' };
    },
    async disconnect(tenant) {
      urls.delete(tenant);
    },
    async ask(tenant, customer) {
      if (!urls.has(tenant)) throw new NotFound('no context endpoint is connected');
      product.asked.push(customer);
      product.before();
      return { facts: product.facts.get(customer.email ?? '') ?? null, maxAgeMs: product.maxAgeMs };
    },
  };
  return product;
}
