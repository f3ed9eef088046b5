import type { ArticleHealth, HealthFacts } from '../../../shared/advice.ts';
import type { Article } from '../../../shared/article.ts';
import type { ArticleRow, ArticleView, VersionRow } from '../../../shared/console/knowledge.ts';
import type { Gap, Publication, StoredFix } from '../../../shared/gap.ts';
import type { Role } from '../../../shared/viewer.ts';
import { healthOf } from '../../core/advice/health.ts';
import { mayRead } from '../../core/advice/may-read.ts';
import { claimsIn } from '../../core/console/claims.ts';
import { changeOf, rendered } from '../../core/console/rendered.ts';
import { languageOfLocale } from '../../core/language/locale.ts';
import type { Learned } from '../../core/learned/state.ts';
import { flaggersOf, SAID_FOR_MS } from '../advise/advice-records.ts';
import { NotFound } from '../ports/errors.ts';
import type { Ports } from '../ports/ports.ts';
import type { ArticleVersion } from '../ports/stores/articles.ts';
import type { Outcome } from '../ports/stores/outcomes.ts';
import { isSame } from '../publish/same-html.ts';

type ArticlesPorts = Pick<Ports, 'articles' | 'eventClock' | 'fixes' | 'gaps' | 'memory' | 'outcomes' | 'publications'>;

/** Versions compared with the one before: older ones are named only. */
const COMPARED_VERSIONS = 12;

/** Those that need somebody first. */
const ORDER: ArticleHealth[] = ['patch_waiting', 'contested', 'stale', 'healed_recently', 'unproven', 'validated'];

interface Shelf {
  gaps: Gap[];
  waiting: StoredFix[];
  publications: Publication[];
  /** What the staff said of articles. */
  outcomes: Outcome[];
}

/** Every article that the person may read, with how far it can be trusted, those that need somebody first. */
export async function readArticles(ports: ArticlesPorts, tenant: string, role: Role): Promise<ArticleRow[]> {
  const articles = (await ports.articles.list(tenant)).filter((article) => mayRead(article, role));
  const shelf = await shelfOf(ports, tenant, articles);
  const learnt = new Map<string, Learned>();
  for (const language of new Set(articles.map((article) => languageOfLocale(article.locale))))
    learnt.set(language, (await ports.memory.load(tenant, language)).learned);
  const rows = articles.flatMap((article) => {
    const learned = learnt.get(languageOfLocale(article.locale));
    if (!learned) return [];
    const { health, why } = trustIn(learned, article, shelf, ports.eventClock.now());
    return [rowOf(article, health, why)];
  });
  return rows.sort(
    (a, b) => ORDER.indexOf(a.health) - ORDER.indexOf(b.health) || b.asked - a.asked || (a.title < b.title ? -1 : 1),
  );
}

/** One article that the person may read: what it states and how that fared, and its versions with what made them. */
export async function readArticle(
  ports: ArticlesPorts,
  tenant: string,
  role: Role,
  id: string,
  locale: string,
): Promise<ArticleView> {
  const article = await ports.articles.get(tenant, id, locale);
  if (!article || !mayRead(article, role)) throw new NotFound('this article is not in the help center any more');
  const shelf = await shelfOf(ports, tenant, [article]);
  const { learned } = await ports.memory.load(tenant, languageOfLocale(locale));
  const { health, why } = trustIn(learned, article, shelf, ports.eventClock.now());
  const versions = (await ports.articles.versions(tenant, id)).filter((version) => version.locale === locale);
  return {
    ...rowOf(article, health, why),
    why,
    body: rendered(article.bodyHtml),
    labels: article.labels,
    claims: claimsIn(learned, id, article.bodyHtml),
    versions: versionsOf(article, versions, shelf.publications),
    gaps: shelf.gaps
      .filter((gap) => gap.articleId === id)
      .map(({ id: gapId, title, cause, state }) => ({ id: gapId, title, cause, state })),
  };
}

async function shelfOf(
  ports: Pick<Ports, 'eventClock' | 'fixes' | 'gaps' | 'outcomes' | 'publications'>,
  tenant: string,
  articles: readonly Article[],
): Promise<Shelf> {
  const ids = articles.map((article) => article.id);
  return {
    outcomes: await ports.outcomes.about(tenant, ids, ports.eventClock.now() - SAID_FOR_MS),
    gaps: await ports.gaps.list(tenant, ['open', 'in_review', 'escalated', 'approved']),
    waiting: await ports.fixes.list(tenant, ['in_review', 'escalated']),
    publications: await ports.publications.list(tenant),
  };
}

function trustIn(
  learned: Learned,
  article: Article,
  shelf: Shelf,
  now: number,
): { health: ArticleHealth; why: HealthFacts } {
  const gaps = shelf.gaps.filter((gap) => gap.articleId === article.id);
  const waiting = shelf.waiting.filter((fix) => fix.articleId === article.id && fix.locale === article.locale);
  const publications = shelf.publications.filter((p) => p.articleId === article.id);
  const record = { ...article, gaps, waiting, publications, flaggedBy: flaggersOf(article, shelf.outcomes) };
  return healthOf(learned, article.id, record, now);
}

function rowOf(article: Article, health: ArticleHealth, why: HealthFacts): ArticleRow {
  const { id, locale, title, section, url, updatedAt, isDraft, audience } = article;
  return {
    ...{ id, locale, title, section, url, updatedAt, isDraft, health },
    asked: why.asked,
    isPublic: audience === null,
  };
}

/** Versions, newest first. The live one can be taken back where we made it and it still stands. */
function versionsOf(
  live: Article,
  versions: readonly ArticleVersion[],
  publications: readonly Publication[],
): VersionRow[] {
  const newestFirst = versions.toReversed().sort((a, b) => b.at - a.at);
  return newestFirst.map((version, i): VersionRow => {
    const older = newestFirst[i + 1];
    const made = publications.filter(
      (p) => p.articleId === live.id && p.locale === live.locale && isSame(version, p.after),
    );
    const standing = made.findLast((p) => p.state === 'done');
    const isOurs = version.source !== 'seen';
    const isCompared = older !== undefined && i < COMPARED_VERSIONS;
    return {
      at: version.at,
      title: version.title,
      by: makerOf(version, made),
      change: isCompared ? changeOf(older, version, []) : null,
      revertId: i === 0 && isOurs && version.bodyHtml === live.bodyHtml ? (standing?.id ?? null) : null,
    };
  });
}

function makerOf({ source }: ArticleVersion, made: readonly Publication[]): VersionRow['by'] {
  if (source === 'seen') return 'person';
  if (source === 'restored') return 'restored';
  return made.findLast((p) => p.reverts === null)?.by === 'mend' ? 'automatic' : 'mend';
}
