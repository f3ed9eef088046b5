import type { Fix } from '../../../../shared/fix.ts';
import type { StoredFix } from '../../../../shared/gap.ts';
import { hashText } from '../../text/hash.ts';

/** The hash of all that a fix would write, by which a decision names what was shown. */
export function patchHashOf(
  fix: Pick<Fix, 'kind' | 'articleId' | 'title' | 'bodyHtml' | 'terms'> & Pick<StoredFix, 'also' | 'macros'>,
): string {
  const { kind, articleId, title, bodyHtml, terms, also = [], macros = [] } = fix;
  const others = also.map((other) => [other.articleId, other.locale, other.title, other.bodyHtml]);
  const replies = macros.map((macro) => [macro.macroId, macro.isHtml, macro.title, macro.bodyHtml]);
  const more = [others, replies].slice(0, replies.length > 0 ? 2 : Number(others.length > 0));
  return hashText(JSON.stringify([kind, articleId, title, bodyHtml, terms, ...more]));
}
