import { languageOfLocale } from '../../core/language/locale.ts';
import { isTeachable } from '../../core/learning/fold.ts';
import { suggest } from '../../core/learning/learned.ts';
import type { Ports } from '../ports/ports.ts';

/** Where a new article would stand: beside the article nearest to it. */
export interface Place {
  locale: string;
  category: string;
  sectionId: string | null;
  likeArticleId: string | null;
}

/** The place beside the article that says most of what a note tells; where there is none, the language alone. */
export async function nearestPlace(
  ports: Pick<Ports, 'articles' | 'memory'>,
  tenant: string,
  note: { title: string; text: string },
  language: string,
): Promise<Place> {
  const { learned } = await ports.memory.load(tenant, language);
  const nearest = suggest(learned, `${note.title} ${note.text}`)[0]?.articleId;
  const all = (await ports.articles.list(tenant)).filter(
    (article) => isTeachable(article) && languageOfLocale(article.locale) === language,
  );
  const article = all.find(({ id }) => id === nearest) ?? all[0];
  return {
    locale: article?.locale ?? language,
    category: article?.section ?? '',
    sectionId: article?.sectionId ?? null,
    likeArticleId: article?.id ?? null,
  };
}
