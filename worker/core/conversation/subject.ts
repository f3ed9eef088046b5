import { LANGUAGES } from '../language/languages.ts';
import { inAnyLanguage } from '../language/mail-programs.ts';
import { isAutomaticSubject } from './machines.ts';

const PREFIXES = inAnyLanguage('prefixes');
const EMPTY = inAnyLanguage('noSubject');
/** What gateways and lists put in brackets before a subject that came from outside or was answered. */
const TAG = /^\s{0,4}\[[^\]\n]{1,40}\]\s{0,4}/;
const OUTSIDE =
  /^\[?(?:ext(?:ern(?:al|e|o|a)?)?|external (?:sender|e-?mail)|spam\??|suspected spam|caution|bulk)\]?:?\s*$/i;
const PREFIX =
  /^\s{0,4}([\p{L}\p{M}]{1,9}(?: [\p{L}\p{M}]{1,9})?)\s?(?:[[(]\s?\d{1,3}\s?[\])]|\^\d{1,3}|\*\d{1,3})?\s?[:：]\s{0,4}/u;
const MAX_PREFIXES = 12;
/** Words beside the noun and the person in a subject that a channel made ("Inbound call from … to …"). */
const MAX_CHANNEL_WORDS = 5;
const NOUN = new RegExp(
  `(?<!\\p{L})(?:${LANGUAGES.flatMap(({ channelNouns }) => channelNouns)
    .sort((a, b) => b.length - a.length)
    .join('|')})(?!\\p{Ll})`,
  'iu',
);
const PHONE = /\+?\d[\d ()./-]{5,20}\d/g;
const VISITOR = /(?:visitor|web user|user|caller|besucher|visiteur|visitante|anonymous|guest)\s?#?[\da-f-]{0,40}/gi;

/** The subject without what programs put before it on every answer, in any language. */
export function withoutPrefixes(subject: string): string {
  let rest = subject.trim();
  for (let count = 0; count < MAX_PREFIXES; count++) {
    const tag = TAG.exec(rest);
    if (tag && (OUTSIDE.test(tag[0].trim()) || isPrefixed(rest.slice(tag[0].length)))) {
      rest = rest.slice(tag[0].length);
      continue;
    }
    if (!isPrefixed(rest)) break;
    rest = rest.replace(PREFIX, '');
  }
  return rest.trim();
}

function isPrefixed(subject: string): boolean {
  const prefix = PREFIX.exec(subject)?.[1];
  return prefix !== undefined && PREFIXES.has(prefix.toLowerCase());
}

/**
 * The subject that its author wrote; '' where a channel or a machine made it: an empty one's stand-in, a subject that names
 * its channel and the person it is with and nothing else, one of an automatic reply. Judged before anything is redacted.
 */
export function writtenSubject(
  subject: string,
  requester: { name: string; email: string | null; phone: string | null },
): string {
  const bare = withoutPrefixes(subject);
  const plain = bare.replace(/^[([<\s]+|[)\]>\s]+$/g, '').toLowerCase();
  if (plain === '' || EMPTY.has(plain)) return '';
  if (isAutomaticSubject(subject) || isAutomaticSubject(bare)) return '';
  return namesChannelAndPerson(bare, requester) ? '' : subject;
}

const squashed = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

function namesChannelAndPerson(
  subject: string,
  requester: { name: string; email: string | null; phone: string | null },
): boolean {
  if (/^chat transcript\b/i.test(subject)) return true;
  const noun = NOUN.exec(subject);
  if (!noun || /[?？]/.test(subject)) return false;
  let rest = subject;
  const names = [requester.name, requester.phone ?? '', requester.email ?? '', requester.email?.split('@')[0] ?? ''];
  for (const name of names) if (name.length > 1) rest = rest.split(name).join(' … ');
  rest = rest.replace(PHONE, ' … ').replace(VISITOR, ' … ');
  const handle = rest
    .split(/\s+/)
    .find((word) => squashed(word) !== '' && names.some((name) => squashed(name) === squashed(word)));
  if (handle) rest = rest.split(handle).join(' … ');
  if (!rest.includes('…')) return isNounWithName(rest, noun);
  const words = rest.match(/[\p{L}\p{M}]+/gu) ?? [];
  return words.length <= MAX_CHANNEL_WORDS && /…[\s.:)]*$/.test(rest);
}

/** "Conversation with Ada Example", whoever that is: noun, one small word, and nothing but a name. */
function isNounWithName(subject: string, noun: RegExpExecArray): boolean {
  if (noun.index > 20) return false;
  return /^\s?:?\s?\p{Ll}{2,5}:?(?: \p{Lu}[\p{L}\p{M}'’.-]+){2,4}$/u.test(subject.slice(noun.index + noun[0].length));
}
