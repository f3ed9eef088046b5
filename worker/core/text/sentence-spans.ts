/** Where a sentence stands in its text. */
export interface SentenceSpan {
  start: number;
  end: number;
}

/**
 * Abbreviations before which a period ends no sentence, of the languages that the product reads. Single letters and
 * tokens with a period inside ("e.g.", "z.B.", "p. ej.") are told by their form and stand in no list.
 */
const ABBREVIATIONS: ReadonlySet<string> = new Set(
  (
    'dr mr mrs ms prof st no nr vs etc approx inc ltd co dept fig ext max min jan feb mar apr jun jul aug sep sept oct nov dec ' +
    'bzw ca evtl ggf inkl usw vgl zzgl abs bspw std str hr fr tel mind ' +
    'mme mlle art env réf éd sr sra srta ud uds pág núm ej aprox dra tfno exmo pag'
  ).split(' '),
);
/** A number that counts days, in a language that writes a period behind it ("am 3. Mai"). */
const ORDINAL = /(?:^|[\s(])(?:am|vom|zum|bis|der|die|das|den|dem|des|im|ab|seit) \d{1,2}\.$/i;
const STEP_NUMBER = /(?:^|\n|[.!?:;]\s|[)\]]\s)\s*[("]?\d{1,2}\.$/;
const LAST_TOKEN = /(?:^|[\s("'“‘«¿¡[])([^\s("'“‘«¿¡[]{1,14})\.$/u;
const PREVIOUS_WORD = /(?<![\p{L}\p{M}])([\p{L}\p{M}]{1,64})[\s\u2060]{1,8}\S{1,14}\.$/u;

const END =
  /[.?!]+["'”’)\]»\u2060]*(?=\s)|[.?!]+["'”’)\]»\u2060]*$|[。！？]+[」』）"'”’)]*|\n(?=\s?\n|\s{0,200}(?:[-*•]|\d{1,9}[.)]|\n|["'“‘<…]{0,20}\p{Lu}))/gu;
const UPPER_NEXT = /^[\s\u2060]+(?:["'“‘«(¿¡<…[]["'“‘«(¿¡<…[\u2060]{0,8})?[\p{Lu}\p{Lo}\p{N}<…]/u;
const LOWER_NEXT = /^[\s\u2060]+(?:["'“‘«(¿¡]["'“‘«(¿¡\u2060]{0,8})?\p{Ll}/u;
/** The number or sign of a list's item is none of its words. */
const MARKER = /^(?:\d{1,2}[.)]|[-*•])\s+/;
/** A sentence that begins small follows one of this many letters at least; shorter ends are abbreviations. */
const MIN_LAST_WORD = 4;

/**
 * The sentences of a text, whatever their length: split at . ? ! and their Asian forms, at lines that begin a list, a
 * paragraph or with a capital. No end are periods of abbreviations, initials, numbered steps, versions, addresses and file
 * names; "…" stands for something left out and ends none. What begins in small letters is a sentence behind ? and !, and
 * behind a period that follows a whole word. Spans hold no white space
 * at their ends and no marks of a list. Linear.
 */
export function sentenceSpans(text: string): SentenceSpan[] {
  const spans: SentenceSpan[] = [];
  let from = 0;
  const push = (end: number): void => {
    let start = from;
    let stop = end;
    while (start < stop && /\s/.test(text.charAt(start))) start++;
    while (stop > start && /\s/.test(text.charAt(stop - 1))) stop--;
    const marker = MARKER.exec(text.slice(start, Math.min(stop, start + 8)));
    if (marker && start + marker[0].length < stop) start += marker[0].length;
    from = end;
    if (stop > start) spans.push({ start, end: stop });
  };
  for (const match of text.matchAll(END)) {
    const end = match.index + match[0].length;
    if (match[0] === '\n' || /^[。！？]/.test(match[0]) || isEnd(text, match[0], match.index, end, from)) push(end);
  }
  push(text.length);
  return spans;
}

function isEnd(text: string, mark: string, at: number, end: number, from: number): boolean {
  const next = text.slice(end, end + 24);
  if (next.trim() === '') return true;
  const isUpper = UPPER_NEXT.test(next);
  if (!mark.startsWith('.') || mark.startsWith('..')) return isUpper || (/[?!]/.test(mark) && LOWER_NEXT.test(next));
  const before = text.slice(Math.max(from, at - 40), at + 1);
  if (STEP_NUMBER.test(before) || (isUpper && ORDINAL.test(before))) return false;
  const token = LAST_TOKEN.exec(before)?.[1] ?? '';
  if (isAbbreviated(token, before)) return false;
  if (isUpper) return true;
  return LOWER_NEXT.test(next) && /^\p{Ll}+$/u.test(token) && token.length >= MIN_LAST_WORD;
}

/** A letter alone is an initial, unless it names something after a small word ("choose option B. Then"). */
function isAbbreviated(token: string, before: string): boolean {
  if (/^\p{L}$/u.test(token)) {
    const previous = PREVIOUS_WORD.exec(before)?.[1] ?? '';
    return !(/^\p{Lu}$/u.test(token) && /^\p{Ll}{3,}$/u.test(previous));
  }
  if (/^(?:\p{L}{1,2}\.){1,3}\p{L}{1,2}$/u.test(token)) return true;
  return ABBREVIATIONS.has(token.toLowerCase());
}

/** The sentences of a text as they stand, those without a letter or digit left out. */
export function sentenceTexts(text: string): string[] {
  return sentenceSpans(text)
    .map(({ start, end }) => text.slice(start, end))
    .filter((sentence) => /[\p{L}\p{N}]/u.test(sentence));
}
