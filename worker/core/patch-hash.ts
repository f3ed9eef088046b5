import type { Fix } from '../../shared/fix.ts';
import type { StoredFix } from '../../shared/gap.ts';
import { hashText } from './hash.ts';

/** The hash of all that a fix would write, by which a decision names what was shown. */
export function patchHashOf(
  fix: Pick<Fix, 'kind' | 'articleId' | 'title' | 'bodyHtml' | 'terms'> & Pick<StoredFix, 'also'>,
): string {
  const { kind, articleId, title, bodyHtml, terms, also = [] } = fix;
  const others = also.map((other) => [other.articleId, other.locale, other.title, other.bodyHtml]);
  return hashText(JSON.stringify([kind, articleId, title, bodyHtml, terms, ...(others.length > 0 ? [others] : [])]));
}
