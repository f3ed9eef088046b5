import { describe, expect, it } from 'vitest';
import { aGap, anArticle, anEntry, anObservation } from './examples.ts';
import { type MakeStores, twoTenants } from './stores.ts';

export function knowledgeContract(make: MakeStores): void {
  describe('articles', () => {
    it('says which articles are new or changed, and keeps every wording seen', async () => {
      const { articles } = make();
      const [tenant] = twoTenants();
      const first = anArticle('1');
      const labelled = anArticle('1', { labels: ['csv'], updatedAt: 20 });
      const reworded = anArticle('1', { bodyHtml: '<p>Other words.</p>', updatedAt: 30, updatedBy: null });
      expect(await articles.put(tenant, [first], 'seen')).toEqual([first]);
      expect(await articles.put(tenant, [first], 'seen')).toEqual([]);
      expect(await articles.put(tenant, [labelled], 'seen')).toEqual([labelled]);
      expect(await articles.put(tenant, [reworded], 'published')).toEqual([reworded]);
      expect(await articles.get(tenant, '1', 'en-us')).toEqual(reworded);
      const versions = await articles.versions(tenant, '1');
      expect(versions.map((v) => [v.at, v.by, v.source, v.bodyHtml])).toEqual([
        [10, '9', 'seen', first.bodyHtml],
        [30, null, 'published', reworded.bodyHtml],
      ]);
    });

    it('knows a write of ours as ours also where it was seen before, and a person’s same words later as theirs', async () => {
      const { articles } = make();
      const [tenant, other] = twoTenants();
      const version = (bodyHtml: string, updatedAt: number) => anArticle('1', { bodyHtml, updatedAt });
      for (const id of [tenant, other]) {
        await articles.put(id, [version('<p>a</p>', 1)], 'seen');
        await articles.put(id, [version('<p>b</p>', 2)], 'seen');
      }
      expect(await articles.put(tenant, [version('<p>b</p>', 2)], 'published')).toEqual([]);
      await articles.put(tenant, [version('<p>a</p>', 3)], 'restored');
      await articles.put(tenant, [version('<p>a</p>', 3)], 'seen');
      await articles.put(tenant, [version('<p>b</p>', 4)], 'seen');
      const sources = async (id: string) => (await articles.versions(id, '1')).map((v) => [v.at, v.source]);
      expect(await sources(tenant)).toEqual([
        [1, 'seen'],
        [2, 'published'],
        [3, 'restored'],
        [4, 'seen'],
      ]);
      expect(await sources(other)).toEqual([
        [1, 'seen'],
        [2, 'seen'],
      ]);
    });

    it('forgets an article in all its locales and keeps its versions; an empty list removes nothing', async () => {
      const { articles, articleIndex } = make();
      const [tenant, other] = twoTenants();
      const both = [anArticle('1'), anArticle('1', { locale: 'de' }), anArticle('2')];
      await articles.put(tenant, both, 'seen');
      await articles.put(other, both, 'seen');
      expect(await articles.lastChanged(tenant)).toEqual(
        ['1', '2'].map((id) => ({ id, updatedAt: anArticle(id).updatedAt })),
      );
      expect((await articles.changes(tenant, 0)).map((one) => one.isOurs)).toEqual([false, false, false]);
      expect(await articles.changes(tenant, Number.MAX_SAFE_INTEGER)).toEqual([]);
      await articles.remove(tenant, []);
      expect((await articles.list(tenant)).length).toBe(3);
      expect(await articles.sections(tenant)).toEqual(['Guides']);
      await articles.remove(tenant, ['1']);
      expect(await articles.list(tenant)).toEqual([anArticle('2')]);
      expect((await articles.list(other)).map((a) => [a.id, a.locale])).toEqual([
        ['1', 'de'],
        ['1', 'en-us'],
        ['2', 'en-us'],
      ]);
      expect((await articles.versions(tenant, '1')).length).toBe(2);
      expect((await articleIndex.search(tenant, 'import', 9)).map((hit) => hit.articleId)).toEqual(['2']);
      expect((await articleIndex.search(other, 'import', 9)).length).toBe(3);
    });
  });

  describe('article index', () => {
    it('finds by words in any form, a title before a body, and never in another tenant', async () => {
      const { articles, articleIndex } = make();
      const [tenant, other] = twoTenants();
      const filler = '<p>Staff rosters, shifts, wages and many other things besides.</p>';
      await articles.put(
        tenant,
        [
          anArticle('1', { title: 'Rosters', bodyHtml: `${filler}<p>Exporting wages.</p>` }),
          anArticle('2', { title: 'Export wages', bodyHtml: filler }),
          anArticle('3', { title: 'Holidays', bodyHtml: '<p>Error ERR-4021 means the token is old.</p>' }),
        ],
        'seen',
      );
      await articles.put(other, [anArticle('9', { title: 'Exports and exports' })], 'seen');
      const ids = async (query: string, limit = 9) =>
        (await articleIndex.search(tenant, query, limit)).map((hit) => hit.articleId);
      expect(await ids('exports')).toEqual(['2', '1']);
      expect(await ids('exports', 1)).toEqual(['2']);
      expect(await ids('what is ERR-4021')).toEqual(['3']);
      await articles.put(tenant, [anArticle('2', { title: 'Pay slips', bodyHtml: filler })], 'seen');
      expect(await ids('exports')).toEqual(['1']);
    });

    it('takes whatever a customer types as words, never as a query language', async () => {
      const { articles, articleIndex } = make();
      const [tenant, other] = twoTenants();
      await articles.put(tenant, [anArticle('1')], 'seen');
      await articles.put(other, [anArticle('2')], 'seen');
      const typed = [
        '"',
        '""',
        'import" OR scope : "t',
        'NOT import',
        'import AND',
        'NEAR(import file, 2)',
        'import*',
        '^import',
        'title : import',
        '{title body} : import',
        "import'; DROP TABLE articles;--",
        '👍 import 🎉',
        '(import',
        '- +',
        'imp\u0000ort import',
        '\ud800 import',
        'a'.repeat(5000),
        'import '.repeat(500),
      ];
      for (const text of typed) {
        const hits = (await articleIndex.search(tenant, text, 9)).map((hit) => hit.articleId);
        expect([text, hits.filter((id) => id !== '1')]).toEqual([text, []]);
        if (/\bimport\b/.test(text)) expect([text, hits]).toEqual([text, ['1']]);
      }
      for (const nothing of ['', ' ', '!?', '👍']) expect(await articleIndex.search(tenant, nothing, 9)).toEqual([]);
    });
  });

  describe('gaps', () => {
    it('lists by state, oldest first; no state named is none', async () => {
      const { gaps, observations } = make();
      const [tenant, other] = twoTenants();
      const three = [aGap('b', { openedAt: 5 }), aGap('a', { openedAt: 9 }), aGap('c', { openedAt: 5 })];
      for (const [i, id] of [tenant, other].entries())
        await observations.record(id, {
          observation: anObservation(`c${i}`),
          conversation: null,
          entries: [anEntry(1)],
          gaps: three,
        });
      await gaps.setState(tenant, 'c', 'healed', 50);
      expect((await gaps.list(tenant)).map((gap) => gap.id)).toEqual(['b', 'c', 'a']);
      expect((await gaps.list(tenant, ['open'])).map((gap) => gap.id)).toEqual(['b', 'a']);
      expect(await gaps.list(tenant, [])).toEqual([]);
      expect(await gaps.get(tenant, 'c')).toEqual(aGap('c', { openedAt: 5, state: 'healed', updatedAt: 50 }));
      expect((await gaps.get(other, 'c'))?.state).toBe('open');
      expect(await gaps.get(tenant, 'zz')).toBeNull();
    });

    it('finds what is about an issue or an article, in the states named', async () => {
      const { gaps, observations } = make();
      const [tenant, other] = twoTenants();
      const four = [
        aGap('of-issue', { issueId: 'i' }),
        aGap('of-article', { issueId: 'j', articleId: '7', openedAt: 5 }),
        aGap('done', { issueId: 'i', state: 'healed' }),
        aGap('else', { issueId: 'k', articleId: '8' }),
      ];
      for (const id of [tenant, other])
        await observations.record(id, {
          observation: anObservation('c'),
          conversation: null,
          entries: [anEntry(1)],
          gaps: id === tenant ? four : [aGap('theirs', { issueId: 'i', articleId: '7' })],
        });
      const about = async (issueIds: string[], articleIds: string[]) =>
        (await gaps.about(tenant, { issueIds, articleIds }, ['open'])).map((gap) => gap.id);
      expect(await about(['i'], ['7'])).toEqual(['of-article', 'of-issue']);
      expect([await about(['i'], []), await about([], ['8']), await about([], [])]).toEqual([
        ['of-issue'],
        ['else'],
        [],
      ]);
      expect(await gaps.about(tenant, { issueIds: ['i'], articleIds: ['7'] }, [])).toEqual([]);
    });
  });
}
