import type { Signal } from '../../../shared/signal.ts';
import { type SignalInput, shownBy, statedAt } from './input.ts';
import { countUnnegated, plainPhrases } from './phrases.ts';

/** Handovers that count whoever spoke: two after the first assignment are no longer sorting. Origin: stated default. */
export const SURE_HANDOVERS = 2;

const PERSON =
  '(?:manager|supervisor|team lead(?:er)?|superior|boss|human|(?:real|actual|live) (?:person|agent|human)|representative|someone (?:else|higher|senior|real|in charge)|somebody (?:else|higher|senior|real|in charge))';
const ASKED = new RegExp(
  `\\b(?:(?:speak|talk|chat) (?:to|with) (?:an? |your |the |some )?(?:\\w+ )?${PERSON}|(?:connect|transfer|put|get|pass) me (?:through )?(?:to|with|over to)? ?(?:an? |your |the )?(?:\\w+ )?${PERSON}|(?:want|need|get) (?:an? |your |the )(?:manager|supervisor|human|real person)(?: on| here| to (?:call|contact|answer|look|reply)|[.!?]|$)|escalate (?:this|it|my|the (?:case|ticket|issue|matter|request|complaint)))`,
  'g',
);
const PASSED_ON =
  /\b(?:i(?:'ll| will| am going to|'m going to|'ve| have)|we(?:'ll| will|'ve| have)|let me|i'm|i am|we're|we are|has been|have been|was) (?:now |just |already |been )?(?:escalat(?:e|ed|ing)|(?:pass|passed|passing|forward|forwarded|forwarding|hand|handed|handing|transfer|transferred|transferring) (?:this|it|you|your (?:case|ticket|request|issue|conversation)|the (?:case|ticket|conversation))(?: \w+){0,2} to)\b/g;

/**
 * The conversation had to go to somebody else: a customer asked for it, an agent or bot said so, or the helpdesk counts
 * a handover after one had answered. A first assignment, a single handover before any second voice and asking how to
 * escalate something inside the product are none.
 */
export function escalation({ conversation, facts }: SignalInput): Signal | null {
  const isEnglish = conversation.language === 'en';
  const shown = conversation.turns.filter((turn) => {
    if (!isEnglish) return false;
    return countUnnegated(plainPhrases(turn.text), turn.author === 'customer' ? ASKED : PASSED_ON) > 0;
  });
  const speakers = new Set(
    conversation.turns.filter((t) => t.author !== 'customer').map((t) => t.personId ?? t.author),
  );
  const wasHandedOver = facts.handovers >= SURE_HANDOVERS || (facts.handovers >= 1 && speakers.size >= 2);
  return shownBy('escalation', shown) ?? (wasHandedOver ? statedAt('escalation', conversation.updatedAt) : null);
}
