import { createApp } from '../../worker/app.ts';
import { createBearers } from '../../worker/crypto/bearers.ts';
import { createConsoleLinks } from '../../worker/crypto/console-links.ts';
import { createSessions } from '../../worker/loop/account/sessions.ts';
import { RetryLater } from '../../worker/loop/ports/errors.ts';
import type { Person, Rights } from '../../worker/loop/ports/session.ts';
import type { Services } from '../../worker/routes/services.ts';
import { memorySessions } from '../loop/memory/sessions.ts';
import type { World } from '../loop/world/world.ts';

export const TOKEN = 'operator-token-for-tests-0123456789';
export const PUBLIC_URL = 'https://mend.example';

/** Who is who at the desk of a test, by tenant and user; what they may open, by tenant. */
export interface People {
  /** Conversations the helpdesk has no more. */
  gone?: Set<string>;
  persons: Map<string, Person>;
  open: Map<string, Set<string>>;
  /** The helpdesk does not answer who somebody is. */
  isSilent?: boolean;
}

/** Sessions as in production, over people that a test makes up. */
export function signingIn(world: World, people: People = { persons: new Map(), open: new Map() }) {
  const rights: Rights = {
    async person(tenant, userId) {
      if (people.isSilent) throw new RetryLater('the helpdesk is silent', 1_000);
      return people.persons.get(`${tenant}/${userId}`) ?? null;
    },
    mayOpen: async (tenant, _, ids) => new Set(ids.filter((id) => people.open.get(tenant)?.has(id))),
    absent: async (tenant, userId, id) =>
      people.gone?.has(id) ? { mayKnow: people.persons.get(`${tenant}/${userId}`)?.role === 'admin' } : null,
  };
  const key = new Uint8Array(32);
  const now = world.ports.wallClock.now;
  const links = createConsoleLinks(key, now);
  return {
    publicUrl: PUBLIC_URL,
    frameAncestors: 'https://*.zendesk.com',
    sessions: createSessions({
      store: memorySessions(world.shelf),
      bearers: createBearers(key),
      rightsOf: () => rights,
      tenants: world.ports.tenants,
      now,
    }),
    reloads: createBearers(key, 'reload'),
    mayOpen: ({ tenant, userId }, ids) => rights.mayOpen(tenant, userId, ids),
    absent: ({ tenant, userId }, id) => rights.absent(tenant, userId, id),
    openedByZendesk: async () => ({ refused: 'forged' as const, why: 'a test' }),
    setZendeskApp: async () => undefined,
    openedByLink: links.opened,
    consoleLink: async (viewer) => `${PUBLIC_URL}/intercom/console?link=${await links.issue(viewer)}`,
    asset: async () => null,
  } satisfies Partial<Services>;
}

const nowhere = async () => Promise.reject(new Error('not here'));

/** Connecting by sign-in, where no vendor is near. */
export const CONNECTING = {
  signIns: { begin: nowhere, finish: nowhere },
  vendors: {
    zendesk: { authorizeUrl: () => '', connectByCode: nowhere },
    intercom: { authorizeUrl: () => '', connectByCode: nowhere },
  },
  leave: async () => undefined,
  isIntercomGone: { named: () => null, confirmed: async () => false },
} satisfies Partial<Services>;

/** The app over a world in memory; `call` asks it as an operator and answers status and body. */
export function createOperator(world: World, people?: People) {
  const woken: string[] = [];
  const services: Services = {
    ports: world.ports,
    apiToken: TOKEN,
    settleMs: 0,
    ...signingIn(world, people),
    wake: async (tenant) => void woken.push(tenant),
    wakeAll: async (tenants) => void woken.push(...tenants),
    receiveIssue: async () => ({ refused: 'no', status: 401 }),
    receiveChange: async () => ({ refused: 'no', status: 401 }),
    receiveZendesk: async () => ({ refused: 'no', status: 401 }),
    connectZendesk: nowhere,
    receiveIntercom: async () => ({ refused: 'no_signature', status: 401 }),
    receiveCanvas: async () => ({ refused: 'no_signature', status: 401 }),
    connectIntercom: nowhere,
    ...CONNECTING,
    driver: null,
  };
  const app = createApp(services);
  return {
    app,
    services,
    woken,
    async call(
      method: string,
      path: string,
      body?: unknown,
      token = TOKEN,
    ): Promise<[number, Record<string, unknown>]> {
      const response = await app.request(`/api${path}`, {
        method,
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      return [response.status, await response.json()];
    },
  };
}
