import { beforeEach, describe, expect, it } from 'vitest';
import type { Article } from '../../../shared/article.ts';
import { HOUR_MS } from '../../../shared/time.ts';
import { AuthLost, NotFound, Permanent, RetryLater } from '../../../worker/loop/ports/errors.ts';
import type { Helpdesk } from '../../../worker/loop/ports/helpdesk.ts';
import { type Account, failure, openAccount, START } from '../account.ts';

let account: Account;
beforeEach(() => {
  account = openAccount();
});

const BODY = '<h2>Reset</h2><p>Open <strong>Settings</strong>.</p>';

function helpCenter() {
  const { zendesk } = account;
  const section = zendesk.addSection({ name: 'Billing' });
  const open = zendesk.addArticle({ section, title: 'Reset', body: BODY, labels: ['reset'] });
  const [signedIn, staff] = [...zendesk.world.userSegments.values()];
  if (!signedIn || !staff) throw new Error('no segments');
  const closed = zendesk.addArticle({ section, title: 'Secret', body: '<p>For some.</p>', userSegments: [signedIn] });
  const both = zendesk.addArticle({
    section,
    title: 'Both',
    body: '<p>For more.</p>',
    userSegments: [signedIn, staff],
  });
  const draft = zendesk.addArticle({ section, title: 'Draft', body: '<p>Later.</p>', isDraft: true });
  return { section, open, closed, both, draft, signedIn, staff };
}

async function readAll(helpdesk: Helpdesk, sinceMs: number): Promise<Article[]> {
  const articles: Article[] = [];
  let page: string | null = null;
  do {
    const answer = await helpdesk.changedArticles(sinceMs, page);
    articles.push(...answer.articles);
    page = answer.page;
  } while (page !== null);
  return articles;
}

describe('an article', () => {
  it('is read live with its audience, section, labels and who changed it', async () => {
    const { open, closed, both, draft, section, signedIn, staff } = helpCenter();
    const read = (id: number) => account.helpdesk.readArticle(String(id), 'en-us');
    expect(await read(open.id)).toMatchObject({
      id: String(open.id),
      locale: 'en-us',
      brand: null,
      sectionId: String(section.id),
      section: 'Billing',
      title: 'Reset',
      labels: ['reset'],
      bodyHtml: BODY,
      audience: null,
      isDraft: false,
      updatedAt: START,
      updatedBy: String(account.zendesk.admin.id),
    });
    expect((await read(closed.id)).audience).toEqual([String(signedIn.id)]);
    expect((await read(both.id)).audience).toEqual([String(signedIn.id), String(staff.id)].sort());
    expect((await read(draft.id)).isDraft).toBe(true);
    expect(await failure(account.helpdesk.readArticle(String(open.id), 'de'))).toBeInstanceOf(NotFound);
    expect(account.zendesk.violations).toEqual([]);
  });

  it('takes a new title and body through its translation, and the same again changes nothing', async () => {
    const { open, draft } = helpCenter();
    account.setTime(START + HOUR_MS);
    const next = { title: 'Reset it', bodyHtml: '<p>New.</p>' };
    await account.helpdesk.writeArticle(String(open.id), 'en-us', next);
    account.setTime(START + 2 * HOUR_MS);
    await account.helpdesk.writeArticle(String(open.id), 'en-us', next);
    expect(await account.helpdesk.readArticle(String(open.id), 'en-us')).toMatchObject({
      ...next,
      isDraft: false,
      updatedAt: START + HOUR_MS,
    });
    await account.helpdesk.writeArticle(String(draft.id), 'en-us', next);
    expect(await account.helpdesk.readArticle(String(draft.id), 'en-us')).toMatchObject({ ...next, isDraft: true });
    expect(account.zendesk.violations).toEqual([]);
  });

  it('keeps the draft state and the outdated mark of what is written', async () => {
    const { open, draft } = helpCenter();
    const states = [open, draft].map((article) => {
      const translation = article.translations.get('en-us');
      if (!translation) throw new Error('no translation');
      translation.isOutdated = true;
      return translation;
    });
    account.setTime(START + HOUR_MS);
    for (const { id } of [open, draft])
      await account.helpdesk.writeArticle(String(id), 'en-us', { title: 'New', bodyHtml: '<p>New.</p>' });
    expect(states.map(({ title, isDraft, isOutdated }) => [title, isDraft, isOutdated])).toEqual([
      ['New', false, true],
      ['New', true, true],
    ]);
    const sent = account.zendesk.requests.filter(({ method }) => method === 'PUT').map(({ body }) => body);
    expect(sent).toEqual([1, 2].map(() => ({ translation: { title: 'New', body: '<p>New.</p>' } })));
    expect(account.zendesk.violations).toEqual([]);
  });

  it('written as it stands leaves the times of translation and article, and no event', async () => {
    const { open } = helpCenter();
    const events: string[] = [];
    account.zendesk.world.onEvent(({ type }) => events.push(type));
    account.setTime(START + HOUR_MS);
    await account.helpdesk.writeArticle(String(open.id), 'en-us', { title: 'Reset', bodyHtml: BODY });
    expect(open.translations.get('en-us')).toMatchObject({ updatedAt: START, updatedById: account.zendesk.admin.id });
    expect([open.updatedAt, open.editedAt, events]).toEqual([START, START, []]);
  });

  it('is written or not when the answer is lost, and reading shows which', async () => {
    const { open } = helpCenter();
    account.zendesk.faults.set({
      kind: '5xx',
      path: '/api/v2/help_center/articles/*/translations/*',
      method: 'PUT',
      times: 1,
    });
    const next = { title: 'Reset', bodyHtml: '<p>New.</p>' };
    expect(await failure(account.helpdesk.writeArticle(String(open.id), 'en-us', next))).toBeInstanceOf(RetryLater);
    expect((await account.helpdesk.readArticle(String(open.id), 'en-us')).bodyHtml).toBe(BODY);
  });

  it('that is new is seen by whom its neighbour is seen, and can be found again', async () => {
    const { section, open, closed, both } = helpCenter();
    const fresh = (likeArticleId: number, title: string) =>
      account.helpdesk.createArticle({
        sectionId: String(section.id),
        locale: 'en-us',
        title,
        bodyHtml: '<p>x</p>',
        labels: ['a'],
        likeArticleId: String(likeArticleId),
      });
    for (const like of [open, closed, both]) {
      const id = await fresh(like.id, `Like ${like.id}`);
      const [made, neighbour] = [
        await account.helpdesk.readArticle(id, 'en-us'),
        await account.helpdesk.readArticle(String(like.id), 'en-us'),
      ];
      expect(made).toMatchObject({ audience: neighbour.audience, labels: ['a'], isDraft: false });
      expect((await account.helpdesk.findArticle(String(section.id), `Like ${like.id}`, START))?.id).toBe(id);
    }
    expect(await account.helpdesk.findArticle(String(section.id), 'Like', START)).toBeNull();
    expect(await account.helpdesk.findArticle(String(section.id), 'Reset', START + 1_000)).toBeNull();
    const sent = account.zendesk.requests.filter(({ method }) => method === 'POST');
    expect(sent.every(({ body }) => JSON.stringify(body).includes('"notify_subscribers":false'))).toBe(true);
    expect(account.zendesk.violations).toEqual([]);
  });

  it('keeps its labels when it gets more, and nothing is written where it has them', async () => {
    const { open } = helpCenter();
    await account.helpdesk.addLabels(String(open.id), ['billing', 'reset']);
    await account.helpdesk.addLabels(String(open.id), ['billing']);
    const read = await account.helpdesk.readArticle(String(open.id), 'en-us');
    expect(read).toMatchObject({ labels: ['reset', 'billing'], bodyHtml: BODY, audience: null });
    expect(account.paths().filter((path) => path.startsWith('PUT'))).toHaveLength(1);
    expect(account.zendesk.violations).toEqual([]);
  });

  it('is archived, also a second time', async () => {
    const { open } = helpCenter();
    await account.helpdesk.archiveArticle(String(open.id));
    await account.helpdesk.archiveArticle(String(open.id));
    expect(await failure(account.helpdesk.readArticle(String(open.id), 'en-us'))).toBeInstanceOf(NotFound);
    expect(await account.helpdesk.listArticleIds()).not.toContain(String(open.id));
  });
});

