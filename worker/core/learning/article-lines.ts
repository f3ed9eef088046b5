import { addAct, matchAct } from '../acts/acts.ts';
import { passages } from '../acts/passages.ts';
import { comparable } from '../acts/swapped-words.ts';
import { valuesIn } from '../claim/values.ts';
import type { Learned, Line } from '../learned/state.ts';
import { hash32 } from '../text/hash32.ts';
import { isCourtesy, type Reading, reading, sentences } from '../text/sentences.ts';

/** Most lines read of one article; what follows is an appendix. */
const MAX_LINES = 400;

/** Reads an article's sentences as lines; each is an act, and keeps its evidence where the same line stood before. */
export function readLines(learned: Learned, bodyHtml: string, before: Line[]): Line[] {
  const kept = new Map(before.map((line) => [line.key, line]));
  const lines: Line[] = [];
  const keyOf = keyGiver();
  for (const [at, passage] of passages(bodyHtml).entries()) {
    for (const sentence of sentences(passage.text)) {
      if (lines.length >= MAX_LINES) break;
      const read = reading(sentence.text);
      const key = keyOf(sentence.text);
      const old = kept.get(key);
      const isStatement = !passage.isHeading && read.stems.length > 0 && !isCourtesy(read);
      const act = isStatement ? (matchAct(learned, read) ?? addAct(learned, read)).id : 0;
      lines.push({
        key,
        act,
        frame: read.frame,
        stems: read.stems,
        surfaces: read.surfaces,
        functions: read.functions,
        numbers: read.numbers,
        text: isStatement && isCheckable(sentence.text) ? sentence.text : null,
        plain: isStatement ? comparable(sentence.text) : null,
        slots: read.slots,
        isQuestion: read.isQuestion,
        isHeading: passage.isHeading,
        isSentence: isStatement && isSentence(sentence.text, read),
        section: passage.section,
        passage: at,
        since: old?.since ?? learned.observed,
        trials: old?.trials ?? 0,
        said: old?.said ?? 0,
        ...(old?.right && { right: old.right }),
        ...(old?.wrong && { wrong: old.wrong }),
      });
    }
  }
  return lines;
}

/** Longest sentence whose values are compared, in characters: a longer one is a table. */
const MAX_CHECKED_CHARS = 300;

function isCheckable(sentence: string): boolean {
  return sentence.length <= MAX_CHECKED_CHARS && valuesIn(sentence).length > 0;
}

/** Whether a text is a sentence and no label ("Price: from 5 to 50"): it ends like one, or it has grammar and no colon. */
function isSentence(text: string, read: Reading): boolean {
  return /[.?!]['"”’)]*$/.test(text) || (read.functions.length >= 2 && !text.includes(':'));
}

/** The name of a line within its article: its words, whatever the spaces. */
export function lineKey(text: string): number {
  return hash32(text.replace(/\s+/g, ' ').trim().toLowerCase());
}

/** Names the lines of one article in order of reading: a line that stands there again has the next free name. */
export function keyGiver(): (text: string) => number {
  const next = new Map<number, number>();
  const used = new Set<number>();
  return (text) => {
    const own = lineKey(text);
    let key = next.get(own) ?? own;
    while (used.has(key)) key = (key + 1) >>> 0;
    used.add(key);
    next.set(own, (key + 1) >>> 0);
    return key;
  };
}
