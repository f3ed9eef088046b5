import { beforeEach, describe, expect, it } from 'vitest';
import { MINUTE_MS } from '../../../shared/time.ts';
import { isUndecided } from '../../../worker/loop/observe/open-gap.ts';
import { runStep } from '../../../worker/loop/steps.ts';
import { aFix, aGap, anEntry } from '../../contracts/examples.ts';
import { aRaw, observing } from '../world/raw.ts';
import { createWorld, OTHER, stored, TENANT, type World } from '../world/world.ts';

const SOLVED = 10 * MINUTE_MS;

let world: World;
beforeEach(async () => {
  world = await createWorld();
  world.desk.conversations.set('a', aRaw('a', SOLVED));
});

const run = (at: number, moment: 'opened' | 'changed' | 'solved' | 'gone') =>
  runStep(world.ports, TENANT, observing('a', at, moment));
const known = () => world.ports.observations.find(TENANT, 'a');
const kinds = async () => (await world.ports.learningLog.entries(TENANT, 'en', 0, 99)).map((entry) => entry.kind);

/** The helpdesk has it open again since `at`, with a new message of the customer. */
function reopen(at: number): void {
  const raw = aRaw('a', SOLVED);
  const more = { ...raw.turns[0]!, id: 'a-3', at, text: 'It is still not there.' };
  const turns = [...raw.turns, more];
  world.desk.conversations.set('a', { ...raw, state: 'open', solvedAt: null, reopenedAt: [at], updatedAt: at, turns });
}

/** A gap that cites conversation a, with a draft of it in review. */
async function cite(conversationIds = ['a', 'b']): Promise<void> {
  const observation = (await known())!;
  const seq = (await world.ports.learningLog.head(TENANT)) + 1;
  await world.ports.observations.record(TENANT, {
    observation,
    conversation: null,
    entries: [anEntry(seq, 'unknown')],
    gaps: [aGap('g', { state: 'in_review', conversationIds })],
  });
  await world.ports.fixes.add(TENANT, aFix('f', { gapId: 'g' }));
}

describe('observing', () => {
  it('keeps what the sidebar would have shown on opening, and learns when it is solved', async () => {
    expect(await run(SOLVED - 4 * MINUTE_MS, 'opened')).toEqual([]);
    expect((await known())?.state).toBe('suggested');
    expect(await kinds()).toEqual([]);
    await run(SOLVED, 'solved');
    expect(await known()).toMatchObject({ state: 'observed', at: SOLVED, diagnosis: 'none' });
    expect(await kinds()).toEqual(['solved']);
  });

  it('learns and stores nothing of what the helpdesk keeps for some of the agents', async () => {
    world.desk.conversations.set('a', { ...aRaw('a', SOLVED), restrictedTo: 'group/7' });
    const before = stored(world.shelf, TENANT);
    for (const moment of ['opened', 'changed', 'solved'] as const) await run(SOLVED, moment);
    expect(stored(world.shelf, TENANT)).toBe(before);
  });

  it('forgets what it learned of a conversation that is kept private since, and learns once it is open again', async () => {
    await run(SOLVED, 'solved');
    await cite();
    world.desk.conversations.set('a', { ...aRaw('a', SOLVED), restrictedTo: 'group/7' });
    await run(SOLVED + MINUTE_MS, 'changed');
    expect([await known(), await world.ports.observations.conversation(TENANT, 'a')]).toEqual([null, null]);
    expect((await world.ports.gaps.get(TENANT, 'g'))?.conversationIds).toEqual(['b']);
    expect(stored(world.shelf, TENANT)).not.toContain('wages of my people');
    world.desk.conversations.set('a', { ...aRaw('a', SOLVED), updatedAt: SOLVED + 2 * MINUTE_MS });
    await run(SOLVED + 2 * MINUTE_MS, 'changed');
    expect((await known())?.state).toBe('observed');
  });

  it('stores nothing of a private note, a name or another tenant', async () => {
    const raw = aRaw('a', SOLVED);
    const note = { ...raw.turns[1]!, id: 'a-9', isPublic: false, text: 'He is a pain, that Mo Vale.' };
    world.desk.conversations.set('a', { ...raw, turns: [...raw.turns, note] });
    const before = stored(world.shelf, OTHER);
    await run(SOLVED, 'solved');
    const all = stored(world.shelf, TENANT);
    expect([all.includes('Export'), all.includes('pain'), all.includes('Vale')]).toEqual([true, false, false]);
    expect(stored(world.shelf, OTHER)).toBe(before);
  });

  it('learns nothing twice of a conversation that says what it said', async () => {
    await run(SOLVED, 'solved');
    await run(SOLVED + 5, 'changed');
    await run(SOLVED + 9, 'solved');
    expect(await kinds()).toEqual(['solved']);
  });

  it('learns anew from a conversation that says more, in place of what it taught', async () => {
    await run(SOLVED, 'solved');
    const raw = aRaw('a', SOLVED);
    const later = SOLVED + MINUTE_MS;
    const turns = [...raw.turns, { ...raw.turns[1]!, id: 'a-3', text: 'Only owners can export wages.', at: later }];
    world.desk.conversations.set('a', { ...raw, turns, updatedAt: later });
    await run(later, 'changed');
    expect(await kinds()).toEqual(['solved', 'withdrawn', 'solved']);
  });

  it('ignores an event that comes late, whatever it says', async () => {
    await run(SOLVED, 'solved');
    const before = stored(world.shelf, TENANT);
    for (const at of [0, SOLVED - 4 * MINUTE_MS, SOLVED - 1]) expect(await run(at, 'opened')).toEqual([]);
    expect(stored(world.shelf, TENANT)).toBe(before);
  });

  it('keeps as many turns of an endless conversation as one stored value holds', async () => {
    const raw = aRaw('a', SOLVED);
    const long = Array.from({ length: 22 }, (_, i) => ({
      ...raw.turns[1]!,
      id: `a-${100 + i}`,
      text: `"Reports" and "wages" again. `.repeat(2000),
    }));
    world.desk.conversations.set('a', { ...raw, turns: [...raw.turns, ...long] });
    await run(SOLVED, 'solved');
    const bytes = (value: unknown) => new TextEncoder().encode(JSON.stringify(value)).length;
    const conversation = await world.ports.observations.conversation(TENANT, 'a');
    expect(conversation?.turns.slice(0, 2).map((turn) => turn.id)).toEqual(['a-1', 'a-2']);
    expect(bytes(conversation)).toBeLessThan(1_100_000);
    expect(bytes(await world.ports.learningLog.entries(TENANT, 'en', 0, 1))).toBeLessThan(1_900_000);
  });

  it('does not learn before its time from a backlog read late', async () => {
    await run(SOLVED - 2 * MINUTE_MS, 'changed');
    expect((await known())?.state).toBe('suggested');
    expect(await kinds()).toEqual([]);
  });
});

