import { describe, expect, it, vi } from 'vitest';
import { asWritten } from '../../../shared/said/said.ts';
import {
  approveTogether,
  rejectTogether,
  type ShownFix,
  takeBackTogether,
} from '../../../worker/loop/review/decide-many.ts';
import { aFix } from '../../contracts/examples.ts';
import { inWords } from '../../ground/in-words.ts';
import { approvedWorld } from '../world/approved.ts';
import { OTHER, TENANT } from '../world/world.ts';

const HOLD_MS = 10_000;

/** Three equal decisions, each with a gap of its own, as they were shown. */
async function waiting() {
  const world = await approvedWorld({ state: 'in_review', actor: null });
  const { ports } = world;
  const shown: ShownFix[] = [];
  for (const id of ['f1', 'f2', 'f3']) {
    await ports.fixes.add(TENANT, aFix(id, { gapId: `gap-${id}` }));
    shown.push({ fixId: id, patchHash: `patch-${id}`, baseHash: 'base' });
  }
  const states = async () =>
    (await Promise.all(shown.map(({ fixId }) => ports.fixes.get(TENANT, fixId)))).map((f) => f?.state);
  return { ...world, shown, states };
}
const IN_REVIEW = ['in_review', 'in_review', 'in_review'];

describe('decisions taken together', () => {
  it('are rejected for one reason, each by itself, and learned from once their hold is over', async () => {
    const { ports, shown, states, clock } = await waiting();
    const { decided, left } = await rejectTogether(ports, TENANT, shown, 'ada', 'not for customers', HOLD_MS);
    expect(inWords([decided.map((fix) => [fix.id, fix.reason]), left])).toEqual([
      ['f1', 'f2', 'f3'].map((id) => [id, 'not for customers']),
      [],
    ]);
    expect(await states()).toEqual(['rejected', 'rejected', 'rejected']);
    const due = async () => (await ports.inbox.due(TENANT, clock.event, clock.wall, 9)).map((row) => row.message.type);
    expect(await due()).toEqual([]);
    clock.wall += HOLD_MS;
    expect(await due()).toEqual(['settle', 'settle', 'settle']);
  });

  it('leave what moved since it was shown, what is gone, and what another account has, with the reason', async () => {
    const { ports, shown, states } = await waiting();
    const [one, two] = shown as [ShownFix, ShownFix];
    const asked = [{ ...one, patchHash: 'older' }, two, { ...two, fixId: 'nobody' }];
    expect(inWords(await rejectTogether(ports, TENANT, asked, 'ada', 'wrong', 0))).toMatchObject({
      decided: [{ id: 'f2' }],
      left: [
        { fixId: 'f1', why: 'the fix has changed since it was shown: load it again' },
        { fixId: 'nobody', why: 'fix nobody' },
      ],
    });
    expect(await states()).toEqual(['in_review', 'rejected', 'in_review']);
    expect((await rejectTogether(ports, OTHER, shown, 'ada', 'wrong', 0)).decided).toEqual([]);
    expect(() => rejectTogether(ports, TENANT, shown, 'ada', ' ', 0)).toThrow('needs a reason');
  });

  it('are taken back together while they are held, and nothing is learned or written', async () => {
    const { ports, shown, states, run, clock } = await waiting();
    for (const decide of [
      () => rejectTogether(ports, TENANT, shown, 'ada', 'wrong', HOLD_MS),
      () => approveTogether(ports, TENANT, shown, 'ada', HOLD_MS),
    ]) {
      await decide();
      const ids = shown.map(({ fixId }) => fixId);
      expect((await takeBackTogether(ports, TENANT, ids, 'ada')).left).toEqual([]);
      clock.wall += HOLD_MS;
      await run();
      expect(await states()).toEqual(IN_REVIEW);
    }
    expect(await ports.publications.list(TENANT)).toEqual([]);
    expect((await ports.learningLog.entries(TENANT, 'en', 0, 99)).map((entry) => entry.kind)).not.toContain('settled');
  });

  it('name each that can no longer be taken back, and take back the others', async () => {
    const { ports, shown, states } = await waiting();
    await approveTogether(ports, TENANT, shown.slice(0, 2), 'ada', HOLD_MS);
    await ports.fixes.move(TENANT, 'f1', ['approved'], {
      change: { state: 'published' },
      activity: { at: 1, actor: 'mend', what: 'published', subject: 'f1', reason: asWritten('') },
    });
    const answer = await takeBackTogether(ports, TENANT, ['f1', 'f2', 'f2'], 'ada');
    expect(inWords(answer)).toMatchObject({
      decided: [{ id: 'f2' }],
      left: [{ fixId: 'f1', why: expect.stringContaining('published') }],
    });
    expect(await states()).toEqual(['published', 'in_review', 'in_review']);
  });

  it('say which were decided where something fails in the middle', async () => {
    const { ports, shown, states } = await waiting();
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const { move } = ports.fixes;
    ports.fixes.move = (tenant, id, ...more) =>
      id === 'f2' ? Promise.reject(new Error('the database was away')) : move(tenant, id, ...more);
    const answer = await rejectTogether(ports, TENANT, shown, 'ada', 'wrong', 0);
    expect(answer.decided.map((fix) => fix.id)).toEqual(['f1']);
    expect(answer.left.map(({ fixId }) => fixId)).toEqual(['f2', 'f3']);
    expect(await states()).toEqual(['rejected', 'in_review', 'in_review']);
    await expect(rejectTogether(ports, TENANT, shown.slice(1), 'ada', 'wrong', 0)).rejects.toThrow('was away');
  });
});
