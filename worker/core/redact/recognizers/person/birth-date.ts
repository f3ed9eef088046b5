import type { Recognizer } from '../../recognizer.ts';
import type { Span } from '../../span.ts';

const DATE =
  /\d{1,2}[-. /]\p{L}{3,9}[-. /]\d{2,4}|\d{1,4}[-/. ]{1,2}\d{1,2}[-/. ]{1,2}\d{1,4}|(?:the\s)?\d{1,2}(?:st|nd|rd|th|er|\.|º)?\s(?:of\s|de\s|di\s|d'\s?)?\p{L}{3,12}\.?,?\s(?:de\s|del\s)?\d{2,4}|\p{L}{3,12}\.?\s\d{1,2}(?:st|nd|rd|th)?,?\s\d{2,4}|\d{4}\s?[年년]\s?\d{1,2}\s?[月월]\s?\d{1,2}\s?[日일]?|\d{8}/gu;
const REACH_CHARS = 48;

/** A date behind the word of a birth, or right before it ("14.02.1986 geboren", "1986年2月14日生まれ"). */
export const birthDate: Recognizer = {
  name: 'birth_date',
  kind: 'birth_date',
  countries: [],
  covers: 'dates of birth beside their word',
  find({ text, cues }) {
    return cues.of('births').flatMap((cue): Span[] => {
      const after = text.slice(cue.end, cue.end + REACH_CHARS);
      const stop = /[!?;\n]|(?<!\d)\.\s{1,3}(?=\p{Lu})/u.exec(after)?.index ?? after.length;
      for (const match of after.slice(0, stop).matchAll(DATE)) {
        const start = cue.end + match.index;
        return [{ start, end: start + match[0].length, kind: 'birth_date' }];
      }
      const before = text.slice(Math.max(0, cue.start - REACH_CHARS), cue.start);
      const last = [...before.matchAll(DATE)].at(-1);
      if (!last || /[^\s,)に]/.test(before.slice(last.index + last[0].length))) return [];
      const start = cue.start - before.length + last.index;
      return [{ start, end: start + last[0].length, kind: 'birth_date' }];
    });
  },
};
