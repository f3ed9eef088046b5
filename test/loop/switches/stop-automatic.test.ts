import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Publication } from '../../../shared/gap.ts';
import { policySchema } from '../../../shared/policy.ts';
import { say } from '../../../shared/said/said.ts';
import { askRollback } from '../../../worker/loop/publish/ask-rollback.ts';
import { runStep } from '../../../worker/loop/steps.ts';
import {
  isAutomaticStopped,
  readAutomaticStop,
  setAutomaticStop,
  tripForAll,
} from '../../../worker/loop/switches/stop-automatic.ts';
import { aFix, anArticle, aPublication } from '../../contracts/examples.ts';
import { inWords } from '../../ground/in-words.ts';
import { type Approved, approvedWorld, BASE, TARGET } from '../world/approved.ts';
import { OTHER, TENANT } from '../world/world.ts';

let world: Approved;
beforeEach(async () => {
  world = await approvedWorld({ state: 'approved', actor: 'mend' });
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const autoPublish = { isEnabled: true, categories: ['Guides'] };
  await world.ports.tenants.setPolicy(TENANT, policySchema.parse({ autoPublish, contentBlocks: NO_BLOCKS }), 'ada');
  world.clock.event += 1;
});
const NO_BLOCKS = { attested: 'none', actor: 'ada', at: 1 };

/** So many publications that stand, of an article each. */
async function published(count: number, more: Partial<Publication> = {}, tenant = TENANT): Promise<string[]> {
  const ids: string[] = [];
  for (let n = 0; n < count; n++) {
    const id = `${tenant}-${more.by ?? 'mend'}-${n}`;
    const after = { title: `Files ${n}`, bodyHtml: TARGET };
    const before = { ...after, bodyHtml: BASE };
    world.desk.articles.set(`9${id}`, anArticle(`9${id}`, after));
    await world.ports.fixes.add(tenant, aFix(`f-${id}`, { state: 'published', actor: 'mend' }));
    await world.ports.publications.intend(
      tenant,
      aPublication(id, { state: 'done', articleId: `9${id}`, fixId: `f-${id}`, before, after, at: n, ...more }),
    );
    ids.push(id);
  }
  return ids;
}

async function takeBack(ids: string[], tenant = TENANT): Promise<void> {
  for (const id of ids) await askRollback(world.ports, tenant, id, 'ada', 'wrong');
  await world.run(tenant);
}
const letTenantGoOn = async () => {
  const policy = await world.ports.tenants.policy(TENANT);
  const autoPublish = { ...policy.autoPublish, isEnabled: true };
  await world.ports.tenants.setPolicy(TENANT, { ...policy, autoPublish }, 'ada');
};
const told = async (tenant: string) => (await world.ports.outbox.list(tenant, 99, null)).map(({ title }) => title.code);
const OFF = 'title.automaticOffAll';

