import { unixOrNull, unixSeconds, type World } from '../world.ts';
import type { Article, Collection, Content, InternalArticle, LocaleContent, Version } from './article-records.ts';
import { htmlToMarkdown } from './bodies.ts';

/** The text of the default language stands at the top; with several languages each is in `translated_content` too. */
export function presentArticle(world: World, row: Article, asDraft = false): Record<string, unknown> {
  const main = defaultContent(row);
  const shown = asDraft ? (main.draft?.content ?? main) : main;
  const drafts = [...row.contents.values()].map((content) => content.draft?.at ?? null).filter((at) => at !== null);
  const { parentId } = row;
  return {
    id: row.id,
    type: 'article',
    workspace_id: world.workspace.id,
    ...presentContent(shown),
    author_id: Number(shown.authorId),
    state: main.state,
    created_at: unixSeconds(row.createdAt),
    updated_at: unixSeconds(row.updatedAt),
    has_unpublished_changes: drafts.length > 0,
    draft_updated_at: unixOrNull(drafts.length === 0 ? null : Math.max(...drafts)),
    url: articleUrl(world, row, row.defaultLocale),
    parent_id: parentId === null ? null : Number(parentId),
    parent_ids: parentsOf(world, parentId),
    parent_type: row.parentType,
    ai_chatbot_availability: row.isForChatbot,
    ai_copilot_availability: row.isForCopilot,
    ai_sales_agent_availability: row.isForSalesAgent,
    created_by_id: Number(main.createdById),
    updated_by_id: Number(main.updatedById),
    help_center_audience: row.audienceIds.length === 0 ? 'everyone' : 'restricted',
    default_locale: row.defaultLocale,
    translated_content: world.workspace.locales.length > 1 ? translations(world, row, asDraft) : null,
    tags: {
      type: 'tag.list',
      tags: row.tagIds.map((id) => ({ type: 'tag', id, name: world.tags.get(id)?.name ?? '' })),
    },
  };
}

/** As one article is retrieved. Nobody looks at the sandbox: its counts stand at nothing. */
export function presentWithStatistics(world: World, row: Article): Record<string, unknown> {
  const statistics = {
    type: 'article_statistics',
    views: 0,
    conversions: 0,
    reactions: 0,
    happy_reaction_percentage: 0,
    neutral_reaction_percentage: 0,
    sad_reaction_percentage: 0,
    fin_involvements: 0,
    fin_resolutions: 0,
    fin_resolution_rate: 0,
  };
  return { ...presentArticle(world, row), statistics };
}

export function defaultContent(row: Article): LocaleContent {
  const content = row.contents.get(row.defaultLocale);
  if (content === undefined) throw new Error(`article ${row.id} has no text in ${row.defaultLocale}`);
  return content;
}

/** Only published text has an address (examples of the API description). */
export function articleUrl(world: World, row: Article, locale: string): string | null {
  const content = row.contents.get(locale);
  if (content === undefined || content.state !== 'published') return null;
  const slug = content.title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
  return `${world.workspace.helpCenterUrl}/${locale}/articles/${row.id}-${slug}`;
}

function presentContent(content: Content): Record<string, unknown> {
  const { title, description, body } = content;
  return { title, description, body, body_markdown: htmlToMarkdown(body) };
}

function translations(world: World, row: Article, asDraft: boolean): Record<string, unknown> {
  const entries = [...row.contents].map(([locale, content]) => {
    const shown = asDraft ? (content.draft?.content ?? content) : content;
    return [
      locale,
      {
        type: 'article_content',
        ...presentContent(shown),
        author_id: Number(shown.authorId),
        state: content.state,
        created_at: unixSeconds(content.createdAt),
        updated_at: unixSeconds(content.updatedAt),
        has_unpublished_changes: content.draft !== null,
        draft_updated_at: unixOrNull(content.draft?.at ?? null),
        url: articleUrl(world, row, locale),
        audience_ids: row.audienceIds,
        ai_chatbot_availability: row.isForChatbot,
        ai_copilot_availability: row.isForCopilot,
        ai_sales_agent_availability: row.isForSalesAgent,
        created_by_id: Number(content.createdById),
        updated_by_id: Number(content.updatedById),
      },
    ];
  });
  return { type: 'article_translated_content', ...Object.fromEntries(entries) };
}

function parentsOf(world: World, parentId: string | null): number[] {
  const ids: number[] = [];
  let next = parentId;
  while (next !== null) {
    ids.push(Number(next));
    next = world.collections.get(next)?.parentId ?? null;
  }
  return ids;
}

/** Metadata only, as the list of versions has it. */
export function presentVersion(row: Article, version: Version): Record<string, unknown> {
  return {
    type: 'article_version',
    id: version.id,
    article_id: row.id,
    title: version.content.title,
    description: version.content.description,
    author_id: version.content.authorId,
    created_by_id: version.createdById,
    created_via: version.createdVia,
    from_version_id: version.fromVersionId,
    state: version.isLive ? 'published' : 'draft',
    created_at: unixSeconds(version.createdAt),
  };
}

export function presentFullVersion(row: Article, version: Version): Record<string, unknown> {
  const { body } = version.content;
  const content = { body, body_markdown: htmlToMarkdown(body), updated_at: unixSeconds(version.createdAt) };
  return { ...presentVersion(row, version), ...content };
}

export function presentCollection(world: World, row: Collection): Record<string, unknown> {
  return {
    id: row.id,
    workspace_id: world.workspace.id,
    name: row.name,
    description: row.description,
    created_at: unixSeconds(row.createdAt),
    updated_at: unixSeconds(row.updatedAt),
    url: `${world.workspace.helpCenterUrl}/${world.workspace.defaultLocale}/collections/${row.id}`,
    icon: 'book-bookmark',
    order: row.order,
    default_locale: world.workspace.defaultLocale,
    translated_content: null,
    parent_id: row.parentId,
    help_center_id: 1,
  };
}

export function presentInternalArticle(row: InternalArticle): Record<string, unknown> {
  return {
    id: row.id,
    type: 'internal_article',
    title: row.title,
    body: row.body,
    owner_id: Number(row.ownerId),
    author_id: Number(row.authorId),
    created_at: unixSeconds(row.createdAt),
    updated_at: unixSeconds(row.updatedAt),
    locale: 'en',
  };
}