describe('evidence', () => {
  it('is taken back when a conversation is opened again, and given again when it is solved again', async () => {
    await run(SOLVED, 'solved');
    reopen(SOLVED + MINUTE_MS);
    await run(SOLVED + MINUTE_MS, 'changed');
    expect(await known()).toMatchObject({ state: 'withdrawn', at: SOLVED + MINUTE_MS });
    await run(SOLVED, 'solved');
    expect((await known())?.state).toBe('withdrawn');
    const solvedAgain = SOLVED + 2 * MINUTE_MS;
    const raw = world.desk.conversations.get('a')!;
    world.desk.conversations.set('a', { ...raw, state: 'solved', solvedAt: solvedAgain, updatedAt: solvedAgain });
    await run(solvedAgain, 'solved');
    expect(await known()).toMatchObject({ state: 'observed', at: solvedAgain });
    expect(await kinds()).toEqual(['solved', 'withdrawn', 'solved']);
  });

  it.each([
    ['deleted for good', () => void world.desk.conversations.delete('a')],
    ['deleted', () => void world.desk.conversations.set('a', { ...aRaw('a', SOLVED), state: 'deleted' })],
  ])('and text of a conversation that was %s leave', async (_, remove) => {
    await run(SOLVED, 'solved');
    remove();
    await run(SOLVED + 1, 'gone');
    await run(SOLVED + 1, 'gone');
    expect(await known()).toMatchObject({ state: 'withdrawn', question: '' });
    expect((await world.ports.observations.conversation(TENANT, 'a'))?.turns).toEqual([]);
    expect(await kinds()).toEqual(['solved', 'withdrawn']);
  });

  it('of a merged conversation is taken back, also where its text was forgotten long ago', async () => {
    await run(SOLVED, 'solved');
    await world.ports.retention.forgetText(TENANT, SOLVED + 1, []);
    world.desk.conversations.set('a', { ...aRaw('a', SOLVED), state: 'merged', mergedInto: 'b' });
    await run(SOLVED + 1, 'gone');
    expect((await known())?.state).toBe('withdrawn');
    expect(await kinds()).toEqual(['solved', 'withdrawn']);
  });

  it.each([
    ['deleted', ''],
    ['merged', 'keeps its question'],
  ] as const)(
    'of a conversation that was only opened is none, but what stands of it says that it was %s',
    async (state, question) => {
      await run(SOLVED - 2 * MINUTE_MS, 'opened');
      const asked = (await known())?.question;
      world.desk.conversations.set('a', { ...aRaw('a', SOLVED), state, mergedInto: state === 'merged' ? 'b' : null });
      await run(SOLVED + 1, 'gone');
      expect(await known()).toMatchObject({ state: 'withdrawn', question: question === '' ? '' : asked });
      const conversation = await world.ports.observations.conversation(TENANT, 'a');
      expect([conversation?.state, conversation?.turns.length === 0]).toEqual([state, state === 'deleted']);
      expect(await kinds()).toEqual([]);
    },
  );

  it('of a conversation that was never learned needs no taking back', async () => {
    world.desk.conversations.delete('a');
    expect(await run(SOLVED, 'gone')).toEqual([]);
    expect(await kinds()).toEqual([]);
  });

  it('leaves the gaps that cited it, which are drafted anew; told again it is the same', async () => {
    await run(SOLVED, 'solved');
    await cite();
    reopen(SOLVED + MINUTE_MS);
    const first = await run(SOLVED + MINUTE_MS, 'changed');
    const before = stored(world.shelf, TENANT);
    expect(first).toEqual([{ type: 'draft', at: SOLVED + MINUTE_MS, gapId: 'g' }]);
    expect(await run(SOLVED + MINUTE_MS, 'changed')).toEqual(first);
    expect(stored(world.shelf, TENANT)).toBe(before);
    expect((await world.ports.gaps.get(TENANT, 'g'))?.conversationIds).toEqual(['b']);
  });

  it('that was all there was withdraws the gap and its drafts', async () => {
    await run(SOLVED, 'solved');
    await cite(['a']);
    reopen(SOLVED + MINUTE_MS);
    await world.tell(observing('a', SOLVED + MINUTE_MS, 'changed'));
    await world.run();
    const gap = await world.ports.gaps.get(TENANT, 'g');
    expect([gap?.state, gap && isUndecided(gap)]).toEqual(['withdrawn', false]);
    expect((await world.ports.fixes.get(TENANT, 'f'))?.state).toBe('superseded');
  });
});
