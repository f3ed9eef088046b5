import { diffWordsWithSpace } from 'diff';
import type { ContentRule } from '../../../shared/fix.ts';
import { asWritten, type Said, say } from '../../../shared/said/said.ts';
import { linksAndImages } from '../html/normalize.ts';
import { plainText } from '../html/plain.ts';
import { ALLOWED_TAGS, sanitizeArticle } from '../html/sanitize.ts';
import { hasRedactionMark } from '../redact/mark.ts';
import { type Known, redact } from '../redact/redact.ts';
import { advice } from './advice.ts';
import { grounding } from './grounding.ts';
import { keptParts, tagsIn } from './kept.ts';

export type { ContentRule };

export interface ContentProblem {
  rule: ContentRule;
  detail: Said;
}

/** Share of the base body's characters a patch may change. Own choice: a small change can be read whole by who approves it. */
export const MAX_CHANGE_SHARE = 0.2;

/** Characters a patch may change, added and removed together. Own choice: a small change can be read whole by who approves it. */
export const MAX_CHANGED_CHARS = 1_500;

/** New lines that are looked at one by one for personal data, so that each is named; of more the whole is. Own choice. */
const MAX_LINES_ALONE = 200;

const MAX_DETAIL_CHARS = 160;

/**
 * Whether a proposed body may stand, judged by code alone. `baseHtml` is null for a new article; `quotes` are the agents'
 * words that support it. What was in the base already is never a problem; what is new must bring no address, no
 * personal data, no placeholder nor mark of a redaction, no command or unsafe advice, no promise, no markup outside of the allowed, must lose
 * no heading, warning, table, image or link, stay small, and stand sentence by sentence in one quote.
 */
export function checkContent(input: {
  baseHtml: string | null;
  nextHtml: string;
  quotes: readonly { quote: string }[];
  knownNames: Known;
}): { ok: boolean; problems: ContentProblem[] } {
  const { baseHtml, nextHtml, quotes, knownNames } = input;
  const problems: ContentProblem[] = [];
  const add = (rule: ContentRule, detail: Said) => problems.push({ rule, detail });
  const quote = (rule: ContentRule, text: string) => add(rule, asWritten(text.slice(0, MAX_DETAIL_CHARS)));
  const base = plainText(baseHtml ?? '');
  const next = plainText(nextHtml);
  if (next.trim() === '') add('empty', say('detail.noText'));

  const linked = new Set(linksAndImages(baseHtml ?? ''));
  for (const address of linksAndImages(nextHtml)) if (!linked.has(address)) quote('new_link', address);

  const added = addedLines(base, next);
  for (const text of added.length > MAX_LINES_ALONE ? [added.join('\n')] : added) {
    const found = redact(text, knownNames);
    if (found.kinds.length > 0) quote('personal_data', found.kinds.join(', '));
  }
  for (const line of added) if (hasRedactionMark(line)) quote('placeholder', line);
  for (const brace of nextHtml.match(PLACEHOLDERS) ?? [])
    if (!(baseHtml ?? '').includes(brace)) quote('placeholder', brace);
  for (const { rule, detail } of added.flatMap(advice)) quote(rule, detail);

  const tags = tagsIn(baseHtml ?? '');
  if (baseHtml === null && sanitizeArticle(nextHtml) !== nextHtml) add('markup', say('detail.form'));
  for (const [tag, count] of tagsIn(nextHtml)) {
    if (count > (tags.get(tag) ?? 0) && !(ALLOWED_TAGS.has(tag) && tag !== 'a')) quote('markup', tag);
  }

  if (baseHtml !== null) {
    for (const lost of keptParts(baseHtml, nextHtml, MAX_DETAIL_CHARS)) add('lost_part', lost);
    const changed = changedChars(base, next);
    if (changed > MAX_CHANGED_CHARS || changed > MAX_CHANGE_SHARE * base.length) {
      add('too_much_changed', say('detail.changed', { count: changed, others: base.length }));
    }
  }
  for (const sentence of grounding(baseHtml, nextHtml, quotes)) quote('ungrounded', sentence);
  return { ok: problems.length === 0, problems };
}

const PLACEHOLDERS = /\{\{[^}]{0,200}(?:\}\})?|\{%[^%]{0,200}(?:%\})?|\$\{[^}]{0,100}\}?|<%[^%]{0,100}(?:%>)?/g;

function addedLines(base: string, next: string): string[] {
  const stood = new Set(base.split('\n').map((line) => line.trim()));
  return next.split('\n').filter((line) => line.trim() !== '' && !stood.has(line.trim()));
}

/** Characters added and removed between two texts, by words. More changed words than characters may change: all of both count. */
function changedChars(base: string, next: string): number {
  const parts = diffWordsWithSpace(base, next, { maxEditLength: MAX_CHANGED_CHARS });
  if (!parts) return base.length + next.length;
  return parts.reduce((sum, part) => sum + (part.added || part.removed ? part.value.length : 0), 0);
}
