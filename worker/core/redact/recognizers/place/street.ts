import { PERSONAL_WORDS } from '../../../language/personal.ts';
import { isFamiliar } from '../../lexicon/familiar.ts';
import type { Reading, Recognizer } from '../../recognizer.ts';
import { foldText } from '../../shadow.ts';
import type { Span } from '../../span.ts';

const kinds = Object.values(PERSONAL_WORDS)
  .flatMap(({ streets }) => streets.split('|'))
  .map((kind) => foldText(kind).toLowerCase());
const endings = kinds.filter((kind) => kind.startsWith('-')).map((kind) => kind.slice(1));
/** Kinds of streets that are words of their own, and the few that begin a name of digits ("12 rue …"). */
const KINDS: ReadonlySet<string> = new Set(kinds.filter((kind) => kind !== '' && !kind.startsWith('-')));
/** English words for street, which stand behind the name, but for those that other languages share. */
const BEHIND: ReadonlySet<string> = new Set(
  Object.entries(PERSONAL_WORDS)
    .filter(([code]) => code === 'en')
    .flatMap(([, { streets }]) => streets.split('|'))
    .filter(
      (kind) =>
        !Object.entries(PERSONAL_WORDS).some(
          ([code, { streets }]) => code !== 'en' && streets.split('|').includes(kind),
        ),
    ),
);
const ENDING = new RegExp(`.{2}(?:${[...new Set(endings)].sort((a, b) => b.length - a.length).join('|')})$`, 'u');

const UNITS: ReadonlySet<string> = new Set(
  Object.values(PERSONAL_WORDS).flatMap(({ units }) => units.split('|').map((unit) => foldText(unit).toLowerCase())),
);
const PARTICLES: ReadonlySet<string> = new Set(
  'de du des da do dos das del della dei degli delle dello di la le les los las el of the van der den den zum zur am an im in i na w u св'.split(
    ' ',
  ),
);
const NUMBER_SIGN: ReadonlySet<string> = new Set('no nr n no. num numero n° č.p km no: номер д дом'.split(' '));

interface Word {
  text: string;
  lower: string;
  start: number;
  end: number;
}

