import type { Cue, CueField } from './cue.ts';

/** Scripts whose words are not set apart by blanks: a phrase is looked for as it stands. */
const UNSPACED =
  /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}\p{M}ー〒 a-z.-]*[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}〒]/u;
const HAS_UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}〒]/u;

/** A phrase of such a script. */
export interface Run {
  phrase: string;
  field: CueField;
  code: string;
}

export const isUnspaced = (phrase: string): boolean => UNSPACED.test(phrase);

/** Fields whose Korean phrases begin a word; titles and endings of sentences stand at its end. */
const BEGINS_WORD: ReadonlySet<CueField> = new Set<CueField>([
  'health',
  'kin',
  'persons',
  'named',
  'am',
  'asks',
  'ill',
]);

/**
 * A reader that finds these phrases in a text, in one pass. A phrase inside of a longer word of `stops` is none ("其他" holds
 * "他").
 */
export function unspacedCues(runs: readonly Run[], stops: readonly string[]): (text: string) => Cue[] {
  const bySign = new Map<string, Run[]>();
  for (const run of runs) bySign.set(run.phrase[0]!, [...(bySign.get(run.phrase[0]!) ?? []), run]);
  const words = new Map<string, string[]>();
  for (const stop of stops) if (HAS_UNSPACED.test(stop)) words.set(stop[0]!, [...(words.get(stop[0]!) ?? []), stop]);
  return (text) => {
    if (!HAS_UNSPACED.test(text)) return [];
    const lower = text.toLowerCase();
    const found: Cue[] = [];
    let [wordStart, wordEnd] = [0, 0];
    for (let at = 0; at < lower.length; at++) {
      const longest = Math.max(
        0,
        ...(words.get(lower[at]!) ?? []).map((word) => (lower.startsWith(word, at) ? word.length : 0)),
      );
      if (at + longest > wordEnd) [wordStart, wordEnd] = [at, at + longest];
      for (const { phrase, field, code } of bySign.get(lower[at]!) ?? []) {
        if (!lower.startsWith(phrase, at)) continue;
        const end = at + phrase.length;
        const isInside = at >= wordStart && end <= wordEnd && end - at < wordEnd - wordStart;
        if (isInside || (code === 'ko' && BEGINS_WORD.has(field) && isWithinHangul(lower, at, end))) continue;
        found.push({ field, code, start: at, end, words: 0 });
      }
    }
    return found;
  };
}

/** Korean sets words apart, but for endings: a phrase begins its word, and one sign alone has an ending behind it or nothing. */
const isWithinHangul = (text: string, start: number, end: number): boolean =>
  HANGUL.test(text[start - 1] ?? '') ||
  (end - start === 1 && HANGUL.test(text[end] ?? '') && !/[은는이가을를의에도과와만로]/u.test(text[end]!));
const HANGUL = /\p{sc=Hangul}/u;
