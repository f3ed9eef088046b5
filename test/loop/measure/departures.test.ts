import { beforeEach, describe, expect, it } from 'vitest';
import { DAY_MS } from '../../../shared/time.ts';
import { departuresKnown, forgetDepartures, importDepartures } from '../../../worker/loop/measure/departures.ts';
import { readFigures } from '../../../worker/loop/measure/read-figures.ts';
import { requestErasure } from '../../../worker/loop/observe/erase.ts';
import { runStep } from '../../../worker/loop/steps.ts';
import { anEnding } from '../../contracts/examples.ts';
import { createWorld, OTHER, TENANT, type World } from '../world/world.ts';

const NOW = Date.parse('2026-11-30T12:00:00Z');
const SPAN = { from: '2026-08-01', to: '2026-11-30' };

let world: World;
beforeEach(async () => {
  world = await createWorld();
  world.clock.event = NOW;
});

const take = (csv: string, span = SPAN) => importDepartures(world.ports, TENANT, { csv, ...span }, 'Ada');
const left = async () => {
  for (let part = 1, isLeft = true; isLeft; part++)
    isLeft = (await runStep(world.ports, TENANT, { type: 'measure', at: NOW, part })).length > 0;
  const { figures } = await readFigures(world.ports, TENANT, { period: 'month', category: null });
  return figures.find(({ id }) => id === 'left')?.all;
};

describe('customers who left', () => {
  it('are counted of days for which the company told, by person, organization or domain', async () => {
    const openedAt = NOW - 60 * DAY_MS;
    const person = await world.ports.identity.personId(TENANT, '42');
    const domain = await world.ports.identity.personId(TENANT, '@acme.example');
    const who = [
      { requesterId: person, organizationId: null },
      { requesterId: 'q', organizationId: '7' },
      { requesterId: 'r', organizationId: domain },
      { requesterId: 's', organizationId: null },
    ];
    await world.ports.endings.put(
      TENANT,
      who.map((one, n) => anEnding(`c${n}`, { openedAt, solvedAt: openedAt, ...one })),
    );
    expect((await left())?.n).toBe(0);
    const csv =
      'person,organization,domain,left_on\n42,,,2026-10-10\n,7,,2026-11-20\n,,acme.example,2026-10-05\n,,,x\n';
    expect(await take(csv)).toMatchObject({ stored: 3, count: 3, oddLines: [5] });
    expect(await left()).toMatchObject({ n: 4, value: 0.5 });
  });

  it('are forgotten with the person, whom a later list does not bring back', async () => {
    const csv = 'person,left_on\n42,2026-10-10\n43,2026-10-11';
    await take(csv);
    await requestErasure(world.ports, TENANT, '42', 'Ada');
    await world.run();
    expect(await world.ports.departures.count(TENANT)).toBe(1);
    expect(await take(csv)).toMatchObject({ stored: 1, count: 1 });
  });

  it('are named in no log, and all leave by a press', async () => {
    await take('person,left_on\n4711,2026-10-10');
    expect(JSON.stringify([...world.shelf.departures, ...world.shelf.activity])).not.toContain('4711');
    await forgetDepartures(world.ports, TENANT, 'Ada');
    expect([await world.ports.departures.count(TENANT), await departuresKnown(world.ports, TENANT)]).toEqual([0, null]);
    expect(await departuresKnown(world.ports, OTHER)).toBeNull();
  });

  it('are refused without columns, or for days that have not been', async () => {
    await expect(take('a,b\n1,2')).rejects.toMatchObject({ name: 'Invalid' });
    const csv = 'person,left_on\n42,2026-10-10';
    await expect(take(csv, { from: '2026-10-01', to: '2027-01-01' })).rejects.toMatchObject({ name: 'Invalid' });
    await expect(take(csv, { from: '2026-10-02', to: '2026-09-01' })).rejects.toMatchObject({ name: 'Invalid' });
  });
});
