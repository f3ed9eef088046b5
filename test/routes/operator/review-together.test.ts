import { beforeEach, describe, expect, it } from 'vitest';
import { aFix } from '../../contracts/examples.ts';
import { type Approved, approvedWorld, GAP_ID } from '../../loop/world/approved.ts';
import { OTHER, TENANT } from '../../loop/world/world.ts';
import { createOperator } from '../services.ts';
import { createSignedIn } from '../signed-in.ts';

let world: Approved;
let app: ReturnType<typeof createSignedIn>;
let shown: { patchHash: string; baseHash: string | null };
beforeEach(async () => {
  world = await approvedWorld({ state: 'in_review', actor: null });
  app = createSignedIn(world, ['a']);
  shown = { patchHash: world.fix.patchHash, baseHash: world.fix.baseHash };
});

describe('equal decisions in the console', () => {
  it('are approved at once; what moved meanwhile is left and named', async () => {
    await world.ports.fixes.add(TENANT, aFix('g', { gapId: GAP_ID }));
    const items = [
      { fixId: 'f', patchHash: shown.patchHash, baseHash: shown.baseHash },
      { fixId: 'g', patchHash: 'moved', baseHash: 'base' },
    ];
    const [, answer] = await app.as('lead')('POST', '/review/approve-batch', { items, tookMs: 3_000 });
    expect(answer).toMatchObject({ decided: [{ fixId: 'f', state: 'approved' }], left: [{ fixId: 'g' }] });
  });

  it('are rejected with one reason, and taken back for the lot; by leads alone', async () => {
    await world.ports.fixes.add(TENANT, aFix('g', { gapId: GAP_ID }));
    const items = [
      { fixId: 'f', patchHash: shown.patchHash, baseHash: shown.baseHash },
      { fixId: 'g', patchHash: 'patch-g', baseHash: 'base' },
    ];
    const body = { items, tookMs: 3_000, reason: 'not for customers' };
    const [lead, agent] = [app.as('lead'), app.as('agent')];
    expect((await agent('POST', '/review/reject-batch', body))[0]).toBe(403);
    expect((await lead('POST', '/review/reject-batch', { ...body, reason: ' ' }))[0]).toBe(400);
    expect((await lead('POST', '/review/reject-batch', { ...body, items: [] }))[0]).toBe(400);
    const [, answer] = await lead('POST', '/review/reject-batch', body);
    expect(answer).toMatchObject({
      decided: [
        { fixId: 'f', state: 'rejected', undoMs: 10_000, pace: { decisions: 2 } },
        { fixId: 'g', state: 'rejected' },
      ],
      left: [],
    });
    expect((await agent('POST', '/review/take-back-batch', { fixIds: ['f', 'g'] }))[0]).toBe(403);
    expect((await lead('POST', '/review/take-back-batch', { fixIds: ['f', 'g'] }))[1]).toMatchObject({
      decided: [{ fixId: 'f', state: 'in_review', undoMs: 0 }, { fixId: 'g' }],
      left: [],
    });
  });
});

describe('equal decisions by the API', () => {
  it('are rejected with one reason and taken back for the lot, each with what became of it', async () => {
    const operator = createOperator(world);
    await world.ports.fixes.add(TENANT, aFix('g', { gapId: GAP_ID }));
    const items = [
      { fixId: 'f', ...shown },
      { fixId: 'g', patchHash: 'older', baseHash: 'base' },
    ];
    const call = (what: string, body: object, tenant = TENANT) =>
      operator.call('POST', `/tenants/${tenant}/fixes/${what}-batch`, { actor: 'kit', ...body });
    for (const bad of [
      { items },
      { items, reason: ' ' },
      { items: [], reason: 'no' },
      { items, reason: 'no', holdMs: -1 },
    ])
      expect((await call('reject', bad))[0]).toBe(400);
    expect((await call('reject', { items, reason: 'no' }, OTHER))[1]).toMatchObject({ decided: [] });
    expect(await call('reject', { items, reason: 'not for customers' })).toEqual([
      200,
      {
        decided: [{ fixId: 'f', state: 'rejected' }],
        left: [
          {
            fixId: 'g',
            why: expect.objectContaining({
              code: 'moved.changed',
              text: 'the fix has changed since it was shown: load it again',
            }),
          },
        ],
        undoMs: 10_000,
      },
    ]);
    const taken = await call('take-back', { fixIds: ['f', 'g'] });
    expect(taken[1]).toEqual({
      decided: [{ fixId: 'f', state: 'in_review' }],
      left: [
        { fixId: 'g', why: expect.objectContaining({ text: 'it is in_review: there is no decision to take back' }) },
      ],
    });
    expect((await call('approve', { items: items.slice(0, 1), holdMs: 0 }))[1]).toMatchObject({
      decided: [{ fixId: 'f', state: 'approved' }],
      undoMs: 0,
    });
    await world.run();
    expect((await world.states()).fix).toBe('published');
  });
});
