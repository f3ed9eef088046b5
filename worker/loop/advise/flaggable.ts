import type { FlaggableStatement } from '../../../shared/advice.ts';
import { statementsIn } from '../../core/advice/article-statements.ts';
import { isForEverybody } from '../../core/advice/may-read.ts';
import { languageOfLocale } from '../../core/language/locale.ts';
import { NotFound } from '../ports/errors.ts';
import type { Ports } from '../ports/ports.ts';

/** Most sentences one can pick from: beyond them the article as a whole is flagged. Stated. */
const MAX_STATEMENTS = 150;

/**
 * The sentences of an article that everybody may read, in order of reading, under the names by which a flag is taken; not
 * those that are not learned yet. Throws NotFound where there is no such article for everybody.
 */
export async function flaggable(
  ports: Pick<Ports, 'articles' | 'memory'>,
  tenant: string,
  articleId: string,
  locale: string,
): Promise<FlaggableStatement[]> {
  const articles = await ports.articles.list(tenant, [articleId]);
  const article = articles.find((one) => one.locale === locale && isForEverybody(one));
  if (!article) throw new NotFound('this article is not known here');
  const { learned } = await ports.memory.load(tenant, languageOfLocale(locale));
  const known = new Set(learned.articles.get(articleId)?.lines.map((line) => line.key));
  const statements = new Map(statementsIn(article.bodyHtml).map(({ key, text }) => [key, text]));
  return [...statements]
    .filter(([line]) => known.has(line))
    .slice(0, MAX_STATEMENTS)
    .map(([line, text]) => ({ line, text }));
}
