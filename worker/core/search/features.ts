import { conceptsOf } from '../text/lexicon.ts';
import { isFunctionWord, MAX_READ_CHARS, stem, tokens, withoutCourtesy } from '../text/words.ts';
import { KINDS, type Kind } from './weights.ts';

/** Most tokens of a text that become features; bounds the work on machine-made input. */
const MAX_TOKENS = 400;
const GRAM_SIZES = [3, 4, 5];

/** What only identifies a person or a case: addresses, and numbers of five digits or more. */
const PERSONAL = /(?<![\w.+-])[\w.+-]{1,64}@[\w.-]{1,200}|(?<![\w-])[+#]?\d[\d\s().-]{3,30}\d(?![\w-])/g;

/** Codes that must match as they stand: letters with digits ("E1042", "UR49SKNA"), and names such as ERR_TIMED_OUT. */
const CODE =
  /(?<![\w-])(?:(?=[\w-]*\d)(?=[\w-]*\p{L})[\p{L}\d]+(?:[-_][\p{L}\d]+)*|[A-Z0-9]+(?:_[A-Z0-9]+)+)(?![\w-])/gu;

const kindNumber = Object.fromEntries(KINDS.map((kind, i) => [kind, i])) as Record<Kind, number>;

/** Counts of features by number, ascending and distinct. `stems` is how many content stems the text has. */
export interface Features {
  ids: Int32Array;
  counts: Float32Array;
  stems: number;
}

/** Numbers hashed features in order of first sight. A frozen one gives -1 to what it never saw. */
export class Vocabulary {
  readonly idOf = new Map<number, number>();
  readonly kinds: number[] = [];

  id(hash: number, kind: number, isFrozen: boolean): number {
    const known = this.idOf.get(hash);
    if (known !== undefined) return known;
    if (isFrozen) return -1;
    const id = this.kinds.length;
    this.idOf.set(hash, id);
    this.kinds.push(kind);
    return id;
  }
}

/** The features of a text; what a frozen vocabulary doesn't hold is left out. Never throws; empty text has none. */
export function featuresOf(text: string, vocabulary: Vocabulary, isFrozen: boolean): Features {
  const asked = text.slice(0, MAX_READ_CHARS).replace(PERSONAL, ' ');
  const bare = tokens(withoutCourtesy(asked)).filter((token) => !NUMBER.test(token));
  const read = (bare.length > 0 ? bare : tokens(asked)).slice(0, MAX_TOKENS);
  const all = read.map(stem);
  const isGrammar = read.map(isFunctionWord);
  const content = all.filter((_, i) => !isGrammar[i]);
  const counts = new Map<number, number>();
  const add = (kind: Kind, feature: string) => {
    const number = kindNumber[kind];
    const id = vocabulary.id(hashOf(feature, number), number, isFrozen);
    if (id >= 0) counts.set(id, (counts.get(id) ?? 0) + 1);
  };
  content.forEach((word, i) => {
    add('word', word);
    if (i > 0) add('pair', `${content[i - 1]} ${word}`);
    for (const gram of gramsOf(word)) add('gram', gram);
  });
  all.forEach((word, i) => {
    if (isGrammar[i]) add('grammar', word);
    if (i > 0 && (isGrammar[i] || isGrammar[i - 1])) add('phrase', `${all[i - 1]} ${word}`);
  });
  for (const concept of conceptsOf(asked)) add('concept', concept);
  for (const code of codesOf(asked)) add('exact', code);
  const ids = Int32Array.from(counts.keys()).sort();
  return { ids, counts: Float32Array.from(ids, (id) => counts.get(id) ?? 0), stems: content.length };
}

/** Bare numbers and ranks are of a case, not of a topic; a number with a name before it is a code (below). */
const NUMBER = /^\d+(?:st|nd|rd|th)?$/;

/** Numbers that are codes by the word before them: "error 404", "form 1095". */
const NUMBERED = /(?<!\p{L})(?:error|err|code|fault|status|form|model|version)\s{0,3}[#:]?\s{0,3}(\d{2,6})(?!\d)/giu;

/** Counts, ranks and amounts look like codes and are none: "2nd", "10pm", "30mins", "8gb". */
const QUANTITY = /^\d+\p{L}{1,5}$/u;

/** Codes in a text, in lower case, as they must match. */
export function codesOf(text: string): string[] {
  const codes = Array.from(text.matchAll(CODE), (match) => match[0].toLowerCase());
  const numbered = Array.from(text.matchAll(NUMBERED), (match) => `#${match[1]}`);
  return [...codes.filter((code) => code.length >= 3 && !QUANTITY.test(code)), ...numbered];
}

function* gramsOf(word: string): Generator<string> {
  const edged = `^${word}$`;
  for (const size of GRAM_SIZES) for (let i = 0; i + size <= edged.length; i++) yield edged.slice(i, i + size);
}

/** FNV-1a of 32 bits over UTF-16 units, a seed for each kind. Source: Fowler, Noll, Vo. */
function hashOf(feature: string, kind: number): number {
  let hash = (0x811c9dc5 + Math.imul(kind, 0x9e3779b1)) | 0;
  for (let i = 0; i < feature.length; i++) hash = Math.imul(hash ^ feature.charCodeAt(i), 0x01000193);
  return hash;
}
