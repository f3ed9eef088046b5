import { advice } from '../gates/advice.ts';
import { linksAndImages } from '../html/normalize.ts';
import { NOBODY } from '../redact/known.ts';
import { redact } from '../redact/redact.ts';

/** Longest sentence that may stand, in characters, and how much longer than the original it may be. */
export const MAX_STATEMENT_CHARS = 600;
const MAX_GROWTH = 2;
const GROWTH_ALLOWANCE_CHARS = 40;

const PLAIN_SIGNS = /[\p{L}\p{M}\p{N} .,;:!?'"’‘“”()–—\-/%&$€£¥+#…>→]/u;
const HOST_LIKE = /[\p{L}\p{N}][\p{L}\p{N}-]{0,62}(?:\.[\p{L}\p{N}-]{2,63}){1,6}/gu;
/**
 * Why the form of a sentence is not that of a plain statement, null where it is: too long, signs of markup or of nothing
 * that shows, an address, personal data, advice that no article gives, a slot or a question more or less.
 */
export function badForm(said: string, original: string): string | null {
  if (said.length > MAX_STATEMENT_CHARS || said.length > original.length * MAX_GROWTH + GROWTH_ALLOWANCE_CHARS)
    return 'too long';
  for (const sign of said) if (!PLAIN_SIGNS.test(sign) && !original.includes(sign)) return 'a sign of markup or code';
  const shown = new Set(hostsIn(original));
  if (hostsIn(said).some((host) => !shown.has(host))) return 'an address';
  if (redact(said, NOBODY).kinds.length > 0) return 'personal data';
  const known = new Set(advice(original).map(({ rule }) => rule));
  const bad = advice(said).find(({ rule }) => !known.has(rule));
  if (bad) return bad.rule;
  if (slots(said) !== slots(original)) return 'a slot more or less';
  if (isQuestion(said) !== isQuestion(original)) return 'a question more or less';
  return null;
}

/** Addresses and what a mail program or a browser would make one. */
function hostsIn(text: string): string[] {
  const escaped = text.replaceAll('<', '&lt;');
  return [
    ...linksAndImages(escaped),
    ...(text.toLowerCase().match(HOST_LIKE) ?? []),
    ...(text.match(/:\/\/|@/g) ?? []),
  ];
}

const slots = (text: string): number => text.split('…').length;
const isQuestion = (text: string): boolean => /[?？]/.test(text);
