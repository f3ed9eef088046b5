import { beforeEach, describe, expect, it } from 'vitest';
import { productFactsSchema } from '../../../shared/context/product-facts.ts';
import { disconnectEndpoint, tryEndpoint } from '../../../worker/loop/context/endpoint.ts';
import { knowCustomer } from '../../../worker/loop/context/know-customer.ts';
import { requestErasure } from '../../../worker/loop/observe/erase.ts';
import { Permanent, RetryLater } from '../../../worker/loop/ports/errors.ts';
import { anObservation } from '../../contracts/examples.ts';
import { aRaw } from '../world/raw.ts';
import { createWorld, OTHER, TENANT, type World } from '../world/world.ts';

const FACTS = productFactsSchema.parse({
  as_of: '2026-11-04T09:00:00Z',
  plan: { name: 'pro' },
  features: [{ key: 'export', value: false }],
});

let world: World;
let email: string;
beforeEach(async () => {
  world = await createWorld();
  const raw = aRaw('c1');
  email = raw.requester.email ?? '';
  world.desk.conversations.set('c1', raw);
  world.product.facts.set(email, FACTS);
});

describe('who asks', () => {
  it('is not asked about where nothing is connected, and how often they wrote is known all the same', async () => {
    expect(await knowCustomer(world.ports, TENANT, 'c1')).toMatchObject({ state: 'none', contacts: 1 });
    expect(world.product.asked).toEqual([]);
  });

  it('is asked about once while the answer may be used, and of another account never', async () => {
    await world.ports.product.connect(TENANT, 'https://acme.com/mend');
    expect(await knowCustomer(world.ports, TENANT, 'c1')).toMatchObject({
      state: 'known',
      plan: 'pro',
      off: [{ key: 'export' }],
    });
    await knowCustomer(world.ports, TENANT, 'c1');
    expect(world.product.asked).toHaveLength(1);
    world.clock.wall += world.product.maxAgeMs;
    await knowCustomer(world.ports, TENANT, 'c1');
    expect(world.product.asked).toHaveLength(2);
    expect((await knowCustomer(world.ports, OTHER, 'c1')).state).toBe('none');
  });

  it.each([new RetryLater('busy', 0), new Permanent('nonsense')])(
    'of whom the product says nothing in time is unanswered',
    async (error) => {
      await world.ports.product.connect(TENANT, 'https://acme.com/mend');
      world.product.before = () => {
        throw error;
      };
      expect(await knowCustomer(world.ports, TENANT, 'c1')).toMatchObject({ state: 'unanswered', off: [], causes: [] });
      expect(await tryEndpoint(world.ports, TENANT)).toMatchObject({ isRight: false, why: error.message });
    },
  );

  it('whom the product does not know is unknown, and that is kept too', async () => {
    await world.ports.product.connect(TENANT, 'https://acme.com/mend');
    world.product.facts.clear();
    expect((await knowCustomer(world.ports, TENANT, 'c1')).state).toBe('unknown_customer');
    await knowCustomer(world.ports, TENANT, 'c1');
    expect(world.product.asked).toHaveLength(1);
  });

  it('and is forgotten is asked about no more, and nothing of them is kept', async () => {
    await world.ports.product.connect(TENANT, 'https://acme.com/mend');
    await knowCustomer(world.ports, TENANT, 'c1');
    const { id } = aRaw('c1').requester;
    await requestErasure(world.ports, TENANT, id, 'ada');
    await world.run();
    expect(world.shelf.productFacts.size).toBe(0);
    expect((await knowCustomer(world.ports, TENANT, 'c1')).state).toBe('none');
    expect(world.product.asked).toHaveLength(1);
  });

  it('leaves nothing behind where the endpoint is disconnected', async () => {
    await world.ports.product.connect(TENANT, 'https://acme.com/mend');
    await knowCustomer(world.ports, TENANT, 'c1');
    await disconnectEndpoint(world.ports, TENANT, 'ada');
    expect(world.shelf.productFacts.size).toBe(0);
    expect((await knowCustomer(world.ports, TENANT, 'c1')).state).toBe('none');
  });

  it('wrote so often in thirty days', async () => {
    const personId = await world.ports.identity.personId(TENANT, aRaw('c1').requester.id);
    for (const [id, at] of [
      ['a', world.clock.event - 1_000],
      ['b', world.clock.event - 2_000],
      ['c', -3_000_000_000],
    ] as const)
      world.shelf.observations.set(JSON.stringify([TENANT, id]), {
        tenant: TENANT,
        observation: anObservation(id, { requesterId: personId, at }),
      });
    expect((await knowCustomer(world.ports, TENANT, 'c1')).contacts).toBe(3);
  });
});
