import { claimsOf, compareClaims } from '../claim/claims.ts';
import { CHANGE_PATTERNS, SHOWN_AS } from '../language/en/changes.ts';
import { escapeText } from '../text/escape.ts';
import { wordsOf } from './words.ts';

/** A note that tells of a change ("was raised from 50 MB to 100 MB") instead of being the new line. */
export interface Announcement {
  from: string;
  to: string;
}

/** An announcement is a sentence or two; the patterns are slow on more. */
const MAX_ANNOUNCEMENT_CHARS = 400;
/** A value is a few words; more is prose that happens to say "from … to". */
const MAX_VALUE_WORDS = 6;
/** An announcement says less than the statement it is about; a line that says as much is the new line itself. */
const MAX_PART_OF_STATEMENT = 0.9;

const escapeRegex = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
/** The value in a text or in its markup, where signs are entities. */
const whole = (value: string): RegExp => {
  const forms = [...new Set([value, escapeText(value)])].map(escapeRegex).join('|');
  return new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${forms})(?![\p{L}\p{N}])`, 'gu');
};

/** What the note says was changed into what, or null where it tells of no such change. */
export function announcementOf(note: string): Announcement | null {
  if (note.length > MAX_ANNOUNCEMENT_CHARS) return null;
  for (const { pattern, isNewFirst } of CHANGE_PATTERNS) {
    const [, first, second] = pattern.exec(note.trim()) ?? [];
    if (!first || !second) continue;
    const [from, to] = isNewFirst ? [second, first] : [first, second];
    if ([from, to].some((value) => value.split(/\s+/).length > MAX_VALUE_WORDS)) continue;
    const told = withoutShared(from, to);
    if (told.from !== told.to) return told;
  }
  return null;
}

/**
 * The two values as an article may hold them: "from 12 to 14 characters" names what is counted once, "the Access tab" is
 * shown as Access.
 */
function withoutShared(from: string, to: string): Announcement {
  const [, number, counted] = /^(\d[\d.,]*)\s+(\p{L}.*)$/u.exec(to) ?? [];
  if (number && counted && /^\d[\d.,]*$/.test(from)) return { from, to: number };
  const [, counts, unit] = /^(\d[\d.,]*)\s+(\p{L}.*)$/u.exec(to) ?? [];
  if (counts && unit && from.endsWith(` ${unit}`)) return { from: from.slice(0, -unit.length - 1), to: counts };
  const [bare] = [SHOWN_AS.exec(from)?.[1] ?? from];
  return { from: bare, to: SHOWN_AS.exec(to)?.[1] ?? to };
}

/** Whether the statement holds the old value as whole words and not the new one. */
export const holdsOld = (text: string, { from, to }: Announcement): boolean =>
  whole(from).test(text) && !whole(to).test(text);

const isMarkup = (text: string): boolean => /<\/?[a-z][^<>]*>|&(?:[a-z]+|#\d+);/iu.test(text);

/** The statement with the new value for the old one; markup and all else stay. */
export const announced = (text: string, { from, to }: Announcement): string =>
  text.replace(whole(from), () => (isMarkup(text) ? escapeText(to) : to));

/** Words shorter than this are shared by chance. */
const MIN_SHARED_CHARS = 4;

/** Whether more than the old value ties the note to the statement: another word, or that it is a label there. */
export function isAbout(text: string, note: string, { from, to }: Announcement): boolean {
  const values = new Set(wordsOf(`${from} ${to}`).map((w) => w.key));
  const said = new Set(wordsOf(note).map((w) => w.key));
  const isShared = wordsOf(text).some((w) => w.key.length >= MIN_SHARED_CHARS && said.has(w.key) && !values.has(w.key));
  return isShared || claimsOf(text).some((claim) => claim.kind === 'label' && whole(from).test(claim.text));
}

/**
 * The statement with one value replaced, where a shorter note in the words of a release note ("… now …") disagrees with
 * it in exactly one claim: then the note is about the statement, and replacing all of it would lose what else it says.
 * Null where the note reads as the new line.
 */
export function oneValueChanged(statement: string, note: string): string | null {
  if (!/\bnow\b/i.test(note) || /\bnow\b/i.test(statement)) return null;
  if (wordsOf(note).length > MAX_PART_OF_STATEMENT * wordsOf(statement).length) return null;
  const { differing } = compareClaims(claimsOf(statement), claimsOf(note));
  const [only] = differing;
  if (!only || differing.length > 1) return null;
  return statement.slice(0, only.from.start) + only.to.text + statement.slice(only.from.end);
}
