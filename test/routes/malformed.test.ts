import { beforeAll, describe, expect, it } from 'vitest';
import { type Approved, approvedWorld, GAP_ID } from '../loop/world/approved.ts';
import { stored, TENANT } from '../loop/world/world.ts';
import { MALFORMED, type Malformed } from './malformed.ts';
import { PUBLIC_URL, TOKEN } from './services.ts';
import { createSignedIn } from './signed-in.ts';

let world: Approved;
let signedIn: ReturnType<typeof createSignedIn>;
let bearer: string;
let nonces = 0;

beforeAll(async () => {
  world = await approvedWorld({ state: 'in_review', actor: null });
  signedIn = createSignedIn(world, ['a']);
  const as = signedIn.as('admin');
  await as('GET', '/overview');
  const proof = { tenant: TENANT, userId: `admin of ${TENANT}`, id: 'malformed', seal: 'malformed', isReusable: true };
  bearer = (await signedIn.services.sessions.begin(proof)).bearer;
});

/** Every route that takes a body, as the app itself lists them: a new one is among them. */
const writing = () => {
  const listed = signedIn.app.routes.filter(
    ({ method, path }) => /^(POST|PUT|PATCH|DELETE)$/.test(method) && !path.includes('*'),
  );
  return [...new Map(listed.map(({ method, path }) => [`${method} ${path}`, { method, path }])).values()];
};

const filled = (path: string) =>
  path
    .replace(/:tenant/g, encodeURIComponent(path.startsWith('/webhooks') ? '1' : TENANT))
    .replace(/:(fix|id)\b(\{[^}]*\})?/g, path.includes('gaps') ? GAP_ID : 'f')
    .replace(/:conversation/g, 'a')
    .replace(/:[a-z]+(\{[^}]*\})?/gi, '1');

async function send({ method, path }: { method: string; path: string }, bad: Malformed): Promise<Response> {
  nonces += 1;
  const authorization = path.startsWith('/app') ? `Bearer ${bearer}` : `Bearer ${TOKEN}`;
  return signedIn.app.request(filled(path), {
    method,
    headers: {
      authorization,
      'content-type': bad.type,
      origin: PUBLIC_URL,
      'x-mend-nonce': `a-nonce-of-a-test-${nonces}`,
    },
    body: bad.body,
  });
}

/** All that is stored but what a request itself leaves: its nonce. */
const state = () => stored({ ...world.shelf, nonces: new Map() } as never, TENANT);

it('is two hundred kinds, each under a name of its own', () => {
  expect(MALFORMED.length).toBeGreaterThanOrEqual(200);
  expect(new Set(MALFORMED.map(({ name }) => name)).size).toBe(MALFORMED.length);
});

describe('a malformed body', () => {
  it('gets a clear refusal from every route that reads one, never a failure of ours, and nothing of it is stored', {
    timeout: 120_000,
  }, async () => {
    const routes = writing();
    expect(routes.length).toBeGreaterThan(50);
    const wrong: string[] = [];
    for (const route of routes) {
      const before = state();
      const reads = (await send(route, MALFORMED[0]!)).status >= 400;
      let isTaken = false;
      for (const bad of MALFORMED) {
        const response = await send(route, bad);
        const text = await response.text();
        const says = `${route.method} ${route.path}, ${bad.name}: ${response.status} ${text.slice(0, 160)}`;
        isTaken ||= response.status < 400;
        if (response.status >= 500) wrong.push(says);
        if (reads && bad.isHopeless && response.status < 400) wrong.push(`taken: ${says}`);
        if (response.status >= 400 && text.length < 10) wrong.push(`says nothing: ${says}`);
      }
      if (!isTaken && state() !== before)
        wrong.push(`${route.method} ${route.path} stored something of what it refused`);
    }
    expect(wrong).toEqual([]);
  });
});

describe('a malformed address', () => {
  const ODD = [
    '%00',
    '%F0%9F%92%A9',
    '..%2f..%2f',
    "'%20OR%201=1--",
    '-1',
    '1e999',
    'NaN',
    'x'.repeat(4_000),
    '%25',
    '%7B%7D',
    '%C0%AF',
    '%',
  ];

  it('gets an answer that is none of our failures, in the path as in a query', { timeout: 60_000 }, async () => {
    const listed = signedIn.app.routes.filter(({ method, path }) => method === 'GET' && !path.includes('*'));
    const wrong: string[] = [];
    for (const path of new Set(listed.map((one) => one.path)))
      for (const odd of ODD) {
        const there = path
          .replace(/:[a-z]+(\{[^}]*\})?/gi, odd)
          .concat(
            `?before=${odd}&q=${odd}&after=${odd},${odd}&state=${odd}&floor=${odd}&locale=${odd}&link=${odd}&code=${odd}`,
          );
        const authorization = path.startsWith('/app') ? `Bearer ${bearer}` : `Bearer ${TOKEN}`;
        const response = await signedIn.app.request(there, { headers: { authorization } });
        if (response.status >= 500)
          wrong.push(
            `GET ${path} with ${odd.slice(0, 20)}: ${response.status} ${(await response.text()).slice(0, 120)}`,
          );
      }
    expect(wrong).toEqual([]);
  });
});

describe('a body that stalls', () => {
  it('is given up in time, and the client is told', async () => {
    const stalling = new ReadableStream({
      start: (controller) => controller.enqueue(new TextEncoder().encode('{"reason":')),
    });
    const asked = signedIn.app.request('/api/stop', {
      method: 'PUT',
      headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' },
      body: stalling,
      duplex: 'half',
    } as RequestInit);
    expect((await asked).status).toBe(408);
  }, 20_000);
});
