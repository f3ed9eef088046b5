import type { ApiRequest } from '../api.ts';
import type { Article } from '../records.ts';
import { isIncluded, sideloadedUsers } from '../tickets/sideloads.ts';
import { find, type World } from '../world.ts';
import { presentArticle, presentSection, presentTranslation } from './article-json.ts';

/**
 * An article; `include=translations` puts its translations inside, "because they're not shared between resources" (OAS,
 * "Show Article").
 */
export function articleWithTranslations(
  world: World,
  request: ApiRequest,
  article: Article,
  locale?: string,
): Record<string, unknown> {
  const presented = presentArticle(world, article, locale);
  if (!world.serves.hasTranslations || !isIncluded(request, 'translations')) return presented;
  return { ...presented, translations: [...article.translations.values()].map((t) => presentTranslation(world, t)) };
}

/** `users` (the authors) and `sections`, each once beside the articles. `categories` are not served. */
export function articleSideloads(world: World, request: ApiRequest, articles: Article[]): Record<string, unknown> {
  const users = sideloadedUsers(
    world,
    request,
    articles.map((article) => article.authorId),
  );
  if (!isIncluded(request, 'sections')) return users;
  const ids = new Set(articles.map((article) => article.sectionId));
  return { ...users, sections: [...ids].map((id) => presentSection(world, find(world.sections, id))) };
}
