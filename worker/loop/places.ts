import type { Article } from '../../shared/article.ts';
import type { Publication, StoredFix, Text, WrittenText } from '../../shared/gap.ts';
import { hashText } from '../core/hash.ts';
import { NotFound } from './errors.ts';
import type { Helpdesk } from './helpdesk.ts';
import { isSame, isStripped } from './written.ts';

/** One text that a fix changes, and how the live one compares: as it was drafted from, as it is meant, or otherwise. */
export interface Place {
  articleId: string;
  locale: string;
  after: Text;
  live: Article | null;
  stands: 'base' | 'target' | 'other' | 'gone';
}

/** Every text of a fix of articles that stand, read live now: its own first, then those that state the same fact. */
export async function readPlaces(helpdesk: Helpdesk, fix: StoredFix, articleId: string): Promise<Place[]> {
  const own = { articleId, locale: fix.locale, baseHash: fix.baseHash, title: fix.title, bodyHtml: fix.bodyHtml };
  const places: Place[] = [];
  for (const { articleId: id, locale, baseHash, title, bodyHtml } of [own, ...(fix.also ?? [])]) {
    const live = await readOrNull(helpdesk, id, locale);
    const after = { title, bodyHtml };
    const isThere = live !== null && fix.kind !== 'terms' && isSame(live, after);
    const otherwise = live && hashOf(live) === baseHash ? 'base' : 'other';
    places.push({
      articleId: id,
      locale,
      after,
      live,
      stands: live === null ? 'gone' : isThere ? 'target' : otherwise,
    });
  }
  return places;
}

/** The ids of the articles that a fix changes; none for a new one. */
export function articlesOf(fix: StoredFix): string[] {
  return [...(fix.articleId === null ? [] : [fix.articleId]), ...(fix.also ?? []).map((other) => other.articleId)];
}

/** The live article, null where it is gone. */
export async function readOrNull(helpdesk: Helpdesk, id: string, locale: string): Promise<Article | null> {
  try {
    return await helpdesk.readArticle(id, locale);
  } catch (error) {
    if (error instanceof NotFound) return null;
    throw error;
  }
}

/** Every text that a publication wrote, or was about to. */
export function textsOf(publication: Publication): WrittenText[] {
  const { articleId, locale, before, after, also = [] } = publication;
  return [...(articleId === null ? [] : [{ articleId, locale, before, after }]), ...also];
}

/**
 * Puts back what a publication has written so far: a text that reads as we wrote it gets its snapshot, or is archived where
 * it was new. One that a person edited since is left as it is. Done again it changes nothing.
 */
export async function putBack(helpdesk: Helpdesk, publication: Publication): Promise<void> {
  for (const { articleId, locale, before, after } of textsOf(publication)) {
    const live = await readOrNull(helpdesk, articleId, locale);
    const isAsBefore = before !== null && live !== null && isSame(live, before);
    if (live === null || isAsBefore || !(isSame(live, after) || isStripped(live, after))) continue;
    if (before) await helpdesk.writeArticle(articleId, locale, before);
    else await helpdesk.archiveArticle(articleId);
  }
}

/** The hash of a text, by which it is known whether it changed. */
export function hashOf(text: Text): string {
  return hashText(`${text.title}\u0000${text.bodyHtml}`);
}
