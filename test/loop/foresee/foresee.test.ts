import { beforeEach, describe, expect, it } from 'vitest';
import type { ToldChange } from '../../../shared/context/change-note.ts';
import { connectSource, disconnectSource, readChanges, takeSigned } from '../../../worker/loop/foresee/sources.ts';
import { Permanent } from '../../../worker/loop/ports/errors.ts';
import { approve } from '../../../worker/loop/review/decide-by-person.ts';
import { anArticle } from '../../contracts/examples.ts';
import { createWorld, OTHER, stored, TENANT, type World } from '../world/world.ts';

const BODY =
  '<p>Instead of adding people one by one you can import them from a file.</p><h2>Prepare the file</h2><ul><li>Save the spreadsheet as CSV or XLSX.</li><li>Every row needs a first name, a last name and an email address.</li><li>A file can hold up to 500 rows.</li></ul><h2>Import the file</h2><ol><li>Open <strong>Settings &gt; Team &gt; Import</strong>.</li><li>Choose the location the new people belong to.</li></ol><p><img src="https://help.acme.example/import.png" alt="The import"></p>';

const told = (more: Partial<ToldChange> = {}): ToldChange => ({
  id: 'r1',
  title: 'A larger staff import',
  text: 'A file can now hold up to 2,000 rows.\nThe import has moved from Settings > Team > Import to People > Import.',
  kind: 'changed',
  url: 'https://acme.example/news/1',
  at: 1_000_000,
  isReleased: true,
  isWithdrawn: false,
  ...more,
});

let world: World;
beforeEach(async () => {
  world = await createWorld();
  const articles = [
    anArticle('7', { title: 'Import your staff', bodyHtml: BODY }),
    anArticle('8', { title: 'Reset a password', bodyHtml: '<p>The link is valid for 60 minutes.</p>' }),
  ];
  for (const article of articles) world.desk.articles.set(article.id, article);
  await world.ports.articles.put(TENANT, articles, 'seen');
});

const fixes = async () =>
  await world.ports.fixes.list(TENANT, ['in_review', 'escalated', 'approved', 'superseded', 'published']);
const note = async () => (await world.ports.changeNotes.list(TENANT, 9))[0];

describe('a change of the product', () => {
  it('becomes a patch that waits for a person before anybody asks, grounded in the note alone', async () => {
    expect(await takeSigned(world.ports, TENANT, told())).toBe('stored');
    await world.run();
    const [fix] = await fixes();
    expect(fix).toMatchObject({ state: 'in_review', cause: 'changed', articleId: '7', evidence: [], actor: 'mend' });
    expect(fix?.reason?.code).toBe('decide.note');
    expect(fix?.gates.filter(({ isPassed }) => !isPassed)).toEqual([]);
    expect(fix?.bodyHtml).toBe(
      BODY.replace('500 rows', '2,000 rows').replace('Settings &gt; Team &gt; Import', 'People &gt; Import'),
    );
    expect(fix?.note).toMatchObject({ title: 'A larger staff import', url: 'https://acme.example/news/1' });
    expect((await note())?.reading).toMatchObject({ outcome: 'patched', articles: [{ articleId: '7', pictures: 1 }] });
    expect(world.activity()).toContain('change read');
    expect((await world.ports.outbox.list(TENANT, 9, null)).map(({ kind }) => kind)).toEqual(['change.foreseen']);
    expect(stored(world.shelf, OTHER)).not.toContain('larger staff import');
  });

  it('is taken once, and read anew where it says something else: what it no longer says is withdrawn', async () => {
    await takeSigned(world.ports, TENANT, told());
    await world.run();
    const before = stored(world.shelf, TENANT);
    expect(await takeSigned(world.ports, TENANT, told())).toBe('known');
    await world.tell({ type: 'foresee', at: world.clock.event, noteId: (await note())?.id ?? '' });
    await world.run();
    expect(stored(world.shelf, TENANT).replaceAll(/^inbox.*$/gm, '')).toBe(before.replaceAll(/^inbox.*$/gm, ''));
    world.clock.event += 1_000;
    await takeSigned(world.ports, TENANT, told({ text: 'A file can now hold up to 3,000 rows.' }));
    await world.run();
    expect((await fixes()).map(({ state, bodyHtml }) => [state, /[\d,]+ rows/.exec(bodyHtml)?.[0]])).toEqual([
      ['superseded', '2,000 rows'],
      ['in_review', '3,000 rows'],
    ]);
    world.clock.event += 1_000;
    await takeSigned(world.ports, TENANT, told({ isWithdrawn: true }));
    await world.run();
    expect((await fixes()).map(({ state }) => state)).toEqual(['superseded', 'superseded']);
    expect((await world.ports.gaps.list(TENANT)).map(({ state }) => state)).toEqual(['withdrawn']);
  });

  it('is approved ahead of its launch and goes out when it is live, and the lag is kept', async () => {
    const launch = world.clock.event + 86_400_000;
    await takeSigned(world.ports, TENANT, told({ at: launch }));
    await world.run();
    const [fix] = await fixes();
    if (!fix) throw new Error('nothing waits');
    await approve(world.ports, TENANT, fix.id, fix, 'ada');
    world.clock.wall += 60_000;
    await world.run();
    expect([world.desk.writes, (await fixes())[0]?.state, (await fixes())[0]?.reason?.code]).toEqual([
      [],
      'approved',
      'step.putOff',
    ]);
    world.clock.event = launch;
    await world.run();
    expect((await fixes())[0]?.state).toBe('published');
    expect(world.desk.articles.get('7')?.bodyHtml).toContain('2,000 rows');
    expect((await note())?.documentedAt).toBe(launch);
  });

  it('that no article describes opens a gap with an outline of the note and nothing else', async () => {
    const launch = told({
      title: 'Calendar feed',
      text: 'Employees see their shifts in Google Calendar.\n1. Open My calendar.\n2. Turn on Calendar feed.',
      kind: 'added',
    });
    await takeSigned(world.ports, TENANT, launch);
    await world.run();
    const [fix] = await fixes();
    expect(fix).toMatchObject({ state: 'in_review', kind: 'new_article', cause: 'launched', title: 'Calendar feed' });
    expect(fix?.bodyHtml).toBe(
      '<p>Employees see their shifts in Google Calendar.</p><ol><li>Open My calendar.</li><li>Turn on Calendar feed.</li></ol>',
    );
    expect((await note())?.reading?.outcome).toBe('undocumented');
  });

  it.each([
    ['nothing', told({ title: 'Fixed a crash', text: 'The scanner no longer crashes.', kind: 'fixed' })],
    ['told', told({ isReleased: false })],
    ['withdrawn', told({ isWithdrawn: true })],
  ])('comes to “%s”, and that is said', async (outcome, change) => {
    await takeSigned(world.ports, TENANT, change);
    await world.run();
    expect([(await note())?.reading?.outcome, await fixes()]).toEqual([outcome, []]);
    expect((await world.ports.activity.list(TENANT, 9)).map(({ reason }) => reason.code)).toEqual([
      `change.${outcome}`,
    ]);
    expect(await world.ports.outbox.list(TENANT, 9, null)).toEqual([]);
  });

  it('that leads to lines which a person changed meanwhile proposes nothing there', async () => {
    world.desk.articles.set('7', anArticle('7', { title: 'Import your staff', bodyHtml: '<p>All new.</p>' }));
    await takeSigned(world.ports, TENANT, told());
    await world.run();
    expect([await fixes(), (await note())?.reading?.outcome]).toEqual([[], 'nothing']);
  });

  it('is one of two hundred a day at most', async () => {
    for (let i = 0; i < 200; i++) await takeSigned(world.ports, TENANT, told({ id: `${i}` }));
    expect(await takeSigned(world.ports, TENANT, told({ id: 'more' }))).toBe('full');
    expect(await takeSigned(world.ports, OTHER, told())).toBe('stored');
  });
});

