import type { ApiRequest } from '../api.ts';
import { notFound } from '../errors.ts';
import { numberParam } from '../params.ts';
import type { Article, Section, Translation } from '../records.ts';
import { find, iso, type World } from '../world.ts';
import { shownTranslation } from './articles.ts';

/** The article of the path, or 404 where it is unknown or archived. */
export function liveArticle(world: World, request: ApiRequest): Article {
  const article = find(world.articles, numberParam(request, 'id'));
  if (article.isArchived) throw notFound();
  return article;
}

const apiUrl = (world: World, path: string): string =>
  `https://${world.account.subdomain}.zendesk.com/api/v2/help_center/${path}.json`;

const htmlUrl = (world: World, locale: string, path: string): string =>
  `${world.helpCenterOrigin}/hc/${locale}/${path}`;

const slug = (title: string): string => title.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '');

/**
 * `user_segment_id` null means everyone; with several segments the first stands there (Zendesk's Help Center
 * documentation).
 */
export function presentArticle(world: World, article: Article, locale?: string): Record<string, unknown> {
  const translation = shownTranslation(article, locale);
  if (translation === undefined) throw notFound();
  return {
    id: article.id,
    url: apiUrl(world, `${translation.locale}/articles/${article.id}`),
    html_url: htmlUrl(world, translation.locale, `articles/${article.id}-${slug(translation.title)}`),
    author_id: article.authorId,
    section_id: article.sectionId,
    permission_group_id: article.permissionGroupId,
    user_segment_id: article.userSegmentIds[0] ?? null,
    user_segment_ids: article.userSegmentIds,
    label_names: article.labels,
    content_tag_ids: article.contentTagIds,
    promoted: article.isPromoted,
    position: article.position,
    comments_disabled: article.hasCommentsDisabled,
    vote_sum: 0,
    vote_count: 0,
    name: translation.title,
    title: translation.title,
    body: translation.body,
    draft: translation.isDraft,
    locale: translation.locale,
    source_locale: article.sourceLocale,
    outdated: false,
    outdated_locales: [...article.translations.values()].filter((t) => t.isOutdated).map((t) => t.locale),
    created_at: iso(article.createdAt),
    updated_at: iso(article.updatedAt),
    edited_at: iso(article.editedAt),
  };
}

export function presentTranslation(world: World, translation: Translation): Record<string, unknown> {
  const path = `articles/${translation.articleId}`;
  return {
    id: translation.id,
    url: apiUrl(world, `${path}/translations/${translation.locale}`),
    html_url: htmlUrl(world, translation.locale, path),
    source_id: translation.articleId,
    source_type: 'Article',
    locale: translation.locale,
    title: translation.title,
    body: translation.body,
    draft: translation.isDraft,
    hidden: false,
    outdated: translation.isOutdated,
    created_by_id: translation.createdById,
    updated_by_id: translation.updatedById,
    created_at: iso(translation.createdAt),
    updated_at: iso(translation.updatedAt),
  };
}

export function presentSection(world: World, section: Section): Record<string, unknown> {
  return {
    id: section.id,
    url: apiUrl(world, `${section.locale}/sections/${section.id}`),
    html_url: htmlUrl(world, section.locale, `sections/${section.id}-${slug(section.name)}`),
    category_id: section.categoryId,
    parent_section_id: null,
    name: section.name,
    description: section.description,
    locale: section.locale,
    source_locale: section.locale,
    outdated: false,
    position: section.position,
    sorting: 'manual',
    theme_template: 'section_page',
    created_at: iso(section.createdAt),
    updated_at: iso(section.updatedAt),
  };
}
