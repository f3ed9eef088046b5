import { cuesIn } from './cues.ts';
import type { Known } from './known.ts';
import { REDACTED } from './mark.ts';
import type { Reading } from './recognizer.ts';
import { namedAgain } from './recognizers/person/named-again.ts';
import { RECOGNIZERS } from './registry.ts';
import { foldText, shadowOf, visible } from './shadow.ts';
import { type Kind, mergeSpans, type Span } from './span.ts';
import { tokensOf } from './tokens.ts';

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
  const kept = keptSpans(text, keep);
  const isKept = (span: Span) =>
    KEEPABLE.has(span.kind) && kept.some((place) => place.start <= span.start && place.end >= span.end);
  const tokens = tokensOf(text);
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

function keptSpans(text: string, keep: ReadonlySet<string>): { start: number; end: number }[] {
  const lower = text.toLowerCase();
  const places: { start: number; end: number }[] = [];
  for (const word of keep) {
    for (let at = lower.indexOf(word); at >= 0; at = lower.indexOf(word, at + word.length)) {
      const end = at + word.length;
      if (!/[\p{L}\p{N}]/u.test(lower[at - 1] ?? '') && !/[\p{L}\p{N}]/u.test(lower[end] ?? ''))
        places.push({ start: at, end });
    }
  }
  return places;
}
