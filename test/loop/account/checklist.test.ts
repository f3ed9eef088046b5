import { beforeEach, describe, expect, it } from 'vitest';
import type { Check, CheckName } from '../../../shared/checklist.ts';
import { asWritten } from '../../../shared/said/said.ts';
import { checklistOf } from '../../../worker/loop/account/checklist.ts';
import { MAX_REPAIRS_A_DAY, repairConnection } from '../../../worker/loop/account/repair-connection.ts';
import { AuthLost } from '../../../worker/loop/ports/errors.ts';
import { type Proven, type Proving, proved, unproved } from '../../../worker/loop/ports/helpdesk.ts';
import { anArticle, aTenant } from '../../contracts/examples.ts';
import { inWords } from '../../ground/in-words.ts';
import { createWorld, TENANT, type World } from '../world/world.ts';

const GOOD = (['token', 'scopes', 'webhook', 'help_center', 'publish_right'] as const).map((check) =>
  proved(check, asWritten('good')),
);
const MENDED: Proven = { ...proved('webhook', asWritten('Put right.')), reason: 'repaired' };

let world: World;
let answers: Proven[];
let asked: Proving[];

beforeEach(async () => {
  world = await createWorld();
  answers = GOOD;
  asked = [];
  world.ports.prove = async (_, how) => {
    asked.push(how);
    return answers;
  };
});

async function checks(id = TENANT): Promise<Map<CheckName, Check>> {
  const tenant = await world.ports.tenants.find(id);
  const list = await checklistOf(world.ports, tenant ?? aTenant(id));
  return new Map(list.checks.map((check) => [check.check, check]));
}
const isReady = async () => (await checklistOf(world.ports, aTenant(TENANT))).isReady;
const hear = (moment: 'opened' | 'changed' | 'solved', tenant = TENANT) =>
  world.ports.inbox.add(tenant, [
    { key: `event:${moment}`, message: { type: 'observe', at: 1, conversationId: 'c', moment } },
  ]);

describe('the checklist of a connection', () => {
  it('says of everything that it was not looked at, before it was', async () => {
    const found = [...(await checks()).values()];
    expect(found.map(({ check, state, reason }) => [check, state, reason])).toEqual([
      ['token', 'waiting', 'not_tried'],
      ['scopes', 'waiting', 'not_tried'],
      ['webhook', 'waiting', 'not_tried'],
      ['help_center', 'waiting', 'not_tried'],
      ['publish_right', 'waiting', 'not_tried'],
      ['event', 'waiting', 'no_event'],
      ['articles', 'waiting', 'reading'],
      ['backfill', 'waiting', 'reading'],
    ]);
    expect(found.every(({ provedAt, checkedAt }) => provedAt === null && checkedAt === null)).toBe(true);
    expect(await isReady()).toBe(false);
  });

  it('is ready once all is proved but what time proves, and says how far the reading is', async () => {
    await repairConnection(world.ports, TENANT);
    await hear('opened');
    await world.ports.articles.put(TENANT, [anArticle('1'), anArticle('2')], 'seen');
    await world.ports.cursors.set(TENANT, 'articles', JSON.stringify({ since: 0, newest: 9, page: 'more' }));
    expect((await checks()).get('articles')).toMatchObject({
      state: 'waiting',
      reason: 'reading',
      progress: { done: 2 },
    });
    expect(await isReady()).toBe(false);
    await world.ports.cursors.set(TENANT, 'articles', JSON.stringify({ since: 9, newest: 9, page: null }));
    const standing = { since: 1, cursor: 'c', done: 40, readTo: 77, isDone: false };
    await world.ports.cursors.set(TENANT, 'backfill', JSON.stringify(standing));
    expect((await checks()).get('backfill')).toMatchObject({ state: 'waiting', progress: { done: 40, readTo: 77 } });
    expect((await checks()).get('token')).toMatchObject({ state: 'proved', provedAt: world.clock.wall });
    expect(await isReady()).toBe(true);
  });

  it('keeps when something last held that fails now, with what to do', async () => {
    await repairConnection(world.ports, TENANT);
    const then = world.clock.wall;
    world.clock.wall += 5_000;
    answers = [
      GOOD[0] ?? MENDED,
      unproved('scopes', 'failed', 'scope_missing', asWritten('Missing: hc:write.'), asWritten('Connect again.')),
    ];
    await repairConnection(world.ports, TENANT);
    expect(inWords((await checks()).get('scopes'))).toMatchObject({
      state: 'failed',
      todo: 'Connect again.',
      provedAt: then,
      checkedAt: then + 5_000,
    });
  });

  it('asks for a test event until one was heard, and again when the webhook was made anew', async () => {
    await repairConnection(world.ports, TENANT);
    await hear('opened');
    await repairConnection(world.ports, TENANT);
    world.clock.wall += 1_000;
    answers = [MENDED];
    await repairConnection(world.ports, TENANT);
    expect((await checks()).get('event')?.state).toBe('waiting');
    answers = GOOD;
    await repairConnection(world.ports, TENANT);
    await hear('solved');
    await repairConnection(world.ports, TENANT);
    expect(asked.map(({ wantsEvent }) => wantsEvent)).toEqual([true, false, false, true, false]);
  });

  it('puts a webhook right a few times a day and then leaves it to who switches it off', async () => {
    answers = [MENDED];
    for (let i = 0; i <= MAX_REPAIRS_A_DAY; i++) await repairConnection(world.ports, TENANT);
    expect(asked.map(({ isMending }) => isMending)).toEqual([true, true, true, false]);
    expect(world.activity().filter((what) => what === 'webhook repaired').length).toBe(MAX_REPAIRS_A_DAY + 1);
    world.clock.wall += 24 * 3_600_000;
    await repairConnection(world.ports, TENANT);
    expect(asked.at(-1)?.isMending).toBe(true);
  });

  it('that finds the token refused stores it and stops the tenant', async () => {
    answers = [
      unproved(
        'token',
        'failed',
        'token_refused',
        asWritten('GET /users/me: 401'),
        asWritten('Connect the account again.'),
      ),
    ];
    await world.tell({ type: 'repair', at: 1 });
    await world.run();
    expect((await world.ports.tenants.find(TENANT))?.state).toBe('auth_required');
    expect((await checks()).get('token')).toMatchObject({ state: 'failed', reason: 'token_refused' });
    await expect(repairConnection(world.ports, TENANT)).rejects.toBeInstanceOf(AuthLost);
  });

  it('of Intercom proves the topics by their events, since no call shows them', async () => {
    const id = 'intercom:w1';
    await world.ports.tenants.put(aTenant(id, { vendor: 'intercom' }), await world.ports.tenants.policy(TENANT));
    expect((await checks(id)).has('webhook')).toBe(false);
    await hear('opened', id);
    await hear('changed', id);
    expect(inWords((await checks(id)).get('topics'))).toMatchObject({
      state: 'waiting',
      detail: 'Not seen yet: conversation.admin.closed.',
    });
    await hear('solved', id);
    expect((await checks(id)).get('topics')?.state).toBe('proved');
  });
});
