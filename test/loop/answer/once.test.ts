import { beforeEach, describe, expect, it } from 'vitest';
import { RetryLater } from '../../../worker/loop/ports/errors.ts';
import { aRaw, observing } from '../world/raw.ts';
import { TENANT, type World } from '../world/world.ts';
import { actIn, answeringWorld, answersIn, ask, earn, liveIn, NOW, policyOf, setPolicy } from './answering.ts';

let world: World;
beforeEach(async () => {
  world = await answeringWorld();
});

describe('a customer never gets two answers, and none after a person’s', () => {
  beforeEach(async () => {
    await setPolicy(world, policyOf('public'));
    await earn(world);
  });

  it('however often it is told', async () => {
    await ask(world);
    for (const at of [NOW, NOW + 1]) await world.tell(observing('new', at, 'changed'));
    await world.run();
    expect(answersIn(world)).toBe(1);
  });

  it.each(['before', 'after'] as const)('when the helpdesk fails %s it took effect', async (when) => {
    let failures = 2;
    world.desk[when] = (call) => {
      if (call === 'answer' && failures-- > 0) throw new RetryLater('time-out', 1_000);
    };
    await ask(world);
    expect([(await actIn(world))?.state, answersIn(world)]).toEqual(['done', 1]);
    expect(liveIn(world).turns.filter((turn) => turn.author === 'bot').length).toBe(1);
  });

  it('when the worker dies between the intent and the write, or after it', async () => {
    for (const method of ['begin', 'move'] as const) {
      world = await answeringWorld(policyOf('public'));
      await earn(world);
      const real = world.ports.automaticActs[method].bind(world.ports.automaticActs) as (...a: unknown[]) => unknown;
      let isKilled = false;
      Object.assign(world.ports.automaticActs, {
        [method]: async (...args: unknown[]) => {
          if (method === 'begin') await real(...args);
          if (!isKilled) {
            isKilled = true;
            throw new RetryLater('killed', 1);
          }
          return real(...args);
        },
      });
      await ask(world);
      expect([method, (await actIn(world))?.state, answersIn(world)]).toEqual([method, 'done', 1]);
    }
  });

  it('when a person speaks before the retry', async () => {
    let failures = 1;
    world.desk.before = (call) => {
      if (call !== 'answer' || failures-- < 1) return;
      const raw = liveIn(world);
      const turn = { ...aRaw('x').turns[1]!, id: 'theirs', at: NOW + 1 };
      world.desk.conversations.set('new', { ...raw, updatedAt: NOW + 1_000, turns: [...raw.turns, turn] });
      throw new RetryLater('reset', 1_000);
    };
    await ask(world);
    expect([(await actIn(world))?.state, answersIn(world)]).toEqual(['dropped', 0]);
  });

  it('when the switch was thrown between the intent and the retry', async () => {
    world.desk.before = (call) => {
      if (call !== 'answer') return;
      world.shelf.tenants.get(TENANT)!.policy.isStopped = true;
      throw new RetryLater('reset', 1_000);
    };
    await ask(world);
    expect([(await actIn(world))?.state, answersIn(world)]).toEqual(['dropped', 0]);
  });
});
