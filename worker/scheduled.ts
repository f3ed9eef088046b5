import type { LoopMessage } from './loop/ports/messages.ts';

/** Messages that hold nothing but when they were asked: what a tick can ask of every account alike. */
type Tick = {
  [T in LoopMessage['type']]: { type: T; at: number } extends LoopMessage ? T : never;
}[LoopMessage['type']];

/** What each cron expression of wrangler.toml asks of every active tenant. */
const TICKS: Record<string, Tick[]> = {
  '*/5 * * * *': ['reconcile'],
  '*/15 * * * *': ['refresh'],
  '7 * * * *': ['watch', 'consolidate', 'seal', 'repair', 'measure', 'poll'],
  '23 3 * * *': ['calibrate', 'forget', 'digest', 'follow', 'judge'],
};

/** The messages of a cron expression at this event time; an unknown expression is a mistake in wrangler.toml. */
export function messagesOf(cron: string, at: number): LoopMessage[] {
  const types = TICKS[cron];
  if (!types) throw new Error(`no tick is known for cron "${cron}"`);
  return types.map((type) => ({ type, at }));
}