describe('a source that is polled', () => {
  const wish = { kind: 'feed' as const, address: 'news' };

  it('tells what is new since the last look, and of the first what is recent', async () => {
    const old = told({ id: 'old', at: world.clock.event - 30 * 86_400_000 });
    world.feeds.told.set('news', { changes: [old, told({ id: 'new', at: null })], validator: 'a' });
    await connectSource(world.ports, TENANT, wish, 'ada');
    await world.run();
    expect((await world.ports.changeNotes.list(TENANT, 9)).map(({ externalId, at }) => [externalId, at])).toEqual([
      ['new', 1_000_000],
    ]);
    world.clock.event += 3_600_000;
    await world.tell({ type: 'poll', at: world.clock.event });
    await world.run();
    expect(await world.ports.changeNotes.list(TENANT, 9)).toHaveLength(1);
    const { sources } = await readChanges(world.ports, TENANT, 'https://mend.example');
    expect(sources).toEqual([
      expect.objectContaining({ id: 'news', readAt: world.clock.event - 3_600_000 + 3_600_000, failure: null }),
    ]);
  });

  it('that fails says why and holds up no other, and nothing of it is left once it is disconnected', async () => {
    world.feeds.told.set('good', { changes: [told()], validator: null });
    world.feeds.told.set('bad', { changes: [told({ id: 'b', title: 'Other' })], validator: null });
    await connectSource(world.ports, TENANT, { ...wish, address: 'bad' }, 'ada');
    await connectSource(world.ports, TENANT, { ...wish, address: 'good' }, 'ada');
    world.feeds.before = (id) => {
      if (id === 'bad') throw new Permanent('acme.example: 403');
    };
    await world.run();
    const { sources, notes } = await readChanges(world.ports, TENANT, '');
    expect([sources.map(({ failure }) => failure), notes.map(({ source }) => source)]).toEqual([
      ['acme.example: 403', null],
      ['good'],
    ]);
    await disconnectSource(world.ports, TENANT, 'good', 'ada');
    expect((await readChanges(world.ports, TENANT, '')).notes).toEqual([]);
    expect([...world.shelf.cursors.keys()].filter((key) => key.includes('changes:good'))).toEqual([]);
  });
});
