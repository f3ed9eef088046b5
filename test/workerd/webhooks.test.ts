import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, it } from 'vitest';
import { policySchema } from '../../shared/policy.ts';
import { asWritten } from '../../shared/said/said.ts';
import { createApp } from '../../worker/app.ts';
import { compose } from '../../worker/compose.ts';
import { createVault } from '../../worker/crypto/vault.ts';
import type { Env } from '../../worker/env.ts';
import type { Services } from '../../worker/routes/services.ts';
import { aTenant } from '../contracts/examples.ts';
import { sign, ticketEvent } from '../zendesk/webhooks/deliveries.ts';
import { createD1Stores } from './stage/stores.ts';

const SECRET = 'c2VjcmV0LW9mLXRoZS13ZWJob29r';
const KEY = { id: 'k1', bytes: Uint8Array.from(atob(String(env.SEAL_KEY)), (c) => c.charCodeAt(0)) };

let made = 5_000_000;
let account: string;
let services: Services;
let sent: string[];

beforeEach(async () => {
  made += 1;
  account = String(made);
  sent = [];
  const WAKE = { send: async (body: { tenant: string }) => void sent.push(body.tenant) };
  services = compose({ ...env, WAKE } as never as Env);
  const tenant = `zendesk:${account}`;
  await services.ports.tenants.put(aTenant(tenant), policySchema.parse({}));
  await createVault(createD1Stores().secrets, KEY, Date.now).put(tenant, 'webhook_secret', SECRET);
});

interface Delivery {
  path?: string;
  id?: string;
  body?: string;
  signature?: string;
  at?: number;
  headers?: Record<string, string>;
}

async function deliver(delivery: Delivery = {}): Promise<[number, unknown]> {
  const event = { ...ticketEvent('created'), account_id: Number(account), id: delivery.id ?? 'event-1' };
  const body = delivery.body ?? JSON.stringify(event);
  const timestamp = new Date(delivery.at ?? Date.now()).toISOString();
  const response = await createApp(services).fetch(
    new Request(`https://mend.example/webhooks/zendesk/${delivery.path ?? account}`, {
      method: 'POST',
      body,
      headers: {
        'content-type': 'application/json',
        'x-zendesk-webhook-signature': delivery.signature ?? sign(SECRET, timestamp, body),
        'x-zendesk-webhook-signature-timestamp': timestamp,
        ...delivery.headers,
      },
    }),
  );
  return [response.status, await response.json()];
}

const waiting = async (id = account) => (await services.ports.inbox.depth(`zendesk:${id}`, Date.now() * 2)).waiting;
const status = async (delivery: Delivery) => (await deliver(delivery))[0];

describe('a signed webhook', () => {
  it('is stored before it is answered, and wakes its tenant', async () => {
    expect(await deliver()).toEqual([202, { status: 'stored' }]);
    expect([await waiting(), sent]).toEqual([1, [`zendesk:${account}`]]);
  });

  it('that comes again is known, and wakes nobody', async () => {
    const many = await Promise.all(Array.from({ length: 5 }, () => deliver()));
    expect(many.map(([, body]) => JSON.stringify(body)).sort()).toEqual([
      ...Array.from({ length: 4 }, () => '{"status":"known"}'),
      '{"status":"stored"}',
    ]);
    expect([await waiting(), sent.length]).toEqual([1, 1]);
  });

  it('keeps ids only: no text and no name of the customer', async () => {
    await deliver();
    const { results } = await env.DB.prepare('SELECT * FROM inbox WHERE tenant = ?').bind(`zendesk:${account}`).all();
    expect(JSON.stringify(results)).not.toContain('Ann');
    expect(JSON.stringify(results)).toContain('5158');
  });

  it('of a paused tenant is answered like any other, and dropped', async () => {
    await services.ports.tenants.setState(`zendesk:${account}`, 'paused', asWritten('by an admin'));
    expect(await status({})).toBe(202);
    expect([await waiting(), sent]).toEqual([0, []]);
  });

  it('that nobody understands is answered and dropped', async () => {
    const body = JSON.stringify({ ...ticketEvent('tags_changed'), account_id: Number(account) });
    expect(await deliver({ body })).toEqual([202, { status: 'ignored' }]);
    expect(await waiting()).toBe(0);
  });

  it('that cannot be stored is refused with 503, to be sent again', async () => {
    const { add } = services.ports.inbox;
    services.ports.inbox.add = async () => Promise.reject(new Error('D1 is away'));
    expect(await status({})).toBe(503);
    services.ports.inbox.add = add;
    expect(await deliver()).toEqual([202, { status: 'stored' }]);
  });

  it('whose wake-up cannot be sent is stored all the same', async () => {
    const WAKE = { send: async () => Promise.reject(new Error('the queue is away')) };
    services = compose({ ...env, WAKE } as never as Env);
    expect(await deliver()).toEqual([202, { status: 'stored' }]);
    expect(await waiting()).toBe(1);
  });
});

describe('a webhook is refused', () => {
  const large = `"${'a'.repeat(300_000)}"`;
  const text = { 'content-type': 'text/plain' };

  it('by its type first, then its size, then its tenant, then its signature', async () => {
    expect(await status({ headers: text, body: large, path: '1', signature: 'x' })).toBe(415);
    expect(await status({ headers: { 'content-encoding': 'gzip' }, path: '1' })).toBe(415);
    expect(await status({ body: large, path: '1', signature: 'x' })).toBe(413);
    expect(await status({ path: '1', signature: 'x' })).toBe(404);
    expect(await status({ signature: 'x' })).toBe(401);
    expect(await status({})).toBe(202);
  });

  it.each([
    ['too old', { at: Date.now() - 6 * 60_000 }],
    ['of the future', { at: Date.now() + 6 * 60_000 }],
    ['signed by another', { signature: sign('b3RoZXI=', new Date().toISOString(), '{}') }],
  ])('when it is %s, and stores nothing', async (_, delivery) => {
    expect(await status(delivery)).toBe(401);
    expect(await waiting()).toBe(0);
  });

  it('when it is signed for one tenant and sent to another', async () => {
    const other = String(made + 1_000_000);
    await services.ports.tenants.put(aTenant(`zendesk:${other}`), policySchema.parse({}));
    await createVault(createD1Stores().secrets, KEY, Date.now).put(`zendesk:${other}`, 'webhook_secret', SECRET);
    expect(await status({ path: other })).toBe(401);
    expect(await waiting(other)).toBe(0);
  });
});
