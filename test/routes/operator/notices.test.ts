import { beforeEach, describe, expect, it } from 'vitest';
import { asWritten } from '../../../shared/said/said.ts';
import { type Approved, approvedWorld } from '../../loop/world/approved.ts';
import { OTHER, TENANT } from '../../loop/world/world.ts';
import { createOperator, TOKEN } from '../services.ts';

let world: Approved;
let operator: ReturnType<typeof createOperator>;
beforeEach(async () => {
  world = await approvedWorld();
  operator = createOperator(world);
});
const call = (method: string, path: string, body?: unknown, tenant = TENANT) =>
  operator.call(method, `/tenants/${tenant}${path}`, body);

describe('notices by the API', () => {
  it('tell of a publication with what takes it back, are read and dismissed, and of this tenant alone', async () => {
    await world.publish();
    await world.verify();
    const [status, page] = await call('GET', '/notices');
    const [notice] = page.notices as { key: string; kind: string; about: { undo: string }; text: { text: string } }[];
    expect([status, page.unread, notice?.kind]).toEqual([200, 1, 'publication.done']);
    expect(notice?.text.text).toBe('“Export” was changed as ada approved it, and read back.');
    expect((await call('POST', `/publications/${notice?.about.undo}/rollback`, { actor: 'a', reason: 'no' }))[0]).toBe(
      202,
    );
    expect((await call('GET', '/notices', undefined, OTHER))[1]).toMatchObject({ notices: [], unread: 0 });
    expect((await call('POST', '/notices/dismiss', { keys: [notice?.key] }, OTHER))[1]).toEqual({ marked: 0 });
    expect((await call('POST', '/notices/read', { keys: [notice?.key] }))[1]).toEqual({ marked: 1 });
    expect((await call('GET', '/notices'))[1]).toMatchObject({ unread: 0 });
    await call('POST', '/notices/dismiss', { keys: [notice?.key] });
    expect((await call('GET', '/notices'))[1]).toMatchObject({ notices: [] });
    expect((await call('POST', '/notices/read', { keys: 'all' }))[0]).toBe(400);
  });

  it('tell that a tenant was stopped and by whom, and that all were', async () => {
    const stop = { isStopped: true, actor: 'kit', reason: 'a drill' };
    await operator.call('PUT', `/tenants/${TENANT}/policy`, { isStopped: true });
    world.clock.event += 1;
    await operator.call('PUT', '/stop', stop);
    const texts = async (tenant: string) =>
      ((await call('GET', '/notices', undefined, tenant))[1].notices as { text: { text: string } }[]).map(
        ({ text }) => text.text,
      );
    expect(await texts(OTHER)).toEqual([expect.stringContaining('kit stopped publishing for every account')]);
    expect(await texts(TENANT)).toEqual([
      expect.stringContaining('for every account'),
      expect.stringContaining('operator stopped publishing for this account'),
    ]);
  });

  it('tell who publishes by itself that the operator stopped it for all, and that it goes on', async () => {
    await operator.call('PUT', `/tenants/${OTHER}/policy`, { autoPublish: { isEnabled: true } });
    const stop = { isStopped: true, actor: 'kit', reason: 'a drill' };
    expect((await operator.call('PUT', '/stop/automatic', { ...stop, reason: ' ' }))[0]).toBe(400);
    expect((await operator.call('GET', '/stop'))[1]).toMatchObject({
      isStopped: false,
      automatic: { isStopped: false },
    });
    world.clock.event += 1;
    await operator.call('PUT', '/stop/automatic', stop);
    expect((await operator.call('GET', '/stop'))[1]).toEqual({
      isStopped: false,
      automatic: {
        isStopped: true,
        at: world.clock.event,
        actor: 'kit',
        reason: { text: 'a drill', ...asWritten('a drill') },
      },
    });
    const standing = (await operator.call('GET', `/tenants/${TENANT}/autonomy`))[1];
    expect(standing).toMatchObject({ isStopped: false, isAutomaticStopped: true });
    expect((standing.categories as { words: string }[]).map(({ words }) => words)).toEqual([
      'Automatic publishing is stopped for every account: who runs Mend lets it go on.',
    ]);
    world.clock.event += 1;
    await operator.call('PUT', '/stop/automatic', { ...stop, isStopped: false });
    const titles = async (tenant: string) =>
      ((await call('GET', '/notices', undefined, tenant))[1].notices as { title: { text: string } }[]).map(
        ({ title }) => title.text,
      );
    expect(await titles(OTHER)).toEqual([
      'Automatic publishing goes on',
      'Automatic publishing was switched off for every account',
    ]);
    expect(await titles(TENANT)).toEqual([]);
  });

  it('have a webhook that is set, tried, shown without its secret, and removed', async () => {
    expect((await call('POST', '/webhook/test'))[0]).toBe(404);
    expect(await call('PUT', '/webhook', { url: 'https://hooks.acme.com/' })).toMatchObject([
      201,
      { secret: expect.stringMatching(/^whsec_/) },
    ]);
    expect((await call('PUT', '/webhook', { url: 'https://hooks.acme.com/' }, 'zendesk:999'))[0]).toBe(404);
    expect((await call('POST', '/webhook/test'))[0]).toBe(202);
    expect(operator.woken).toEqual([TENANT]);
    await world.run();
    expect(JSON.parse(world.courier.letters[0]?.letter.body ?? '{}').type).toBe('mend.test');
    const [, shown] = await call('GET', '/webhook');
    expect(JSON.stringify(shown)).not.toContain('whsec_');
    expect((await call('POST', '/webhook/replay', { key: 'nobody' }))[0]).toBe(404);
    expect(
      (
        await operator.app.request(`/api/tenants/${TENANT}/webhook`, {
          method: 'DELETE',
          headers: { authorization: `Bearer ${TOKEN}` },
        })
      ).status,
    ).toBe(204);
    expect((await call('GET', '/webhook'))[1]).toMatchObject({ webhook: null });
  });
});
