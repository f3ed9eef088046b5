import { beforeEach, describe, expect, it } from 'vitest';
import { type Approved, approvedWorld } from '../../loop/world/approved.ts';
import { OTHER, TENANT } from '../../loop/world/world.ts';
import { createOperator } from '../services.ts';

let world: Approved;
let operator: ReturnType<typeof createOperator>;
beforeEach(async () => {
  world = await approvedWorld({ state: 'rejected', rawConfidence: 0.97 });
  operator = createOperator(world);
});

describe('the API', () => {
  it('says what unlocks automatic publishing, of this tenant alone', async () => {
    const [status, standing] = await operator.call('GET', `/tenants/${TENANT}/autonomy`);
    expect([status, standing.reviewed]).toEqual([200, 1]);
    expect(standing.categories).toMatchObject([{ category: 'Guides', state: 'locked', decided: 1, clean: 0 }]);
    expect((await operator.call('GET', `/tenants/${OTHER}/autonomy`))[1]).toMatchObject({
      reviewed: 0,
      categories: [],
    });
    expect((await operator.call('GET', '/tenants/zendesk:999/autonomy'))[0]).toBe(404);
  });

  it('answers a slider from the past, and refuses what is no floor', async () => {
    const ask = (query: string) => operator.call('GET', `/tenants/${TENANT}/what-if?${query}`);
    expect(await ask('floor=0.97&target=0.1')).toMatchObject([200, { floor: 0.97, targetBadRate: 0.1, decided: 1 }]);
    expect(await ask('floor=0.2')).toMatchObject([200, { floor: 0.95, targetBadRate: 0.05 }]);
    for (const bad of ['floor=high', 'floor=2', 'target=0', 'target=0.9']) expect((await ask(bad))[0]).toBe(400);
    expect((await operator.call('GET', `/tenants/${OTHER}/what-if`))[1]).toMatchObject({ decided: 0 });
  });
});
