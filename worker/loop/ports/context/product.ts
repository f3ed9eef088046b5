import type { ProductFacts } from '../../../../shared/context/product-facts.ts';

/** Who is asked about: as the helpdesk knows them. Sent to the company's own endpoint and stored nowhere. */
export interface AskedCustomer {
  helpdeskId: string;
  email: string | null;
  organization: string | null;
  conversation: { id: string; at: number };
}

/** A company's context endpoint: what its product says of a customer. Its address and secret are sealed. */
export interface Product {
  /** The endpoint as people may see it; null where none is connected. `createdAt` is wall time, ms. */
  endpoint(tenant: string): Promise<{ url: string; createdAt: number } | null>;
  /** Connects an endpoint and makes its secret, which is answered this once. Invalid for an address that is not public https. */
  connect(tenant: string, url: string): Promise<{ secret: string }>;
  disconnect(tenant: string): Promise<void>;
  /**
   * What the product says of a customer, and for how long (ms) it may be used; `facts` is null where it knows nobody such.
   * RetryLater where it doesn't answer in two seconds or is busy, Permanent where it refuses or answers what is not of the
   * form or larger than 16 KB, NotFound where no endpoint is connected.
   */
  ask(tenant: string, customer: AskedCustomer): Promise<{ facts: ProductFacts | null; maxAgeMs: number }>;
}
