import type { Fact } from './facts.ts';
import { likeness, type Vector } from './likeness.ts';
import type { Said } from './reading.ts';

/** How much commoner here than elsewhere a wording must be to say something of the subject. */
const COMMONER = 3;

/** What is added for conversations that were not read: so many, and so many of them that say it. */
const UNREAD = 20;
const UNSEEN = 0.5;

/** Share of the words of the longer from which two sentences are one wording, and likeness from which they say one thing. */
const SAME = 0.8;
const ALIKE = 0.6;

/**
 * What agents say whatever they are asked is no knowledge: facts without the wordings that are as common in other
 * conversations, and without those that are said in more conversations elsewhere than here.
 */
export function saidHere(
  facts: readonly Fact[],
  elsewhere: readonly Said[],
  here: number,
  there: number,
  vectorOf: (said: Said) => Vector,
): { fact: Fact; isBoilerplate: boolean }[] {
  const byWord = new Map<string, Said[]>();
  for (const said of elsewhere)
    for (const word of new Set(said.words)) byWord.set(word, [...(byWord.get(word) ?? []), said]);
  return facts.map((fact) => {
    const wordings = Map.groupBy(fact.said, ({ words }) => [...words].sort().join(' '));
    const kept: Said[] = [];
    const foreign = new Set<string>();
    for (const said of wordings.values()) {
      const own = new Set(said.map(({ conversationId }) => conversationId)).size;
      const near = alike(said[0]!, byWord, vectorOf);
      for (const { conversationId } of near) foreign.add(conversationId);
      const others = new Set(near.filter((other) => isSame(said[0]!, other)).map((other) => other.conversationId)).size;
      if (own / Math.max(1, here) >= (COMMONER * (others + UNSEEN)) / (there + UNREAD)) kept.push(...said);
    }
    const conversations = new Set(kept.map(({ conversationId }) => conversationId));
    return {
      fact: { said: kept, conversations },
      isBoilerplate: kept.length === 0 || foreign.size > fact.conversations.size,
    };
  });
}

/** The sentences that say much the same. */
function alike(said: Said, byWord: ReadonlyMap<string, Said[]>, vectorOf: (said: Said) => Vector): Said[] {
  const near = new Set([...new Set(said.words)].flatMap((word) => byWord.get(word) ?? []));
  const own = vectorOf(said);
  return [...near].filter((other) => likeness(own, vectorOf(other)) >= ALIKE || isSame(said, other));
}

function isSame(a: Said, b: Said): boolean {
  const [own, other] = [new Set(a.words), new Set(b.words)];
  return [...own].filter((word) => other.has(word)).length >= SAME * Math.max(own.size, other.size);
}
