import { firstBehind, lastBefore } from '../../cues.ts';
import type { Recognizer } from '../../recognizer.ts';
import type { Span } from '../../span.ts';

/** Characters between a person and a condition that is that person's. */
const REACH_CHARS = 40;
const ENDS = /(?<!\d)\.|[!?;\n。！？]/u;
/** What a condition is only the topic of: a feature, a rule, a form. */
const TOPIC =
  /^[- ](?:leave|policy|policies|form|forms|field|tracker|app|module|report|page|category|centre|center|club|fund|charity|study|template|option|tag|code|certificate|benefits?|cover|insurance|awareness|day|month|campaign|badge|icon|calculator)(?!\p{L})/iu;
const MAX_WORDS = 3;

/** Conditions and treatments beside the person who has them, and whatever stands behind "diagnosed with". */
export const health: Recognizer = {
  name: 'health',
  kind: 'health',
  countries: [],
  covers: "a person's illness, condition or treatment beside a word that says whose it is",
  find({ text, cues }) {
    const people = cues.of('persons', 'kin', 'titles', 'named');
    const ill = cues.of('ill');
    const spans: Span[] = [];
    for (const cue of cues.of('health')) {
      if (TOPIC.test(text.slice(cue.end, cue.end + 16))) continue;
      const told = lastBefore(ill, cue.start);
      const [before, behind] = [lastBefore(people, cue.start), firstBehind(people, cue.end)];
      if (
        (told && cue.start - told.end <= REACH_CHARS) ||
        (before && isBeside(text, before.end, cue.start)) ||
        (behind && isBeside(text, cue.end, behind.start))
      )
        spans.push({ start: cue.start, end: cue.end, kind: 'health' });
    }
    for (const cue of ill) {
      if (cue.words === 1) continue;
      const who = lastBefore(people, cue.start);
      if (!who || !isSameSentence(text, who.end, cue.start)) continue;
      const rest = text.slice(cue.end, cue.end + 60);
      let end = 0;
      for (const match of rest.matchAll(/[ ,:]{0,2}[\p{L}\p{N}'-]{2,24}/gu)) {
        const word = match[0].trim().toLowerCase();
        if (match.index !== end || spans.length > 500 || (end > 0 && cues.isStop(word)) || match.index > 50) break;
        end = match.index + match[0].length;
        if (match[0].split(/\s/).length > MAX_WORDS || rest.slice(0, end).trim().split(/\s+/).length >= MAX_WORDS)
          break;
      }
      if (end > 0) spans.push({ start: cue.end + 1, end: cue.end + end, kind: 'health' });
    }
    return spans;
  },
};

function isBeside(text: string, from: number, to: number): boolean {
  return to >= from && to - from <= REACH_CHARS && !ENDS.test(text.slice(from, to));
}

const SENTENCE_CHARS = 80;
const isSameSentence = (text: string, from: number, to: number): boolean =>
  to - from <= SENTENCE_CHARS && !ENDS.test(text.slice(from, to));
