import { describe, expect, it } from 'vitest';
import { asWritten } from '../../../shared/said/said.ts';
import { approve, edit, Moved, reject } from '../../../worker/loop/review/decide-by-person.ts';
import { takeBack } from '../../../worker/loop/review/take-back.ts';
import { approvedWorld } from '../world/approved.ts';
import { OTHER, TENANT } from '../world/world.ts';

const HOLD_MS = 10_000;

async function waiting() {
  const world = await approvedWorld({ state: 'in_review', actor: null });
  const seen = { patchHash: world.fix.patchHash, baseHash: world.fix.baseHash };
  return { ...world, seen };
}

describe('a decision taken back', () => {
  it('leaves nothing of an approval: it waits for review, and nothing is written', async () => {
    const { ports, fix, seen, states, run, live, clock } = await waiting();
    const before = live();
    await approve(ports, TENANT, fix.id, seen, 'ada', HOLD_MS);
    clock.wall += HOLD_MS - 1;
    await takeBack(ports, TENANT, fix.id, 'ada');
    await run();
    clock.wall += HOLD_MS;
    await run();
    expect(await states()).toEqual({ fix: 'in_review', gap: 'in_review', publication: undefined });
    expect(live()).toEqual(before);
  });

  it('can be taken again at once', async () => {
    const { ports, fix, seen, states, run } = await waiting();
    await approve(ports, TENANT, fix.id, seen, 'ada', HOLD_MS);
    await takeBack(ports, TENANT, fix.id, 'ada');
    await approve(ports, TENANT, fix.id, seen, 'ada', HOLD_MS);
    await run();
    expect((await states()).fix).toBe('published');
  });

  it('comes too late once the approval is on its way', async () => {
    const { ports, fix, seen, states, run, clock } = await waiting();
    await approve(ports, TENANT, fix.id, seen, 'ada', HOLD_MS);
    clock.wall += HOLD_MS;
    await expect(takeBack(ports, TENANT, fix.id, 'ada')).rejects.toThrow(Moved);
    await run();
    await expect(takeBack(ports, TENANT, fix.id, 'ada')).rejects.toThrow('take the publication back');
    expect((await states()).fix).toBe('published');
  });

  it('reopens a rejection of which nothing was learned yet', async () => {
    const { ports, fix, seen, states, run, activity } = await waiting();
    await reject(ports, TENANT, fix.id, seen, 'ada', 'wrong', HOLD_MS);
    await takeBack(ports, TENANT, fix.id, 'bo');
    await run();
    expect(await states()).toMatchObject({ fix: 'in_review', gap: 'in_review' });
    expect([...(await ports.learningLog.entries(TENANT, 'en', 0, 99))].map((e) => e.kind)).not.toContain('settled');
    expect(activity()).toEqual(['rejected', 'taken back']);
  });

  it('reopens an old rejection too', async () => {
    const { ports, fix, seen, states, run } = await waiting();
    await reject(ports, TENANT, fix.id, seen, 'ada', 'wrong', HOLD_MS);
    await run();
    await takeBack(ports, TENANT, fix.id, 'bo');
    expect((await states()).fix).toBe('in_review');
  });

  it('is refused where there is none, and for another tenant', async () => {
    const { ports, fix } = await waiting();
    await expect(takeBack(ports, TENANT, fix.id, 'ada')).rejects.toThrow('no decision to take back');
    await expect(takeBack(ports, OTHER, fix.id, 'ada')).rejects.toThrow(`fix ${fix.id}`);
  });

  it('brings the draft back in the place of a wording, which is kept', async () => {
    const { ports, fix, seen, activity } = await waiting();
    const mine = { title: fix.title, bodyHtml: '<p>Open Reports.</p><p>Mine.</p>' };
    const edited = await edit(ports, TENANT, fix.id, seen, 'ada', mine);
    const back = await takeBack(ports, TENANT, edited.id, 'bo');
    expect(back).toMatchObject({ id: fix.id, bodyHtml: fix.bodyHtml, state: 'in_review' });
    const states = (await ports.fixes.ofGap(TENANT, fix.gapId)).map(({ id, state }) => [id, state]);
    expect(new Map(states as [string, string][])).toEqual(
      new Map([
        [fix.id, 'in_review'],
        [edited.id, 'superseded'],
      ]),
    );
    expect(activity()).toEqual(['edited', 'taken back']);
    await approve(ports, TENANT, fix.id, seen, 'ada');
  });

  it('brings back what was escalated as it was, and one wording after another', async () => {
    const { ports, fix, seen } = await waiting();
    await ports.fixes.move(TENANT, fix.id, ['in_review'], {
      change: { state: 'escalated', decision: 'escalate' },
      activity: { at: 1, actor: 'mend', what: 'escalate', subject: fix.id, reason: asWritten('unsure') },
    });
    const wording = (text: string) => ({ title: fix.title, bodyHtml: `<p>Open Reports.</p><p>${text}</p>` });
    const first = await edit(ports, TENANT, fix.id, seen, 'ada', wording('One.'));
    const second = await edit(ports, TENANT, first.id, first, 'bo', wording('Two.'));
    expect((await takeBack(ports, TENANT, second.id, 'bo')).id).toBe(first.id);
    expect(await takeBack(ports, TENANT, first.id, 'bo')).toMatchObject({ id: fix.id, state: 'escalated' });
  });

  it('does not bring a draft back where the wording was decided', async () => {
    const { ports, fix, seen, clock } = await waiting();
    const mine = { title: fix.title, bodyHtml: '<p>Open Reports.</p><p>Mine.</p>' };
    const edited = await edit(ports, TENANT, fix.id, seen, 'ada', mine);
    await approve(ports, TENANT, edited.id, edited, 'ada', HOLD_MS);
    clock.wall += HOLD_MS;
    await expect(takeBack(ports, TENANT, edited.id, 'ada')).rejects.toThrow(Moved);
    expect((await ports.fixes.get(TENANT, fix.id))?.state).toBe('superseded');
  });
});
