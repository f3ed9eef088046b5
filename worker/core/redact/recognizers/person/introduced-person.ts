import type { Cue } from '../../cue.ts';
import { isFirstName, isStrange, type Name, nameAt } from '../../name.ts';
import type { Reading, Recognizer } from '../../recognizer.ts';
import { type Span, spansOf } from '../../span.ts';
import { WORDLIKE_NAMES } from '../../words.ts';

/** What stands between a sign of a person and the name: blanks, a colon, a comma, a copula, "named". */
const LINK =
  /^(?:'s)?["“(]?[ \t]{0,3}(?:[:,=.-][ \t\n]{0,3})?(?:(?:is|was|are|named|called|ist|heißt|heisst|namens|es|se llama|llamad[oa]|est|nommé|nommee?|s'appelle|e|si chiama|é|chamad[oa]|jest|to|je|är|ar|er|heet|on|هو|هي|הוא|היא|是|叫)[ \t:]{1,3})?["“'(]?/iu;
/** A link, or a sign, that says that somebody is called so. */
const NAMING = /(?:named|called|namens|llamad[oa]|nomm[ée]e?|chamad[oa]|heißt|heisst)[ \t]/iu;
/** "this is … from the office", in small letters: who calls says where from. */
const FROM_OFFICE =
  /^ (?:from|at|in) (?:the|our|your|\p{Lu}|hr|it|accounting|accounts|sales|payroll|finance|support|reception)/u;
/** What goes on behind whom somebody asked or told. */
const TOLD_SO = /^ (?:that|to|about|if|whether|he|she|in|from)(?!\p{L})/u;
const NEXT_LINE = /^[,.!]?[ \t]{0,3}\n{1,2}[ \t]{0,3}[-–~—]?[ \t]{0,2}/;
const END = /^(?:['’]s)?\s?(?:[,.!:;)?\n،、。！-]|$)/;
const CLOSED =
  /^(?:\s?[,.!;)\n،、。]|\s?$|\s(?:from|at|with|here|and|of|speaking|writing|calling|again|in|aus|von|und|vom|de|del|et|y|e|da|do|di|z|ze|och|og|en|från|fra|из|и|من|מ|ו)(?![\p{L}])|\s-)/iu;

/** Introductions of one text that are read: no conversation has more, and a text made of them costs no more time. */
const MAX_CUES = 1_500;

/** People whom a text introduces, greets, titles, thanks or speaks of, in any language that has a folder. */
export const introducedPerson: Recognizer = {
  name: 'introduced_person',
  kind: 'name',
  countries: [],
  covers: 'names behind an introduction, a title, a relation, a greeting or a closing',
  find(reading) {
    const { text, cues } = reading;
    const steps = new Set(cues.of('steps').map((cue) => cue.end));
    return [
      ...besideSpans(reading),
      ...cues
        .of('named', 'am', 'titles', 'kin', 'asks', 'greetings', 'closings')
        .slice(0, MAX_CUES)
        .flatMap((cue): Span[] => {
          const rest = text.slice(cue.end, cue.end + 40);
          const link =
            cue.field === 'closings' ? (NEXT_LINE.exec(rest)?.[0] ?? LINK.exec(rest)![0]) : LINK.exec(rest)![0];
          const isFar = link === '' && cue.words > 0;
          if (isFar || (/[.\n]/.test(link) && !(cue.field === 'titles' || cue.field === 'closings'))) return [];
          if (/-/.test(link) && cue.field !== 'closings') return [];
          if (/^['’]s/.test(link) && cue.field !== 'named') return [];
          if (/,/.test(link) && cue.field === 'named') return [];
          const start = cue.end + link.length;
          const name = nameAt(text, start, cues, true);
          if (!name || steps.has(start)) return [];
          const end = isName(reading, cue, link, start, name);
          return end === null ? [] : [{ start, end, kind: 'name' }];
        }),
    ];
  },
};

/** "Emeka here from the warehouse", "Lucía speaking": who says so of himself. */
const SELF =
  /(?<=^|[\n,.!;–-]\s?|\s)(?<x>\p{L}[\p{L}'’-]{2,24}(?: \p{Lu}[\p{L}'’-]{1,24}){0,2})(?= (?:(?:here|speaking|calling|writing)(?:[,.!;]|$|\n| (?:from|at|in|of|again)(?!\p{L}))|from (?:[\p{L}\d]{1,16} ){1,3}here(?:[,.!;]|$)|(?:told|asked|called|emailed|wrote) (?:me|us)(?!\p{L})))/gu;
/** One to three words with capitals alone on the last line, under a line that ends. */
const LAST_LINE =
  /[.!?,][ \t]{0,3}\n{1,3}[ \t]{0,3}(?<x>\p{Lu}[\p{L}'’-]{1,24}(?: \p{Lu}[\p{L}'’-]{1,24}){0,2})(?<end>[.\s]{0,4})$/u;
/** Two first names that go on as people do: "Oswin and Clementia from the depot". */
const COUPLE =
  /(?<![\p{L}])(?<x>\p{Lu}\p{Ll}{2,20} and \p{Lu}\p{Ll}{2,20})(?= (?:said|told|asked|called|wrote|live|work|left|quit|approve|agree|know|share|both (?:said|lost|forgot|left|work)|from (?:the|our|my|hr|it|accounting|payroll|sales|finance))(?!\p{L}))/gu;
/** A full name right before a birth: "Traudel Osterkamp, geb. 1951". */
const FULL_BEFORE = /(?:\p{Lu}[\p{L}'’-]{1,24} ){1,3}\p{Lu}[\p{L}'’-]{1,24}(?=,? ?[(*]?$)/u;
const FULL_CHARS = 70;

function besideSpans({ text, cues }: Reading): Span[] {
  const self = spansOf(text, SELF, 'name', ({ groups }) => {
    const first = groups!.x!.split(' ')[0]!.toLowerCase();
    return isFirstName(first) || (isStrange(first) && !cues.isStop(first));
  });
  const born = cues.of('births').flatMap((cue): Span[] => {
    const from = Math.max(0, cue.start - FULL_CHARS);
    const found = FULL_BEFORE.exec(text.slice(from, cue.start));
    if (!found) return [];
    const lead = found[0]
      .split(' ')
      .findIndex((word) => !cues.isStop(word.toLowerCase()) && isStrange(word.toLowerCase()));
    if (lead < 0) return [];
    const start = from + found.index + found[0].split(' ').slice(0, lead).join(' ').length + (lead > 0 ? 1 : 0);
    return [{ start, end: from + found.index + found[0].length, kind: 'name' }];
  });
  const couples = spansOf(text, COUPLE, 'name', ({ groups }) =>
    groups!
      .x!.toLowerCase()
      .split(' and ')
      .every((one) => isStrange(one) && !cues.isStop(one)),
  );
  return [...self, ...born, ...couples, ...lastLine(text, cues.isStop)];
}

function lastLine(text: string, isStop: (word: string) => boolean): Span[] {
  const last = LAST_LINE.exec(text);
  const { x: name = '', end: rest = '' } = last?.groups ?? {};
  const isName =
    name !== '' &&
    name
      .toLowerCase()
      .split(' ')
      .every((one) => isStrange(one) && !isStop(one));
  const end = text.length - rest.length;
  return isName ? [{ start: end - name.length, end, kind: 'name' }] : [];
}

/** Where the name behind a sign ends, null where it is none. */
function isName(reading: Reading, cue: Cue, link: string, start: number, name: Name): number | null {
  const { text, cues } = reading;
  const [first = ''] = name.words;
  const isKnown = isFirstName(first);
  const isCased = name.isCapital || isKnown;
  const { isEnglish } = cues;
  const isOdd = isKnown || isStrange(first);
  const capitals = name.isCapital ? capitalEnd(text, start, name.end) : name.end;
  switch (cue.field) {
    case 'named':
      if (name.isCapital) return capitals;
      if (WORDLIKE_NAMES.has(first) && END.test(text.slice(name.end, name.end + 4))) return smallEnd(text, start, name);
      return isKnown ||
        (isEnglish && isOdd && /name/i.test(text.slice(cue.start, cue.end))) ||
        (cue.words > 1 && isOdd && CLOSED.test(text.slice(name.end, name.end + 16)))
        ? smallEnd(text, start, name)
        : null;
    case 'titles':
      if (/\n/.test(link) || !isCased) return null;
      return isKnown || isOdd || name.isCapital ? capitals : null;
    case 'kin':
    case 'asks':
      if (/[,:]/.test(link) && cue.field === 'asks' && cue.words === 1 && !isKnown) return null;
      if (!isCased) {
        if (cue.code !== 'en' || !isEnglish || !isOdd || !isNoVerb(first)) return null;
        if (isFull(name) && (cue.words > 1 || link.includes(':'))) return smallEnd(text, start, name);
        if (NAMING.test(link) || (cue.field === 'asks' && TOLD_SO.test(text.slice(name.end, name.end + 10))))
          return smallEnd(text, start, name);
        return hasOwner(text, cue) ? wordEnd(text, start) : null;
      }
      if (isCaseless(first))
        return isKnown || (cue.field === 'kin' && isArabicName(first)) ? caselessEnd(text, start, name) : null;
      return isKnown || isOdd || (WORDLIKE_NAMES.has(first) && hasOwner(text, cue))
        ? name.isCapital
          ? capitals
          : smallEnd(text, start, name)
        : null;
    case 'am': {
      if (isCaseless(first)) {
        if (isKnown) return caselessEnd(text, start, name);
        const isFamily = ARABIC_FAMILY.test(name.words[1] ?? '');
        return isFamily && CLOSED_ARABIC.test(text.slice(name.end, name.end + 5)) ? capitals : null;
      }
      const isCaller =
        isEnglish && cue.words > 1 && isOdd && isNoVerb(first) && FROM_OFFICE.test(text.slice(name.end, name.end + 24));
      if (!isCased && isCaller && link.trim() === '') return smallEnd(text, start, name);
      if (!isCased || /[,.:]/.test(link)) return null;
      const end = name.isCapital ? capitals : smallEnd(text, start, name);
      const isLong = / /.test(text.slice(start, end));
      const isWritten = name.isCapital && WORDLIKE_NAMES.has(first);
      return (isKnown || isOdd || isWritten) &&
        (CLOSED.test(text.slice(end, end + 16)) || (isLong && name.words.every((word) => isStrange(word))))
        ? end
        : null;
    }
    case 'greetings': {
      const end = name.isCapital ? capitals : smallEnd(text, start, name);
      if (!END.test(text.slice(end, end + 6))) return isKnown && isCaseless(first) ? wordEnd(text, start) : null;
      return name.isCapital || isKnown ? end : null;
    }
    case 'closings': {
      const end = name.isCapital ? capitals : smallEnd(text, start, name);
      if (!END.test(text.slice(end, end + 6))) return null;
      if (name.isCapital) return isEnglish && !isKnown && !isOdd && !/\n/.test(link) ? null : end;
      return isKnown || (isEnglish && isOdd && /[\n,]/.test(link) && /^[\s.!]*$/.test(text.slice(end, end + 40)))
        ? end
        : null;
    }
    default:
      return null;
  }
}

const isCaseless = (word: string): boolean => /^[\p{sc=Arabic}\p{sc=Hebrew}]/u.test(word);
/** Of a name without capitals: its first word, with the family's and further first names behind it. */
function caselessEnd(text: string, start: number, name: Name): number {
  let end = wordEnd(text, start);
  for (const word of name.words.slice(1)) {
    if (!ARABIC_FAMILY.test(word) && !isFirstName(word)) break;
    end = wordEnd(text, end + 1);
  }
  return end;
}

const ARABIC_FAMILY = /^ال\p{sc=Arabic}{3,12}$/u;
const CLOSED_ARABIC = /^(?:\s?[،,.!؟]|\s?$|\sمن(?!\p{L}))/u;
/** Arabic verbs of the present begin with one of these letters; a name that isn't known may not. */
const isArabicName = (word: string): boolean => /^[\p{sc=Arabic}]{3,12}$/u.test(word) && !/^[يتن]/.test(word);
/** A word of no dictionary is a name in small letters where it has no ending of a verb. */
const isNoVerb = (word: string): boolean => word.length > 2 && !/(?:ed|ing|ly|es|s|n't)$/.test(word);
/** Two words in small letters that are no words: a first name and a family's. */
const isFull = ({ words: [, second] }: Name): boolean => second !== undefined && isStrange(second) && isNoVerb(second);
const hasOwner = (text: string, cue: Cue): boolean =>
  /(?:^|[^\p{L}])(?:my|our|your|his|her|their|mein\p{L}{0,2}|unser\p{L}{0,2}|mi|mon|ma|meu|minha|mio|mia)\s$/iu.test(
    text.slice(Math.max(0, cue.start - 10), cue.start),
  );

const wordEnd = (text: string, start: number): number =>
  start + (/^[\p{L}\p{M}'’-]+/u.exec(text.slice(start, start + 40))?.[0].replace(/['’]s$/, '').length ?? 0);

/** Of a name that begins with a capital: to its last word with one. */
function capitalEnd(text: string, start: number, end: number): number {
  const said = text.slice(start, end);
  if (!/^\p{Lu}/u.test(said)) return end;
  let last = 0;
  for (const match of said.matchAll(/[\p{L}\p{M}.'’-]+/gu)) {
    if (/^(?:[dl]['’])?\p{Lu}/u.test(match[0])) last = match.index + match[0].length;
    else if (
      !/^(?:van|von|der|den|de|del|della|di|da|dos|das|do|la|le|el|al|bin|bint|ibn|ter|ten|zu|zur|af|av)$/.test(
        match[0],
      )
    )
      break;
  }
  return start + last;
}

/** Of a name in small letters: its first word, and the second where that is no word of the language. */
function smallEnd(text: string, start: number, name: Name): number {
  const first = wordEnd(text, start);
  const second = name.words[1];
  if (second === undefined || !isStrange(second)) return first;
  return wordEnd(text, text.slice(first).search(/\S/) + first);
}