describe('the help center', () => {
  it('is listed whole, page after page, in all locales, and then by what changed', async () => {
    const { zendesk } = account;
    const { section, open, closed } = helpCenter();
    for (let i = 0; i < 120; i++)
      zendesk.addArticle({ section, title: `t${i}`, body: '<p>x</p>', at: START - i * HOUR_MS });
    const token = zendesk.issueToken().accessToken;
    await zendesk.fetch(
      new Request(`https://sandbox.zendesk.com/api/v2/help_center/articles/${open.id}/translations`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ translation: { locale: 'de', title: 'Zurücksetzen', body: '<p>Neu.</p>' } }),
      }),
    );
    account.setTime(START + HOUR_MS);
    const all = await readAll(account.helpdesk, 0);
    expect(new Set(all.map(({ id }) => id)).size).toBe(124);
    expect(all).toHaveLength(125);
    expect(
      all
        .filter(({ id }) => id === String(open.id))
        .map(({ locale }) => locale)
        .sort(),
    ).toEqual(['de', 'en-us']);
    expect((await account.helpdesk.listArticleIds()).length).toBe(124);
    account.setTime(START + 5 * HOUR_MS);
    zendesk.humanEditArticle({ article: closed, body: '<p>A person was here.</p>', at: START + 4 * HOUR_MS });
    const changed = await readAll(account.connect(), START + 3 * HOUR_MS);
    expect(changed.map(({ id, bodyHtml }) => [id, bodyHtml])).toEqual([
      [String(closed.id), '<p>A person was here.</p>'],
    ]);
    expect(zendesk.violations).toEqual([]);
  });

  it('is never taken for empty when it can’t be read', async () => {
    helpCenter();
    for (const [kind, error] of [
      ['5xx', RetryLater],
      ['auth-lost', AuthLost],
    ] as const) {
      account.zendesk.faults.set({ kind, path: '/api/v2/help_center/articles', times: 1 });
      expect(await failure(account.helpdesk.listArticleIds())).toBeInstanceOf(error);
    }
    for (const body of [{}, { articles: null }, { articles: [], meta: { has_more: true } }, null]) {
      expect(
        await failure(account.connect({ fetch: async () => Response.json(body) }).listArticleIds()),
      ).toBeInstanceOf(Permanent);
    }
  });
});
