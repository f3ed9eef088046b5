import { beforeEach, describe, expect, it } from 'vitest';
import { createVault } from '../../../worker/crypto/vault.ts';
import { createZendeskClient } from '../../../worker/zendesk/client.ts';
import { ZENDESK_SCOPES } from '../../../worker/zendesk/connection/oauth.ts';
import { proveAccount } from '../../../worker/zendesk/connection/proofs.ts';
import { aTenant } from '../../contracts/examples.ts';
import { inWords } from '../../ground/in-words.ts';
import { createMemoryStores } from '../../loop/memory/memory-ports.ts';
import { createZendesk, type Zendesk } from '../../sandbox/zendesk/driver.ts';

const ENDPOINT = 'https://mend.example/webhooks/zendesk/22129848';
const SCOPES = [...ZENDESK_SCOPES];
const tenant = aTenant('zendesk:22129848');

let zendesk: Zendesk;
beforeEach(() => {
  zendesk = createZendesk();
  zendesk.addArticle({
    section: zendesk.addSection({ name: 'Guides' }),
    title: 'Export',
    body: '<p>Press Export.</p>',
  });
});

/** What is found with a token of these scopes, of the admin or of somebody else. */
async function prove(scopes: readonly string[] = SCOPES, user?: { id: number }, isMending = true) {
  const token = zendesk.issueToken({ scope: scopes.join(' '), ...(user ? { user } : {}) }).accessToken;
  const client = createZendeskClient({
    baseUrl: 'https://sandbox.zendesk.com',
    token: () => token,
    fetch: (input, init) => zendesk.fetch(new Request(input, init)),
  });
  const { secrets } = createMemoryStores();
  const vault = createVault(secrets, { id: 'k1', bytes: new Uint8Array(32) }, () => 0);
  const options = { client, vault, endpoint: ENDPOINT, eventNow: () => 0 };
  const found = await proveAccount(tenant, options, { isMending, wantsEvent: false });
  return { found: Object.fromEntries(found.map((one) => [one.check, one])), vault };
}

describe('a Zendesk account, asked about its connection', () => {
  it('proves everything with the scopes we ask for, and no other', async () => {
    const { found, vault } = await prove();
    expect(Object.values(found).map(({ check, state }) => [check, state])).toEqual([
      ['token', 'proved'],
      ['scopes', 'proved'],
      ['webhook', 'proved'],
      ['help_center', 'proved'],
      ['publish_right', 'proved'],
    ]);
    expect(await vault.get(tenant.id, 'webhook_id')).toBe(zendesk.webhooks.list()[0]?.id);
    expect(zendesk.violations).toEqual([]);
  });

  it('names each scope that is missing, and what it is for', async () => {
    const { found } = await prove(SCOPES.filter((scope) => scope !== 'hc:write' && !scope.startsWith('webhooks')));
    expect(found.scopes).toMatchObject({ state: 'failed', reason: 'scope_missing' });
    expect(inWords(found.scopes?.detail)).toContain('hc:write');
    expect(found.webhook).toMatchObject({
      state: 'failed',
      reason: 'refused',
      todo: { code: 'todo.againAdmin' },
    });
    expect(found.help_center?.state).toBe('proved');
  });

  it('needs no macros: without their scopes it is proved, and says what is left alone', async () => {
    const { found } = await prove(SCOPES.filter((scope) => !scope.startsWith('macros')));
    expect(inWords(found.scopes)).toMatchObject({ state: 'proved', todo: expect.stringContaining('macros') });
    expect(inWords(found.scopes?.detail)).toContain('macros:write');
  });

  it('leaves the right to publish to the first publication where the token is no administrator’s', async () => {
    const agent = zendesk.addUser({ name: 'Mia', role: 'agent' });
    const { found } = await prove(SCOPES, agent);
    expect(found.publish_right).toMatchObject({ state: 'waiting', reason: 'first_publication' });
    expect(found.webhook?.state).toBe('failed');
  });

  it('looks and changes nothing where it may not mend', async () => {
    zendesk.addWebhook({ endpoint: ENDPOINT, subscriptions: ['zen:event-type:ticket.created'] });
    const { found } = await prove(SCOPES, undefined, false);
    expect(found.webhook).toMatchObject({ state: 'failed', reason: 'switched_off_again' });
    expect(zendesk.webhooks.list()[0]?.subscriptions.length).toBe(1);
  });

  it('tells a refused token, and a vendor that does not answer, apart', async () => {
    zendesk.faults.set({ kind: 'auth-lost', path: '/api/v2/users/me', times: 1 });
    expect((await prove()).found).toMatchObject({ token: { state: 'failed', reason: 'token_refused' } });
    zendesk.faults.set({ kind: '5xx', path: '/api/v2/help_center/articles', times: 1 });
    expect((await prove()).found.help_center).toMatchObject({ state: 'waiting', reason: 'vendor_unavailable' });
  });
});
