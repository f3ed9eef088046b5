import { beforeEach, describe, expect, it } from 'vitest';
import { type Approved, approvedWorld, GAP_ID } from '../loop/world/approved.ts';
import { OTHER, TENANT } from '../loop/world/world.ts';
import { createOperator } from './services.ts';

let world: Approved;
let operator: ReturnType<typeof createOperator>;
let shown: { patchHash: string; baseHash: string | null; actor: string };
beforeEach(async () => {
  world = await approvedWorld({ state: 'in_review', actor: null });
  operator = createOperator(world);
  shown = { patchHash: world.fix.patchHash, baseHash: world.fix.baseHash, actor: 'ada' };
});
const status = async (...args: Parameters<typeof operator.call>) => (await operator.call(...args))[0];

const PATHS = ['', '/observations', '/issues', '/gaps', '/review', '/fixes', '/articles', '/publications', '/activity'];

describe('the API', () => {
  it('answers nobody without the operator’s token, also where there is nothing', async () => {
    for (const path of [...PATHS.map((p) => `/tenants/${TENANT}${p}`), '/tenants/nobody', '/nothing', '/driver/usage'])
      for (const token of ['', 'wrong'])
        expect([path, await status('GET', path, undefined, token)]).toEqual([
          path,
          expect.toSatisfy((code: number) => code === 401 || code === 400),
        ]);
    expect((await operator.app.request(`/api/tenants/${TENANT}`)).status).toBe(401);
  });

  it('answers the operator', async () => {
    for (const path of PATHS) expect([path, await status('GET', `/tenants/${TENANT}${path}`)]).toEqual([path, 200]);
  });

  it('has no driver where event time is not driven', async () => {
    expect(await status('GET', '/driver/usage')).toBe(404);
  });

  it('finds nothing of one tenant under another', async () => {
    for (const path of ['/fixes/f', `/gaps/${GAP_ID}`, '/conversations/a']) {
      expect([path, await status('GET', `/tenants/${TENANT}${path}`)]).toEqual([path, 200]);
      expect([path, await status('GET', `/tenants/${OTHER}${path}`)]).toEqual([path, 404]);
    }
    expect(await status('POST', `/tenants/${OTHER}/fixes/f/approve`, shown)).toBe(404);
    expect(await status('POST', `/tenants/${OTHER}/fixes/f/reject`, { ...shown, reason: 'no' })).toBe(404);
    expect(await status('POST', `/tenants/${OTHER}/fixes/f/edit`, { ...shown, title: 't', bodyHtml: 'b' })).toBe(404);
    expect((await operator.call('GET', `/tenants/${OTHER}/review`))[1]).toEqual({ items: [] });
    expect((await world.states()).fix).toBe('in_review');
    expect(await status('GET', '/tenants/zendesk:999')).toBe(404);
  });
});

describe('a decision', () => {
  it('on what was shown is taken, and wakes the tenant', async () => {
    expect(await status('POST', `/tenants/${TENANT}/fixes/f/approve`, shown)).toBe(200);
    expect([(await world.states()).fix, operator.woken]).toEqual(['approved', [TENANT]]);
    expect(await status('POST', `/tenants/${TENANT}/fixes/f/approve`, shown)).toBe(409);
  });

  it('on anything else is refused with 409', async () => {
    for (const body of [
      { ...shown, patchHash: 'x' },
      { ...shown, baseHash: null },
    ])
      expect(await status('POST', `/tenants/${TENANT}/fixes/f/approve`, body)).toBe(409);
    expect((await world.states()).fix).toBe('in_review');
  });

  it('without a reviewer, or a rejection without a reason, is refused with 400', async () => {
    const path = `/tenants/${TENANT}/fixes/f`;
    expect(await status('POST', `${path}/approve`, { ...shown, actor: '' })).toBe(400);
    expect(await status('POST', `${path}/reject`, shown)).toBe(400);
    expect(await status('POST', `${path}/reject`, { ...shown, reason: '   ' })).toBe(400);
    expect(await status('POST', `${path}/reject`, { ...shown, reason: 'it is wrong' })).toBe(200);
    expect((await world.states()).fix).toBe('rejected');
  });
});

describe('a dead letter', () => {
  it('is shown to its tenant alone and put back once', async () => {
    await world.tell({ type: 'draft', at: 1, gapId: 'unknown' });
    await world.run();
    const [, listed] = await operator.call('GET', `/tenants/${TENANT}/dead-letters`);
    expect(listed).toMatchObject({ deadLetters: [{ key: 'draft:unknown:1', reason: 'NotFound: gap unknown' }] });
    expect((await operator.call('GET', `/tenants/${OTHER}/dead-letters`))[1]).toEqual({ deadLetters: [] });
    const replay = (tenant: string) =>
      status('POST', `/tenants/${tenant}/dead-letters/replay`, { key: 'draft:unknown:1' });
    expect([await replay(OTHER), await replay(TENANT), await replay(TENANT)]).toEqual([404, 202, 404]);
  });
});
