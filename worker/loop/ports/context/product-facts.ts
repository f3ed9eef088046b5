import type { ProductFacts } from '../../../../shared/context/product-facts.ts';

/** What was answered of a person, until when (wall, ms) it may be used. `facts` is null where the product knows nobody such. */
export interface KnownFacts {
  facts: ProductFacts | null;
  asOf: number;
  until: number;
}

/** What the product said of people, by the key under which everything of a person is stored. */
export interface ProductFactsStore {
  /** What may still be used at `now` (wall); null where nothing may. */
  get(tenant: string, personId: string, now: number): Promise<KnownFacts | null>;
  put(tenant: string, personId: string, known: KnownFacts): Promise<void>;
  forgetPerson(tenant: string, personId: string): Promise<void>;
  /** Removes what might be used until before `before` (wall). */
  forget(tenant: string, before: number): Promise<void>;
}
