import { describe, expect, it } from 'vitest';
import type { Article } from '../../../shared/article.ts';
import { companionsOf } from '../../../worker/core/fix/companions.ts';
import { patchHashOf } from '../../../worker/core/publishing/writing/patch-hash.ts';
import { aFix, anArticle } from '../../contracts/examples.ts';

const BASE = '<h2>Export</h2><p>Exports are kept for 14 days.</p><p>Open Reports.</p>';
const NEXT = '<h2>Export</h2><p>Exports are kept for 30 days.</p><p>Open Reports.</p>';
const own = anArticle('1', { bodyHtml: BASE });
const changed = { articleId: '1', locale: 'en-us', baseHtml: BASE, bodyHtml: NEXT };
const found = (others: Article[], more: Partial<typeof changed> = {}) =>
  companionsOf({ ...changed, ...more }, [own, ...others]);
const bodies = (others: Article[]) => found(others).also.map(({ articleId, bodyHtml }) => [articleId, bodyHtml]);

describe('the other texts of one fact', () => {
  it('are those with the same sentence, and with the same value of the same thing in other words: the rest stays byte for byte', () => {
    const same = anArticle('2', {
      bodyHtml: '<ul>\n <li>Exports are kept for 14 days.</li>\n <li>Files are CSV &amp; PDF.</li></ul>',
    });
    const worded = anArticle('3', { bodyHtml: '<p>All <b>exports</b> are kept 14 days. Ask for more.</p>' });
    expect(bodies([same, worded])).toEqual([
      ['2', '<ul>\n <li>Exports are kept for 30 days.</li>\n <li>Files are CSV &amp; PDF.</li></ul>'],
      ['3', '<p>All <b>exports</b> are kept 30 days. Ask for more.</p>'],
    ]);
    expect(found([worded]).also[0]).toMatchObject({
      removed: 'All exports are kept 14 days.',
      added: 'All exports are kept 30 days.',
    });
  });

  it.each([
    ['the same value of something else', '<p>Invoices are paid within 14 days.</p>'],
    ['another value of the same thing', '<p>Exports are kept for 7 days.</p>'],
    ['what it should say already', '<p>Exports are kept for 30 days.</p>'],
    ['the words without the value', '<p>Exports are kept for some days.</p>'],
    ['nothing of it', '<p>Choose a shift.</p>'],
  ])('are not those that state %s', (_, bodyHtml) => {
    expect(bodies([anArticle('2', { bodyHtml })])).toEqual([]);
  });

  it.each<[string, Partial<Article>]>([
    ['another language', { locale: 'de' }],
    ['another brand', { brand: '9' }],
    ['another audience', { audience: ['staff'] }],
    ['a draft', { isDraft: true }],
  ])('are not those of %s', (_, more) => {
    expect(bodies([anArticle('2', { bodyHtml: BASE, ...more })])).toEqual([]);
  });

  it('leave translations of every changed article behind, and say so', () => {
    const others = [
      anArticle('1', { locale: 'de', bodyHtml: '<p>Exporte bleiben 14 Tage.</p>' }),
      anArticle('2', { bodyHtml: BASE }),
      anArticle('2', { locale: 'fr', bodyHtml: '<p>14 jours.</p>' }),
      anArticle('3', { locale: 'fr', bodyHtml: '<p>14 jours.</p>' }),
    ];
    expect(found(others).outdated).toEqual([
      { articleId: '1', locale: 'de' },
      { articleId: '2', locale: 'fr' },
    ]);
  });

  it('are none where a fix only adds, takes away or rewrites', () => {
    const other = anArticle('2', { bodyHtml: BASE });
    for (const bodyHtml of [`${BASE}<p>More.</p>`, '<p>Open Reports.</p>', '<p>a</p><p>b</p>'])
      expect(found([other], { bodyHtml })).toEqual({ also: [], outdated: [] });
  });

  it('are part of what a decision names', () => {
    const fix = aFix('f');
    const also = found([anArticle('2', { bodyHtml: BASE })]).also;
    expect(patchHashOf({ ...fix, also })).not.toBe(patchHashOf(fix));
    expect(patchHashOf({ ...fix, also: [] })).toBe(patchHashOf(fix));
  });
});
