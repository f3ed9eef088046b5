import type { Article, StoredFix } from '../../../shared/index.ts';
import { inEnglish } from '../../../shared/said/english.ts';
import { plainText } from '../../../worker/core/html/plain.ts';

/** What a person strikes out of a draft without thinking twice. */
const STRUCK: readonly RegExp[] = [
  /…|https?:/,
  /\b(?:I|me|my|you are|sorry|thanks?|thank you|cheers|regards|hope|happy to|good question|sure|tell me)\b/i,
  /\bwe (?:will|have|can|are)\b|\bour (?:help center|side|developers)\b|\b(?:this|the|an) article\b/i,
  /^(?:yes|no|not yet)\b/i,
  /\?$/,
];
const FEWEST_WORDS = 4;

/** Statements that must be left for an article, and the share of them that may stand elsewhere already. */
const FEWEST_STATEMENTS = 4;
const KNOWN_SHARE = 0.5;
const KNOWN_WORDS_SHARE = 0.8;

/** A reviewer's wording of a draft: the lines that stand, under the name most customers gave it. */
export interface Edited {
  title: string;
  bodyHtml: string;
}

/** The draft of a new article with what does not belong struck out; null where too little is left to publish. */
export function struckOut(fix: StoredFix, subjects: string[]): Edited | null {
  const refused = fix.gates.filter((gate) => !gate.isPassed).map((gate) => inEnglish(gate.detail));
  const lines = linesOf(fix).filter(
    (line) => stands(line.text) && !refused.some((detail) => detail.startsWith(line.text)),
  );
  if (lines.length < FEWEST_STATEMENTS) return null;
  return { title: commonest(subjects) ?? fix.title, bodyHtml: `<ul>${lines.map(({ html }) => html).join('')}</ul>` };
}

/** The article that says most of a draft already, else null. */
export function articleWithTheSame(fix: StoredFix, articles: Article[]): Article | null {
  const lines = linesOf(fix).filter(({ text }) => stands(text));
  const shares = articles.map((article) => {
    const held = new Set(wordsOf(plainText(article.bodyHtml)));
    const known = lines.filter(({ text }) => {
      const words = wordsOf(text);
      return words.filter((word) => held.has(word)).length >= KNOWN_WORDS_SHARE * words.length;
    });
    return { article, share: lines.length === 0 ? 0 : known.length / lines.length };
  });
  const most = shares.toSorted((a, b) => b.share - a.share)[0];
  return most && most.share >= KNOWN_SHARE ? most.article : null;
}

function linesOf(fix: StoredFix): { html: string; text: string }[] {
  return (fix.bodyHtml.match(/<li>.*?<\/li>/gs) ?? []).map((html) => ({ html, text: plainText(html) }));
}

function stands(text: string): boolean {
  return text.split(/\s+/).length >= FEWEST_WORDS && !STRUCK.some((pattern) => pattern.test(text));
}

function commonest(subjects: string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const subject of subjects) counts.set(subject, (counts.get(subject) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || a[0].length - b[0].length)[0]?.[0];
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? [];
