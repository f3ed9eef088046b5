import { beforeEach, expect, it } from 'vitest';
import { DAY_MS } from '../../../shared/time.ts';
import { readDrift } from '../../../worker/loop/measure/drift.ts';
import { runStep } from '../../../worker/loop/steps.ts';
import { anEnding } from '../../contracts/examples.ts';
import { createWorld, OTHER, TENANT, type World } from '../world/world.ts';

const NOW = Date.parse('2026-11-30T12:00:00Z');

let world: World;
beforeEach(async () => {
  world = await createWorld();
  world.clock.event = NOW;
});

/** Five conversations a day in the twelve weeks before now; lately a third of them asks nothing. */
async function drifted(): Promise<void> {
  const endings = Array.from({ length: 84 * 5 }, (_, n) => {
    const day = 1 + Math.floor(n / 5);
    const isChaff = day <= 28 ? n % 3 === 0 : n % 20 === 0;
    const openedAt = NOW - day * DAY_MS + n * 1_000;
    return anEnding(`c${n}`, { openedAt, issueId: 'issue', requesterId: `p${n}`, isChaff });
  });
  await world.ports.endings.put(TENANT, endings);
}

async function measured(at: number): Promise<void> {
  for (let part = 1, isLeft = true; isLeft; part++)
    isLeft = (await runStep(world.ports, TENANT, { type: 'measure', at, part })).length > 0;
}
const notices = async () =>
  (await world.ports.outbox.list(TENANT, 99, null)).filter(({ kind }) => kind === 'drift.noticed').length;

it('tells once in four weeks what customers write otherwise, and stands on the page every day', async () => {
  await drifted();
  await measured(NOW);
  expect(await readDrift(world.ports, TENANT)).toMatchObject([{ kind: 'chaff', language: null }]);
  expect(await notices()).toBe(1);
  expect(world.activity()).toContain('drift noticed');
  await measured(NOW);
  await measured(NOW + DAY_MS);
  expect((await readDrift(world.ports, TENANT)).map(({ kind }) => kind)).toEqual(['chaff']);
  expect(await notices()).toBe(1);
  expect(await readDrift(world.ports, OTHER)).toEqual([]);
});
