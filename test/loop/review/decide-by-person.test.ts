import { beforeEach, describe, expect, it } from 'vitest';
import { Invalid, NotFound } from '../../../worker/loop/ports/errors.ts';
import { approve, edit, Moved, Refused, reject } from '../../../worker/loop/review/decide-by-person.ts';
import { runStep } from '../../../worker/loop/steps.ts';
import { type Approved, approvedWorld, GAP_ID } from '../world/approved.ts';
import { OTHER, stored, TENANT } from '../world/world.ts';

let world: Approved;
let seen: { patchHash: string; baseHash: string | null };
beforeEach(async () => {
  world = await approvedWorld({ state: 'in_review', actor: null });
  await world.ports.gaps.setState(TENANT, GAP_ID, 'in_review', 1);
  seen = { patchHash: world.fix.patchHash, baseHash: world.fix.baseHash };
});
const waiting = async () =>
  (await world.ports.inbox.due(TENANT, world.clock.event, world.clock.wall, 9)).map((row) => row.message.type);

describe('a reviewer', () => {
  it('approves what was shown, and it is published next in their name', async () => {
    await approve(world.ports, TENANT, 'f', seen, 'ada');
    expect([await world.states(), await waiting()]).toEqual([
      { fix: 'approved', gap: 'approved', publication: undefined },
      ['publish'],
    ]);
    expect((await world.ports.fixes.get(TENANT, 'f'))?.actor).toBe('ada');
  });

  it.each([{ patchHash: 'other' }, { baseHash: 'other' }, { baseHash: null }])(
    'decides nothing that has changed since it was shown (%o)',
    async (more) => {
      const before = stored(world.shelf, TENANT);
      const other = { ...seen, ...more };
      await expect(approve(world.ports, TENANT, 'f', other, 'ada')).rejects.toThrow(Moved);
      await expect(reject(world.ports, TENANT, 'f', other, 'ada', 'wrong')).rejects.toThrow(Moved);
      await expect(edit(world.ports, TENANT, 'f', other, 'ada', { title: 't', bodyHtml: 'b' })).rejects.toThrow(Moved);
      expect(stored(world.shelf, TENANT)).toBe(before);
    },
  );

  it('of two who decide at once one is heard, and the other is told', async () => {
    const both = await Promise.allSettled([
      approve(world.ports, TENANT, 'f', seen, 'ada'),
      reject(world.ports, TENANT, 'f', seen, 'bob', 'wrong'),
    ]);
    expect(both.map((ending) => ending.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(both.find((ending) => ending.status === 'rejected')?.reason).toBeInstanceOf(Moved);
    expect((await waiting()).length).toBe(1);
  });

  it('says why they reject, and the finding does not come back', async () => {
    for (const reason of ['', '  '])
      await expect(reject(world.ports, TENANT, 'f', seen, 'ada', reason)).rejects.toThrow(Invalid);
    await reject(world.ports, TENANT, 'f', seen, 'ada', 'we remove this feature');
    expect([await world.states(), await waiting()]).toEqual([
      { fix: 'rejected', gap: 'rejected', publication: undefined },
      ['settle'],
    ]);
    await world.run();
    const entries = await world.ports.learningLog.entries(TENANT, 'en', 1, 9);
    expect(entries).toMatchObject([{ kind: 'settled', findingKey: 'finding-gap', outcome: 'rejected' }]);
  });

  it('keeps their own words: they stand in review, ours are superseded', async () => {
    const words = { title: 'Wages', bodyHtml: '<p>Mine.</p>' };
    const edited = await edit(world.ports, TENANT, 'f', seen, 'ada', words);
    const fixes = await world.ports.fixes.ofGap(TENANT, GAP_ID);
    expect(fixes.map((fix) => [fix.state, fix.isEdited, fix.bodyHtml === words.bodyHtml]).sort()).toEqual([
      ['in_review', true, true],
      ['superseded', false, false],
    ]);
    expect((await world.ports.fixes.get(TENANT, edited.id))?.title).toBe('Wages');
  });

  it('who changes nothing is told so, and loses nothing', async () => {
    const same = { title: world.fix.title, bodyHtml: world.fix.bodyHtml };
    const once = await edit(world.ports, TENANT, 'f', seen, 'ada', { ...same, title: 'Other' });
    const shown = { patchHash: once.patchHash, baseHash: once.baseHash };
    await expect(edit(world.ports, TENANT, once.id, shown, 'ada', { ...same, title: 'Other' })).rejects.toThrow(
      Invalid,
    );
    const back = await edit(world.ports, TENANT, once.id, shown, 'ada', same);
    expect((await world.ports.fixes.list(TENANT, ['in_review'])).map((fix) => fix.id)).toEqual([back.id]);
  });

  it('is not overtaken by a newer draft of ours', async () => {
    const edited = await edit(world.ports, TENANT, 'f', seen, 'ada', { title: 'Wages', bodyHtml: '<p>Mine.</p>' });
    await runStep(world.ports, TENANT, { type: 'draft', at: world.clock.event, gapId: GAP_ID });
    expect((await world.ports.fixes.get(TENANT, edited.id))?.state).toBe('in_review');
  });

  it('of another tenant finds nothing here', async () => {
    await expect(approve(world.ports, OTHER, 'f', seen, 'eve')).rejects.toThrow(NotFound);
    await expect(reject(world.ports, OTHER, 'f', seen, 'eve', 'no')).rejects.toThrow(NotFound);
    expect((await world.states()).fix).toBe('in_review');
  });
});

describe('a reviewer’s wording', () => {
  const words = (bodyHtml: string, title = 'Export') => ({ title, bodyHtml });
  const kept = '<p>Open Reports.</p><p>Choose Wages.</p>';

  it.each([
    ['new_link', words(`${kept}<p>See <a href="https://evil.example">here</a>.</p>`)],
    ['personal_data', words(`${kept}<p>Write to ada.lovelace@example.org.</p>`)],
    ['personal_data', words(kept, 'Ask ada.lovelace@example.org')],
    ['placeholder', words(`${kept}<p>Dear {{ticket.requester.name}}.</p>`)],
    ['unsafe_advice', words(`${kept}<p>Turn off the firewall.</p>`)],
    ['shell_command', words(`${kept}<p>Run sudo rm -rf now.</p>`)],
    ['markup', words(`${kept}<script>alert(1)</script>`)],
    ['empty', words('<p> </p>')],
  ])('is held to the content rules of a draft (%s)', async (rule, wording) => {
    const before = stored(world.shelf, TENANT);
    const refusal = await edit(world.ports, TENANT, 'f', seen, 'ada', wording).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(Refused);
    expect(refusal).toMatchObject({ refused: expect.arrayContaining([rule]) });
    expect(stored(world.shelf, TENANT)).toBe(before);
  });

  it('may change much and rest on no quote: who words it stands for it', async () => {
    const own = '<p>Everything is under Wages and takes five minutes.</p>';
    await expect(edit(world.ports, TENANT, 'f', seen, 'ada', words(own))).resolves.toMatchObject({ bodyHtml: own });
  });

  it('of a new article is put into the form of an article, and holds nothing that would be taken out', async () => {
    const made = await approvedWorld({
      state: 'in_review',
      actor: null,
      articleId: null,
      baseHtml: null,
      baseHash: null,
    });
    const shown = { patchHash: made.fix.patchHash, baseHash: null };
    const wording = { title: 'Wages', bodyHtml: '<p>Open <b>Wages</b>.' };
    await expect(edit(made.ports, TENANT, 'f', shown, 'ada', wording)).rejects.toThrow(Refused);
    const tidy = await edit(made.ports, TENANT, 'f', shown, 'ada', {
      ...wording,
      bodyHtml: '<p>Open <strong>Wages</strong>.',
    });
    expect(tidy.bodyHtml).toBe('<p>Open <strong>Wages</strong>.</p>');
  });
});
