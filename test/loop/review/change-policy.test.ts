import { beforeEach, describe, expect, it } from 'vitest';
import { policySchema } from '../../../shared/policy.ts';
import { changePolicy } from '../../../worker/loop/review/change-policy.ts';
import { inWords } from '../../ground/in-words.ts';
import { createWorld, TENANT, type World } from '../world/world.ts';

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
const change = (policy: object, actor = 'ada') => changePolicy(world.ports, TENANT, policySchema.parse(policy), actor);
const claimed = { attested: 'none', actor: 'somebody else', at: 1 };

describe('what a person attests of content blocks', () => {
  it('carries their name and the time, whatever was sent, and keeps them until they say otherwise', async () => {
    const signed = { attested: 'none', actor: 'ada', at: world.clock.event };
    expect((await change({ contentBlocks: claimed })).contentBlocks).toEqual(signed);
    world.clock.event += 5;
    expect((await change({ contentBlocks: claimed, backfillDays: 9 }, 'kit')).contentBlocks).toEqual(signed);
    const some = { attested: 'articles', articleIds: ['7'], actor: 'x', at: 0 };
    expect((await change({ contentBlocks: some }, 'kit')).contentBlocks).toMatchObject({
      actor: 'kit',
      articleIds: ['7'],
    });
    expect((await change({})).contentBlocks).toEqual({ attested: 'nothing' });
  });
});

describe('stopping a tenant', () => {
  it('is told once, and so is going on', async () => {
    for (const isStopped of [true, true, false]) {
      world.clock.event += 1;
      await change({ isStopped }, 'kit');
    }
    expect(inWords((await world.ports.outbox.list(TENANT, 9, null)).map(({ title }) => title))).toEqual([
      'Publishing goes on',
      'Publishing is stopped',
    ]);
  });
});
