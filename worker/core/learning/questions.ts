import { contrast, saidIn, wordWeight } from '../coverage/contrast.ts';
import { type Spoken, spokenWords } from '../coverage/said.ts';
import { choices, scoreOf } from '../issues/assignment.ts';
import { LANGUAGES } from '../language/languages.ts';
import type { Issue, Learned } from '../learned/state.ts';
import { sentences } from '../text/sentences.ts';
import type { Solved } from './solved.ts';

/** By how much (sum of weighted log ratios) two parts must prefer different issues to be two questions; less after a connector. Origin: known study. */
const APART = 4;
const APART_AFTER_CONNECTOR = 1.6;

/** Words that each part must hold to be about something. */
const LEAST_WORDS = 3;

/** Sum of log ratios from which a sentence is told to be about the other question; under it, it follows the one before. */
const TURNS = 1;

/** Messages in which a second question is looked for, and cuts tried. Bounds the work. */
const MESSAGES = 3;
const MOST_CUTS = 8;

interface Cut {
  turn: number;
  at: number;
  needed: number;
}

interface Sides {
  first: Issue;
  second: Issue;
}

/**
 * The questions of a conversation, each with the answers that belong to it: one, or two where a message goes on with a connector
 * ("another question") or a second asking sentence and both parts prefer different issues. Answers go, sentence by sentence, to the
 * question they fit better.
 */
export function questionsIn(learned: Learned, s: Solved): Solved[] {
  let best: { cut: Cut; sides: Sides; margin: number } | null = null;
  for (const cut of cutsOf(s).slice(0, MOST_CUTS)) {
    const [one, two] = partsAt(s, cut).map((text) => spokenWords(learned, [text], []));
    if (!one || !two || Math.min(one.words.length, two.words.length) < LEAST_WORDS) continue;
    const [first, second] = [preferred(learned, one), preferred(learned, two)];
    if (!first || !second || first === second) continue;
    const margin = lean(learned, one, first, second) + lean(learned, two, second, first);
    if (margin >= cut.needed && (best === null || margin - cut.needed > best.margin - best.cut.needed))
      best = { cut, sides: { first, second }, margin };
  }
  return best ? split(learned, s, best.cut, best.sides) : [s];
}

function preferred(learned: Learned, said: Spoken): Issue | null {
  return choices(learned, said, contrast(learned, saidIn(learned, [said])))[0]?.issue ?? null;
}

/** By how much words prefer one issue to another. */
function lean(learned: Learned, said: Spoken, one: Issue, other: Issue): number {
  const weight = said.words.reduce((sum, word, i) => sum + wordWeight(learned, word, said.times[i]!), 0);
  return weight * (scoreOf(learned, one, said) - scoreOf(learned, other, said));
}

/** Where a message may go on with another question. */
function cutsOf(s: Solved): Cut[] {
  return s.customerTurns.slice(0, MESSAGES).flatMap(({ text }, turn) => {
    let asked = 0;
    return linesOf(text).flatMap(({ text: said, start }, i): Cut[] => {
      const isAsking = /[?？]\s*$/.test(said);
      const isNext = isAsking && asked > 0;
      if (isAsking) asked++;
      if (i === 0) return [];
      if (
        LANGUAGES.some(({ additions }) => [additions.explicit, additions.loose].some((sign) => said.search(sign) === 0))
      )
        return [{ turn, at: start, needed: APART_AFTER_CONNECTOR }];
      return isNext || isAsking ? [{ turn, at: start, needed: APART }] : [];
    });
  });
}

function linesOf(text: string): { text: string; start: number }[] {
  let from = 0;
  return text.split('\n').flatMap((line) => {
    const start = from;
    from += line.length + 1;
    return sentences(line).map((one) => ({ text: one.text, start: start + one.start }));
  });
}

/** What is asked before and after a cut: the subject goes with the first part. */
function partsAt(s: Solved, { turn, at }: Cut): [string, string] {
  const said = s.customerTurns[turn]!.text;
  const before = s.customerTurns.slice(0, turn).map((t) => t.text);
  const own = new Set(s.customerTurns.map((t) => t.text));
  const subject = s.question
    .split('\n')
    .slice(0, 1)
    .filter((line) => ![...own].some((text) => text.includes(line)));
  return [[...subject, ...before, said.slice(0, at)].join('\n'), said.slice(at)];
}

function split(learned: Learned, s: Solved, cut: Cut, sides: Sides): Solved[] {
  const [one, two] = partsAt(s, cut);
  const first: Solved = { ...s, question: one, customerTurns: [], agentTurns: [] };
  const second: Solved = { ...s, question: two, customerTurns: [], agentTurns: [] };
  for (const [i, turn] of s.customerTurns.entries()) {
    if (i <= cut.turn) {
      first.customerTurns.push(i < cut.turn ? turn : { ...turn, text: turn.text.slice(0, cut.at) });
      if (i === cut.turn) second.customerTurns.push({ ...turn, text: turn.text.slice(cut.at) });
    } else first.customerTurns.push(turn);
  }
  let isSecond = false;
  for (const turn of s.agentTurns) {
    const told: [string[], string[]] = [[], []];
    for (const { text } of linesOf(turn.text)) {
      const said = spokenWords(learned, [], [text]);
      const leaning = lean(learned, said, sides.second, sides.first);
      if (Math.abs(leaning) >= TURNS) isSecond = leaning > 0;
      told[isSecond ? 1 : 0].push(text);
    }
    if (told[0].length > 0) first.agentTurns.push({ ...turn, text: told[0].join('\n') });
    if (told[1].length > 0) second.agentTurns.push({ ...turn, text: told[1].join('\n') });
  }
  return first.agentTurns.length > 0 && second.agentTurns.length > 0 ? [first, second] : [s];
}
