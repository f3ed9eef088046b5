import { z } from 'zod';
import type { Article } from '../../../shared/article.ts';
import type { JsonClient } from '../../http/client.ts';
import { Held } from '../../http/held.ts';
import { readRows } from '../../http/odd-rows.ts';
import { readAllPages } from '../pages.ts';
import { idSchema, parseAnswer, segment } from '../parse.ts';
import { type ArticleRow, articleSchema, type Section, type Translation, translationSchema } from '../shapes.ts';
import { audienceOf } from './audience.ts';

export const HELP_CENTER = '/api/v2/help_center';

export const articleAnswerSchema = z.looseObject({ article: articleSchema });
const articlesSchema = z.looseObject({ articles: z.array(z.unknown()) });
const idRowSchema = z.looseObject({ id: idSchema });
const translationAnswerSchema = z.looseObject({ translation: translationSchema });
const sectionAnswerSchema = z.looseObject({ section: z.looseObject({ name: z.string().catch('') }) });

export function articlePath(id: string): string {
  return `${HELP_CENTER}/articles/${segment(id)}`;
}

export function translationPath(id: string, locale: string): string {
  return `${articlePath(id)}/translations/${segment(locale)}`;
}

/** Names of sections, in memory for five minutes. A brand has its own host, so articles carry none. */
export interface Sections {
  /** Takes in sections that came as a sideload. */
  keep(sections: Section[]): void;
  name(id: string): Promise<string>;
}

export function createSections(client: JsonClient): Sections {
  const names = new Held<string>();
  return {
    keep(sections) {
      for (const section of sections) names.set(section.id, section.name);
    },
    async name(id) {
      const known = names.get(id);
      if (known) return known;
      const answer = await client.request(`${HELP_CENTER}/sections/${segment(id)}`);
      const name = parseAnswer(sectionAnswerSchema, answer, 'section').section.name;
      names.set(id, name);
      return name;
    },
  };
}

export interface ArticleReader {
  client: JsonClient;
  sections: Sections;
  /** The helpdesk's time. */
  now: () => number;
}

export async function toArticle(reader: ArticleReader, row: ArticleRow, translation: Translation): Promise<Article> {
  return {
    id: row.id,
    locale: translation.locale,
    brand: null,
    sectionId: row.section_id ?? '',
    section: row.section_id ? await reader.sections.name(row.section_id) : '',
    title: translation.title,
    labels: row.label_names ?? [],
    bodyHtml: translation.body ?? '',
    audience: audienceOf(row),
    isDraft: translation.draft ?? false,
    updatedAt: translation.updated_at,
    updatedBy: translation.updated_by_id ?? null,
    url: translation.html_url ?? row.html_url ?? '',
  };
}

/** The article's row: audience, labels, section, rights. Its title and body are those of its source locale. */
export async function readArticleRow(client: JsonClient, id: string): Promise<ArticleRow> {
  return parseAnswer(articleAnswerSchema, await client.request(articlePath(id)), 'article').article;
}

/** The live article in one locale: two calls, the row for its audience and the translation for title and body. */
export async function readArticle(reader: ArticleReader, id: string, locale: string): Promise<Article> {
  const row = await readArticleRow(reader.client, id);
  const answer = await reader.client.request(translationPath(id, locale));
  return toArticle(reader, row, parseAnswer(translationAnswerSchema, answer, 'translation').translation);
}

/** The ids of all articles the token may see, drafts included. */
export function listArticleIds(client: JsonClient): Promise<string[]> {
  return readAllPages(client, `${HELP_CENTER}/articles`, {}, (answer) => {
    const { articles } = parseAnswer(articlesSchema, answer, 'articles');
    return readRows(idRowSchema, articles, 'articles', client.odd).map((row) => row.id);
  });
}

/** The section's article of exactly this title created since; where there are several, the newest. */
export async function findArticle(
  reader: ArticleReader,
  sectionId: string,
  title: string,
  sinceMs: number,
): Promise<Article | null> {
  const path = `${HELP_CENTER}/sections/${segment(sectionId)}/articles`;
  const rows = await readAllPages(reader.client, path, {}, (answer) =>
    readRows(articleSchema, parseAnswer(articlesSchema, answer, 'section').articles, 'articles', reader.client.odd),
  );
  const found = rows
    .filter((row) => row.title === title && row.created_at >= sinceMs)
    .sort((a, b) => b.created_at - a.created_at)[0];
  return found ? readArticle(reader, found.id, found.locale) : null;
}