describe('automatic publishing of the whole deployment', () => {
  it('stops at the third automatic publication taken back of any tenants, and says so to who publishes by itself', async () => {
    const mine = await published(2);
    const theirs = await published(1, {}, OTHER);
    await takeBack(mine);
    expect(await isAutomaticStopped(world.ports)).toBe(false);
    await takeBack(theirs, OTHER);
    const stop = await readAutomaticStop(world.ports);
    expect(stop).toMatchObject({
      isStopped: true,
      actor: 'mend',
      reason: say('trip.lastAll', { count: 3, others: 3 }),
    });
    expect(world.activity('*')).toEqual(['automatic publishing stopped']);
    expect(console.error).toHaveBeenCalledWith(
      expect.stringContaining('automatic publishing stopped for every tenant'),
    );
    expect([await told(TENANT), await told(OTHER)].map((titles) => titles.includes(OFF))).toEqual([false, false]);
  });

  it('tells tenants that publish by themselves, once', async () => {
    await letTenantGoOn();
    await takeBack((await published(3, {}, OTHER)).slice(0, 3), OTHER);
    await tripForAll(world.ports);
    expect((await told(TENANT)).filter((title) => title === OFF)).toEqual([OFF]);
    expect(await told(OTHER)).not.toContain(OFF);
  });

  it('is not stopped by what people approved and took back', async () => {
    await takeBack(await published(5, { by: 'ada' }));
    expect(await isAutomaticStopped(world.ports)).toBe(false);
  });

  it('holds what was already allowed: nothing is written, and a person decides', async () => {
    await setAutomaticStop(world.ports, true, 'kit', 'a drill');
    await letTenantGoOn();
    await world.publish();
    expect(await world.states()).toMatchObject({ fix: 'in_review', publication: undefined });
    expect(inWords((await world.ports.fixes.get(TENANT, 'f'))?.reason)).toBe(
      'automatic publishing is stopped for every account',
    );
    expect(world.live()?.bodyHtml).toBe(BASE);
  });

  it('goes on by the operator alone, and what was taken back until then does not stop it again', async () => {
    const ids = await published(6);
    await takeBack(ids.slice(0, 3));
    await letTenantGoOn();
    expect(await isAutomaticStopped(world.ports)).toBe(true);
    world.clock.event += 1;
    await setAutomaticStop(world.ports, false, 'kit', 'looked at each');
    expect(inWords((await told(TENANT))[0])).toBe('title.automaticOn');
    await takeBack(ids.slice(3, 5));
    expect(await isAutomaticStopped(world.ports)).toBe(false);
    await takeBack(ids.slice(5));
    expect(await readAutomaticStop(world.ports)).toMatchObject({ isStopped: true, actor: 'mend' });
  });

  it('is stopped by a switch that cannot be read', async () => {
    for (const nonsense of ['', 'no', '{}', '{"isStopped":false}']) {
      await world.ports.cursors.set('*', 'automatic_publishing', nonsense);
      expect(await isAutomaticStopped(world.ports)).toBe(true);
    }
  });

  it('stops also where the run that took the third back ended before it could look', async () => {
    const ids = await published(3);
    const { lastAutomatic } = world.ports.publications;
    world.ports.publications.lastAutomatic = () => Promise.reject(new Error('the isolate ended'));
    await takeBack(ids.slice(0, 2)).catch(() => undefined);
    const last = await askRollback(world.ports, TENANT, ids[2] ?? '', 'ada', 'wrong');
    const message = { type: 'restore' as const, at: world.clock.event, publicationId: last.id };
    await expect(runStep(world.ports, TENANT, message)).rejects.toThrow('the isolate ended');
    expect(await isAutomaticStopped(world.ports)).toBe(false);
    world.ports.publications.lastAutomatic = lastAutomatic;
    await runStep(world.ports, TENANT, message);
    expect(await isAutomaticStopped(world.ports)).toBe(true);
  });

  it('stays stopped where it trips while the operator’s letting go on is still being told', async () => {
    await takeBack((await published(2)).slice(0, 2));
    const { addForAll } = world.ports.outbox;
    world.ports.outbox.addForAll = async (...told) => {
      world.ports.outbox.addForAll = addForAll;
      await setAutomaticStop(world.ports, true, 'kit', 'meanwhile');
      return addForAll(...told);
    };
    await setAutomaticStop(world.ports, false, 'bo', 'looked at each');
    expect(await isAutomaticStopped(world.ports)).toBe(true);
  });

  it('tells who was not told because the run ended after the switch', async () => {
    await letTenantGoOn();
    const { addForAll } = world.ports.outbox;
    world.ports.outbox.addForAll = () => Promise.reject(new Error('the isolate ended'));
    await expect(setAutomaticStop(world.ports, true, 'kit', 'a drill')).rejects.toThrow('the isolate ended');
    world.ports.outbox.addForAll = addForAll;
    expect([await isAutomaticStopped(world.ports), await told(TENANT)]).toEqual([true, []]);
    await tripForAll(world.ports);
    await tripForAll(world.ports);
    expect(await told(TENANT)).toEqual([OFF]);
  });
});