const WORD = /[\p{L}\p{M}\p{N}]+(?:['’.-][\p{L}\p{N}]+)*/gu;
const HOUSE = /^\d{1,5}[A-Za-zА-Яа-я]?(?:[-/](?:\d{1,4}[A-Za-z]?|[A-Za-z]))?$/u;
const NAME = /^\p{Lu}|^\p{Lo}|^\d{1,3}(?:st|nd|rd|th)$/u;
const MAX_NAME_WORDS = 4;
/** What a clause of an address may be long, and how many of them belong to one. */
const MAX_CLAUSE_WORDS = 6;
const MAX_CLAUSES = 4;
const LIVES_CHARS = 110;

/** Street addresses of many countries: a street with its number, and the flat, postcode and town beside it. */
export const street: Recognizer = {
  name: 'street_address',
  kind: 'address',
  countries: [],
  covers:
    'streets with a house number by the words for street of each language, and the parts of the address beside them',
  find(reading) {
    const { text, tokens } = reading;
    if (!tokens.some(({ lower }) => KINDS.has(lower) || (lower.length > 5 && ENDING.test(lower))))
      return livesAt(reading);
    const words = Array.from(
      text.matchAll(WORD),
      ({ 0: word, index }): Word => ({
        text: word,
        lower: word.toLowerCase(),
        start: index,
        end: index + word.length,
      }),
    );
    const spans: Span[] = [];
    for (let at = 0; at < words.length; at++) {
      const core = streetAt(text, words, at);
      if (!core) continue;
      const whole = widened(text, words, core);
      if (!core.hasNumber && !/\d/.test(text.slice(whole.start, whole.end))) continue;
      spans.push({ ...whole, kind: 'address' });
      while (at + 1 < words.length && words[at + 1]!.end <= whole.end) at++;
    }
    return [...spans, ...livesAt(reading)];
  },
};

interface Core {
  first: number;
  last: number;
  hasNumber: boolean;
}

/** A street around the word at this place: what names its kind, or ends with it. */
function streetAt(text: string, words: readonly Word[], at: number): Core | null {
  const word = words[at]!;
  const isKind = KINDS.has(word.lower);
  const isEnding =
    !isKind && word.text.length > 5 && NAME.test(word.text) && ENDING.test(word.lower) && !isFamiliar(word.lower);
  if (!isKind && !isEnding) return null;
  if (isEnding) {
    const number = houseBehind(text, words, at);
    return number === null ? null : { first: at, last: number, hasNumber: true };
  }
  return named(text, words, at) ?? (BEHIND.has(word.lower) ? null : called(text, words, at));
}

/** "12 Harbour Row", "Nádor utca 7", "Atatürk Cad. No: 12": the name stands before the word for street. */
function named(text: string, words: readonly Word[], at: number): Core | null {
  let first = at;
  while (
    first > 0 &&
    at - first < MAX_NAME_WORDS &&
    isNext(text, words, first - 1) &&
    NAME.test(words[first - 1]!.text)
  ) {
    if (HOUSE.test(words[first - 1]!.text)) break;
    first--;
  }
  if (first === at) return null;
  const isWritten = NAME.test(words[at]!.text);
  if (first > 0 && isNext(text, words, first - 1) && HOUSE.test(words[first - 1]!.text) && isWritten)
    return { first: first - 1, last: at, hasNumber: true };
  const behind = houseBehind(text, words, at);
  const strange = words.slice(first, at).some((word) => !isFamiliar(word.lower));
  if (behind !== null && strange && !/^[A-Z]/.test(words[behind]!.text))
    return { first, last: behind, hasNumber: true };
  return isWritten && strange ? { first, last: at, hasNumber: false } : null;
}

/** "calle Mayor 5", "12 rue de la Paix", "ул. Ленина, д. 5": the name stands behind the word for street. */
function called(text: string, words: readonly Word[], at: number): Core | null {
  let last = at;
  let hasName = false;
  while (last + 1 < words.length && last - at < MAX_NAME_WORDS && isNext(text, words, last)) {
    const next = words[last + 1]!;
    if (HOUSE.test(next.text) || !(NAME.test(next.text) || PARTICLES.has(next.lower))) break;
    hasName ||= NAME.test(next.text);
    last++;
  }
  if (!hasName) return null;
  const house = /^(?:bis|ter)$/.test(words[at - 1]?.lower ?? '') ? at - 2 : at - 1;
  const before = words[house];
  if (before && HOUSE.test(before.text) && /^,?\s(?:bis\s|ter\s)?$/.test(text.slice(before.end, words[at]!.start)))
    return { first: house, last, hasNumber: true };
  const behind = houseBehind(text, words, last);
  return behind === null ? null : { first: at, last: behind, hasNumber: true };
}

const isNext = (text: string, words: readonly Word[], at: number): boolean =>
  /^\.?[ \t]{1,2}$/.test(text.slice(words[at]!.end, words[at + 1]?.start ?? words[at]!.end));

/** The place of the house's number behind a word, with at most "no.", "д." and a comma between. */
function houseBehind(text: string, words: readonly Word[], at: number): number | null {
  let next = at + 1;
  if (words[next] && NUMBER_SIGN.has(words[next]!.lower)) next++;
  const number = words[next];
  if (!number || !HOUSE.test(number.text)) return null;
  return /^[\s,.:#°º]{1,4}$/.test(text.slice(words[next - 1]!.end, number.start)) &&
    /^[\s,.:#°º]{1,4}$/.test(text.slice(words[at]!.end, words[at + 1]!.start))
    ? next
    : null;
}

/** The address with the clauses beside it that hold nothing but words with capitals, numbers and parts of a house. */
function widened(text: string, words: readonly Word[], core: Core): { start: number; end: number } {
  const isPart = (word: Word) =>
    /^\p{Lu}|^\p{Lo}|\d/u.test(word.text) || UNITS.has(word.lower) || PARTICLES.has(word.lower);
  let { first, last } = core;
  for (let clauses = 0; clauses < MAX_CLAUSES; clauses++) {
    const grown = clause(words, last, 1);
    if (grown === null) break;
    last = grown;
  }
  for (let clauses = 0; clauses < MAX_CLAUSES; clauses++) {
    const grown = clause(words, first, -1);
    if (grown === null) break;
    first = grown;
  }
  return { start: words[first]!.start, end: words[last]!.end };

  function clause(all: readonly Word[], from: number, step: 1 | -1): number | null {
    let at = from;
    let count = 0;
    while (all[at + step] && count < MAX_CLAUSE_WORDS) {
      const [left, right] = step === 1 ? [all[at]!, all[at + 1]!] : [all[at - 1]!, all[at]!];
      const gap = text.slice(left.end, right.start);
      const isOpen =
        count === 0 ? /^(?:[,;.]?[ \t]{1,2}|,?\n|[ \t]?[-–/][ \t]?)$/.test(gap) : /^[.º]?[ \t]{1,2}$/.test(gap);
      if (!isOpen || !isPart(all[at + step]!)) break;
      if (count === 0 && !/[,;.\n/–-]/.test(gap) && !/\d/.test(all[at + step]!.text) && step === -1) break;
      if (count === 0 && /\.\s/.test(gap) && !UNITS.has(all[at + step]!.lower)) break;
      at += step;
      count++;
    }
    const next = all[at + step];
    if (count === 0) return null;
    if (step === -1 || !next) return at;
    return at;
  }
}

/** What somebody says of where he lives: the clause behind, where it names a place with a number. */
function livesAt({ text, cues }: Reading): Span[] {
  return cues.of('lives').flatMap((cue): Span[] => {
    const rest = text.slice(cue.end, cue.end + LIVES_CHARS);
    const lead =
      /^[\s:,"'(-]{0,4}(?:(?:is|ist|es|est|e|je|jest|to|ar|er|on|at|in|on the|הוא|היא|هو|:|は|是|为|là)[\s:]{1,2})?/iu.exec(
        rest,
      )![0];
    const stop = /[!?;\n。]|\.(?=\s\p{Lu}\p{Ll}{2}|\s{0,3}$)/u.exec(rest)?.index ?? rest.length;
    const clause = rest.slice(lead.length, stop);
    const firsts = clause.split(/[\s,]+/).slice(0, 3);
    const isPlace = firsts.some((word) => /^(?:\p{Lu}|\p{Lo}|\d)/u.test(word)) && !/@|https?:/.test(clause);
    const number = /(?<![\p{N}.])\d{1,6}(?![\p{N}%]|\.\d)/u.exec(clause);
    if (!isPlace || !number || number.index > 70) return saidBefore(text, cue.start, cue.end);
    const end = /^[^.!?;]{1,100}/u
      .exec(clause)![0]
      .replace(/\s(?:and|but|because|since|und|aber|y|pero|et|mais|e|ma|mas|och|og|i|a)\s\p{Ll}.*$/u, '');
    return [{ start: cue.end + lead.length, end: cue.end + lead.length + end.trimEnd().length, kind: 'address' }];
  });
}

/** "12 Harbour Row, Leith is my home address": what stands in the sentence before, where it ends with the word for it. */
function saidBefore(text: string, start: number, end: number): Span[] {
  if (!/^\s{0,2}(?:[.!,;\n]|$)/u.test(text.slice(end, end + 4))) return [];
  const before = text.slice(Math.max(0, start - LIVES_CHARS), start);
  const from = /(?:[!?;\n。]|\.(?=\s\p{Lu}\p{Ll}{2}))(?!.*(?:[!?;\n。]|\.(?=\s\p{Lu}\p{Ll}{2})))/su.exec(before);
  const said = before.slice(from ? from.index + 1 : 0);
  const lead = /^\s*/.exec(said)![0].length;
  const clause = withoutCopula(said.slice(lead));
  if (
    !/^(?:\p{Lu}|\p{Lo}|\d)/u.test(clause) ||
    !/(?<![\p{N}.])\d{1,6}(?![\p{N}%]|\.\d)/u.test(clause) ||
    !/[, ]/.test(clause)
  )
    return [];
  const at = start - said.length + lead;
  return [{ start: at, end: at + clause.length, kind: 'address' }];
}

/** What binds an address to the words for it, behind it. */
const COPULA = /\s(?:is|ist|es|est|e|je|jest|to|är|ar|er|это|הוא|היא|هو|là|la|adalah|是)(?:\s\p{L}{2,6})?$/iu;

/** A clause without what binds it: signs are taken one by one, so that a row of them costs its length. */
const withoutCopula = (clause: string): string => trimmed(trimmed(clause).replace(COPULA, ''));

function trimmed(clause: string): string {
  let end = clause.length;
  while (end > 0 && /[\s,:–-]/.test(clause[end - 1]!)) end--;
  return clause.slice(0, end);
}
