import type { Signal } from '../../../shared/signal.ts';
import { languageFor } from '../language/languages.ts';
import { type SignalInput, shownBy, statedAt } from './input.ts';
import { countUnnegated, plainPhrases } from './phrases.ts';

/** Handovers that count whoever spoke: two after the first assignment are no longer sorting. Origin: stated default. */
export const SURE_HANDOVERS = 2;

/**
 * The conversation had to go to somebody else: a customer asked for it, an agent or bot said so, or the helpdesk counts
 * a handover after one had answered. A first assignment, a single handover before any second voice and asking how to
 * escalate something inside the product are none.
 */
export function escalation({ conversation, facts }: SignalInput): Signal | null {
  const words = languageFor(conversation.language)?.signals;
  const shown = conversation.turns.filter((turn) => {
    if (!words) return false;
    const phrases = turn.author === 'customer' ? words.asksForPerson : words.passesOn;
    return countUnnegated(plainPhrases(turn.text), phrases, words.negation) > 0;
  });
  const speakers = new Set(
    conversation.turns.filter((t) => t.author !== 'customer').map((t) => t.personId ?? t.author),
  );
  const wasHandedOver = facts.handovers >= SURE_HANDOVERS || (facts.handovers >= 1 && speakers.size >= 2);
  return shownBy('escalation', shown) ?? (wasHandedOver ? statedAt('escalation', conversation.updatedAt) : null);
}
