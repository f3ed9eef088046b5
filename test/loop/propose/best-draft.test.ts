import { beforeEach, describe, expect, it } from 'vitest';
import type { StoredFix } from '../../../shared/gap.ts';
import { asWritten } from '../../../shared/said/said.ts';
import { approve, edit, reject } from '../../../worker/loop/review/decide-by-person.ts';
import { runStep } from '../../../worker/loop/steps.ts';
import { aFix } from '../../contracts/examples.ts';
import { inWords } from '../../ground/in-words.ts';
import { type Approved, approvedWorld, GAP_ID } from '../world/approved.ts';
import { OTHER, stored, TENANT } from '../world/world.ts';
import { worldWhere } from './searched.ts';

const check = (name: string, isPassed = true) => ({ name, isPassed, detail: asWritten('') });
const PASSING = [check('content'), check('rehearsal')];
const FAILING = [check('ungrounded', false), check('content', false), check('rehearsal')];

let world: Approved;
beforeEach(() => waits());

/** A world in which a fix waits for a person. */
async function waits(more: Partial<StoredFix> = {}): Promise<void> {
  world = await approvedWorld({ state: 'in_review', actor: null, confidence: 0.8, gates: PASSING, ...more });
}

/** A newer draft of the same gap, scored; `more` is what its scoring gave. */
async function newer(more: Partial<StoredFix> = {}): Promise<void> {
  const { id: _, ...own } = world.fix;
  const fix = aFix('newer', { ...own, state: 'scored', createdAt: 20, patchHash: 'patch-newer', ...more });
  await world.ports.fixes.add(TENANT, fix);
}
const decide = () => runStep(world.ports, TENANT, { type: 'decide', at: world.clock.event, fixId: 'newer' });
const states = async () => [
  (await world.ports.fixes.get(TENANT, 'f'))?.state,
  (await world.ports.fixes.get(TENANT, 'newer'))?.state,
  (await world.ports.gaps.get(TENANT, GAP_ID))?.state,
];
const toldOfGap = async () =>
  (await world.ports.activity.list(TENANT, 50)).filter(({ subject }) => subject === GAP_ID).map(({ what }) => what);

describe('a fix that waits', () => {
  it.each<[string, Partial<StoredFix>]>([
    ['fails a check that it passes', { gates: FAILING, confidence: 0 }],
    ['fails a check that it passes, however sure', { gates: FAILING, confidence: 1 }],
    ['is less sure', { confidence: 0.79 }],
    ['could not be scored', { confidence: null }],
  ])('stays where a newer draft %s, and its gap says that there is newer evidence', async (_, more) => {
    await newer(more);
    expect(await decide()).toEqual([]);
    expect(await states()).toEqual(['in_review', 'superseded', 'in_review']);
    expect(await world.ports.fixes.get(TENANT, 'f')).toEqual(world.fix);
    expect(await toldOfGap()).toEqual(['newer evidence']);
    expect(inWords((await world.ports.fixes.get(TENANT, 'newer'))?.reason)).toContain('the proposal that waits stays');
  });

  it.each<[string, Partial<StoredFix>]>([
    ['is surer', { confidence: 0.9 }],
    [
      'is as sure and rests on more evidence',
      { evidence: ['a', 'a'].map((id, n) => ({ conversationId: id, turnId: `a-${n}`, quote: 'Choose Wages.' })) },
    ],
    ['was made while the model was away', { gates: [...PASSING, check('model', false)] }],
  ])('gives its place to a newer draft that passes the same and %s', async (_, more) => {
    await newer(more);
    await decide();
    expect((await states()).slice(0, 2)).toEqual(['superseded', expect.stringMatching(/in_review|escalated/)]);
    expect(await toldOfGap()).toEqual([]);
  });

  it('gives its place where it fails more than the newer draft', async () => {
    await waits({ gates: FAILING, confidence: 0 });
    await newer();
    await decide();
    expect((await states())[0]).toBe('superseded');
  });

  it.each<[string, Partial<StoredFix>]>([
    ['was drafted from a text that no longer stands', { baseHash: 'an older text' }],
    [
      'cites what is no longer evidence of its gap',
      { evidence: [{ conversationId: 'z', turnId: 'z-1', quote: 'Z.' }] },
    ],
  ])('gives its place to any newer draft where it %s', async (_, more) => {
    const { baseHash, evidence } = world.fix;
    await waits(more);
    await newer({ baseHash, evidence, confidence: 0.1 });
    await decide();
    expect((await states())[0]).toBe('superseded');
  });

  it('is compared once: the same decision told again changes nothing', async () => {
    for (const confidence of [0.1, 0.9]) {
      await waits();
      await newer({ confidence });
      const first = await decide();
      const before = stored(world.shelf, TENANT);
      expect(await decide()).toEqual(first);
      expect(stored(world.shelf, TENANT)).toBe(before);
    }
  });

  it('and was worded by a person stays, however sure the draft that was on its way', async () => {
    await newer({ confidence: 1 });
    const worded = await edit(world.ports, TENANT, 'f', world.fix, 'ada', { title: 'Wages', bodyHtml: '<p>Mine.</p>' });
    await decide();
    expect((await states())[1]).toBe('superseded');
    expect((await world.ports.fixes.get(TENANT, worded.id))?.state).toBe('in_review');
  });

  it.each(['approved', 'rejected'] as const)(
    'and was %s meanwhile is not reopened by a draft on its way',
    async (state) => {
      await newer({ confidence: 1 });
      if (state === 'approved') await approve(world.ports, TENANT, 'f', world.fix, 'ada');
      else await reject(world.ports, TENANT, 'f', world.fix, 'ada', 'not ours');
      await decide();
      expect(await states()).toEqual([state, 'superseded', state]);
    },
  );

  it('is not touched by drafts of another tenant', async () => {
    await newer({ confidence: 0.1 });
    await expect(
      runStep(world.ports, OTHER, { type: 'decide', at: world.clock.event, fixId: 'newer' }),
    ).rejects.toThrow('newer');
    expect((await states())[1]).toBe('scored');
  });
});

