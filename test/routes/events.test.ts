import { beforeEach, expect, it } from 'vitest';
import { createApp } from '../../worker/app.ts';
import { aTrackedIssue } from '../contracts/context/stored.ts';
import { createWorld, TENANT, type World } from '../loop/world/world.ts';
import { createOperator } from './services.ts';

const CHANGE = {
  ...{ id: 'r1', title: 'A larger import', text: '', kind: null, url: null, at: 10 },
  ...{ isReleased: true, isWithdrawn: false },
};

let world: World;
let asked: string[];
let send: (path: string, headers?: Record<string, string>, body?: string) => Promise<[number, unknown]>;
let woken: string[];
beforeEach(async () => {
  world = await createWorld();
  asked = [];
  const operator = createOperator(world);
  woken = operator.woken;
  const app = createApp({
    ...operator.services,
    async receiveChange(tenant, headers) {
      asked.push(tenant);
      return headers.get('signed') ? { change: CHANGE } : { refused: 'no', status: 401 };
    },
    async receiveIssue(tenant, headers) {
      asked.push(tenant);
      return headers.get('signed') ? { kind: 'github', ref: '7' } : { refused: 'no', status: 401 };
    },
  });
  send = async (path, headers = { signed: 'yes' }, body = '{}') => {
    const response = await app.request(`/events${path}`, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', ...headers },
    });
    return [response.status, await response.json()];
  };
});

it('stores a signed change before it answers, once, and wakes the account', async () => {
  expect(await send(`/changes/${TENANT}`)).toEqual([202, { status: 'stored' }]);
  expect(await send(`/changes/${TENANT}`)).toEqual([202, { status: 'known' }]);
  expect([(await world.ports.changeNotes.list(TENANT, 9)).length, woken]).toEqual([1, [TENANT]]);
});

it('has an issue looked at again that its tracker names, and no other', async () => {
  expect(await send(`/trackers/${TENANT}`)).toEqual([202, { status: 'ignored' }]);
  await world.ports.trackedIssues.begin(TENANT, aTrackedIssue('i', { state: 'open', ref: '7' }));
  expect(await send(`/trackers/${TENANT}`)).toEqual([202, { status: 'stored' }]);
  expect(woken).toEqual([TENANT]);
});

it.each(['/changes', '/trackers'])(
  'refuses %s: another type, a large body, no signature, an account that nobody knows',
  async (path) => {
    const [wrong] = await send(`${path}/${TENANT}`, { signed: 'yes', 'content-type': 'text/plain' });
    const [large] = await send(`${path}/${TENANT}`, { signed: 'yes' }, `"${'x'.repeat(300_000)}"`);
    const [unsigned] = await send(`${path}/${TENANT}`, {});
    expect([wrong, large, unsigned]).toEqual([415, 413, 401]);
    asked.length = 0;
    expect(await send(`${path}/zendesk:999`)).toEqual([401, { error: 'the signature does not match' }]);
    expect([asked, woken]).toEqual([[], []]);
  },
);
