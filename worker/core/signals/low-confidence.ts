import type { Signal } from '../../../shared/signal.ts';
import { type SignalInput, shownBy } from './input.ts';
import { plainPhrases } from './phrases.ts';

const ME = "(?:i|we)(?:'m| am|'re| are)";
const TEAM =
  '(?:(?:my|our|the|a|another|someone (?:in|from|on)(?: the| our)?|somebody (?:in|from|on)(?: the| our)?) ?(?:\\w+ ){0,2}(?:team|colleagues?|manager|supervisor|lead|engineers?|engineering|developers?|specialists?|experts?|department|product|billing|tech(?:nical)?|senior|tier)|engineering|my side and)';
const HEDGES = new RegExp(
  [
    `\\b${ME} (?:honestly |really |actually )?(?:not|unsure)(?: (?:entirely|quite|completely|totally|fully|really|too|100%|so|very|exactly|a hundred percent))?(?: (?:sure|certain|aware|confident|familiar))\\b(?! (?:how|what|why) you)`,
    `\\b${ME} unsure\\b`,
    "\\bnot (?:entirely |quite |completely |100% |really |too )?sure (?:if|whether|why|how|what|that|about|on|off)\\b(?<!you(?: are|'re) not sure (?:if|whether|why|how|what|that|about|on|off))",
    "\\bi (?:think|believe|guess|suppose|assume) (?:so\\b|it(?:'s|'ll| is| was| will| should| might| may| can| could| works?)\\b|that(?:'s| is| was| should)\\b|this (?:is|was|should|might|may|can)\\b|you (?:can|could|should|might|may|need|have|would)\\b|there(?:'s| is| are| was| might| may)\\b|they\\b|the \\w+ (?:is|are|was|were|should|might|may|takes?|needs?)\\b|we (?:support|allow|offer|can|can't|cannot|don't|do not)\\b)",
    `\\b(?:let me|(?:i|we)(?:'ll| will|'d| would|'m going to| am going to|'re going to)?(?: (?:need|have) to)?) (?:just |quickly |first )?(?:double.?check|check|confirm|verify|consult|ask|clarify|find out)(?: this| that| it)? (?:with|from|in with) ${TEAM}`,
    `\\b(?:let me|i(?:'ll| will| need to| have to)) (?:just )?ask ${TEAM}`,
    "\\bi (?:do not|don't) (?:actually |really )?know (?:if|whether|why|how|what|that|the answer|for sure|about|off)\\b",
    "\\b(?:as far as i know|to (?:the best of )?my (?:best )?knowledge|afaik|if i remember correctly|if i recall correctly|off the top of my head|don't quote me)\\b",
    "\\bi (?:can't|cannot|could not|couldn't) (?:find|see) (?:any |much )?(?:documentation|information|info|article|anything) (?:on|about|for|regarding)\\b",
  ].join('|'),
);
/** A bot that says it didn't understand is as unsure as an agent who hedges. */
const BOT_LOST =
  /\b(?:i (?:did not|didn't|do not|don't) (?:quite |fully |really )?(?:understand|get|catch|know)|(?:could not|couldn't|unable to|wasn't able to|was not able to) (?:find|answer|locate) (?:an? |any |your |that )?(?:answer|article|information|question|relevant)|not able to answer)\b/;

/** Sentences with a question to the customer don't hedge: "are you not sure which plan you have?". */
const STATEMENT = /[^.!?\n]+(?:[.!]|\n|$)/g;

/**
 * An agent or a bot answered without being sure: hedged, had to ask colleagues, or (a bot) did not understand. In English
 * only. "Let me check your account" is work, not doubt; questions to the customer don't count.
 */
export function lowConfidence({ conversation }: SignalInput): Signal | null {
  if (conversation.language !== 'en') return null;
  const unsure = conversation.turns.filter(
    (turn) => turn.author !== 'customer' && isUnsure(turn.text, turn.author === 'bot'),
  );
  return shownBy('low_confidence', unsure);
}

function isUnsure(text: string, isBot: boolean): boolean {
  const statements = plainPhrases(text).match(STATEMENT) ?? [];
  return statements.some((said) => HEDGES.test(said) || (isBot && BOT_LOST.test(said)));
}
