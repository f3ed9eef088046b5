import type { LoopMessage } from './loop/ports/messages.ts';

type Sweep = Extract<LoopMessage, { at: number }>['type'] &
  ('reconcile' | 'refresh' | 'watch' | 'seal' | 'consolidate' | 'calibrate' | 'forget' | 'digest' | 'repair');

/** What each cron expression of wrangler.toml asks of every active tenant. */
const SWEEPS: Record<string, Sweep[]> = {
  '*/5 * * * *': ['reconcile'],
  '*/15 * * * *': ['refresh'],
  '7 * * * *': ['watch', 'consolidate', 'seal', 'repair'],
  '23 3 * * *': ['calibrate', 'forget', 'digest'],
};

/** The messages of a cron expression at this event time; an unknown expression is a mistake in wrangler.toml. */
export function messagesOf(cron: string, at: number): LoopMessage[] {
  const types = SWEEPS[cron];
  if (!types) throw new Error(`no sweep is known for cron "${cron}"`);
  return types.map((type) => ({ type, at }));
}
