import { expect, it } from 'vitest';
import { asWritten } from '../../../shared/said/said.ts';
import { ABANDONED_AFTER_MS, PURGE_AFTER_MS, purge } from '../../../worker/loop/account/purge.ts';
import { uninstall } from '../../../worker/loop/account/uninstall.ts';
import { NotFound } from '../../../worker/loop/ports/errors.ts';
import { createVectorizeVectors } from '../../../worker/vectorize/vectors.ts';
import { inWords } from '../../ground/in-words.ts';
import { createVectorizeDouble } from '../../vectorize/double.ts';
import { ledgerInMemory } from '../../vectorize/ledger.ts';
import { createWorld, OTHER, TENANT } from '../world/world.ts';

it('disconnects an account though its helpdesk does not listen, tells so, and twice is once', async () => {
  const world = await createWorld();
  let asked = 0;
  const leave = async () => {
    asked += 1;
    throw new Error('DELETE /api/v2/webhooks/1: 503');
  };
  for (let i = 0; i < 2; i++) await uninstall(world.ports, leave, TENANT, 'ada', 'trial over');
  expect([asked, (await world.ports.tenants.find(TENANT))?.state]).toEqual([1, 'closing']);
  const [entry] = await world.ports.activity.list(TENANT, 9);
  expect(entry).toMatchObject({ what: 'tenant closing', actor: 'ada' });
  expect(inWords(entry?.reason)).toBe(
    'trial over; not everything Mend had made in the helpdesk could be removed (DELETE /api/v2/webhooks/1: 503)',
  );
  expect((await world.ports.tenants.find(OTHER))?.state).toBe('active');
  await expect(uninstall(world.ports, leave, 'zendesk:nobody', 'ada', 'x')).rejects.toBeInstanceOf(NotFound);
});

it('ends the work of an account after the row at hand, and what waits is worked by nobody', async () => {
  const world = await createWorld();
  await world.tell({ type: 'repair', at: 1 }, { type: 'repair', at: 2 }, { type: 'repair', at: 3 });
  let asked = 0;
  world.ports.prove = async () => {
    asked += 1;
    if (asked === 2) await uninstall(world.ports, async () => undefined, TENANT, 'ada', 'trial over');
    return [];
  };
  await world.run();
  expect(asked).toBe(2);
  expect((await world.ports.inbox.depth(TENANT, 9)).waiting).toBe(1);
});

it('takes an account whose token is refused for a month for one that left', async () => {
  const world = await createWorld();
  await world.ports.tenants.setState(TENANT, 'auth_required', asWritten('refused'));
  world.clock.wall += ABANDONED_AFTER_MS - 1;
  await purge(world.ports);
  expect((await world.ports.tenants.find(TENANT))?.state).toBe('auth_required');
  world.clock.wall += 1;
  await purge(world.ports);
  expect((await world.ports.tenants.find(TENANT))?.state).toBe('closing');
  world.clock.wall += PURGE_AFTER_MS;
  for (let tick = 0; tick < 2; tick++) await purge(world.ports);
  expect(await world.ports.tenants.find(TENANT)).toBeNull();
  expect((await world.ports.tenants.find(OTHER))?.state).toBe('active');
});

it('takes the vectors of an account that left out of their index, and no other account’s', async () => {
  const world = await createWorld();
  const { index, settle } = createVectorizeDouble(2);
  const vectors = createVectorizeVectors(index, ledgerInMemory());
  const embedder = { model: 'e', dimensions: 2, languages: null, embed: async () => [] };
  world.ports.dense = { vectors, embedder };
  const vector = { articleId: '1', locale: 'en', passage: 0, hash: 'h', values: Float32Array.of(1, 0) };
  for (const tenant of [TENANT, OTHER]) await vectors.put(tenant, [vector]);
  await world.ports.tenants.setState(TENANT, 'closing', asWritten('gone'));
  world.clock.wall += PURGE_AFTER_MS;
  await purge(world.ports);
  await settle();
  const left = async (namespace: string) => (await index.query(vector.values, { namespace })).count;
  expect([await left(TENANT), await left(OTHER)]).toEqual([0, 1]);
  expect([await vectors.known(TENANT), (await vectors.known(OTHER)).length]).toEqual([[], 1]);
});
