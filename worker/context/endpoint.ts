import { z } from 'zod';
import { productFactsSchema } from '../../shared/context/product-facts.ts';
import { MINUTE_MS } from '../../shared/time.ts';
import type { SealingKey } from '../crypto/seal.ts';
import { createVault } from '../crypto/vault.ts';
import { newWebhookSecret } from '../crypto/webhook-secret.ts';
import { readBounded } from '../http/bounded-body.ts';
import { parseBoundedJson } from '../http/json.ts';
import { publicUrl } from '../http/public-url.ts';
import { postSigned } from '../http/signed-post.ts';
import type { AskedCustomer, Product } from '../loop/ports/context/product.ts';
import { Invalid, NotFound, Permanent, RetryLater } from '../loop/ports/errors.ts';
import type { SecretStore } from '../loop/ports/stores/tenants.ts';

/** Under this name a tenant's endpoint stands sealed. */
const NAME = 'context_endpoint';
const WHOSE = 'the context endpoint’s address';

/** The contract: an agent waits for it, so it is quick and small. */
export const TIMEOUT_MS = 2_000;
export const MAX_BYTES = 16 * 1024;
/** An answer is used for a minute where it doesn't say how long, and never longer than ten. */
const DEFAULT_AGE_MS = MINUTE_MS;
export const MAX_AGE_MS = 600_000;

/** All that a ticket may need: an endpoint answers what it has. */
export const ASKED_FOR = ['features', 'permissions', 'plan', 'usage', 'errors', 'client', 'segment'] as const;

const settingsSchema = z.object({ url: z.string(), secret: z.string(), createdAt: z.number() });

export interface ContextEndpointOptions {
  secrets: SecretStore;
  sealKey: SealingKey;
  isLoopbackAllowed: boolean;
  now: () => number;
  fetch?: typeof fetch;
}

/** Asks a company's own endpoint, signed as Standard Webhooks 1.0 says, over public https, without following a redirect. */
export function createContextEndpoint(options: ContextEndpointOptions): Product {
  const { secrets, sealKey, isLoopbackAllowed, now } = options;
  const send = options.fetch ?? globalThis.fetch.bind(globalThis);
  const vault = createVault(secrets, sealKey, now);
  const settings = async (tenant: string) => {
    const stored = await vault.get(tenant, NAME);
    return stored === null ? null : settingsSchema.parse(JSON.parse(stored));
  };
  return {
    async endpoint(tenant) {
      const known = await settings(tenant);
      return known && { url: known.url, createdAt: known.createdAt };
    },
    async connect(tenant, url) {
      const address = publicUrl(url, WHOSE, { allowLoopback: isLoopbackAllowed });
      const made = { url: address, secret: newWebhookSecret(), createdAt: now() };
      await vault.put(tenant, NAME, JSON.stringify(made));
      return { secret: made.secret };
    },
    async disconnect(tenant) {
      await secrets.remove(tenant, NAME);
      vault.forget(tenant);
    },
    async ask(tenant, customer) {
      const known = await settings(tenant);
      if (!known) throw new NotFound('no context endpoint is connected');
      const url = publicUrl(known.url, WHOSE, { allowLoopback: isLoopbackAllowed });
      return askEndpoint({ url, secret: known.secret, now: now(), send }, customer);
    },
  };
}

/** One request of the contract and its answer; throws as `Product.ask`. */
export async function askEndpoint(
  how: { url: string; secret: string; now: number; send: typeof fetch },
  customer: AskedCustomer,
): Promise<Awaited<ReturnType<Product['ask']>>> {
  const { url, secret, now, send } = how;
  const message = {
    id: `ctx_${crypto.randomUUID()}`,
    at: now,
    body: JSON.stringify(questionOf(customer)),
    secrets: [secret],
  };
  const { status, headers, text } = await postSigned(send, url, message, TIMEOUT_MS, async (response) => {
    return { status: response.status, headers: response.headers, text: await readBounded(response, MAX_BYTES) };
  });
  const maxAgeMs = maxAgeOf(headers.get('cache-control'));
  if (status === 404) return { facts: null, maxAgeMs };
  if (status === 429 || status >= 500) throw new RetryLater(`the context endpoint answered ${status}`, 0, 'row');
  if (status !== 200) throw new Permanent(`the context endpoint answered ${status}`);
  const facts = productFactsSchema.safeParse(jsonOf(text));
  if (!facts.success) throw new Permanent(`the context endpoint’s answer: ${wrongIn(facts.error)}`);
  return { facts: facts.data, maxAgeMs };
}

function questionOf({ helpdeskId, email, organization, conversation }: AskedCustomer) {
  return {
    version: 1,
    customer: { helpdesk_id: helpdeskId, email, organization },
    asked_for: ASKED_FOR,
    conversation: { id: conversation.id, at: new Date(conversation.at).toISOString() },
  };
}

function maxAgeOf(header: string | null): number {
  if (/\bno-(?:store|cache)\b/i.test(header ?? '')) return 0;
  const [, seconds] = /\bmax-age=(\d{1,9})\b/i.exec(header ?? '') ?? [];
  return seconds === undefined ? DEFAULT_AGE_MS : Math.min(MAX_AGE_MS, Number(seconds) * 1_000);
}

function jsonOf(text: string): unknown {
  try {
    return parseBoundedJson(text);
  } catch (error) {
    if (error instanceof Invalid) return undefined;
    throw error;
  }
}

function wrongIn(error: z.ZodError): string {
  const [issue] = error.issues;
  return issue ? `${issue.path.join('.') || 'the whole'}: ${issue.message}` : 'not of the form';
}
