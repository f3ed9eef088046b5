import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';
import type { Mend } from '../mend/mend.ts';
import { product } from '../seed/index.ts';
import { releases } from '../seed/releases.ts';
import { createContextServer } from './context-server.ts';

/** Shiftloom's own side of the story: it tells its releases, and answers what its product knows of a customer. */
export interface Shiftloom {
  /** Sends every release that is due, once each. */
  releaseUpTo(at: number): Promise<void>;
  close(): Promise<void>;
}

const CRASHING = '4.2.0';

/** Connects Shiftloom's release notes and its context endpoint to an account. */
export async function connectShiftloom(mend: Mend, tenant: string, now: () => number): Promise<Shiftloom> {
  const { secret } = await mend.api<{ secret: string }>(`/tenants/${tenant}/changes/inbound`, { method: 'PUT' });
  let contextSecret = '';
  const server = createContextServer(
    () => contextSecret,
    ({ email }) => factsOf(email, now()),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const body = { url: `http://127.0.0.1:${port}/mend/context` };
  contextSecret = (await mend.api<{ secret: string }>(`/tenants/${tenant}/context`, { method: 'PUT', body })).secret;
  const left = [...releases];
  return {
    async releaseUpTo(at) {
      while (left[0] && Date.parse(left[0].at) <= at) await send(mend, tenant, secret, JSON.stringify(left.shift()));
    },
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

async function send(mend: Mend, tenant: string, secret: string, body: string): Promise<void> {
  const id = `msg_${crypto.randomUUID()}`;
  const at = new Date();
  const response = await fetch(`${mend.url}/events/changes/${tenant}`, {
    method: 'POST',
    body,
    headers: {
      'content-type': 'application/json',
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(at.getTime() / 1_000)),
      'webhook-signature': new Webhook(secret).sign(id, at, body),
    },
  });
  if (!response.ok) throw new Error(`a release was not taken: ${response.status} ${await response.text()}`);
}

/** What the product knows of somebody: their organization's plan and version, the crash, and the feed that is rolled out by plan. */
function factsOf(email: string | null, now: number): object | null {
  const customer = product.customers.find((one) => one.email === email);
  if (!customer) return null;
  const plan = product.organizations.find(({ key }) => key === customer.org)?.plan;
  const asOf = new Date(now).toISOString();
  return {
    as_of: asOf,
    ...(plan ? { plan: { name: plan }, segment: { tier: plan } } : {}),
    features: [{ key: 'calendar_feed', value: plan !== 'starter', reason: 'TARGETING_MATCH' }],
    client: { app_version: CRASHING },
  };
}
