import type { Conversation, Turn } from '../../../shared/conversation.ts';
import { LANGUAGES, languageFor } from '../language/languages.ts';
import { sentenceSpans } from '../text/sentence-spans.ts';
import { words } from '../text/words.ts';
import { isAcknowledgement } from './acknowledgement.ts';
import { answersOf } from './answers.ts';
import { OPENING_MESSAGES, openingQuestion } from './opening.ts';
import { withoutPrefixes } from './subject.ts';

/**
 * One thing asked and what was answered to it. `text` is its opening, with the subject where that is about it; the turns
 * are the conversation's own, each with the verbatim piece of it that belongs to this question, in order.
 */
export interface AskedQuestion {
  text: string;
  customerTurns: Turn[];
  agentTurns: Turn[];
}

/** Content words that a question has at least: below it is a remark. */
const MIN_STEMS = 2;
/** Questions without a word between that says so must have as many each, and share less than that of the shorter. */
const MAX_BARE_OVERLAP = 0.2;
const MAX_LOOSE_OVERLAP = 0.25;
/** Turns that are looked through, and characters of one: what lies behind is no question, but an attachment. */
const MAX_TURNS = 200;
const MAX_TURN_READ = 8_192;
/** More questions than this in a conversation are a list, and one question. */
const MAX_QUESTIONS = 5;

/**
 * The questions of a conversation, each with the answers that belong to it: one as a rule, more where the customer says
 * that another comes, adds something that asks, or asks about different things in paragraphs of their own. None where
 * nothing is asked (chaff, machines). The words of all questions together are the customers', those of the answers the
 * agents', nothing is reworded.
 */
export function questionsOf(conversation: Conversation): AskedQuestion[] {
  const whole = openingQuestion(conversation);
  if (whole === '') return [];
  const asked = splitQuestions(conversation);
  if (asked.length < 2 || asked.length > MAX_QUESTIONS) {
    const by = (author: Turn['author']) => conversation.turns.filter((turn) => turn.author === author);
    return [{ text: whole, customerTurns: by('customer'), agentTurns: by('agent') }];
  }
  const answers = answersOf(conversation, asked);
  const subject = withoutPrefixes(conversation.subject);
  const titled = subject === '' ? -1 : nearest(subject, asked.map(textOf));
  return asked.map((customerTurns, at) => {
    const text = textOf(customerTurns.slice(0, OPENING_MESSAGES));
    return {
      text: at === titled && !text.includes(subject) ? `${subject}\n${text}` : text,
      customerTurns,
      agentTurns: answers[at] ?? [],
    };
  });
}

const textOf = (turns: readonly Turn[]): string => turns.map(({ text }) => text).join('\n');

/** What was said to each question, a piece a turn. */
function splitQuestions(conversation: Conversation): Turn[][] {
  const asked: Turn[][] = [];
  for (const turn of conversation.turns.slice(0, MAX_TURNS)) {
    if (turn.author !== 'customer' || isAcknowledgement(turn.text)) continue;
    for (const { text, isNew } of piecesOf(turn, conversation.language)) {
      const last = asked.at(-1);
      const before = last?.at(-1);
      if (!last || (isNew && stemsOf(text).size >= MIN_STEMS)) asked.push([{ ...turn, text }]);
      else if (before?.id === turn.id) before.text += `\n${text}`;
      else last.push({ ...turn, text });
    }
  }
  return asked.filter((turns) => stemsOf(textOf(turns)).size >= MIN_STEMS);
}

/** The pieces of a message, each with whether something new is asked in it. */
function piecesOf(turn: Turn, language: string): { text: string; isNew: boolean }[] {
  const { additions } = languageFor(language) ?? LANGUAGES[0]!;
  const pieces: { text: string; isNew: boolean }[] = [];
  for (const paragraph of turn.text.slice(0, MAX_TURN_READ).split(/\n{1,}/)) {
    if (paragraph.trim() === '') continue;
    const before = pieces.at(-1)?.text ?? '';
    for (const marked of markedPieces(paragraph, additions)) {
      const previous = pieces.at(-1)?.text ?? before;
      const isNew = marked.isMarked ? isAddition(marked, previous, additions) : isOwn(marked.text, before, additions);
      pieces.push({ text: isNew && marked.isMarked ? unmarked(marked, additions) : marked.text, isNew });
    }
  }
  return pieces;
}

