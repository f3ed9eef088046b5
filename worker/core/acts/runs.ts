import type { Learned, Member } from '../learned/state.ts';
import { FUNCTION_WORDS } from '../text/english-words.ts';
import { isFunctionWord } from '../text/words.ts';
import { tokenName } from './features.ts';

/** Words of a name, most: it is read at a glance. */
const LONGEST = 7;

/** What no name begins with, and what it may begin with although it is grammar. Everything else of grammar begins none. */
const QUESTIONS = new Set(['how', 'where', 'when', 'why']);
const BEGINNING = new Set([...QUESTIONS, 'no', 'without']);

/** Whose thing it is: a name speaks to the reader. */
const OWN = new Set(['my', 'our', 'mine']);

/** Words about the speaker or the talk, on either side: a phrase with one of them is no name of a thing. */
const SPEAKER = new Set(
  'i me we us you he she it they them this that these those am im ill ive please hi hello hey thanks thank so just really'.split(
    ' ',
  ),
);

/** What a customer frames a wish with, whatever it is for: no name begins or ends with it. English. */
const FRAMING = new Set(
  'need needs want wants know knew like likes said says say tell told get gets got try tried trying help go going see look looking ask asked asking think thought wonder wondering not cannot today morning sure one back still'.split(
    ' ',
  ),
);

/** What makes half of a question of what it stands in, where nothing asks before it ("water does your fern"). */
const HALVES = new Set(['do', 'does', 'did', 'is', 'are', 'was', 'were', 'has', 'have']);

const GRAMMAR = new Map([...FUNCTION_WORDS].map((word) => [tokenName(word), word]));

/** Words in a row of one customer's question; `from` is where they begin, `isWhole` whether a clause begins and ends with them. */
export interface Run {
  words: string[];
  from: number;
  isWhole: boolean;
}

/** Every run of a customer's words that could be a name, at least `least` long; each word of it agents or articles use too. */
export function runsOf(learned: Learned, member: Member, least = 2): Run[] {
  const words = member.said.map((hash) => GRAMMAR.get(hash) ?? learned.words.get(hash) ?? null);
  const found: Run[] = [];
  for (let from = 0; from < words.length; from++) {
    const first = words[from];
    if (!first || SPEAKER.has(first) || isFraming(first) || (isFunctionWord(first) && !BEGINNING.has(first))) continue;
    for (let to = from; to < Math.min(words.length, from + LONGEST); to++) {
      const last = words[to];
      if (!last || SPEAKER.has(last) || (HALVES.has(last) && !QUESTIONS.has(first))) break;
      if (isFunctionWord(last) || isFraming(last) || to - from + 1 < least) continue;
      const run = words.slice(from, to + 1).map((w) => (OWN.has(w ?? '') ? 'your' : (w ?? '')));
      const isEnd = to + 1 >= member.said.length || member.said[to + 1] === 0;
      found.push({ words: run, from, isWhole: (from === 0 || member.said[from - 1] === 0) && isEnd });
    }
  }
  return found;
}

/** Whether a word frames what a customer wants and names nothing. */
export function isFraming(word: string): boolean {
  return FRAMING.has(word);
}
