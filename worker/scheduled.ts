import type { LoopMessage } from './loop/messages.ts';

/** What each cron expression of wrangler.toml asks of every active tenant. */
const BY_CRON: Record<string, LoopMessage['type'][]> = {
  '*/5 * * * *': ['reconcile'],
  '*/15 * * * *': ['refresh'],
  '7 * * * *': ['watch_all', 'consolidate'] as never,
  '23 3 * * *': ['forget', 'calibrate'],
};
void BY_CRON;