describe('a gap whose evidence moved while a fix waits', () => {
  /** The fix of a gap that was drafted from real conversations taken out, and another of it waiting in its place. */
  async function moved(more: Partial<StoredFix>) {
    const { world, terms } = await worldWhere({ canLabel: true });
    const [drafted] = terms;
    if (!drafted) throw new Error('nothing was drafted');
    for (const [key, { fix }] of world.shelf.fixes) if (fix.id === drafted.id) world.shelf.fixes.delete(key);
    const { evidence } = drafted;
    const [first] = evidence;
    const waiting = {
      ...drafted,
      id: 'old',
      state: 'in_review' as const,
      gates: PASSING,
      evidence: first ? [first] : [],
    };
    await world.ports.fixes.add(TENANT, { ...waiting, ...more });
    const tell = async () => {
      await runStep(world.ports, TENANT, { type: 'draft', at: world.clock.event, gapId: drafted.gapId }).then((next) =>
        world.tell(...next),
      );
      await world.run();
    };
    const at = async (id: string) => (await world.ports.fixes.get(TENANT, id))?.state;
    return { world, drafted, tell, seen: async () => [await at('old'), await at(drafted.id)] };
  }

  it('keeps it until the new draft is scored, and then keeps the better one', async () => {
    const better = await moved({ confidence: 1 });
    await better.tell();
    expect(await better.seen()).toEqual(['in_review', 'superseded']);
    const worse = await moved({ confidence: 0 });
    await worse.tell();
    expect(await worse.seen()).toEqual(['superseded', worse.drafted.state]);
  });

  it('told again changes nothing', async () => {
    const { world, tell } = await moved({ confidence: 1 });
    await tell();
    const before = JSON.stringify([...world.shelf.fixes.values()]);
    const { length } = world.activity();
    await tell();
    expect(JSON.stringify([...world.shelf.fixes.values()])).toBe(before);
    expect(world.activity()).toHaveLength(length);
  });

  it('replaces it at once where the article is no longer what it was drafted from', async () => {
    const { world, drafted, tell, seen } = await moved({ confidence: 1, baseHash: 'an older text' });
    await runStep(world.ports, TENANT, { type: 'draft', at: world.clock.event, gapId: drafted.gapId });
    expect(await seen()).toEqual(['superseded', 'drafted']);
    await tell();
    expect(await seen()).toEqual(['superseded', drafted.state]);
  });

  it('tries the draft that gave way again once what it gave way to can no longer stand', async () => {
    const { world, drafted, tell, seen } = await moved({ confidence: 1 });
    await tell();
    for (const row of world.shelf.fixes.values()) if (row.fix.id === 'old') row.fix = { ...row.fix, baseHash: 'gone' };
    world.clock.event += 60_000;
    await tell();
    expect(await seen()).toEqual(['superseded', drafted.state]);
  });
});
