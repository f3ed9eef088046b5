import { say } from '../../../../shared/said/said.ts';
import type { Fact } from './facts.ts';
import { type Dropped, namesIn, type Worded } from './wording.ts';

/** Share of a sentence's content, by how rare its words are, that another fact's wordings hold, from which it says the same. */
const SAME = 0.6;

/** Share of the rarer fact's conversations in which both may be said: nobody says one thing twice. */
const MET = 0.15;

/**
 * Conversations in which two sentences about one named thing would meet by chance, from which they are one where they meet in at
 * most half as many.
 */
const EXPECTED = 1;
const HARDLY = 0.65;

/** Share of a fact's sentences that hold a name, from which the fact is about it. */
const ABOUT = 0.4;

/**
 * Sentences without those that say again what another says: their words are among the wordings of a fact that more
 * conversations hold, and hardly anybody said both. Keeps the order.
 */
export function saidOnce(
  items: readonly Worded[],
  conversations: number,
  rarity: (word: string) => number,
): { kept: Worded[]; again: Dropped[] } {
  const bySupport = items.toSorted((a, b) => b.fact.conversations.size - a.fact.conversations.size);
  const kept: Worded[] = [];
  const again: Dropped[] = [];
  for (const item of bySupport) {
    const other = kept.find((one) => isSame(item, one, conversations, rarity));
    if (other) again.push({ said: item.said, why: say('left.again', { text: other.text }) });
    else kept.push(item);
  }
  return { kept: items.filter((item) => kept.includes(item)), again };
}

function isSame(less: Worded, more: Worded, conversations: number, rarity: (word: string) => number): boolean {
  const met = [...less.fact.conversations].filter((id) => more.fact.conversations.has(id)).length;
  const expected = (less.fact.conversations.size * more.fact.conversations.size) / conversations;
  const [own, others] = [namesOf(less.fact), namesOf(more.fact)];
  if (expected >= EXPECTED && met <= HARDLY * expected && [...own].some((name) => others.has(name))) return true;
  if (met > MET * less.fact.conversations.size) return false;
  if (less.said.figures !== more.said.figures && less.said.figures !== '') return false;
  const held = vocabulary(more.fact);
  const content = [...new Set(less.said.words)];
  const all = content.reduce((sum, word) => sum + rarity(word), 0);
  return content.reduce((sum, word) => sum + (held.has(word) ? rarity(word) : 0), 0) >= SAME * all;
}

/** What a fact is about: names of things on the screen, and words with a figure in them ("ipv6"), that many of its sentences hold. */
function namesOf({ said }: Fact): Set<string> {
  const counts = new Map<string, number>();
  for (const { text } of said) {
    const names = [...namesIn(text), ...(text.match(/\p{L}+\d[\p{L}\d]*/gu) ?? [])].map((name) => name.toLowerCase());
    for (const name of new Set(names)) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return new Set([...counts].filter(([, count]) => count >= ABOUT * said.length).map(([name]) => name));
}

const vocabulary = (fact: Fact): Set<string> => new Set(fact.said.flatMap(({ words }) => words));
