/** One thing observed that says knowledge worked or failed. The closed list; docs/signals.md says where each is read. */
export const SIGNAL_KINDS = [
  'rephrase',
  'escalation',
  'frustration',
  'low_confidence',
  'suggestion_rejected',
  'suggestion_edited',
  'reopen',
  'repeat_contact',
  'bad_rating',
  'solved_without_article',
  'agent_flag',
  'failed_search',
  'bot_answer_failed',
] as const;
export type SignalKind = (typeof SIGNAL_KINDS)[number];

/**
 * `turnIds` are the turns that show it; empty where the signal is not in a text. `at` is event time in ms. `articleIds` are
 * the articles that a failed answer rested on, where they are known.
 */
export interface Signal {
  kind: SignalKind;
  at: number;
  turnIds: string[];
  articleIds?: string[];
}
