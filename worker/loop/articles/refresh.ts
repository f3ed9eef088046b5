import { z } from 'zod';
import type { Article } from '../../../shared/article.ts';
import { say } from '../../../shared/said/said.ts';
import { MINUTE_MS } from '../../../shared/time.ts';
import { languageOfLocale } from '../../core/language/locale.ts';
import { audienceIn, languageIn } from '../../core/language/space.ts';
import { isDeskKnown, keepDesk } from '../observe/desk.ts';
import { withoutErasedEditors } from '../observe/erase.ts';
import { keepOddRows } from '../observe/set-aside.ts';
import type { Helpdesk } from '../ports/helpdesk.ts';
import { type LoopMessage, messageKey, nextPart } from '../ports/messages.ts';
import type { Ports } from '../ports/ports.ts';
import type { LogEntryDraft } from '../ports/stores/learning.ts';
import { guardPublished } from '../watch/guard-published.ts';

type RefreshPorts = Pick<
  Ports,
  | 'activity'
  | 'articles'
  | 'cursors'
  | 'eventClock'
  | 'fixes'
  | 'gaps'
  | 'learningLog'
  | 'memory'
  | 'outbox'
  | 'publications'
  | 'tenants'
  | 'wallClock'
>;

/** Changes this far back are read again: the vendor's clock and ours may differ, and a save may commit late. */
const OVERLAP_MS = 5 * MINUTE_MS;

/** An article is stored as one value, with its markup escaped. D1 takes 2 MB a value. */
const MAX_ARTICLE_BYTES = 1_900_000;

/** Articles forgotten at most in one run: four statements each; the rest follows with the next. */
const GONE_A_RUN = 40;

const CURSOR = 'articles';
const placeSchema = z.object({ since: z.number(), newest: z.number(), page: z.string().nullable() });
type Place = z.infer<typeof placeSchema>;

/**
 * Reads the articles that people changed since the last look, a page a run, stores every version seen and tells the
 * learning. The first look reads them all; where it stands is stored with every page, so that a stop goes on there. What
 * is no longer there is forgotten as an article and kept as versions; an article too large to store is named and left.
 * After the first look the past is read: not before, since conversations teach against the articles.
 */
export async function refresh(
  ports: Ports,
  tenant: string,
  message: Extract<LoopMessage, { type: 'refresh' }>,
): Promise<LoopMessage[]> {
  const helpdesk = await ports.helpdesk(tenant);
  const stored = await ports.cursors.get(tenant, CURSOR);
  let place: Place = stored ? placeSchema.parse(JSON.parse(stored)) : { since: 0, newest: 0, page: null };
  const read = await helpdesk.changedArticles(Math.max(0, place.since - OVERLAP_MS), place.page);
  const { page } = read;
  const articles = await withoutErasedEditors(ports, tenant, read.articles);
  await keepOddRows(ports, tenant, helpdesk, message.at);
  await takeIn(ports, tenant, articles, message.at);
  place = { ...place, page, newest: articles.reduce((max, a) => Math.max(max, a.updatedAt), place.newest) };
  if (place.page !== null) {
    await ports.cursors.set(tenant, CURSOR, JSON.stringify(place));
    return [nextPart(message)];
  }
  const left = await forgetGone(ports, tenant, helpdesk, message.at);
  if (left.hasLost || place.newest > place.since || !(await isDeskKnown(ports, tenant)))
    await keepDesk(ports, tenant, left.articles);
  const next: LoopMessage[] = [
    ...(place.since === 0 ? [{ type: 'backfill' as const, at: message.at }] : []),
    ...(ports.dense ? [{ type: 'embed' as const, at: message.at }] : []),
    ...(helpdesk.macros ? [{ type: 'collect' as const, at: message.at }] : []),
  ];
  await ports.inbox.add(
    tenant,
    next.map((m) => ({ key: messageKey(m), message: m })),
  );
  await ports.cursors.set(tenant, CURSOR, JSON.stringify({ since: place.newest, newest: place.newest, page: null }));
  return next;
}

async function takeIn(ports: RefreshPorts, tenant: string, articles: Article[], at: number): Promise<void> {
  const ids = articles.map((article) => article.id);
  const known = new Map(
    (await ports.articles.list(tenant, ids)).map((a) => [`${a.id}/${a.locale}`, JSON.stringify(a)]),
  );
  const news = articles.filter((a) => known.get(`${a.id}/${a.locale}`) !== JSON.stringify(a));
  for (const article of news.filter((a) => !isStorable(a)))
    await ports.activity.add(tenant, {
      at,
      actor: 'mend',
      what: 'article left out',
      subject: article.id,
      reason: say('step.tooLarge'),
    });
  const changed = news
    .filter(isStorable)
    .sort((a, b) => a.id.localeCompare(b.id, 'en', { numeric: true }) || a.locale.localeCompare(b.locale, 'en'));
  const spaces = await spacesOf(ports, tenant, changed);
  await ports.memory.append(
    tenant,
    changed.flatMap((article) =>
      spaces(article).map((language): LogEntryDraft => ({ kind: 'article', language, article })),
    ),
  );
  await guardPublished(
    ports,
    tenant,
    changed.map((a) => ({ id: a.id, locale: a.locale, bodyHtml: a.bodyHtml, by: a.updatedBy })),
    at,
  );
  await ports.articles.put(tenant, changed, 'seen');
  for (const article of changed.filter((a) => known.has(`${a.id}/${a.locale}`)))
    await ports.activity.add(tenant, {
      at,
      actor: article.updatedBy ?? 'unknown',
      what: 'article edited',
      subject: article.id,
      reason: say('step.seen'),
    });
}

/** Where each of these articles is learned: in its language, and in each space of it that is kept for some. */
async function spacesOf(ports: Pick<Ports, 'learningLog'>, tenant: string, articles: readonly Article[]) {
  const all = articles.length > 0 ? await ports.learningLog.languages(tenant) : [];
  const kept = all.filter((space) => audienceIn(space) !== null);
  return ({ locale }: Article): string[] => {
    const language = languageOfLocale(locale);
    return [language, ...kept.filter((space) => languageIn(space) === language)];
  };
}

function isStorable(article: Article): boolean {
  return new TextEncoder().encode(JSON.stringify(article)).length <= MAX_ARTICLE_BYTES;
}

/**
 * Forgets what is no longer there; answers the articles that are left. While a row of the list can't be read nothing is forgotten,
 * since it may be any of them.
 */
async function forgetGone(
  ports: RefreshPorts,
  tenant: string,
  helpdesk: Helpdesk,
  at: number,
): Promise<{ articles: Article[]; hasLost: boolean }> {
  const here = new Set(await helpdesk.listArticleIds());
  const isWhole = (await keepOddRows(ports, tenant, helpdesk, at)) === 0;
  const stored = await ports.articles.list(tenant);
  const gone = isWhole ? stored.filter((a) => !here.has(a.id)).slice(0, GONE_A_RUN) : [];
  const spaces = await spacesOf(ports, tenant, gone);
  await ports.memory.append(
    tenant,
    gone.flatMap((article) =>
      spaces(article).map((language): LogEntryDraft => ({ kind: 'article_gone', language, articleId: article.id })),
    ),
  );
  await guardPublished(
    ports,
    tenant,
    gone.map((a) => ({ id: a.id, locale: a.locale, bodyHtml: null, by: null })),
    at,
  );
  await ports.articles.remove(tenant, [...new Set(gone.map((a) => a.id))]);
  return { articles: stored.filter((a) => !gone.includes(a)), hasLost: gone.length > 0 };
}
