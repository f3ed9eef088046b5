import type { Conversation } from '../../../shared/conversation.ts';
import { isFamiliar } from '../redact/lexicon/familiar.ts';
import { sentences } from '../text/sentences.ts';

/** Customers of this many organizations must have been told a token before it is nobody's. Source: rule on customer text. */
const MIN_ORGANIZATIONS = 3;
/** Wordings in which it must have been told, so that no pasted text proves itself. */
const MIN_WORDINGS = 2;
/** Share of the organizations asking, and how many, from which one wording is enough: what all are told is the answer. */
const MIN_SHARE = 0.5;
const MIN_OF_ONE_WORDING = 4;

/** Letters and digits in one token, as order numbers, codes and keys have them. */
const MIXED = /(?<![\p{L}\p{N}])(?=[\p{L}_#/.-]{0,30}\d)(?=[\d_#/.-]{0,30}\p{L})[\p{L}\p{N}][\p{L}\p{N}_#/-]{3,60}/gu;
/** A count with its unit, an ordinal, a clock time, a version: facts that no customer owns. */
const MEASURE =
  /^(?:\d{1,6}(?:st|nd|rd|th|x|k|[ap]m|h|min|mins|sec|s|ms|px|[kmgt]i?b|[kmg]?bps|k?hz|kg|cm|mm|km|days?|hours?)|v\d{1,3}|\d{1,2}-(?:day|hour|month|year|week|minute|step|digit|factor)s?|\d{1,3}[/-]\d{1,3})$/iu;
/** Digits alone that are as long as a number somebody has; a year is none. */
const LONG =
  /(?<![\p{L}\p{N}.,_#/-])(?!(?:19|20)\d{2}(?![\d/-])|\d{4}-\d{2}-\d{2}(?!\d))\d[\d/-]{3,40}(?![\p{L}\p{N}]|[.,]\d)/gu;
/** A word in capitals that English doesn't know. */
const SHOUTED = /(?<![\p{L}\p{N}])\p{Lu}{5,40}(?![\p{L}\p{N}])/gu;

/** What a number behind it makes a fact of the product's: ports, errors, versions, standards. */
const FACT_BEFORE =
  /(?<!\p{L})(?:ports?|errors?(?: codes?)?|error code|status(?: code)?|exit code|version|release|build|rfc|iso|en|din|kb|fehler(?:code)?|fehlercode|erreur|código de error|errore|puerto|porta)[\s:#]{0,3}$/iu;
/** Width by height. */
const SIZE = /\d{2,5}\s?[x×]\s?\d{2,5}/giu;

/** Tokens of a text that may be somebody's: with digits, or in the form of an identifier. Folded to small letters. */
export function identifiersIn(text: string): string[] {
  const plain = text.replace(SIZE, ' ');
  const found = [MIXED, LONG, SHOUTED].flatMap((form) =>
    Array.from(plain.matchAll(form)).filter(
      ({ 0: token, index }) =>
        !(form !== SHOUTED && MEASURE.test(token)) &&
        !(form === SHOUTED && isFamiliar(token.toLowerCase())) &&
        !(form !== SHOUTED && FACT_BEFORE.test(plain.slice(Math.max(0, index - 24), index))),
    ),
  );
  return found.map(([token]) => token.toLowerCase());
}

/** A word of so many letters that English doesn't know may be a name, a password or somebody's joke. */
const STRANGE = /(?<![\p{L}\p{N}'’-])\p{sc=Latin}{5,40}(?![\p{L}\p{N}'’-])/gu;

/** How tokens in doubt are found in a language's texts: identifiers and, in English, whose everyday words are known, the words it doesn't know. */
export function doubtfulTokens(language: string | undefined): (text: string) => string[] {
  return language?.startsWith('en') ? strangersIn : identifiersIn;
}

function strangersIn(text: string): string[] {
  const words = (text.match(STRANGE) ?? []).map((word) => word.toLowerCase());
  return [...identifiersIn(text), ...words.filter((word) => !isFamiliar(word))];
}

/**
 * Whether every token that is in doubt in a sentence is nobody's own: an article holds it, or agents told it to customers of three
 * organizations, in two wordings or to half of all who asked (four at least). What they told `elsewhere` counts, too, but for the half.
 */
export function provenIn(
  conversations: readonly Conversation[],
  held: (token: string) => boolean,
  elsewhere: readonly Conversation[] = [],
  doubtfulIn: (text: string) => string[] = identifiersIn,
): (sentence: string) => boolean {
  const told = new Map<string, { to: Set<string>; wordings: Set<string> }>();
  const all = new Set(conversations.map(({ organizationId, requesterId }) => organizationId ?? requesterId));
  for (const { organizationId, requesterId, turns } of [...conversations, ...elsewhere]) {
    const to = organizationId ?? requesterId;
    for (const turn of turns) {
      if (turn.author !== 'agent') continue;
      for (const { text } of sentences(turn.text)) {
        for (const identifier of doubtfulIn(text)) {
          const one = told.get(identifier) ?? { to: new Set(), wordings: new Set() };
          told.set(identifier, one);
          one.to.add(to);
          one.wordings.add(
            text
              .toLowerCase()
              .replace(/[^\p{L}\p{N}]+/gu, ' ')
              .trim(),
          );
        }
      }
    }
  }
  const isProven = (identifier: string): boolean => {
    if (held(identifier)) return true;
    const one = told.get(identifier);
    if (!one || one.to.size < MIN_ORGANIZATIONS) return false;
    if (one.wordings.size >= MIN_WORDINGS) return true;
    return one.to.size >= MIN_OF_ONE_WORDING && one.to.size >= MIN_SHARE * all.size;
  };
  return (sentence) => doubtfulIn(sentence).every(isProven);
}
