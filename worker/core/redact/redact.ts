import { cuesIn } from './cues.ts';
import type { Known } from './known.ts';
import { REDACTED } from './mark.ts';
import type { Reading } from './recognizer.ts';
import { namedAgain } from './recognizers/person/named-again.ts';
import { RECOGNIZERS } from './registry.ts';
import { foldText, shadowOf, visible } from './shadow.ts';
import { type Kind, mergeSpans, type Span } from './span.ts';
import { type Token, tokensOf } from './tokens.ts';

export type { Known } from './known.ts';

export { REDACTED };

/**
 * The text with each span of personal data or secret as `…`, and the kinds that were found. What is around the spans
 * stays as it was, but for characters that show nothing, which are dropped. Obfuscated forms (invisible characters,
 * full width, other digits, entities, spelled or spaced digits, "at … dot …") count as what they stand for. In doubt it
 * redacts. Applied twice it changes nothing the second time. Linear in the length of the text; never throws.
 */
export function redact(text: string, known: Known): { text: string; kinds: string[] } {
  const shadow = shadowOf(text);
  const spans = mergeSpans(spansIn(shadow.text, known));
  const kinds = new Set<Kind>();
  let out = '';
  let from = 0;
  for (const span of spans) {
    const start = shadow.starts[span.start]!;
    const end = shadow.ends[span.end - 1]!;
    if (start < from) {
      from = Math.max(from, end);
      continue;
    }
    kinds.add(span.kind);
    out += visible(text.slice(from, start)) + REDACTED;
    from = end;
  }
  return { text: out + visible(text.slice(from)), kinds: [...kinds].sort() };
}

function spansIn(text: string, known: Known): Span[] {
  const keep = new Set(
    (known.keep ?? []).map((word) => foldText(word).trim().toLowerCase()).filter((word) => word !== ''),
  );
  const tokens = tokensOf(text);
  const kept = keptSpans(text, tokens, keep);
  const isKept = (span: Span) => !span.isStated && KEEPABLE.has(span.kind) && isWithin(kept, span);
  const reading: Reading = { text, tokens, cues: cuesIn(text, tokens), known, keep };
  const found = RECOGNIZERS.flatMap((recognizer) => recognizer.find(reading)).filter((span) => !isKept(span));
  const again = namedAgain(reading, found.filter(isPerson)).filter((span) => !isKept(span));
  return [...found, ...again].filter((span) => /[\p{L}\p{N}]/u.test(text.slice(span.start, span.end)));
}

const isPerson = ({ kind }: Span): boolean => kind === 'name';

/** Kinds that a word to be kept outweighs. Addresses of mail, numbers of cards and secrets it never does. */
const KEEPABLE: ReadonlySet<Kind> = new Set([
  'name',
  'organization',
  'signature',
  'handle',
  'address',
  'ip',
  'phone',
  'national_id',
]);

/** Where words to be kept stand, in order: each begins at a word, so it is looked for there alone. */
function keptSpans(
  text: string,
  tokens: readonly Token[],
  keep: ReadonlySet<string>,
): { start: number; end: number }[] {
  if (keep.size === 0) return [];
  const byFirst = new Map<string, string[]>();
  for (const word of keep) {
    const first = tokensOf(word)[0];
    if (first?.start === 0) byFirst.set(first.lower, [...(byFirst.get(first.lower) ?? []), word]);
  }
  const lower = text.toLowerCase();
  return tokens.flatMap(({ lower: first, start }) =>
    (byFirst.get(first) ?? [])
      .filter((word) => lower.startsWith(word, start) && !/[\p{L}\p{N}]/u.test(lower[start + word.length] ?? ''))
      .map((word) => ({ start, end: start + word.length })),
  );
}

/** Words of a phrase to be kept that a span may begin behind the first of. */
const MAX_PHRASE_WORDS = 8;

function isWithin(places: readonly { start: number; end: number }[], span: Span): boolean {
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (places[middle]!.start <= span.start) low = middle + 1;
    else high = middle;
  }
  return places.slice(Math.max(0, low - MAX_PHRASE_WORDS), low).some((place) => place.end >= span.end);
}
