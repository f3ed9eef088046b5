import { type Said as Reason, say } from '../../../../shared/said/said.ts';
import type { Writing } from '../../language/writing.ts';
import { asSentence } from '../../text/as-sentence.ts';
import { isOneOff } from '../../text/one-off.ts';

/** A sentence as an article says it, with what was changed to get there; `why` it can't stand, null where it can. */
export interface Tidied {
  text: string;
  why: Reason | null;
  /** How many edits it took beyond a capital and a full stop. */
  edits: number;
}

/** Something redaction or an agent left out. */
const HOLE = /…|\.{3}/;

/** The way through menus that people write with signs: "settings > security". */
const PATH = /\s*(?:->|>|→|›|»|⟶|➔)\s*/u;

/** Longest part of a path that is the name of a thing on the screen, in words. */
const NAME_WORDS = 5;

/** An agent's sentence without haste, kindness and what joins it to others; whole, with a capital and a full stop. Pure. */
export function tidied(said: string, writing: Writing): Tidied {
  let text = said.replace(/\s+/g, ' ').trim();
  let edits = 0;
  const change = (next: string): void => {
    if (next !== text) edits++;
    text = next.trim();
  };
  for (const [hasty, proper] of writing.haste) change(text.replace(hasty, proper));
  const path = pathOf(text, writing);
  if (path !== null) change(path);
  for (let before = ''; before !== text; ) {
    before = text;
    change(text.replace(writing.joining, ''));
    for (const kind of writing.kindness) change(text.replace(kind, ''));
  }
  for (const [one, team] of writing.forTheTeam) change(text.replace(one, team));
  const whole = finished(text);
  return { text: whole, why: whyNot(whole, writing), edits };
}

/** With a capital, a full stop, and no space before either. */
export function finished(text: string): string {
  return asSentence(text.replace(/(?<![\s,;:–-])[\s,;:–-]+$/u, ''), '.?!。');
}

function whyNot(text: string, writing: Writing): Reason | null {
  if (text === '') return say('left.empty');
  if (HOLE.test(text)) return say('left.hole');
  if (/[??]["'”’)]*$/.test(text)) return say('left.question');
  if (writing.correcting.test(text)) return say('left.correction');
  if (writing.personal.test(text)) return say('left.oneCase');
  if (writing.dangling.test(text) || writing.pointingLast?.test(text)) return say('left.dangling');
  if (isOneOff(text)) return say('left.once');
  return null;
}

/** A path written with signs as a sentence: a bare one as a way to go, one in a sentence as it stands; null where there is none. */
function pathOf(text: string, writing: Writing): string | null {
  const parts = text.replace(/[.!]+$/, '').split(PATH);
  if (parts.length < 2 || parts.some((part) => part === '')) return null;
  const [first = '', last = ''] = [parts[0], parts.at(-1)];
  const isBare =
    parts.every((part) => part.split(' ').length <= NAME_WORDS) && !isTold(first, writing) && !/,/.test(last);
  return isBare ? writing.goTo(parts.join(' > ')).replace(/\.$/, '') : parts.join(' > ');
}

const isTold = (text: string, writing: Writing): boolean =>
  writing.doing.has(/^[\p{L}-]+/u.exec(text)?.[0].toLowerCase() ?? '');
