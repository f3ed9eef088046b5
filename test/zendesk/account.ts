import type { Helpdesk } from '../../worker/loop/ports/helpdesk.ts';
import { createZendeskHelpdesk, type ZendeskHelpdeskOptions } from '../../worker/zendesk/helpdesk.ts';
import { createZendesk, type Zendesk, type ZendeskOptions } from '../sandbox/zendesk/driver.ts';

export const START = Date.parse('2026-11-02T08:00:00Z');

export interface Account {
  zendesk: Zendesk;
  helpdesk: Helpdesk;
  /** Another instance on the same account, with nothing in memory. */
  connect(options?: Partial<ZendeskHelpdeskOptions>): Helpdesk;
  /** Moves the helpdesk's time on. */
  setTime(ms: number): void;
  paths(): string[];
}

/** A simulated account and the rim on it, without a socket. `serves` takes sideloads away from it. */
export function openAccount(serves: Pick<ZendeskOptions, 'hasMetricSets' | 'hasTranslations'> = {}): Account {
  let now = START;
  const zendesk = createZendesk({
    ...serves,
    clock: { now: () => new Date(now) },
    openapi: process.env.OPENAPI_DIR,
    limits: { incrementalPerMinute: 100_000, perMinute: 100_000 },
  });
  const token = zendesk.issueToken().accessToken;
  const send: typeof fetch = (input, init) => zendesk.fetch(new Request(input, init));
  const tenant = { subdomain: 'sandbox', baseUrl: 'https://sandbox.zendesk.com' };
  const connect: Account['connect'] = (options = {}) =>
    createZendeskHelpdesk({
      tenant,
      token: () => token,
      fetch: send,
      eventNow: () => now,
      delayMs: () => 1_000,
      ...options,
    });
  return {
    zendesk,
    helpdesk: connect(),
    connect,
    setTime: (ms) => {
      now = ms;
    },
    paths: () => zendesk.requests.map(({ method, path }) => `${method} ${path}`),
  };
}

/** What a promise was refused with. */
export async function failure(promise: Promise<unknown>): Promise<Error> {
  const error = await promise.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof Error)) throw new Error('nothing was thrown');
  return error;
}
