import { z } from 'zod';
import { stripTags } from '../../html.ts';
import type { ApiRequest } from '../api.ts';
import { invalid } from '../errors.ts';
import type { World } from '../world.ts';
import type { LocaleChange } from './articles.ts';
import { markdownToHtml } from './bodies.ts';

const state = z.enum(['published', 'draft']).optional();
const content = z.object({
  title: z.string().optional(),
  description: z.string().nullish(),
  body: z.string().nullish(),
  body_markdown: z.string().nullish(),
  author_id: z.number().int().optional(),
  state,
});
type ContentBody = z.infer<typeof content>;

export const articleBody = content.extend({
  parent_id: z.union([z.number().int(), z.string()]).optional(),
  parent_type: z.enum(['collection', 'section']).optional(),
  translated_content: z.record(z.string(), z.unknown()).nullish(),
  audience_ids: z.array(z.number().int()).nullish(),
  ai_chatbot_availability: z.boolean().optional(),
  ai_copilot_availability: z.boolean().optional(),
  ai_sales_agent_availability: z.boolean().optional(),
});

/** What is to change in each language; the top of the body is the default language's. */
export function textsOf(
  world: World,
  request: ApiRequest,
  wanted: z.infer<typeof articleBody>,
): Map<string, LocaleChange> {
  const texts = new Map<string, LocaleChange>();
  const main = changeOf(world, request, wanted);
  if (Object.values(main).some((value) => value !== undefined)) texts.set(world.workspace.defaultLocale, main);
  for (const [locale, translated] of Object.entries(wanted.translated_content ?? {})) {
    if (locale === 'type' || translated === null) continue;
    const parsed = content.safeParse(translated);
    if (!parsed.success) throw invalid(`translated_content.${locale} is invalid`, 'translated_content');
    if (!world.workspace.locales.includes(locale)) throw invalid(`Unknown locale ${locale}`, 'translated_content');
    texts.set(locale, { ...texts.get(locale), ...defined(changeOf(world, request, parsed.data)) });
  }
  return texts;
}

/** `body` and `body_markdown` are mutually exclusive. */
function changeOf(world: World, request: ApiRequest, wanted: ContentBody): LocaleChange {
  if (typeof wanted.body === 'string' && typeof wanted.body_markdown === 'string') {
    throw invalid('body and body_markdown are mutually exclusive', 'body_markdown');
  }
  const authorId = wanted.author_id === undefined ? undefined : String(wanted.author_id);
  if (authorId !== undefined && !world.admins.has(authorId)) throw invalid('author_id is unknown', 'author_id');
  const markdown = wanted.body_markdown;
  const body = typeof markdown === 'string' ? markdownToHtml(markdown) : (wanted.body ?? undefined);
  return {
    title: wanted.title,
    description: wanted.description ?? undefined,
    body: body === undefined ? undefined : stripped(request, body),
    authorId,
    state: wanted.state,
  };
}

/** The fault `strip-tags`. */
function stripped(request: ApiRequest, body: string): string {
  const fault = request.faults.get('strip-tags');
  return fault === undefined ? body : stripTags(body, fault.tags ?? []);
}

const defined = (change: LocaleChange): LocaleChange =>
  Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
