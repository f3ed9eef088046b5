import { beforeEach, describe, expect, it } from 'vitest';
import { DAY_MS } from '../../../shared/time.ts';
import { beginPilot, endPilot, goPilot } from '../../../worker/loop/measure/pilot.ts';
import { readPilot } from '../../../worker/loop/measure/read-pilot.ts';
import { anArticle, anEnding } from '../../contracts/examples.ts';
import { inWords } from '../../ground/in-words.ts';
import { type Approved, approvedWorld } from '../world/approved.ts';
import { TENANT } from '../world/world.ts';

const WISH = { categories: ['Guides'], days: 28 };

let world: Approved;
beforeEach(async () => {
  world = await approvedWorld();
  world.clock.event = Date.parse('2026-11-30T12:00:00Z');
});

/** Conversations of 30 organizations in each of some weeks up to now: of the pilot's section and of another. */
async function asked(weeks: readonly number[], inside: number, outside: number): Promise<void> {
  const { ports, clock } = world;
  await ports.articles.put(
    TENANT,
    [anArticle('7', { section: 'Guides' }), anArticle('8', { section: 'Other' })],
    'seen',
  );
  for (const week of weeks)
    for (let organization = 0; organization < 30; organization++)
      for (const [articleId, times] of [
        ['7', inside],
        ['8', outside],
      ] as const)
        for (let n = 0; n < times; n++) {
          const openedAt = clock.event + week * 7 * DAY_MS + organization * 1_000 + n;
          const id = `${week}/${organization}/${articleId}/${n}`;
          await ports.endings.put(TENANT, [
            anEnding(id, { openedAt, articleId, organizationId: `${organization}`, requesterId: id }),
          ]);
        }
}

describe('a pilot', () => {
  it('observes in the dark: what a person approves is handed back, and nothing is written to the helpdesk', async () => {
    await beginPilot(world.ports, TENANT, WISH, 'Ada');
    await world.publish();
    expect(world.desk.writes).toEqual([]);
    expect((await world.states()).fix).toBe('in_review');
    const fix = await world.ports.fixes.get(TENANT, 'f');
    expect(inWords(fix?.reason ?? null)).toContain('observes until a person says go');
  });

  it('lets approved changes be written once a person said go, whom the log names', async () => {
    await beginPilot(world.ports, TENANT, WISH, 'Ada');
    await goPilot(world.ports, TENANT, 'Grace');
    await world.publish();
    expect(world.desk.writes).not.toEqual([]);
    expect(world.activity().slice(0, 4)).toEqual(['policy changed', 'pilot begun', 'policy changed', 'pilot go']);
    expect((await readPilot(world.ports, TENANT)).pilot).toMatchObject({ state: 'running', goBy: 'Grace' });
  });

  it('may be left out: an account that observes from the start goes without one, and nothing is compared', async () => {
    const policy = await world.ports.tenants.policy(TENANT);
    await world.ports.tenants.setPolicy(TENANT, { ...policy, isObserving: true }, 'mend');
    expect(await readPilot(world.ports, TENANT)).toMatchObject({ isObserving: true, pilot: null });
    await goPilot(world.ports, TENANT, 'Grace');
    expect(await readPilot(world.ports, TENANT)).toMatchObject({ isObserving: false, pilot: null, outcome: null });
    expect(world.activity().at(-1)).toBe('pilot go');
    await expect(goPilot(world.ports, TENANT, 'Grace')).rejects.toThrow('moved on');
  });

  it('shows while it observes what go would freeze, and after it the same', async () => {
    await asked([-4, -3, -2, -1], 2, 3);
    await beginPilot(world.ports, TENANT, WISH, 'Ada');
    const { preview, observed } = await readPilot(world.ports, TENANT);
    expect(observed).toMatchObject({ days: 0 });
    await goPilot(world.ports, TENANT, 'Ada');
    const after = await readPilot(world.ports, TENANT);
    expect([after.pilot?.baseline, after.preview]).toEqual([preview, null]);
    expect(after.outcome?.meanwhile).toMatchObject({ othersBefore: 90, othersAfter: 0 });
  });

  it('is begun once, goes once, and ends', async () => {
    await beginPilot(world.ports, TENANT, WISH, 'Ada');
    await expect(beginPilot(world.ports, TENANT, WISH, 'Ada')).rejects.toThrow('moved on');
    await goPilot(world.ports, TENANT, 'Ada');
    await expect(goPilot(world.ports, TENANT, 'Ada')).rejects.toThrow('moved on');
    await endPilot(world.ports, TENANT, 'Ada');
    await expect(endPilot(world.ports, TENANT, 'Ada')).rejects.toThrow('moved on');
    expect((await world.ports.tenants.policy(TENANT)).isObserving).toBe(false);
  });

  it('freezes what was so before: nothing that comes later changes the baseline', async () => {
    await asked([-4, -3, -2, -1], 2, 3);
    await beginPilot(world.ports, TENANT, WISH, 'Ada');
    await goPilot(world.ports, TENANT, 'Ada');
    const frozen = (await readPilot(world.ports, TENANT)).pilot?.baseline;
    expect(frozen).toMatchObject({ perWeek: 60, othersPerWeek: 90, organizations: 30 });
    await asked([-2], 9, 0);
    expect((await readPilot(world.ports, TENANT)).pilot?.baseline).toEqual(frozen);
  });

  it('holds while its days are not over, then widens where less is asked, and stops where more is', async () => {
    for (const [after, advice, reason] of [
      [1, 'widen', 'less'],
      [4, 'stop', 'more'],
      [2, 'hold', 'no_difference'],
    ] as const) {
      world = await approvedWorld();
      world.clock.event = Date.parse('2026-11-30T12:00:00Z');
      await asked([-4, -3, -2, -1], 2, 3);
      await beginPilot(world.ports, TENANT, WISH, 'Ada');
      await goPilot(world.ports, TENANT, 'Ada');
      await asked([0, 1, 2, 3], after, 3);
      world.clock.event += 20 * DAY_MS;
      expect((await readPilot(world.ports, TENANT)).outcome).toMatchObject({ advice: 'hold', reason: 'too_early' });
      world.clock.event += 9 * DAY_MS;
      expect((await readPilot(world.ports, TENANT)).outcome).toMatchObject({ advice, reason });
    }
  });
});
