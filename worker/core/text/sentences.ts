import { hash32 } from './hash32.ts';
import { isOneOff } from './one-off.ts';
import { sentenceSpans } from './sentence-spans.ts';
import { isFunctionWord, stem, tokens } from './words.ts';

/** Longest text that is read of one turn, in characters; beyond it a turn is an attachment, not talk. */
export const MAX_TURN_READ = 8_192;

/** Longest sentence that can be a statement, in characters; longer runs are logs, code or pasted mail. */
export const MAX_SENTENCE_CHARS = 600;

/** Most sentences read of one turn. */
const MAX_SENTENCES = 60;

/** Words of courtesy: a sentence of these and of function words alone opens, closes or fills, and states nothing. */
const COURTESY = new Set(
  (
    'help assist assistance else anything thank thanks welcome good great nice goodbye bye have happy pleasure glad ' +
    'wonderful fantastic excellent perfect alright right sure okay fine worries moment please sorry apologies ' +
    'apologize apologise unfortunately afraid course absolutely certainly definitely further'
  )
    .split(' ')
    .map(stem),
);

/** A noun in agents' mouth ("your booking ID"), although it looks like a worn-down "I'd". */
const IDENTIFIER = 'id';

const QUOTED = /(^|[\s(:])(?:'[^'\n]{1,60}'|"[^"\n]{1,60}"|“[^”\n]{1,60}”|‘[^’\n]{1,60}’)(?=$|[\s.,;:!?)])/gu;
const PLACEHOLDER = /<[^<>\n]{1,60}>|\{\{?[^{}\n]{1,60}\}?\}|\[[^[\]\n]{1,60}\]|_{3,}|…|\.{3,}|\bX{3,}\b/gu;
const NUMBER = /[\p{L}#$€£]{0,12}\d[\p{L}\d]{0,24}(?:[.,:/-]\d+){0,8}%?/gu;
const NAME = /(?<=[\p{L}\p{N},;:'’)–-]\s+)\p{Lu}\p{Ll}+(?:\s+(?:(?:and|of|the|de)\s+)?\p{Lu}\p{Ll}+)*/gu;

/** Whether a sentence has a blank, also one that redaction left. */
export function hasPlaceholder(sentence: string): boolean {
  return sentence.search(PLACEHOLDER) >= 0;
}

/** A sentence where it stands: `text` is the verbatim slice from `start` to `end` of the source. */
export interface Sentence {
  text: string;
  start: number;
  end: number;
}

/** What a sentence says, without who and which: content stems, function words, the numbers and the count of slots. */
export interface Reading {
  /** Stems and function words in order. */
  frame: string[];
  stems: string[];
  /** The word each stem stood for, as written, in lower case. */
  surfaces: string[];
  functions: string[];
  numbers: string[];
  slots: number;
  /** Names the wording, whatever the names and values in it. */
  wording: number;
  isQuestion: boolean;
  /** Whether it tells an event or a state of one case and no rule. */
  isOneOff: boolean;
}

/** Verbatim sentences of a text in order, as far as a turn is read; see `sentenceSpans` for where one ends. */
export function sentences(text: string): Sentence[] {
  const source = text.slice(0, MAX_TURN_READ);
  return sentenceSpans(source)
    .filter(({ start, end }) => end - start <= MAX_SENTENCE_CHARS)
    .slice(0, MAX_SENTENCES)
    .map(({ start, end }) => ({ text: source.slice(start, end), start, end }));
}

/** The sentence with quoted values, placeholders, numbers and names replaced by `…`; of names, those in `kept` stand. */
export function masked(text: string, kept: ReadonlySet<string> = NOTHING): string {
  return text
    .replace(PLACEHOLDER, '…')
    .replace(QUOTED, '$1…')
    .replace(NUMBER, '…')
    .replace(NAME, (name) => (kept.has(name) ? name : '…'))
    .replace(/…(?:[\s,'’"/:;–@-]*…)+/gu, '…')
    .replace(/\s+/g, ' ')
    .trim();
}

const NOTHING: ReadonlySet<string> = new Set();

/** What of a sentence looks like a name: of a person, a place, or of a button. */
export function namesIn(text: string): string[] {
  return text.replace(PLACEHOLDER, '…').replace(QUOTED, '$1…').replace(NUMBER, '…').match(NAME) ?? [];
}

/** The name of a masked wording: its letters and slots. */
export function wordingOf(plain: string): number {
  return hash32(
    plain
      .toLowerCase()
      .replace(/[^\p{L}…]+/gu, ' ')
      .trim(),
  );
}

/** Reads one sentence: which stems it shares with others that say the same, whoever and whichever it is about. */
export function reading(text: string): Reading {
  const plain = masked(text);
  const stems = new Map<string, string>();
  const functions = new Set<string>();
  const frame: string[] = [];
  for (const token of tokens(plain)) {
    const isFunction = isFunctionWord(token) && token !== IDENTIFIER;
    frame.push(isFunction ? token : stem(token));
    if (isFunction) functions.add(token);
    else if (!stems.has(stem(token))) stems.set(stem(token), token);
  }
  return {
    frame,
    stems: [...stems.keys()],
    surfaces: [...stems.values()],
    functions: [...functions],
    numbers: text.match(NUMBER) ?? [],
    slots: plain.split('…').length - 1,
    wording: wordingOf(plain),
    isQuestion: /\?["'”’)]*\s*$/.test(text),
    isOneOff: isOneOff(text),
  };
}

/** Whether a sentence only greets, thanks, apologises or asks whether it can help: it states nothing. */
export function isCourtesy(reading: Reading): boolean {
  return reading.stems.every((s) => COURTESY.has(s));
}

/** What begins a sentence that only wishes or bridges ("Enjoy your stay", "Ok, let me see"), as stems. English. */
const WISHES = new Set('enjoy hope wish let glad ok okay sure sorry thank'.split(' ').map(stem));

/** Whether a sentence, by how it begins, is a wish or a bridge: said in its place by everybody, and no statement. */
export function isWish({ frame }: Pick<Reading, 'frame'>): boolean {
  return WISHES.has(frame[0] ?? '');
}

/** What agents say of the talk, of themselves or of the help center, and no article says. English. */
const TALK =
  /^(?:thanks?\b|(?:good|great) (?:question|point)\b|you['’]?re welcome\b|my pleasure\b|(?:i|we) (?:really |just )?(?:hope|appreciate|tried|called|rang|wish)\b|have an? (?:nice|great|good|lovely)\b|feel free\b|sorry (?:for|about|to|that)\b|apologies\b)|\barticle about (?:it|this|that) yet\b|^this article (?:explains|describes|tells)\b/i;

/** Whether a sentence belongs to the talk: an article that says it speaks to nobody. */
export function isTalk(text: string): boolean {
  return TALK.test(text.trim());
}

/** Whether a stem is a word of courtesy, which weighs as little as a function word. */
export function isCourtesyStem(s: string): boolean {
  return COURTESY.has(s);
}
