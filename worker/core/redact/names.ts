import { fold, foldText } from './shadow.ts';
import type { Kind, Span } from './span.ts';
import { WORDLIKE_NAMES } from './words.ts';

interface Token {
  text: string;
  lower: string;
  start: number;
  end: number;
}

const TOKEN = /[\p{L}\p{M}\p{N}]+/gu;
const MIN_PART_LETTERS = 3;
const NO_SPACES = /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}\u30fc・]+$/u;
const LEGAL_FORM =
  /(?<![\s,])[\s,]{1,4}(?:inc|llc|ltd|limited|gmbh|ag|kg|se|corp|corporation|co|company|plc|sa|sas|sarl|srl|spa|bv|nv|oy|ab|as|pty|kk|group|holding)\.?$/i;

interface Lookup {
  kind: Kind;
  /** Token sequences by their first token. `isWord`: counts only where written as a name. */
  byFirst: Map<string, { tokens: string[]; isWord: boolean }[]>;
  signs: string[];
}

/**
 * Every occurrence of the names that the helpdesk states: whole, in part (three letters or more), with a possessive, in
 * any case and with any accents. Parts that are words too ("Will", "Page") count only where they stand as a name.
 */
export function knownNameSpans(text: string, names: readonly string[], organizations: readonly string[]): Span[] {
  const tokens = tokensOf(text);
  const lower = text.toLowerCase();
  return [
    ...occurrences(text, lower, tokens, lookupOf('name', names, true)),
    ...occurrences(text, lower, tokens, lookupOf('organization', organizations, false)),
  ];
}

/** The words of a text with their places. */
export function tokensOf(text: string): Token[] {
  return Array.from(text.matchAll(TOKEN), (match) => ({
    text: match[0],
    lower: match[0].toLowerCase(),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

function lookupOf(kind: Kind, names: readonly string[], hasParts: boolean): Lookup {
  const lookup: Lookup = { kind, byFirst: new Map(), signs: [] };
  const seen = new Set<string>();
  const add = (tokens: string[], isWord: boolean) => {
    const key = tokens.join(' ');
    if (tokens.length === 0 || seen.has(key)) return;
    seen.add(key);
    const list = lookup.byFirst.get(tokens[0]!) ?? [];
    list.push({ tokens, isWord });
    lookup.byFirst.set(tokens[0]!, list);
  };
  for (const name of names) {
    const folded = [...foldText(name.trim())].map(fold).join('').toLowerCase();
    const variants = hasParts ? [folded] : [folded, folded.replace(LEGAL_FORM, '')];
    for (const variant of variants) {
      const tokens = tokensOf(variant).map((token) => token.lower);
      if (tokens.join('').length < 2) continue;
      if (NO_SPACES.test(tokens.join(''))) {
        lookup.signs.push(variant, ...(hasParts ? tokens.filter((token) => token.length >= 2) : []));
        continue;
      }
      const isShort = tokens.length === 1 && (tokens[0]!.length < MIN_PART_LETTERS || WORDLIKE_NAMES.has(tokens[0]!));
      add(tokens, isShort);
      if (!hasParts) continue;
      if (tokens.length > 1) add([...tokens].reverse(), false);
      for (const part of tokens)
        if (part.length >= MIN_PART_LETTERS && !/^\d+$/.test(part)) add([part], WORDLIKE_NAMES.has(part));
    }
  }
  return lookup;
}

function occurrences(text: string, lower: string, tokens: readonly Token[], lookup: Lookup): Span[] {
  const spans: Span[] = [];
  if (lookup.byFirst.size > 0) {
    tokens.forEach((token, at) => {
      for (const { tokens: name, isWord } of lookup.byFirst.get(token.lower) ?? []) {
        if (!name.every((part, offset) => tokens[at + offset]?.lower === part)) continue;
        const last = tokens[at + name.length - 1]!;
        if (last.end - token.start > name.join(' ').length + 8) continue;
        if (!isWord || isWrittenAsName(text, token, last))
          spans.push({ start: token.start, end: last.end, kind: lookup.kind });
      }
    });
  }
  for (const sign of new Set(lookup.signs)) {
    for (let at = lower.indexOf(sign); at >= 0; at = lower.indexOf(sign, at + sign.length)) {
      spans.push({ start: at, end: at + sign.length, kind: lookup.kind });
    }
  }
  return spans;
}

/** A capital where no sentence begins, or alone between a greeting, a line's beginning and a comma or a line's end. */
export function isWrittenAsName(text: string, first: Token, last: Token): boolean {
  if (!/^\p{Lu}|^\p{Lo}/u.test(first.text)) return false;
  const before = text.slice(Math.max(0, first.start - 30), first.start);
  const after = text.slice(last.end, last.end + 12);
  const startsSentence = /(?:^|[.!?:>•*\n-]["'(*\s]*)\s*$/.test(before);
  const standsAlone = /^(?:'s\b|\s*[,!.]?\s*(?:\n|$))/.test(after) && /(?:^|\n)[\s*-]*$/.test(before);
  const isGreeted =
    /\b(?:hi|hello|hey|dear|thanks|thank you|regards|cheers|hallo|liebe[rs]?|hola|bonjour|olá|ola|from|with|by|cc|contact|ask|agent|mr|mrs|ms|dr)[,.:]?\s{1,3}$/i.test(
      before,
    );
  return (
    isGreeted ||
    standsAlone ||
    (!startsSentence && /(?:^|[\s("'])$/.test(before) && !/^\s?[>→›»]/.test(after) && !/[>→›»]\s?$/.test(before))
  );
}
