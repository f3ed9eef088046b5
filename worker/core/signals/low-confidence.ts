import type { Signal } from '../../../shared/signal.ts';
import { languageFor } from '../language/languages.ts';
import type { SignalWords } from '../language/signal-words.ts';
import { type SignalInput, shownBy } from './input.ts';
import { plainPhrases } from './phrases.ts';

/** Sentences with a question to the customer don't hedge: "are you not sure which plan you have?". */
const STATEMENT = /[^.!?。！？\n]+(?:[.!。！]|\n|$)/g;

/**
 * An agent or a bot answered without being sure: hedged, had to ask colleagues, or (a bot) did not understand. "Let me check your account" is work, not doubt; questions to the customer don't count.
 */
export function lowConfidence({ conversation }: SignalInput): Signal | null {
  const words = languageFor(conversation.language)?.signals;
  if (!words) return null;
  const unsure = conversation.turns.filter(
    (turn) => turn.author !== 'customer' && isUnsure(turn.text, turn.author === 'bot', words),
  );
  return shownBy('low_confidence', unsure);
}

function isUnsure(text: string, isBot: boolean, words: SignalWords): boolean {
  const statements = plainPhrases(text).match(STATEMENT) ?? [];
  return statements.some((said) => words.hedges.test(said) || (isBot && words.isLost.test(said)));
}
