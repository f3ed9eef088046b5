import { firstBehind } from '../../cues.ts';
import { isThing } from '../../lexicon/familiar.ts';
import { isFirstName, isStrange } from '../../name.ts';
import type { Reading, Recognizer } from '../../recognizer.ts';
import { type Span, spansOf } from '../../span.ts';
import type { Token } from '../../tokens.ts';

const WRITTEN = /^\p{Lu}\p{Ll}{2,24}$/u;
/** Pronouns of one person. English alone has some that nothing else is called by. */
const PRONOUN = /(?<![\p{L}'])(?:he|she|his|her|hers|him|himself|herself)(?![\p{L}])/iu;
const PRONOUN_CHARS = 110;
/** Ends of sentences between a name and its pronoun. */
const MAX_ENDS = 1;
const WITH_ONE = /(?<![\p{L}])(?:me|i|(?:my|our) \p{L}{2,12}) and $/iu;
const AND_ONE =
  /^(?:,? and (?:i|me|my|our)(?![\p{L}])|,? who(?:m|se)?(?![\p{L}])| (?:from|in|at) (?:the |our |my )?(?:accounting|accounts|hr|finance|payroll|sales|marketing|reception|logistics|legal|head office|front desk|human resources)(?![\p{L}])|'s (?:husband|wife|son|daughter|mother|father|boss)(?![\p{L}]))/iu;
/** An article or a step before it makes it a thing. */
const THING_BEFORE =
  /(?:[>→›»|"'“«[`#@/\\]\s{0,2}|(?<!\p{L})(?:the|an|a|this|that|every|each|no|any|some|click|press|tap|select|choose|open|use|using|install|launch|start|called|named|via)\s)$/iu;
/** "J. Lindqvist", in any language. */
const INITIALED =
  /(?<![\p{L}\p{N}.])(?<x>\p{Lu}\. ?(?:\p{Lu}\. ?)?\p{Lu}\p{Ll}{3,24}(?:-\p{Lu}\p{Ll}{2,24})?)(?![\p{L}\p{N}])/gu;

/** Families' names whose form is theirs alone: "O'Malley", "McAllister", "Fitzgerald". */
const CLAN = /(?<![\p{L}\p{N}'])(?<x>O'\p{Lu}\p{Ll}{3,16}|Mc\p{Lu}\p{Ll}{3,16}|Fitz\p{Ll}{4,14})(?![\p{L}\p{N}])/gu;

/** Strange words that a sign of one person says to be somebody: "and I", "who", a pronoun of one person, an initial. */
export const spokenOf: Recognizer = {
  name: 'spoken_of',
  kind: 'name',
  countries: [],
  covers:
    'names beside a pronoun of one person, beside the writer, behind an initial, and in small letters by a first name',
  find(reading) {
    const { text, tokens, cues } = reading;
    const initialed = spansOf(text, INITIALED, 'name', ({ groups }) =>
      isName(groups!.x!.replace(/^.*[. ]/, ''), cues.isStop),
    );
    const small = smallIn(reading);
    const clans = spansOf(text, CLAN, 'name', ({ groups }) => !isThing(groups!.x!.toLowerCase().replace("'", '')));
    if (!cues.isEnglish) return [...initialed, ...clans, ...small];
    const names = tokens.filter((token) => WRITTEN.test(token.text) && isName(token.text, cues.isStop));
    return [
      ...initialed,
      ...clans,
      ...small,
      ...names
        .filter((token) => isSpokenOf(reading, token, names))
        .map(({ start, end }): Span => ({ start, end, kind: 'name' })),
    ];
  },
};

function isName(word: string, isStop: (word: string) => boolean): boolean {
  const lower = word.toLowerCase();
  return isFirstName(lower) || (isStrange(lower) && !isStop(lower));
}

function isSpokenOf({ text, cues }: Reading, { start, end }: Token, names: readonly Token[]): boolean {
  const before = text.slice(Math.max(0, start - 24), start);
  if (THING_BEFORE.test(before)) return false;
  const after = text.slice(end, end + PRONOUN_CHARS);
  if (WITH_ONE.test(before) || AND_ONE.test(after)) return true;
  const pronoun = PRONOUN.exec(after);
  if (!pronoun) return false;
  const between = after.slice(0, pronoun.index);
  const place = end + pronoun.index;
  const other = firstBehind(cues.of('kin', 'titles', 'persons'), end);
  const isTaken =
    (other !== null && other.start < place) || names.some((name) => name.start >= end && name.start < place);
  return !isTaken && !/\n\s*\n/.test(between) && (between.match(/[.!?]\s/g) ?? []).length <= MAX_ENDS;
}

/** "said", "told me" behind two words in small letters that are no words: nobody writes of a thing so. */
const SMALL =
  /(?<![\p{L}\p{N}'-])(?<x>\p{Ll}{3,20} \p{Ll}{3,20})(?= (?:said|told (?:me|us)|wrote|asked me|called me|emailed me)(?![\p{L}]))/gu;
const SMALL_WORD = /^\p{Ll}{3,20}$/u;
const NO_FAMILY = /(?:ed|ing|ly|es|able|ion)$/;

/** Also a first name with a strange word behind it, both in small letters, as people type English in a hurry. */
function smallIn({ text, tokens, cues }: Reading): Span[] {
  const said = spansOf(text, SMALL, 'name', ({ groups }) => groups!.x!.split(' ').every(isStrange));
  if (!cues.isEnglish) return said;
  const full = tokens.flatMap((first, at): Span[] => {
    const family = tokens[at + 1];
    if (!family || !SMALL_WORD.test(first.text) || !SMALL_WORD.test(family.text) || !isFirstName(first.lower))
      return [];
    const around = `${text[first.start - 1] ?? ''}${(text[family.end] ?? '').replace('.', '')}`;
    const isApart = text.slice(first.end, family.start) === ' ' && !/[@._/'-]/.test(around);
    return isApart && isStrange(family.text) && !NO_FAMILY.test(family.text)
      ? [{ start: first.start, end: family.end, kind: 'name' }]
      : [];
  });
  return [...said, ...full];
}
