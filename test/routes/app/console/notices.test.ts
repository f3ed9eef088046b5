import { beforeEach, describe, expect, it } from 'vitest';
import { type Approved, approvedWorld } from '../../../loop/world/approved.ts';
import { OTHER, TENANT } from '../../../loop/world/world.ts';
import { createSignedIn } from '../../signed-in.ts';

let world: Approved;
let app: ReturnType<typeof createSignedIn>;
beforeEach(async () => {
  world = await approvedWorld();
  app = createSignedIn(world);
});

interface Told {
  key: string;
  kind: string;
  undo: string | null;
  isRead: boolean;
}
const told = async (role: 'agent' | 'lead' = 'agent', tenant = TENANT) =>
  (await app.as(role, tenant)('GET', '/notices'))[1] as { notices: Told[]; unread: number };

describe('notices in the console', () => {
  it('tell everybody of a publication and where it stands, and let a lead take it back once', async () => {
    await world.publish();
    await world.verify();
    const [notice] = (await told()).notices;
    expect(notice).toMatchObject({ kind: 'publication.done', fixId: 'f', article: { locale: 'en-us' }, isRead: false });
    const path = `/publications/${notice?.undo}/rollback`;
    expect((await app.as('agent')('POST', path, { reason: 'no' }))[0]).toBe(403);
    expect((await app.as('lead')('POST', path, { reason: 'no' }))[0]).toBe(202);
    await world.run();
    const after = (await told()).notices;
    expect(after.map(({ kind, undo }) => [kind, undo])).toEqual([
      ['publication.reverted', null],
      ['publication.done', null],
    ]);
  });

  it('are marked by leads for the whole account, and by nobody for another', async () => {
    await world.publish();
    await world.verify();
    const { notices, unread } = await told();
    const keys = notices.map(({ key }) => key);
    expect(unread).toBe(1);
    expect((await app.as('agent')('POST', '/notices/dismiss', { keys }))[0]).toBe(403);
    expect((await app.as('lead', OTHER)('POST', '/notices/dismiss', { keys }))[1]).toEqual({ marked: 0 });
    expect(await told('lead', OTHER)).toMatchObject({ notices: [], unread: 0 });
    expect((await app.as('lead')('POST', '/notices/read', { keys }))[1]).toEqual({ marked: 1 });
    expect(await told()).toMatchObject({ unread: 0, notices: [{ isRead: true }] });
    expect((await app.as('lead')('POST', '/notices/dismiss', { keys }))[1]).toEqual({ marked: 1 });
    expect((await told()).notices).toEqual([]);
    expect((await app.as('lead')('POST', '/notices/dismiss', { keys: [] }))[0]).toBe(400);
  });
});

describe('the outgoing webhook in the console', () => {
  const url = 'https://hooks.acme.com/mend?token=t';

  it('is for admins alone, also to look at', async () => {
    for (const [method, path] of [
      ['GET', '/webhook'],
      ['PUT', '/webhook'],
      ['DELETE', '/webhook'],
      ['POST', '/webhook/rotate'],
      ['POST', '/webhook/test'],
      ['POST', '/webhook/replay'],
    ] as const)
      expect([path, (await app.as('lead')(method, path, method === 'GET' ? undefined : { url }))[0]]).toEqual([
        path,
        403,
      ]);
  });

  it('is set, tried, rotated and removed, its secret shown when it is made and at no other time', async () => {
    const admin = app.as('admin');
    expect((await admin('POST', '/webhook/test', {}))[0]).toBe(404);
    expect((await admin('PUT', '/webhook', { url: ' ' }))[0]).toBe(400);
    const [status, made] = await admin('PUT', '/webhook', { url });
    expect([status, made]).toMatchObject([201, { webhook: { url }, secret: expect.stringMatching(/^whsec_/) }]);
    expect((await admin('POST', '/webhook/test', {}))[0]).toBe(202);
    await world.run();
    expect(world.courier.letters).toHaveLength(1);
    expect((await admin('POST', '/webhook/rotate', {}))[1].secret).not.toBe(made.secret);
    expect((await admin('GET', '/webhook'))[2]).not.toContain('whsec_');
    expect((await admin('DELETE', '/webhook'))[1]).toEqual({ webhook: null, parked: [] });
    const what = (await world.ports.activity.list(TENANT, 10)).filter((one) => one.what.startsWith('webhook'));
    expect(what.map((one) => [one.what, one.actor])).toEqual(
      expect.arrayContaining([
        ['webhook set', `admin (admin of ${TENANT})`],
        ['webhook secret changed', `admin (admin of ${TENANT})`],
        ['webhook removed', `admin (admin of ${TENANT})`],
      ]),
    );
    expect(JSON.stringify(what)).not.toContain('token=t');
  });

  it('shows what was parked with the reason, and sends it again when it is asked to', async () => {
    const admin = app.as('admin');
    await admin('PUT', '/webhook', { url });
    await admin('POST', '/webhook/test', {});
    const [row] = await world.ports.outbox.list(TENANT, 1, null);
    if (!row) throw new Error('no notice');
    const parked = { state: 'parked' as const, attempts: 8, nextAt: 0, detail: '500' };
    await world.ports.outbox.setDelivery(TENANT, row.key, ['due'], parked);
    expect((await admin('GET', '/webhook'))[1]).toMatchObject({ parked: [{ key: row.key, delivery: parked }] });
    expect((await app.as('admin', OTHER)('POST', '/webhook/replay', { key: row.key }))[0]).toBe(404);
    expect((await admin('POST', '/webhook/replay', { key: row.key }))[0]).toBe(202);
    await world.run();
    expect(world.courier.letters).toHaveLength(1);
    expect((await admin('GET', '/webhook'))[1]).toMatchObject({ parked: [] });
  });
});
