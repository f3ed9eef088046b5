import type { Fact } from './facts.ts';
import { namesIn, type Worded } from './wording.ts';

/** Share of a sentence's content, by how rare its words are, that another fact's wordings hold, from which it says the same. */
const SAME = 0.6;

/** Share of the rarer fact's conversations in which both may be said: nobody says one thing twice. */
const MET = 0.15;

/**
 * Conversations in which two sentences about one thing on the screen would meet by chance, from which they are one where they
 * never do.
 */
const EXPECTED = 1;

/**
 * Sentences without those that say again what another says: their words are among the wordings of a fact that more
 * conversations hold, and hardly anybody said both. Keeps the order.
 */
export function saidOnce(
  items: readonly Worded[],
  conversations: number,
  rarity: (word: string) => number,
): { kept: Worded[]; again: { text: string; why: string }[] } {
  const bySupport = items.toSorted((a, b) => b.fact.conversations.size - a.fact.conversations.size);
  const kept: Worded[] = [];
  const again: { text: string; why: string }[] = [];
  for (const item of bySupport) {
    const other = kept.find((one) => isSame(item, one, conversations, rarity));
    if (other) again.push({ text: item.text, why: `it says what "${other.text}" says` });
    else kept.push(item);
  }
  return { kept: items.filter((item) => kept.includes(item)), again };
}

function isSame(less: Worded, more: Worded, conversations: number, rarity: (word: string) => number): boolean {
  const met = [...less.fact.conversations].filter((id) => more.fact.conversations.has(id)).length;
  if (met > MET * less.fact.conversations.size) return false;
  if (less.said.figures !== more.said.figures && less.said.figures !== '') return false;
  const expected = (less.fact.conversations.size * more.fact.conversations.size) / conversations;
  if (met === 0 && expected >= EXPECTED && namesIn(less.text).some((name) => namesIn(more.text).includes(name)))
    return true;
  const held = vocabulary(more.fact);
  const own = [...new Set(less.said.words)];
  const all = own.reduce((sum, word) => sum + rarity(word), 0);
  return own.reduce((sum, word) => sum + (held.has(word) ? rarity(word) : 0), 0) >= SAME * all;
}

const vocabulary = (fact: Fact): Set<string> => new Set(fact.said.flatMap(({ words }) => words));
