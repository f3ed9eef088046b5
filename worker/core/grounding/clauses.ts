import { contentWords } from '../gates/grounding.ts';
import type { Logic } from '../language/logic.ts';

/** A word that counts: as it is compared, and the preposition before it. */
export interface Word {
  is: string;
  after: string;
}

/** A stretch of a sentence that says one thing. `head` is what it hangs on by ("if"), '' where it stands by itself. */
export interface Clause {
  head: string;
  words: Word[];
  /** Where it stands in the sentence in full, without what joins it to others. */
  from: number;
  to: number;
}

const TOKEN = /[\p{L}\p{M}\p{N}]+(?:[.,:/-](?=\p{N})[\p{N}]+)*(?:['’]\p{L}+)?|[,;:.!?()–—]/gu;

/** Before a verb class, so that no word of a text is taken for one. */
const CLASS = '~';
/** Before a word of logic. */
const TURN = '!';
/** Before a word of courtesy, which may go and never comes. */
const COURTESY = '?';
/** What going to a place is compared as; beside its place it may be left out. */
export const GOING = `${CLASS}0`;

/**
 * A sentence cut where another thing begins to be said: at words that join or hang clauses, at semicolons, at the comma that
 * ends a hanging clause; with `isCutAtCommas` at every comma. Words that state nothing are left out.
 */
export function clausesOf(sentence: string, logic: Logic, isCutAtCommas: boolean): Clause[] {
  const text = inFull(sentence, logic);
  const found: Clause[] = [];
  let [head, from, after] = ['', 0, ''];
  let words: Word[] = [];
  let isNew = false;
  const end = (at: number, next: string, resume: number, hangs = false): void => {
    if (words.length > 0) found.push({ head, words, from, to: at });
    // A word that hangs nothing on anything says something by itself: “used once”.
    else if (isNew) found.push({ head, words: [{ is: TURN + head, after: '' }], from, to: at });
    [head, from, after, words, isNew] = [next, resume, '', [], hangs];
  };
  for (const match of text.matchAll(TOKEN)) {
    const said = match[0];
    const behind = match.index + said.length;
    const token = said.toLowerCase();
    if (said === ',') {
      if (head !== '' || isCutAtCommas) end(match.index, '', behind);
      continue;
    }
    if (/^[;:.!?()–—]$/.test(said)) {
      end(match.index, '', behind);
      continue;
    }
    const hangs = own(logic.hanging, token);
    if (hangs !== null) {
      end(match.index, hangs, behind, true);
      continue;
    }
    if (logic.joining.has(token)) {
      end(match.index, head, behind);
      continue;
    }
    const turns = own(logic.turning, token);
    if (turns === null && logic.binding.has(token)) {
      after = token;
      continue;
    }
    const is = turns === null ? meant(token, logic) : TURN + turns;
    if (is === null || is === words.at(-1)?.is) continue;
    words.push({ is, after });
    after = '';
  }
  end(text.length, '', text.length);
  return found;
}

/** A sentence with short forms written in full and phrases that say the same as one. */
export const inFull = (sentence: string, logic: Logic): string =>
  logic.same.reduce((text, [form, full]) => text.replace(form, full), sentence);

const own = (of: Readonly<Record<string, string>>, word: string): string | null =>
  Object.hasOwn(of, word) ? of[word]! : null;

function meant(token: string, logic: Logic): string | null {
  if (logic.free.has(token)) return null;
  if (logic.courtesy.has(token)) return COURTESY + token;
  const at = logic.alike.findIndex((verbs) => verbs.has(token));
  if (at >= 0) return CLASS + at;
  return contentWords(token)[0] ?? null;
}

/** Characters of a sentence that is compared; no article has a longer one. */
const MAX_CHARS = 2_000;

/** Whether one sentence's clauses say what the other's say: the same words in the same clauses, in the same order. */
export function sayAlike(said: string, original: string, logic: Logic): boolean {
  if (Math.max(said.length, original.length) > MAX_CHARS) return false;
  const cut = (text: string) => [false, true].map((isAtCommas) => clausesOf(text, logic, isAtCommas));
  return cut(said).some((next) => cut(original).some((before) => areAlike(next, before, logic)));
}

function areAlike(said: readonly Clause[], original: readonly Clause[], logic: Logic): boolean {
  const needed = original.filter(({ words }) => words.some((word) => !mayGo(word)));
  const told = said.filter(({ words }) => words.some((word) => !mayGo(word)));
  if (told.length === 0 || told.length !== needed.length) return false;
  return orders(needed).some((order) => order.every((clause, i) => isSame(told[i]!, clause, logic)));
}

/** The orders in which clauses may be told: as they are, and what hangs on the only other one before or behind it. */
function orders(clauses: readonly Clause[]): (readonly Clause[])[] {
  const alone = clauses.filter(({ head }) => head === '');
  const hanging = clauses.filter(({ head }) => head !== '');
  const isOneEach = alone.length === 1 && new Set(hanging.map(({ head }) => head)).size === 1;
  return isOneEach ? [clauses, [...alone, ...hanging], [...hanging, ...alone]] : [clauses];
}

function isSame(said: Clause, original: Clause, logic: Logic): boolean {
  if (said.head !== original.head) return false;
  const kept = new Set(said.words.map(({ is }) => is));
  const before = original.words.filter((word) => kept.has(word.is) || !mayGo(word));
  return turns(said.words).some((next) => isSameRow(next, before, logic));
}

/** A row of words, and the same with the phrase at one end, which a preposition begins, at the other. */
function turns(words: readonly Word[]): (readonly Word[])[] {
  const found: (readonly Word[])[] = [words];
  for (let at = 1; at < words.length; at++) {
    const [first, last] = [words.slice(0, at), words.slice(at)];
    if (first[0]!.after !== '' || last[0]!.after !== '') found.push([...last, ...first]);
  }
  return found;
}

function isSameRow(said: readonly Word[], original: readonly Word[], logic: Logic): boolean {
  if (said.length !== original.length) return false;
  return said.every(({ is, after }, i) => {
    const before = original[i]!;
    if (is !== before.is) return false;
    if (after === before.after) return true;
    const isCounted = /\p{N}/u.test(is);
    if (!isCounted && (after === '' || before.after === '')) return true;
    return !isCounted && logic.places.has(after) && logic.places.has(before.after);
  });
}

const mayGo = ({ is }: Word): boolean => is === GOING || is.startsWith(COURTESY);
