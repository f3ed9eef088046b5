import { notFound, unprocessable } from '../errors.ts';
import type { World } from '../world.ts';
import type { Article, LocaleContent } from './article-records.ts';
import { addVersion, contentOf, type TextChange, tellArticle, type Writing } from './articles.ts';

/** "Stage a draft": only on a published article, only its text; the live article shows nothing of it. */
export function stageDraft(world: World, row: Article, writing: Writing, texts: ReadonlyMap<string, TextChange>): void {
  for (const locale of [row.defaultLocale, ...texts.keys()]) {
    if (row.contents.get(locale)?.state === 'published') continue;
    throw unprocessable('parameter_invalid', 'Article must be published before a draft can be staged');
  }
  for (const [locale, change] of texts) {
    const content = row.contents.get(locale);
    if (content === undefined) continue;
    const staged = contentOf(content.draft?.content ?? content, change, writing.actorId);
    content.draft = { content: staged, at: writing.at, byId: writing.actorId };
    addVersion(world, row, locale, { ...writing, content: staged, isLive: false });
  }
  row.updatedAt = Math.max(row.updatedAt, writing.at);
}

export function requireDraft(row: Article): void {
  if (staged(row).length === 0) throw notFound('Object not found');
}

/** "Publish a draft": a multilingual workspace must say which languages; each must have something staged. */
export function publishDraft(world: World, row: Article, writing: Writing, locales: string[] | undefined): void {
  const waiting = staged(row);
  if (waiting.length === 0) throw unprocessable('parameter_invalid', 'Article has no draft to publish');
  if (world.workspace.locales.length > 1 && locales === undefined) {
    const message = 'locales must be specified to publish a draft on a multilingual workspace';
    throw unprocessable('parameter_not_found', message);
  }
  const wanted = locales ?? waiting.map(([locale]) => locale);
  const empty = wanted.filter((locale) => !waiting.some(([known]) => known === locale));
  if (empty.length > 0) {
    const message = `Cannot publish a draft for locale(s) without pending changes: ${empty.join(', ')}`;
    throw unprocessable('parameter_invalid', message);
  }
  for (const [locale, content] of waiting) if (wanted.includes(locale)) goLive(world, row, locale, content, writing);
  row.updatedAt = Math.max(row.updatedAt, writing.at);
  tellArticle(world, row, writing, 'article.updated');
}

/** The version that was staged becomes the live one. */
function goLive(world: World, row: Article, locale: string, content: LocaleContent, writing: Writing): void {
  if (content.draft === null) return;
  const text = content.draft.content;
  const next = { ...content, ...text, updatedAt: writing.at, updatedById: writing.actorId, draft: null };
  row.contents.set(locale, next);
  addVersion(world, row, locale, { ...writing, content: text, isLive: true });
}

const staged = (row: Article): [string, LocaleContent][] =>
  [...row.contents].filter(([, content]) => content.draft !== null);
