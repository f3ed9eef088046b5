import type { RewordRefusal } from '../../../shared/advice.ts';
import type { StoredFix } from '../../../shared/gap.ts';
import { ALLOWED_TAGS, sanitizeArticle } from '../html/sanitize.ts';
import { NOBODY } from '../redact/known.ts';
import { escapeText } from '../text/escape.ts';
import { checkContent } from './check-content.ts';
import { tagsIn } from './kept.ts';
import { problemsOf } from './kinds.ts';

/** Names are not known here: numbers and addresses are found all the same. */
/**
 * A person's wording of a whole proposal as it may be stored, or what the content rules refuse of it. They are those of a
 * draft but for two: no quote has to bear it and it may change much of the article, for both of which the person stands. A
 * new article is put into the form that the sanitizer writes, where it holds nothing that the sanitizer would take out.
 */
export function personsWording(
  fix: Pick<StoredFix, 'kind' | 'baseHtml' | 'evidence' | 'title'>,
  next: { title: string; bodyHtml: string },
): { title: string; bodyHtml: string } | { refused: RewordRefusal[] } {
  const { baseHtml, evidence } = fix;
  const isAllowed = [...tagsIn(next.bodyHtml).keys()].every((tag) => ALLOWED_TAGS.has(tag));
  const bodyHtml = baseHtml === null && isAllowed ? sanitizeArticle(next.bodyHtml) : next.bodyHtml;
  const rules = (base: string | null, nextHtml: string) =>
    problemsOf(
      fix.kind,
      [],
      checkContent({ baseHtml: base, nextHtml, quotes: evidence, knownNames: NOBODY }).problems,
    ).map(({ rule }) => rule);
  const titled = next.title === fix.title ? [] : rules(null, `<p>${escapeText(next.title)}</p>`);
  const found = [...rules(baseHtml, bodyHtml), ...titled.filter((rule) => rule !== 'markup')];
  const refused = [...new Set(found)].flatMap((rule) =>
    rule === 'ungrounded' || rule === 'too_much_changed' ? [] : [rule],
  );
  return refused.length > 0 ? { refused } : { title: next.title, bodyHtml };
}
