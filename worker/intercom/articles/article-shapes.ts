import { z } from 'zod';
import { type OddRows, readRows } from '../../http/odd-rows.ts';
import { idSchema, lax, timeSchema } from '../parse.ts';

/** Only `published` is live; any other word, or none, is not. */
const stateSchema = z.string().nullish().catch(null);

/** An article in one locale of a multilingual help center. */
const contentSchema = z.looseObject({
  title: lax(z.string()),
  body: z.string().nullish(),
  state: stateSchema,
  updated_at: lax(timeSchema),
  updated_by_id: lax(idSchema),
  has_unpublished_changes: z.boolean().nullish().catch(true),
  url: lax(z.string()),
});

/**
 * An article. Title, body, state and times at its root are those of the default locale; `default_locale` and
 * `translated_content` come only from multilingual help centers. Who may read it, and its body, must be said in the documented
 * form: in another it can't be read at all.
 */
export const articleSchema = z.looseObject({
  id: idSchema,
  title: lax(z.string()),
  body: z.string().nullish(),
  author_id: lax(idSchema),
  state: stateSchema,
  created_at: timeSchema,
  updated_at: timeSchema,
  updated_by_id: lax(idSchema),
  has_unpublished_changes: z.boolean().nullish().catch(true),
  url: lax(z.string()),
  parent_id: lax(idSchema),
  parent_ids: lax(z.array(idSchema)),
  default_locale: lax(z.string()),
  translated_content: lax(z.record(z.string(), z.unknown())),
  help_center_audience: z.string().nullish(),
  audience_ids: z.array(z.number()).nullish(),
  ai_chatbot_availability: z.boolean().nullish(),
  ai_copilot_availability: z.boolean().nullish(),
  ai_sales_agent_availability: z.boolean().nullish(),
});
export type ArticleRow = z.output<typeof articleSchema>;

/** One locale of an article: what is live, or a draft that never was. */
export interface ArticleVersion {
  locale: string;
  isDefault: boolean;
  title: string;
  bodyHtml: string;
  isDraft: boolean;
  /** A person has an edit staged that is not live yet. */
  isStaged: boolean;
  updatedAt: number;
  updatedBy: string | null;
  url: string;
}

function versionOf(row: ArticleRow, content: z.output<typeof contentSchema>, locale: string, isDefault: boolean) {
  return {
    locale,
    isDefault,
    title: content.title ?? '',
    bodyHtml: content.body ?? '',
    isDraft: content.state !== 'published',
    isStaged: content.has_unpublished_changes ?? false,
    updatedAt: content.updated_at ?? row.updated_at,
    updatedBy: content.updated_by_id ?? null,
    url: content.url ?? '',
  };
}

/**
 * The article's locales, the default one first. A workspace of one language names none: it is `onlyLocale`. Where there are
 * several, the default one stands at the root and among the translations; the latter tells what is staged in it alone.
 */
export function versionsOf(row: ArticleRow, onlyLocale: string, odd: OddRows): ArticleVersion[] {
  const main = row.default_locale ?? onlyLocale;
  const translated = row.translated_content ?? {};
  const read = (content: unknown, locale: string, isDefault: boolean): ArticleVersion[] =>
    readRows(contentSchema, [content], `article ${row.id} in ${locale}`, odd).map((one) =>
      versionOf(row, one, locale, isDefault),
    );
  const others = Object.entries(translated).filter(
    ([locale, content]) => locale !== 'type' && locale !== main && content !== null,
  );
  return [
    ...(translated[main] ? read(translated[main], main, true) : [versionOf(row, row, main, true)]),
    ...others.flatMap(([locale, content]) => read(content, locale, false)),
  ];
}

/** Title and body of one locale as the vendor takes them: the default one at the root, others by their name. */
export function contentOf(
  version: { locale: string; isDefault: boolean },
  fields: Record<string, unknown>,
): Record<string, unknown> {
  return version.isDefault ? fields : { translated_content: { [version.locale]: fields } };
}
