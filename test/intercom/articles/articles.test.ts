import { beforeEach, describe, expect, it } from 'vitest';
import type { Article } from '../../../shared/article.ts';
import { HOUR_MS } from '../../../shared/time.ts';
import { NotFound, Permanent } from '../../../worker/loop/ports/errors.ts';
import { failure, START } from '../../contracts/helpdesk/stage.ts';
import { openWorkspace, type SimulatedWorkspace } from '../workspace.ts';

let workspace: SimulatedWorkspace;
beforeEach(() => {
  workspace = openWorkspace({ workspace: { locales: ['en', 'de'], defaultLocale: 'en' } });
});

const P = '<p class="no-margin">';

function helpCenter() {
  const { intercom } = workspace;
  const collection = intercom.addCollection({ name: 'Billing' });
  const german = { title: 'Zurücksetzen', body: '<p>Alt.</p>' };
  const both = intercom.addArticle({
    collection,
    title: 'Reset',
    body: '<p>Old.</p>',
    translations: { de: german },
    at: START,
  });
  const closed = intercom.addArticle({ collection, title: 'Secret', body: '<p>x</p>', audienceIds: [7], at: START });
  workspace.setTime(START + HOUR_MS);
  return { collection, both, closed };
}

async function changed(sinceMs: number): Promise<Article[]> {
  const articles: Article[] = [];
  let page: string | null = null;
  do {
    const answer = await workspace.connect().changedArticles(sinceMs, page);
    articles.push(...answer.articles);
    page = answer.page;
  } while (page !== null);
  return articles;
}

const sent = () =>
  workspace.intercom.requests.filter(({ method }) => method === 'PUT' || method === 'POST').map(({ body }) => body);

