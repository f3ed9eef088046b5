import { stemmer } from 'stemmer';
import type { Claim } from './claim.ts';

const STEP_VERBS =
  'click|tap|press|select|choose|open|go|navigate|enter|type|paste|copy|save|delete|remove|add|create|enable|disable|turn|toggle|switch|log|sign|restart|reinstall|install|uninstall|update|upgrade|download|upload|connect|disconnect|reset|clear|contact|call|email|send|submit|confirm|verify|check|uncheck|scan|run|set|change|edit|import|export|cancel|refresh|wait|close|scroll|visit|share|use|ask|keep';
const STEP = new RegExp(
  String.raw`(?:^|[.;:,!?]\s+|\bthen\s+|\band\s+|\bplease\s+|\bto\s+|^\s*(?:[-*•#]|\d+[.)])\s+)(${STEP_VERBS})\b`,
  'giu',
);
const CONDITION =
  /\b(only if|only when|only for|only on|only available (?:to|on|for|in)|provided that|as long as|unless|except(?: for| when| if)?|if|when|without)\b([^,.;:!?]*)/giu;
const REQUIRED =
  /\b(?:(?:is|are)\s+(?:required|mandatory)|(?:is|are)\s+optional|must\s+(?:enter|provide|include|have|give)|(?:need|require)s?(?:\s+to\s+(?:enter|provide|give))?|can you (?:give|tell|provide|send) (?:me|us)|please (?:give|tell|provide|send|share)(?: me| us)?)\s*/giu;
/** What is required is named this near, in characters: further off it is another statement's. */
const NEAR_CHARS = 120;
const SUBJECT_WORDS = 3;
const OBJECT_WORDS = 4;
/** A word, and whether the next one follows it at once. */
const NAMED = /([\p{L}\p{N}'’-]+)(\s?)/uy;
const NOT_NAMING = new Set(['your', 'the', 'a', 'an', 'us', 'me', 'with']);
const NEGATIVE =
  "cannot|can['’]?t|can not|will not|won['’]?t|do not|don['’]?t|does not|doesn['’]?t|did not|didn['’]?t|must not|mustn['’]?t|should not|shouldn['’]?t|may not|is not|isn['’]?t|are not|aren['’]?t|no longer|never|not|unable to";
const POSITIVE = 'can|will|must|should|may|is able to|are able to|is|are|does|do';
const POLARITY = new RegExp(
  String.raw`\b(?:(${NEGATIVE})|(${POSITIVE}))\b(?:\s+(?:be|been|have to|now|also|always|still|only|currently|already|you|we|it)\b)*\s+(\p{L}+)`,
  'giu',
);
const NOT_ABOUT = new Set([
  'i',
  'you',
  'we',
  'they',
  'it',
  'he',
  'she',
  'your',
  'our',
  'their',
  'my',
  'is',
  'are',
  'be',
  'was',
  'were',
  'a',
  'an',
  'the',
  'to',
  'in',
  'on',
  'of',
  'for',
  'and',
  'or',
  'not',
  'no',
  'longer',
  'never',
]);

const stems = (text: string): string =>
  (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])
    .filter((w) => !NOT_ABOUT.has(w))
    .map(stemmer)
    .join(' ');

/** The verbs that tell the reader what to do, in the order of the text. */
export function steps(sentence: string): Claim[] {
  return [...sentence.matchAll(STEP)].map((m) => {
    const verb = m[1]!;
    const start = m.index + m[0].length - verb.length;
    const about = stemmer(verb.toLowerCase());
    return { kind: 'step', text: verb, value: about, about, start, end: start + verb.length };
  });
}

/** What must hold: `value` is the condition's word and the stems of what follows, `unit` the word alone. */
export function conditions(sentence: string): Claim[] {
  return [...sentence.matchAll(CONDITION)].map((m) => {
    const word = m[1]!.toLowerCase();
    const text = m[0].trimEnd();
    const about = stems(m[2]!) || null;
    return {
      kind: 'condition',
      text,
      value: `${word} ${about ?? ''}`.trim(),
      unit: word,
      about,
      start: m.index,
      end: m.index + text.length,
    };
  });
}

/** The last words before a place that follow one another without another sign. */
function subjectBefore(sentence: string, end: number): string {
  const near = sentence.slice(Math.max(0, end - NEAR_CHARS), end).trimEnd();
  let words: string[] = [];
  for (let at = 0; at < near.length; ) {
    NAMED.lastIndex = at;
    const [whole = '', word = ''] = NAMED.exec(near) ?? [];
    words = word === '' ? [] : [...words, word].slice(-SUBJECT_WORDS);
    at += Math.max(1, whole.length);
  }
  return words.join(' ');
}

/** The first words from a place on that follow one another, without the words before a name. */
function objectAfter(sentence: string, start: number): string {
  const near = sentence.slice(start, start + NEAR_CHARS).trimStart();
  const words: string[] = [];
  for (let at = 0; at < near.length && words.length < OBJECT_WORDS; ) {
    NAMED.lastIndex = at;
    const [whole = '', word = ''] = NAMED.exec(near) ?? [];
    if (word === '') break;
    if (words.length > 0 || !NOT_NAMING.has(word.toLowerCase())) words.push(word);
    at += whole.length;
  }
  return words.join(' ');
}

/** What has to be given ("your order number is required", "please provide your PIN"); `unit` is required or optional. */
export function fields(sentence: string): Claim[] {
  return [...sentence.matchAll(REQUIRED)].flatMap((m): Claim[] => {
    const isPassive = /^(?:is|are)\b/i.test(m[0]);
    const value = stems(isPassive ? subjectBefore(sentence, m.index) : objectAfter(sentence, m.index + m[0].length));
    if (!value) return [];
    const text = m[0].trimEnd();
    const unit = /optional/i.test(m[0]) ? 'optional' : 'required';
    return [{ kind: 'field', text, value, unit, about: value, start: m.index, end: m.index + text.length }];
  });
}

/** Whether the sentence affirms or denies: `value` is yes or no, `about` the stem of the word it is said of. */
export function polarities(sentence: string): Claim[] {
  return [...sentence.matchAll(POLARITY)].flatMap((m): Claim[] => {
    const word = m[3]!.toLowerCase();
    if (NOT_ABOUT.has(word)) return [];
    return [
      {
        kind: 'polarity',
        text: m[0],
        value: m[1] ? 'no' : 'yes',
        about: stemmer(word),
        start: m.index,
        end: m.index + m[0].length,
      },
    ];
  });
}
