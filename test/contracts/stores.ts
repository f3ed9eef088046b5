import type { Ports } from '../../worker/loop/ports/ports.ts';
import type { SessionStore } from '../../worker/loop/ports/session.ts';
import type { SecretStore } from '../../worker/loop/ports/stores/tenants.ts';
import type { AnswerStore, SpendStore } from '../../worker/loop/ports/writer.ts';

/** Every port that is a store, and the memory over the log: what a storage rim implements. */
export interface Stores
  extends Omit<
    Ports,
    | 'wallClock'
    | 'eventClock'
    | 'identity'
    | 'helpdesk'
    | 'writer'
    | 'courier'
    | 'prove'
    | 'changeFeeds'
    | 'product'
    | 'trackers'
    | 'surveys'
  > {
  secrets: SecretStore;
  sessions: SessionStore;
  spend: SpendStore;
  answers: AnswerStore;
}

/** Makes the stores under test; `settleMs` and `now` as the composition root would give them. */
export type MakeStores = (options?: { settleMs?: number; now?: () => number }) => Stores;

let made = 0;

/** Two tenants nobody else uses: every contract is held with the same ids in both. */
export function twoTenants(): [string, string] {
  made += 1;
  return [`zendesk:${made}`, `zendesk:${made}0000`];
}
