import { expect, it } from 'vitest';
import type { Article } from '../../../shared/article.ts';
import { HOUR_MS } from '../../../shared/time.ts';
import { type Account, openAccount, START } from '../account.ts';

function helpCenter(account: Account, count: number, locales: string[] = []) {
  const { zendesk, setTime } = account;
  const section = zendesk.addSection({ name: 'Billing' });
  const articles = Array.from({ length: count }, (_, i) => {
    const article = zendesk.addArticle({ section, title: `t${i}`, body: `<p>b${i}</p>`, at: START + i });
    const own = article.translations.get('en-us');
    if (own) for (const locale of locales) article.translations.set(locale, { ...own, id: own.id + 1, locale });
    return article;
  });
  setTime(START + HOUR_MS);
  return articles;
}

async function readAll(account: Account, sinceMs: number, between: (page: number) => void = () => {}) {
  const articles: Article[] = [];
  const sizes: number[] = [];
  let page: string | null = null;
  do {
    const answer = await account.connect().changedArticles(sinceMs, page);
    articles.push(...answer.articles);
    sizes.push(answer.articles.length);
    page = answer.page;
    between(sizes.length);
  } while (page !== null);
  return { articles, sizes };
}

const calls = (account: Account): string[] =>
  account.paths().map((path) => path.replace('GET /api/v2/help_center/', '').replace(/\d+/, 'N'));

it('a hundred articles cost a call, and nothing an article', async () => {
  const account = openAccount();
  helpCenter(account, 250);
  const { articles, sizes } = await readAll(account, 0);
  expect(articles.map(({ title }) => title)).toEqual(Array.from({ length: 250 }, (_, i) => `t${i}`));
  expect(sizes).toEqual([100, 100, 50, 0]);
  expect(calls(account)).toEqual(['articles', 'articles', 'articles', 'incremental/articles']);
  expect(new Set(articles.map(({ section }) => section))).toEqual(new Set(['Billing']));
  expect(account.zendesk.violations).toEqual([]);
});

it('pages hold as many articles as have two hundred versions', async () => {
  const account = openAccount();
  helpCenter(account, 100, ['de', 'fr']);
  const { articles, sizes } = await readAll(account, 0);
  expect(new Set(articles.map(({ id, locale }) => `${id}/${locale}`)).size).toBe(300);
  expect(sizes).toEqual([198, 102, 0]);
  expect(calls(account)).toEqual(['articles', 'articles', 'incremental/articles']);
});

it('what changes while all is listed comes again at the end, and none is passed over', async () => {
  const account = openAccount();
  const made = helpCenter(account, 250);
  const [first, last] = [made[0], made[249]];
  if (!first || !last) throw new Error('no articles');
  const { articles } = await readAll(account, 0, (page) => {
    if (page !== 1) return;
    account.setTime(START + 2 * HOUR_MS);
    for (const article of [first, last]) account.zendesk.humanEditArticle({ article, body: '<p>By hand.</p>' });
  });
  expect(new Set(articles.map(({ id }) => id)).size).toBe(250);
  for (const { id } of [first, last])
    expect(articles.findLast((article) => article.id === String(id))?.bodyHtml).toBe('<p>By hand.</p>');
});

it('where translations are not sent along, each article costs a call, 25 a page', async () => {
  const account = openAccount({ hasTranslations: false });
  helpCenter(account, 60, ['de']);
  const { articles, sizes } = await readAll(account, 0);
  expect(articles).toHaveLength(120);
  expect(sizes).toEqual([50, 50, 20, 0]);
  expect(calls(account).filter((path) => path === 'articles/N/translations')).toHaveLength(60);
  expect(calls(account)).toHaveLength(60 + 3 + 1);
});

it('later looks ask for what changed since, with a call where translations come along', async () => {
  const account = openAccount();
  const [article] = helpCenter(account, 30);
  if (!article) throw new Error('no article');
  account.zendesk.humanEditArticle({ article, body: '<p>By hand.</p>' });
  const { articles } = await readAll(account, START + HOUR_MS / 2);
  expect(articles.map(({ bodyHtml }) => bodyHtml)).toEqual(['<p>By hand.</p>']);
  expect(calls(account)).toEqual(['incremental/articles']);
});
