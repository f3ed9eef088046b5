import { createMemoryFeeds } from './change-feeds.ts';
import { createMemoryProduct } from './product.ts';
import { createMemoryTracker } from './trackers.ts';

/** What an account is connected to beside its helpdesk, in memory: nothing, until a test connects it. */
export function createMemoryConnected() {
  return { changeFeeds: createMemoryFeeds(), product: createMemoryProduct(), trackers: createMemoryTracker() };
}
