import { expect, it } from 'vitest';
import { productFactsSchema } from '../../../shared/context/product-facts.ts';
import { countsBy } from '../../../worker/core/track/counts.ts';

const facts = (more: object) => productFactsSchema.parse({ as_of: '2026-11-04T09:00:00Z', ...more });

it('the product’s word on customers is counted by version and tier, the most first', () => {
  const of = (app_version: string | undefined, tier?: string) =>
    facts({ client: app_version ? { app_version } : {}, ...(tier ? { segment: { tier } } : {}) });
  expect(countsBy([of('4.2', 'pro'), of('4.1'), of('4.2', 'free'), of(undefined, 'pro')])).toEqual({
    versions: [
      ['4.2', 2],
      ['4.1', 1],
    ],
    tiers: [
      ['pro', 2],
      ['free', 1],
    ],
  });
});
