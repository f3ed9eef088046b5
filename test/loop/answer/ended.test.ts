import { beforeEach, describe, expect, it } from 'vitest';
import type { AutomaticAct } from '../../../shared/automatic.ts';
import { DAY_MS, HOUR_MS } from '../../../shared/time.ts';
import { runStep } from '../../../worker/loop/steps.ts';
import { aRaw, observing } from '../world/raw.ts';
import { TENANT, type World } from '../world/world.ts';
import { actIn, answeringWorld, answersIn, ask, earn, liveIn, NOW, policyOf, says, setPolicy } from './answering.ts';

let world: World;
beforeEach(async () => {
  world = await answeringWorld();
});

describe('after an answer', () => {
  beforeEach(async () => {
    await setPolicy(world, policyOf('public'));
    await earn(world);
    await ask(world);
  });

  it('thanks and the button are left alone, and a question goes to a person at once with what was tried', async () => {
    await says(world, 'That solved it');
    await says(world, 'Thanks a lot!', 2 * HOUR_MS);
    expect((await actIn(world))?.state).toBe('done');
    await says(world, 'But where do I find the month?', 3 * HOUR_MS);
    expect(await actIn(world)).toMatchObject({ state: 'handed_over', verdict: 'bad', why: 'needed_person' });
    const note = world.desk.writes.find((write) => write.startsWith('assign new'));
    expect(note).toContain('Export the wages of a month');
    await says(world, 'Hello?', 4 * HOUR_MS);
    expect([answersIn(world), world.desk.writes.filter((write) => write.startsWith('assign ')).length]).toEqual([1, 1]);
  });

  it('who presses for a person gets one', async () => {
    await says(world, 'I need a person');
    expect(await actIn(world)).toMatchObject({ state: 'handed_over', why: 'asked_for_person' });
  });

  it('two that ended badly within a week take the right back, and tell which', async () => {
    await says(world, 'No, that is not it.');
    expect((await world.ports.tenants.policy(TENANT)).answers.modes.Reports).toBe('public');
    const other: AutomaticAct = { ...(await actIn(world))!, conversationId: 'other', state: 'done', verdict: 'open' };
    await world.ports.automaticActs.begin(TENANT, other);
    await world.ports.automaticActs.judge(TENANT, other, 'bad', 'came_back', NOW + DAY_MS);
    await world.ports.automaticActs.begin(TENANT, { ...other, conversationId: 'open', at: NOW - 30 * DAY_MS });
    await runStep(world.ports, TENANT, { type: 'judge', at: NOW + 2 * DAY_MS });
    expect((await world.ports.tenants.policy(TENANT)).answers.modes.Reports).toBe('dark');
    const notice = [...world.shelf.outbox.values()]
      .map(({ row }) => row)
      .find((row) => row.kind === 'automatic.revoked');
    expect(JSON.stringify(notice?.text)).toMatch(/new.*other|other.*new/);
  });
});

describe('acts are judged by how they ended', () => {
  it('in the dark, good where the agent’s own answer is what the article says, after seven days', async () => {
    await setPolicy(world, policyOf('dark'));
    await ask(world);
    const raw = liveIn(world);
    const told =
      'Open Reports and choose Wages in the list on the left. Pick the month at the top of the page and press Export.';
    const turn = { ...aRaw('x').turns[1]!, id: 'theirs', at: NOW + HOUR_MS, text: told };
    const solved = { state: 'solved' as const, solvedAt: NOW + HOUR_MS, updatedAt: NOW + HOUR_MS };
    world.desk.conversations.set('new', { ...raw, ...solved, turns: [...raw.turns, turn] });
    world.clock.event = NOW + HOUR_MS;
    await world.tell(observing('new', NOW + HOUR_MS, 'solved'));
    await world.run();
    await runStep(world.ports, TENANT, { type: 'judge', at: NOW + 6 * DAY_MS });
    expect((await actIn(world))?.verdict).toBe('open');
    await runStep(world.ports, TENANT, { type: 'judge', at: NOW + 8 * DAY_MS });
    expect(await actIn(world)).toMatchObject({ verdict: 'good', why: 'same_as_agent' });
  });
});