describe('an article of an Intercom help center', () => {
  it('is one for each of its languages, each with its own text and time', async () => {
    const { both } = helpCenter();
    expect(await workspace.helpdesk.readArticle(both.id, 'de')).toMatchObject({
      locale: 'de',
      title: 'Zurücksetzen',
      bodyHtml: `${P}Alt.</p>`,
      url: expect.stringContaining('/de/'),
    });
    const articles = (await changed(0)).filter(({ id }) => id === both.id);
    expect(articles.map(({ locale }) => locale).sort()).toEqual(['de', 'en']);
  });

  it('is written in one language, and the other stays', async () => {
    const { both } = helpCenter();
    await workspace.helpdesk.writeArticle(both.id, 'de', { title: 'Neu', bodyHtml: '<p>Neu.</p>' });
    expect(sent()).toEqual([{ translated_content: { de: { title: 'Neu', body: '<p>Neu.</p>' } } }]);
    expect(await workspace.helpdesk.readArticle(both.id, 'de')).toMatchObject({
      title: 'Neu',
      updatedAt: START + HOUR_MS,
    });
    expect(await workspace.helpdesk.readArticle(both.id, 'en')).toMatchObject({ title: 'Reset', updatedAt: START });
    await workspace.helpdesk.writeArticle(both.id, 'en', { title: 'New', bodyHtml: '<p>New.</p>' });
    expect(await workspace.helpdesk.readArticle(both.id, 'en')).toMatchObject({ bodyHtml: `${P}New.</p>` });
    expect(await workspace.helpdesk.readArticle(both.id, 'de')).toMatchObject({ title: 'Neu' });
    expect(workspace.intercom.violations).toEqual([]);
  });

  it('is not written again where it differs only by the class that the vendor gives paragraphs', async () => {
    const { both } = helpCenter();
    await workspace.helpdesk.writeArticle(both.id, 'en', { title: 'Reset', bodyHtml: '<p>Old.</p>' });
    expect(sent()).toEqual([]);
  });

  it('that changed in a language the list does not go by is found all the same', async () => {
    const { both, collection } = helpCenter();
    for (let i = 0; i < 60; i++)
      workspace.intercom.addArticle({ collection, title: `t${i}`, body: '<p>x</p>', at: START + i * 1_000 });
    workspace.setTime(START + 4 * HOUR_MS);
    workspace.intercom.humanEditArticle({ article: both, locale: 'de', body: '<p>Neu.</p>', at: START + 3 * HOUR_MS });
    both.updatedAt = START;
    expect((await changed(START + 2 * HOUR_MS)).map(({ id, locale }) => [id, locale])).toEqual([[both.id, 'de']]);
  });

  it('with an edit of a person staged on it is left to them', async () => {
    const { both } = helpCenter();
    workspace.intercom.stageDraft({ article: both, locale: 'en', body: '<p>Soon.</p>' });
    const error = await failure(workspace.helpdesk.writeArticle(both.id, 'en', { title: 'N', bodyHtml: '<p>N</p>' }));
    expect(error).toBeInstanceOf(Permanent);
    expect(error.message).toContain('unpublished changes of a person');
    expect(sent()).toEqual([]);
    expect(await workspace.helpdesk.readArticle(both.id, 'en')).toMatchObject({ bodyHtml: `${P}Old.</p>` });
    await workspace.helpdesk.writeArticle(both.id, 'de', { title: 'N', bodyHtml: '<p>N</p>' });
  });

  it('can be staged, read as staged, published, and looked up in the vendor’s history', async () => {
    const { both } = helpCenter();
    const { staging, readArticle } = workspace.helpdesk;
    const next = { title: 'Zurück', bodyHtml: '<p>Neu.</p>' };
    expect(await staging.staged(both.id, 'de')).toBeNull();
    await staging.stage(both.id, 'de', next);
    expect(await readArticle(both.id, 'de')).toMatchObject({ title: 'Zurücksetzen' });
    expect(await staging.staged(both.id, 'de')).toEqual({ title: 'Zurück', bodyHtml: `${P}Neu.</p>` });
    expect(await failure(staging.stage(both.id, 'de', next))).toBeInstanceOf(Permanent);
    await staging.publishStaged(both.id, 'de');
    expect(await readArticle(both.id, 'de')).toMatchObject({ title: 'Zurück', bodyHtml: `${P}Neu.</p>` });
    const versions = await staging.versions(both.id, 'de', 10);
    expect(versions[0]).toMatchObject({ title: 'Zurück', bodyHtml: `${P}Neu.</p>`, isLive: true });
    expect(versions.at(-1)).toMatchObject({ title: 'Zurücksetzen', isLive: false, createdVia: 'web' });
    expect(workspace.intercom.violations).toEqual([]);
  });

  it('is archived by unpublishing every language, so that a person can bring it back', async () => {
    const { both } = helpCenter();
    await workspace.helpdesk.archiveArticle(both.id);
    for (const locale of ['en', 'de'])
      expect(await failure(workspace.helpdesk.readArticle(both.id, locale))).toBeInstanceOf(NotFound);
    workspace.intercom.humanEditArticle({ article: both, state: 'published' });
    expect(await workspace.helpdesk.readArticle(both.id, 'en')).toMatchObject({ bodyHtml: `${P}Old.</p>` });
    expect(workspace.intercom.violations).toEqual([]);
  });

  it('for some readers says so, and none is made beside it', async () => {
    const { closed, collection } = helpCenter();
    expect((await workspace.helpdesk.readArticle(closed.id, 'en')).audience).toEqual(['restricted']);
    const fresh = { sectionId: collection.id, title: 'N', bodyHtml: '<p>N</p>', labels: [], locale: 'en' };
    const error = await failure(workspace.helpdesk.createArticle({ ...fresh, likeArticleId: closed.id }));
    expect(error).toBeInstanceOf(Permanent);
    expect(sent()).toEqual([]);
  });

  it('is not made in a language that is not the help center’s first', async () => {
    const { both, collection } = helpCenter();
    const fresh = { sectionId: collection.id, title: 'N', bodyHtml: '<p>N</p>', labels: [], likeArticleId: both.id };
    expect(await failure(workspace.helpdesk.createArticle({ ...fresh, locale: 'de' }))).toBeInstanceOf(Permanent);
  });

  it('that stands alone has no section', async () => {
    const { id } = workspace.intercom.addArticle({ title: 'Alone', body: '<p>x</p>' });
    expect(await workspace.helpdesk.readArticle(id, 'en')).toMatchObject({ sectionId: '', section: '' });
  });

  it('has no labels, and is told so when some are to be added', async () => {
    const { both } = helpCenter();
    const error = await failure(workspace.helpdesk.addLabels(both.id, ['refund']));
    expect(error).toBeInstanceOf(Permanent);
    expect(error.message).toContain('no labels');
  });

  it('that is internal is never read', async () => {
    helpCenter();
    workspace.intercom.addInternalArticle({ title: 'Discounts we may give', body: '<p>Ten percent.</p>' });
    expect(JSON.stringify(await changed(0))).not.toContain('Ten percent');
    expect(workspace.paths().some((path) => path.includes('internal'))).toBe(false);
  });
});
