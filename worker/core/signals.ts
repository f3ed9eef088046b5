import type { Signal } from '../../shared/signal.ts';
import { escalation } from './signals/escalation.ts';
import { frustration } from './signals/frustration.ts';
import type { SignalInput } from './signals/input.ts';
import { lowConfidence } from './signals/low-confidence.ts';
import { rephrase } from './signals/rephrase.ts';
import { badRating, botAnswerFailed, flagged, reopen, repeatContact, solvedWithoutArticle } from './signals/stated.ts';

export type { EarlierContact, Flag, SignalFacts, SignalInput } from './signals/input.ts';

const READERS = [
  rephrase,
  escalation,
  frustration,
  lowConfidence,
  reopen,
  repeatContact,
  badRating,
  botAnswerFailed,
  solvedWithoutArticle,
] as const;

/**
 * Every signal a conversation shows, each kind at most once, in order of event time (ms). Signals that are read from
 * words are English only and chosen for precision: what is doubtful is no signal. docs/signals.md names the fields.
 */
export function signalsOf(input: SignalInput): Signal[] {
  const read = READERS.map((reader) => reader(input)).filter((signal) => signal !== null);
  return [...read, ...flagged(input)].sort((a, b) => a.at - b.at || a.kind.localeCompare(b.kind, 'en'));
}
