import { beforeEach, describe, expect, it } from 'vitest';
import { policySchema } from '../../../shared/policy.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../shared/time.ts';
import { runStep } from '../../../worker/loop/steps.ts';
import { aRaw, observing } from '../world/raw.ts';
import { TENANT, type World } from '../world/world.ts';
import { answeringWorld, answersIn, ask, asks, earn, NOW, QUESTION, setPolicy } from './answering.ts';

let world: World;
beforeEach(async () => {
  world = await answeringWorld();
});

describe('a conversation that another team solves', () => {
  const teams = [
    { name: 'Front desk', since: NOW - 1 },
    { name: 'Wages desk', since: NOW },
  ];
  const routed = () => world.ports.automaticActs.get(TENANT, 'route', 'new');
  const assigned = () => world.desk.writes.filter((write) => write.startsWith('assign '));

  beforeEach(async () => {
    for (const [id, raw] of world.desk.conversations) {
      world.desk.conversations.set(id, { ...raw, teams, handovers: 1, updatedAt: raw.updatedAt + 1 });
      await world.tell(observing(id, raw.updatedAt + 1));
    }
    await world.run();
    await setPolicy(
      world,
      policySchema.parse({ routing: { modes: { Reports: 'assign' } }, criticalSegments: { plan: ['gold'] } }),
    );
  });

  it('is only noted until that is earned, then given to them once, in both cases the agents answer', async () => {
    await ask(world);
    expect([await routed(), assigned()]).toMatchObject([{ state: 'dark', team: 'Wages desk' }, []]);
    await earn(world, 'Reports', 'route');
    world.desk.conversations.set('new', asks('new', QUESTION, NOW));
    world.shelf.automaticActs.delete(JSON.stringify([TENANT, 'route', 'new']));
    await runStep(world.ports, TENANT, { type: 'answer', at: NOW + 1, conversationId: 'new' });
    await runStep(world.ports, TENANT, { type: 'answer', at: NOW + 2, conversationId: 'new' });
    expect([(await routed())?.state, assigned(), answersIn(world)]).toEqual(['done', ['assign new Wages desk'], 0]);
  });

  it('is judged by where people left it, and two wrong ones in a week take the right back', async () => {
    await earn(world, 'Reports', 'route');
    await ask(world);
    const one = (await routed())!;
    await world.ports.automaticActs.begin(TENANT, { ...one, conversationId: 'second' });
    for (const id of ['new', 'second']) {
      const other = [...teams, { name: 'Exports desk', since: NOW + MINUTE_MS }];
      const solvedAt = NOW + HOUR_MS;
      const answer = { ...aRaw('x').turns[1]!, id: `${id}-9`, at: NOW + HOUR_MS };
      const raw = asks(id, QUESTION, NOW, { teams: other, state: 'solved', solvedAt });
      world.desk.conversations.set(id, { ...raw, updatedAt: solvedAt, turns: [...raw.turns, answer] });
      world.clock.event = solvedAt;
      await world.tell(observing(id, solvedAt, 'solved'));
    }
    await world.run();
    await runStep(world.ports, TENANT, { type: 'judge', at: NOW + 8 * DAY_MS });
    expect(await routed()).toMatchObject({ verdict: 'bad', why: 'other_than_agent' });
    expect((await world.ports.tenants.policy(TENANT)).routing.modes.Reports).toBe('dark');
  });
});
