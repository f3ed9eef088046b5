import { z } from 'zod';
import { asWritten, say } from '../../../shared/said/said.ts';
import type { Tenant } from '../../../shared/tenant.ts';
import type { Vault } from '../../crypto/vault.ts';
import type { JsonClient } from '../../http/client.ts';
import { AuthLost, NotFound, Permanent, RetryLater } from '../../loop/ports/errors.ts';
import { type Proven, type Proving, proved, unproved } from '../../loop/ports/helpdesk.ts';
import { parseAnswer } from '../parse.ts';
import { readMe } from './account.ts';
import { ZENDESK_SCOPES } from './oauth.ts';
import { ensureWebhook, isWebhookRight } from './webhooks-setup.ts';

/** The event that we have Zendesk send to ourselves: its arrival is the proof, and it says nothing else. */
export const TEST_EVENT = 'mend:connection-test';

const tokenSchema = z.looseObject({ token: z.looseObject({ scopes: z.array(z.string()) }) });
const countSchema = z.looseObject({ count: z.number().nullish(), articles: z.array(z.unknown()) });

export interface ProofOptions {
  client: JsonClient;
  vault: Vault;
  endpoint: string;
  /** The helpdesk's own time, ms. */
  eventNow: () => number;
}

/** Asks the account about everything a connection needs; what it does not answer now is told as that, and ends nothing. */
export async function proveAccount(tenant: Tenant, options: ProofOptions, how: Proving): Promise<Proven[]> {
  const { client } = options;
  const me = await attempt('token', async () => {
    const { name, role } = await readMe(client);
    return { ...proved('token', say('check.actsAs', { actor: name, role })), role };
  });
  if (me.state !== 'proved') return [me];
  const found: Proven[] = [{ check: 'token', state: me.state, reason: me.reason, detail: me.detail, todo: null }];
  found.push(await attempt('scopes', () => scopes(client)));
  found.push(await attempt('webhook', () => webhook(tenant, options, how)));
  found.push(await attempt('help_center', () => helpCenter(client)));
  found.push('role' in me ? publishRight(String(me.role)) : proved('publish_right', null));
  return found;
}

async function attempt<P extends Proven>(check: Proven['check'], look: () => Promise<P>): Promise<P | Proven> {
  try {
    return await look();
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    if (error instanceof RetryLater)
      return unproved(check, 'waiting', 'vendor_unavailable', say('check.zendeskSilent', { detail: words }), null);
    if (error instanceof AuthLost && check === 'token')
      return unproved(check, 'failed', 'token_refused', asWritten(words), say('todo.again'));
    if (error instanceof AuthLost || error instanceof Permanent || error instanceof NotFound)
      return unproved(check, 'failed', 'refused', asWritten(words), say('todo.againAdmin'));
    throw error;
  }
}

async function scopes(client: JsonClient): Promise<Proven> {
  const answer = await client.request('/api/v2/oauth/tokens/current');
  const held = parseAnswer(tokenSchema, answer, 'oauth/tokens/current').token.scopes;
  const missing = ZENDESK_SCOPES.filter((scope) => !held.includes(scope) && !held.includes(scope.split(':')[1] ?? ''));
  if (missing.length === 0) return proved('scopes', say('check.scopes', { count: ZENDESK_SCOPES.length }));
  const names = { all: missing };
  if (missing.every((scope) => scope.startsWith('macros:')))
    return {
      ...proved('scopes', say('check.scopesPartly', { names })),
      todo: say('todo.macros'),
    };
  return unproved('scopes', 'failed', 'scope_missing', say('check.missing', { names }), say('todo.againAllow'));
}

async function webhook(
  tenant: Tenant,
  { client, vault, endpoint, eventNow }: ProofOptions,
  how: Proving,
): Promise<Proven> {
  const id = await vault.get(tenant.id, 'webhook_id');
  if (!how.isMending && !(await isWebhookRight(client, endpoint, id)))
    return unproved('webhook', 'failed', 'switched_off_again', say('check.againSwitched'), say('todo.webhookLeft'));
  const ensured = await ensureWebhook(client, endpoint, id);
  const secret = await vault.get(tenant.id, 'webhook_secret');
  if (secret !== null && secret !== ensured.secret) await vault.put(tenant.id, 'webhook_secret_previous', secret);
  if (secret !== ensured.secret) await vault.put(tenant.id, 'webhook_secret', ensured.secret);
  if (id !== ensured.webhookId) await vault.put(tenant.id, 'webhook_id', ensured.webhookId);
  if (how.wantsEvent || ensured.repaired !== null)
    await askForEvent(client, ensured.webhookId, tenant.accountId, eventNow());
  if (ensured.repaired === null) return proved('webhook', say('check.webhook'));
  return { ...proved('webhook', say('check.putRight', { detail: ensured.repaired })), reason: 'repaired' };
}

/**
 * Has Zendesk send an event of ours through the webhook, signed with its secret. The request's form is from memory,
 * unverified: where it is refused, the first real event is the proof.
 */
async function askForEvent(client: JsonClient, webhookId: string, accountId: string, now: number): Promise<void> {
  const event = {
    type: TEST_EVENT,
    id: crypto.randomUUID(),
    account_id: Number(accountId),
    time: new Date(now).toISOString(),
    detail: { id: '0' },
  };
  const body = { request: { payload: JSON.stringify(event) } };
  try {
    await client.request('/api/v2/webhooks/test', { method: 'POST', query: { webhook_id: webhookId }, body });
  } catch (error) {
    if (!(error instanceof Permanent) && !(error instanceof NotFound)) throw error;
  }
}

async function helpCenter(client: JsonClient): Promise<Proven> {
  const answer = await client.request('/api/v2/help_center/articles', { query: { 'page[size]': 1 } });
  const { articles } = parseAnswer(countSchema, answer, 'help_center/articles');
  if (articles.length > 0) return proved('help_center', say('check.helpCenter'));
  const todo = say('todo.first');
  return unproved('help_center', 'waiting', 'nothing_there', say('check.noArticle'), todo);
}

/** An administrator may publish everywhere; whether somebody else may is told by each section, and so by the first write. */
function publishRight(role: string): Proven {
  if (role === 'admin') return proved('publish_right', say('check.admin'));
  const detail = say('check.agent');
  return unproved('publish_right', 'waiting', 'first_publication', detail, say('todo.admin'));
}
