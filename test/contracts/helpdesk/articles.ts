import { describe, expect, it } from 'vitest';
import type { Article } from '../../../shared/article.ts';
import { HOUR_MS } from '../../../shared/time.ts';
import { shownLines } from '../../../worker/core/html/shown.ts';
import { NotFound } from '../../../worker/loop/ports/errors.ts';
import type { Helpdesk } from '../../../worker/loop/ports/helpdesk.ts';
import { failure, type MakeStage, START, type Stage } from './stage.ts';

/** In markup that both vendors store as it is. */
const item = (text: string) => `<ul><li><p class="no-margin">${text}</p></li></ul>`;
const BODY = `<h2 id="h_1a2b3c4d5e">Reset</h2>${item('Open <b>Settings</b>.')}`;
const NEXT = { title: 'Reset it', bodyHtml: item('New words.') };

/** In the markup that drafts are written in. */
const RICH =
  '<h2>Reset</h2><p>Open <strong>Settings</strong>, then <em>Reset</em>.</p><h3>By key</h3>' +
  '<ol><li>Press <code>F8</code>.<ul><li>Twice on <a href="https://a.example/old">old desks</a>.</li></ul></li></ol>' +
  '<table><thead><tr><th>Plan</th><th>Days</th></tr></thead><tbody><tr><td>Solo</td><td>7</td></tr></tbody></table>' +
  '<pre><code>reset --all\n  --now</code></pre><p><img src="https://a.example/i/menu.png" alt="Menu"></p><blockquote>Ask first.</blockquote>';

function helpCenter(stage: Stage) {
  const section = stage.addSection('Billing');
  const article = stage.addArticle({ section, title: 'Reset', body: BODY, at: START });
  stage.setTime(START + HOUR_MS);
  return { section, article };
}

async function changed(helpdesk: Helpdesk, sinceMs: number): Promise<Article[]> {
  const articles = new Map<string, Article>();
  let page: string | null = null;
  do {
    const answer = await helpdesk.changedArticles(sinceMs, page);
    for (const article of answer.articles) articles.set(`${article.id}/${article.locale}`, article);
    page = answer.page;
  } while (page !== null);
  return [...articles.values()];
}

