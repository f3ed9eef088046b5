import type { Conversation } from '../../../../shared/conversation.ts';
import type { Dispute } from '../../../../shared/fix.ts';
import { say } from '../../../../shared/said/said.ts';
import { disagreement, openQuestion } from '../open-questions.ts';
import type { Fact } from './facts.ts';
import type { Said } from './reading.ts';
import type { Dropped, Worded } from './wording.ts';

/** Share of the words beside the figures that two sentences have in common, from which they are two answers to one thing. */
const ONE_THING = 0.6;

/**
 * Sentences without those that answer what another answers otherwise ("12 lamps", "40 lamps"): the one that more conversations
 * hold stands, and where agents really disagree a person is asked. Keeps the order.
 */
export function withoutRivals(
  items: readonly Worded[],
  conversations: readonly Conversation[],
): { kept: Worded[]; rivals: Dropped[]; disputes: Dispute[] } {
  const kept: Worded[] = [];
  const rivals: Dropped[] = [];
  const sayings = new Map<Worded, Said[]>();
  for (const item of items.toSorted((a, b) => b.fact.conversations.size - a.fact.conversations.size)) {
    const other = kept.find((one) => isRival(item, one));
    if (other) {
      rivals.push({ said: item.said, why: say('left.rival', { text: other.text }) });
      sayings.get(other)!.push(...item.fact.said);
    } else {
      kept.push(item);
      sayings.set(item, [...item.fact.said]);
    }
  }
  const disputes = [...sayings].flatMap(([item, said]) => {
    const same = said.filter((one) => shareOf(one, item.said) >= ONE_THING);
    const sides = disagreement(same.map(asSaying), conversations);
    return sides ? [{ question: openQuestion(sides), sides }] : [];
  });
  return { kept: items.filter((item) => kept.includes(item)), rivals, disputes };
}

function isRival(less: Worded, more: Worded): boolean {
  const [own, other] = [less.said.figures, more.said.figures];
  if (own === '' || other === '' || own === other) return false;
  return share(less.fact, more.fact) >= ONE_THING;
}

/** The most that two wordings of two facts have in common beside figures. */
function share(a: Fact, b: Fact): number {
  let most = 0;
  for (const one of a.said) for (const other of b.said) most = Math.max(most, shareOf(one, other));
  return most;
}

function shareOf(a: Said, b: Said): number {
  const [x, y] = [wordsOf(a), wordsOf(b)];
  const common = [...x].filter((word) => y.has(word)).length;
  return common / Math.max(1, x.size, y.size);
}

const wordsOf = (said: Said): Set<string> => new Set(said.words.filter((word) => !/\d/.test(word)));

const asSaying = ({ conversationId, turnId, quote, place }: Said) => ({
  quote: { conversationId, turnId, quote },
  masked: '',
  names: [],
  place,
});
