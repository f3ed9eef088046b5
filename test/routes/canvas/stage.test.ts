import { describe, expect, it } from 'vitest';
import { takeBack } from '../../../worker/loop/review/take-back.ts';
import { asks, learnedWorld } from '../../loop/advise/advised.ts';
import { TENANT } from '../../loop/world/world.ts';
import { idOf, LEAD, openInbox, wordsOf } from '../inbox.ts';

const IMPORT = 'Which columns does the staff import need, and how many rows may the file have?';
const TITLE = 'Import your staff from a spreadsheet';

describe('a draft that somebody worded otherwise in the helpdesk’s editor', { timeout: 30_000 }, () => {
  it('is put back to ours by a lead, or taken over, as it was shown', async () => {
    const world = await learnedWorld();
    const inbox = openInbox(world);
    type Draft = { title: string; bodyHtml: string };
    const stage: { draft: Draft | null } = { draft: null };
    const staging = {
      stage: async (_: string, __: string, next: Draft) => {
        stage.draft = next;
      },
      staged: async () => stage.draft,
    };
    Object.assign(world.desk, { staging });
    const { id } = asks(world, 'c1', IMPORT);
    const home = await inbox.open(id, LEAD);
    const row = idOf(home, TITLE);
    const article = await inbox.press(home, row, id, LEAD);
    const staged = await inbox.press(article, idOf(article, 'Put it beside the article as a draft'), id, LEAD);
    const ours = stage.draft ?? { title: '', bodyHtml: '' };
    expect(wordsOf(await inbox.press(staged, row, id, LEAD))).toContain('as it is here.');

    const theirs = { ...ours, bodyHtml: ours.bodyHtml.replace('2,000 rows', '2,000 lines') };
    stage.draft = theirs;
    const edited = await inbox.press(staged, row, id, LEAD);
    expect(wordsOf(edited)).toContain('Somebody worded the draft');
    expect(wordsOf(edited)).toContain('+ A file can hold up to 2,000 lines.');
    stage.draft = { ...theirs, bodyHtml: `${theirs.bodyHtml}<p>Ask us.</p>` };
    const late = await inbox.press(edited, idOf(edited, 'Put Mend’s wording back on the draft'), id, LEAD);
    expect(wordsOf(late)).toContain('It has changed since');
    const again = await inbox.press(late, row, id, LEAD);
    const back = await inbox.press(again, idOf(again, 'Put Mend’s wording back on the draft'), id, LEAD);
    expect([wordsOf(back), stage.draft]).toEqual([expect.stringContaining('has Mend’s wording again'), ours]);

    stage.draft = theirs;
    const other = await inbox.press(back, row, id, LEAD);
    const taken = await inbox.press(other, idOf(other, 'Take over the wording of the draft'), id, LEAD);
    expect(wordsOf(taken)).toContain('waits for approval now');
    const own = (await world.ports.fixes.list(TENANT, ['in_review'])).find((fix) => fix.isEdited);
    expect(own?.bodyHtml).toContain('2,000 lines');
    await takeBack(world.ports, TENANT, own?.id ?? '', 'ada');
  });
});