export function helpdeskArticlesContract(make: MakeStage): void {
  describe('an article', () => {
    it('is read live, byte for byte, with its section and audience', async () => {
      const stage = make();
      const { article, section } = helpCenter(stage);
      expect(await stage.helpdesk.readArticle(article, stage.locale)).toMatchObject({
        id: article,
        locale: stage.locale,
        sectionId: section,
        section: 'Billing',
        title: 'Reset',
        bodyHtml: BODY,
        audience: null,
        isDraft: false,
        updatedAt: START,
      });
      expect(await failure(stage.helpdesk.readArticle(article, 'fr'))).toBeInstanceOf(NotFound);
      expect(await failure(stage.helpdesk.readArticle('999999', stage.locale))).toBeInstanceOf(NotFound);
      expect(stage.violations()).toEqual([]);
    });

    it('takes a new title and body, and the same again changes nothing', async () => {
      const stage = make();
      const { article } = helpCenter(stage);
      await stage.helpdesk.writeArticle(article, stage.locale, NEXT);
      const written = await stage.helpdesk.readArticle(article, stage.locale);
      expect(written).toMatchObject({ ...NEXT, isDraft: false, section: 'Billing', updatedAt: START + HOUR_MS });
      stage.setTime(START + 2 * HOUR_MS);
      await stage.helpdesk.writeArticle(article, stage.locale, NEXT);
      expect(await stage.helpdesk.readArticle(article, stage.locale)).toEqual(written);
      expect(stage.violations()).toEqual([]);
    });

    it('reads to a reader as it was written, and unchanged when what is stored is written again', async () => {
      const stage = make();
      const { article } = helpCenter(stage);
      await stage.helpdesk.writeArticle(article, stage.locale, { title: 'Reset', bodyHtml: RICH });
      const stored = await stage.helpdesk.readArticle(article, stage.locale);
      expect(stored.bodyHtml).not.toBe(RICH);
      expect(shownLines(stored.bodyHtml)).toEqual(shownLines(RICH));
      stage.setTime(START + 2 * HOUR_MS);
      await stage.helpdesk.writeArticle(article, stage.locale, { title: 'Reset', bodyHtml: stored.bodyHtml });
      expect(await stage.helpdesk.readArticle(article, stage.locale)).toEqual(stored);
      expect(stage.violations()).toEqual([]);
    });

    it('can be put back as it was', async () => {
      const stage = make();
      const { article } = helpCenter(stage);
      const { title, bodyHtml } = await stage.helpdesk.readArticle(article, stage.locale);
      await stage.helpdesk.writeArticle(article, stage.locale, NEXT);
      await stage.helpdesk.writeArticle(article, stage.locale, { title, bodyHtml });
      expect(await stage.helpdesk.readArticle(article, stage.locale)).toMatchObject({ title, bodyHtml });
    });

    it('that is new is live at once, and is found by section and title', async () => {
      const stage = make();
      const { section, article } = helpCenter(stage);
      const other = stage.addSection('Other');
      const place = { sectionId: section, locale: stage.locale, labels: [], likeArticleId: article };
      const id = await stage.helpdesk.createArticle({
        ...place,
        title: 'Export',
        bodyHtml: item('Press Export.'),
      });
      const read = await stage.helpdesk.readArticle(id, stage.locale);
      const made = {
        title: 'Export',
        bodyHtml: item('Press Export.'),
        section: 'Billing',
        audience: null,
        isDraft: false,
      };
      expect(read).toMatchObject(made);
      const find = (sectionId: string, title: string, since: number) =>
        stage.helpdesk.findArticle(sectionId, title, since);
      expect((await find(section, 'Export', START + HOUR_MS))?.id).toBe(id);
      expect(await find(section, 'Exp', START)).toBeNull();
      expect(await find(other, 'Export', START)).toBeNull();
      expect(await find(section, 'Reset', START + HOUR_MS)).toBeNull();
      expect(stage.violations()).toEqual([]);
    });

    it('is published from the stage by the write of just what is staged, where there is a stage', async () => {
      const stage = make();
      const { article } = helpCenter(stage);
      const { staging } = stage.helpdesk;
      if (!staging) return expect(stage.locale).toBe('en-us');
      const before = await stage.helpdesk.readArticle(article, stage.locale);
      await staging.stage(article, stage.locale, NEXT);
      expect((await stage.helpdesk.readArticle(article, stage.locale)).bodyHtml).toBe(before.bodyHtml);
      const other = { ...NEXT, bodyHtml: item('Something else.') };
      await expect(stage.helpdesk.writeArticle(article, stage.locale, other)).rejects.toMatchObject({
        name: 'Permanent',
      });
      await expect(staging.stage(article, stage.locale, other)).rejects.toMatchObject({ name: 'Permanent' });
      await expect(staging.stage(article, stage.locale, other, other)).rejects.toMatchObject({ name: 'Permanent' });
      await staging.stage(article, stage.locale, other, (await staging.staged(article, stage.locale)) ?? other);
      expect(await staging.staged(article, stage.locale)).toMatchObject(other);
      await staging.stage(article, stage.locale, NEXT, (await staging.staged(article, stage.locale)) ?? other);
      await stage.helpdesk.writeArticle(article, stage.locale, NEXT);
      expect(await stage.helpdesk.readArticle(article, stage.locale)).toMatchObject(NEXT);
      expect(await staging.staged(article, stage.locale)).toBeNull();
      expect((await staging.versions(article, stage.locale, 5)).length).toBeGreaterThan(0);
      expect(stage.violations()).toEqual([]);
    });

    it('has search words added to it, or is said to have none and refuses them in words', async () => {
      const stage = make();
      const { article } = helpCenter(stage);
      const added = stage.helpdesk.addLabels(article, ['payroll']);
      if (!stage.helpdesk.canLabel) return expect(added).rejects.toMatchObject({ name: 'Permanent' });
      await added;
      expect((await stage.helpdesk.readArticle(article, stage.locale)).labels).toContain('payroll');
    });

    it('that is archived is no longer live, also a second time, and one that never was is archived', async () => {
      const stage = make();
      const { article } = helpCenter(stage);
      await stage.helpdesk.archiveArticle(article);
      await stage.helpdesk.archiveArticle(article);
      await stage.helpdesk.archiveArticle('999999');
      expect(await failure(stage.helpdesk.readArticle(article, stage.locale))).toBeInstanceOf(NotFound);
      expect((await changed(stage.helpdesk, 0)).filter(({ isDraft }) => !isDraft)).toEqual([]);
      expect(stage.violations()).toEqual([]);
    });
  });

  describe('the help center', () => {
    it('is listed whole, and then by what changed', async () => {
      const stage = make();
      const { section, article } = helpCenter(stage);
      const ids = Array.from({ length: 120 }, (_, i) =>
        stage.addArticle({ section, title: `t${i}`, body: `<p>${i}</p>`, at: START - i * HOUR_MS }),
      );
      expect((await changed(stage.helpdesk, 0)).map(({ id }) => id).sort()).toEqual([article, ...ids].sort());
      expect((await stage.helpdesk.listArticleIds()).sort()).toEqual([article, ...ids].sort());
      const [edited = ''] = ids.slice(100);
      stage.setTime(START + 5 * HOUR_MS);
      stage.editArticle({ article: edited, body: item('A person was here.'), at: START + 4 * HOUR_MS });
      const since = await changed(stage.helpdesk, START + 3 * HOUR_MS);
      expect(since.map(({ id, bodyHtml }) => [id, bodyHtml])).toEqual([[edited, item('A person was here.')]]);
      expect(await changed(stage.helpdesk, START + 5 * HOUR_MS)).toEqual([]);
      expect(stage.violations()).toEqual([]);
    });

    it('tells drafts from what is live', async () => {
      const stage = make();
      const { section } = helpCenter(stage);
      const draft = stage.addArticle({ section, title: 'Later', body: '<p>Later.</p>', at: START, isDraft: true });
      const articles = await changed(stage.helpdesk, 0);
      expect(articles.filter(({ isDraft }) => isDraft).map(({ id }) => id)).toEqual([draft]);
    });

    it('knows whom the token acts as', async () => {
      expect(await make().helpdesk.ownUserId()).toMatch(/^\d+$/);
    });
  });
}