type Marked = { text: string; isMarked: boolean; isExplicit: boolean };
type AdditionWords = (typeof LANGUAGES)[number]['additions'];

const GLOBAL = new Map<RegExp, RegExp>();

/** The pattern as one that finds every place. */
function everywhere(pattern: RegExp): RegExp {
  const known = GLOBAL.get(pattern) ?? new RegExp(pattern.source, 'giu');
  GLOBAL.set(pattern, known);
  return known;
}

/** A paragraph cut where somebody says that they add something: at a sentence's beginning, or at a capital within. */
function markedPieces(paragraph: string, additions: AdditionWords): Marked[] {
  const starts: { at: number; to: number; isExplicit: boolean }[] = [];
  for (const isExplicit of [true, false]) {
    const pattern = isExplicit ? additions.explicit : additions.loose;
    for (const match of paragraph.matchAll(everywhere(pattern))) {
      const at = match.index + /^\s*/.exec(match[0])![0].length;
      if (beginsSentence(paragraph, at) && !starts.some((one) => at < one.to && match.index + match[0].length > one.at))
        starts.push({ at, to: match.index + match[0].length, isExplicit });
    }
  }
  starts.sort((a, b) => a.at - b.at);
  const cuts = [...starts];
  if (cuts[0]?.at !== 0) cuts.unshift({ at: 0, to: 0, isExplicit: false });
  return cuts
    .map((cut, index) => ({
      text: paragraph.slice(cut.at, cuts[index + 1]?.at ?? paragraph.length).trim(),
      isMarked: starts.includes(cut),
      isExplicit: cut.isExplicit,
    }))
    .filter(({ text }) => text !== '');
}

function beginsSentence(text: string, at: number): boolean {
  const before = text.slice(0, at).trimEnd();
  if (before === '' || /[.?!。！？…:;)\]-]$/.test(before)) return true;
  return /^\p{Lu}\p{Ll}/u.test(text.slice(at));
}

/** What is added, without the words that say so. */
function unmarked({ text, isExplicit }: Marked, additions: AdditionWords): string {
  return text
    .replace(additions[isExplicit ? 'explicit' : 'loose'], '')
    .replace(/^[\s:,.–-]+/, '')
    .trim();
}

function isAddition(marked: Marked, before: string, additions: AdditionWords): boolean {
  const said = unmarked(marked, additions);
  if (marked.isExplicit) return stemsOf(said).size >= MIN_STEMS;
  return additions.asking.test(said) && !additions.goingOn.test(said) && overlap(said, before) <= MAX_LOOSE_OVERLAP;
}

/** A paragraph of its own that asks about something else than the one before. */
function isOwn(text: string, before: string, additions: AdditionWords): boolean {
  if (!/[?？]/.test(text) || !/[?？]/.test(before)) return false;
  const first = sentenceSpans(text)[0];
  if (first && additions.goingOn.test(text.slice(first.start, first.end))) return false;
  const isWhole = stemsOf(text).size >= MIN_STEMS && stemsOf(before).size >= MIN_STEMS;
  return isWhole && overlap(text, before) <= MAX_BARE_OVERLAP;
}

const stemsOf = (text: string): Set<string> => new Set(words(text));

function overlap(a: string, b: string): number {
  const [left, right] = [stemsOf(a), stemsOf(b)];
  const shared = [...left].filter((stem) => right.has(stem)).length;
  return shared / Math.max(1, Math.min(left.size, right.size));
}

function nearest(subject: string, asked: readonly string[]): number {
  const shares = asked.map((text) => overlap(subject, text));
  return shares.indexOf(Math.max(...shares));
}
