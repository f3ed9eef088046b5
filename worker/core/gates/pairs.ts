import type { RiskyWords } from '../language/risky.ts';
import { RISKY_WORDS } from '../language/risky-words.ts';

/** Words that may stand between what is done and what it is done to. */
const MAX_BETWEEN = 6;
/** Words behind the thing in which the end of a parted verb ("turn … off") is looked for. */
const MAX_TAIL = 3;
const WORD = /[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu;
const ENDS = /[.!?;\n]/;

type Field = keyof RiskyWords;
const PAIRS: readonly (readonly [Field, Field])[] = [
  ['weaken', 'protections'],
  ['hand', 'secrets'],
  ['pay', 'elsewhere'],
  ['wreck', 'vital'],
];

/** Phrases by their first word, or by its beginning where that ends with `*`. */
const PHRASES = Object.values(RISKY_WORDS).flatMap((words) =>
  (Object.entries(words) as [Field, string][]).flatMap(([field, list]) =>
    list.split('|').flatMap((phrase) => {
      const [head = '', tail = null] = phrase.split(' … ');
      return head === '' ? [] : [{ field, words: head.split(' '), tail }];
    }),
  ),
);
const FIRSTS = new Map<string, typeof PHRASES>();
for (const phrase of PHRASES) {
  const key = phrase.words[0]!.replace('*', '').slice(0, 3);
  FIRSTS.set(key, [...(FIRSTS.get(key) ?? []), phrase]);
}

const isWord = (word: string, wanted: string): boolean =>
  wanted.endsWith('*') ? word.startsWith(wanted.slice(0, -1)) : word === wanted;

/** Which fields of risky words belong together in a sentence, or stand alone as `never`; what is done and to what. */
export function riskyPairs(text: string): { first: Field; said: string }[] {
  const words = Array.from(text.toLowerCase().matchAll(WORD), ({ 0: word, index }) => ({ word, index }));
  const hits = words.flatMap(({ word }, at) =>
    (FIRSTS.get(word.slice(0, 3)) ?? []).flatMap(({ field, words: wanted, tail }) =>
      wanted.every((each, offset) => isWord(words[at + offset]?.word ?? '', each))
        ? [{ field, at, last: at + wanted.length - 1, tail }]
        : [],
    ),
  );
  const found: { first: Field; said: string }[] = [];
  for (const hit of hits) {
    if (hit.field === 'never') found.push({ first: 'never', said: text });
    const second = PAIRS.find(([first]) => first === hit.field)?.[1];
    const other = hits.find((one) => one.field === second && one.at > hit.last && one.at - hit.last <= MAX_BETWEEN + 1);
    if (!second || !other) continue;
    const behind = words.slice(hit.last + 1, other.last + 1 + MAX_TAIL).map(({ word }) => word);
    if (hit.tail !== null && !behind.includes(hit.tail)) continue;
    const said = text.slice(words[hit.at]!.index, words[other.last]!.index + words[other.last]!.word.length);
    if (!ENDS.test(said)) found.push({ first: hit.field, said });
  }
  return found;
}
