import { beforeEach, describe, expect, it } from 'vitest';
import { AuthLost, Invalid, Permanent, RetryLater } from '../../../worker/loop/ports/errors.ts';
import { createZendeskClient } from '../../../worker/zendesk/client.ts';
import { authorizeUrl, exchangeCode, refreshTokens } from '../../../worker/zendesk/connection/oauth.ts';
import { ensureWebhook, removeWebhook } from '../../../worker/zendesk/connection/webhooks-setup.ts';
import { createZendeskHelpdesk } from '../../../worker/zendesk/helpdesk.ts';
import { SUBSCRIPTIONS, translate } from '../../../worker/zendesk/webhooks/events.ts';
import { verifyWebhook } from '../../../worker/zendesk/webhooks/webhook.ts';
import { inWords } from '../../ground/in-words.ts';
import { SANDBOX_CLIENT } from '../../sandbox/zendesk/driver.ts';
import { type Account, failure, openAccount } from '../account.ts';

const ENDPOINT = 'https://mend.example/webhooks/zendesk/22129848';
const BASE = 'https://sandbox.zendesk.com';
const APP = { clientId: SANDBOX_CLIENT.identifier, clientSecret: SANDBOX_CLIENT.secret };

let account: Account;
beforeEach(() => {
  account = openAccount();
});

describe('our webhook', () => {
  it('is made once, with what we understand, and its secret verifies what is sent', async () => {
    const first = await account.helpdesk.ensureWebhook(ENDPOINT);
    const second = await account.helpdesk.ensureWebhook(ENDPOINT);
    expect(second).toEqual(first);
    expect(account.paths().filter((path) => path === 'POST /api/v2/webhooks')).toHaveLength(1);
    const other = await account.helpdesk.ensureWebhook(`${ENDPOINT}0`);
    expect(other.webhookId).not.toBe(first.webhookId);
    expect(account.zendesk.violations).toEqual([]);
  });

  it('is put right where a person switched it off, pointed it elsewhere or took events from it, and made anew where it is gone', async () => {
    const { zendesk } = account;
    const client = createZendeskClient({
      baseUrl: BASE,
      token: () => zendesk.issueToken().accessToken,
      fetch: (input, init) => zendesk.fetch(new Request(input, init)),
    });
    const { webhookId, repaired } = await ensureWebhook(client, ENDPOINT);
    expect(repaired).toBeNull();
    const [webhook] = zendesk.webhooks.list();
    if (!webhook) throw new Error('no webhook was made');
    webhook.status = 'inactive';
    webhook.subscriptions = SUBSCRIPTIONS.slice(2);
    webhook.endpoint = 'https://elsewhere.example/hook';
    const mended = await ensureWebhook(client, ENDPOINT, webhookId);
    expect(inWords(mended)).toMatchObject({
      webhookId,
      repaired: 'the webhook pointed elsewhere, was inactive, and lacked 2 kinds of events, and was put right',
    });
    expect(zendesk.webhooks.list()).toMatchObject([
      { id: webhookId, endpoint: ENDPOINT, status: 'active', subscriptions: SUBSCRIPTIONS },
    ]);
    zendesk.addWebhook({ endpoint: ENDPOINT });
    expect(inWords((await ensureWebhook(client, ENDPOINT, webhookId)).repaired)).toBe(
      'a second webhook to Mend was removed',
    );
    expect(zendesk.webhooks.list().map(({ id }) => id)).toEqual([webhookId]);
    await removeWebhook(client, webhookId);
    await removeWebhook(client, webhookId);
    const anew = await ensureWebhook(client, ENDPOINT, webhookId);
    expect(inWords(anew.repaired)).toBe('the webhook was gone and was made anew');
    expect(anew.webhookId).not.toBe(webhookId);
    expect(account.zendesk.violations).toEqual([]);
  });

  it('of the other kind of connection, which cannot be changed, is made anew', async () => {
    const { zendesk } = account;
    zendesk.addWebhook({ endpoint: ENDPOINT, subscriptions: ['conditional_ticket_events'] });
    await account.helpdesk.ensureWebhook(ENDPOINT);
    expect(zendesk.webhooks.list().map(({ subscriptions }) => subscriptions)).toEqual([SUBSCRIPTIONS]);
  });
});

describe('what a Zendesk client sends', () => {
  it('carries the token and the Marketplace’s headers', async () => {
    const seen: Headers[] = [];
    const client = createZendeskClient({
      baseUrl: BASE,
      token: async () => 't',
      marketplace: { name: 'Mend', organizationId: '12', appId: '34' },
      fetch: async (_, init) => {
        seen.push(new Headers(init?.headers));
        return Response.json({});
      },
    });
    await client.request('/api/v2/x');
    expect(Object.fromEntries(seen[0] ?? [])).toMatchObject({
      authorization: 'Bearer t',
      'x-zendesk-marketplace-name': 'Mend',
      'x-zendesk-marketplace-organization-id': '12',
      'x-zendesk-marketplace-app-id': '34',
    });
  });

  it('stops the tenant where the token lacks a scope, and not where one article is closed to it', async () => {
    const answering = (description: string) =>
      account.connect({ fetch: async () => Response.json({ error: 'Forbidden', description }, { status: 403 }) });
    expect(
      await failure(answering('You are missing the following required scopes: hc:write').readArticle('1', 'en-us')),
    ).toBeInstanceOf(AuthLost);
    expect(await failure(answering('You do not have access to this page.').readArticle('1', 'en-us'))).toBeInstanceOf(
      Permanent,
    );
  });

  it('keeps the Help Center’s limit apart from the other', async () => {
    const helpdesk = account.connect({
      fetch: async (input) =>
        String(input).includes('help_center')
          ? Response.json({ articles: [] })
          : Response.json(
              { tickets: [], end_of_stream: true },
              { headers: { 'x-rate-limit': '100', 'x-rate-limit-remaining': '20' } },
            ),
    });
    await helpdesk.changedConversations(null, 0);
    expect(await failure(helpdesk.changedConversations(null, 0))).toBeInstanceOf(RetryLater);
    expect(await helpdesk.listArticleIds()).toEqual([]);
  });

  it('reaches the sandbox over HTTP on the loopback address, page after page', async () => {
    const { zendesk } = account;
    const { url } = await zendesk.listen();
    const section = zendesk.addSection({ name: 's' });
    for (let i = 0; i < 120; i++) zendesk.addArticle({ section, title: `t${i}`, body: '<p>x</p>' });
    const token = zendesk.issueToken().accessToken;
    const tenant = { subdomain: 'sandbox', baseUrl: url };
    expect(await createZendeskHelpdesk({ tenant, token: () => token, allowLocal: true }).listArticleIds()).toHaveLength(
      120,
    );
    await zendesk.close();
  });

  it('goes to no base but the account’s', () => {
    const tenant = { subdomain: 'acme', baseUrl: 'https://evil.example' };
    expect(() => createZendeskHelpdesk({ tenant, token: () => 't', allowLocal: true })).toThrow(Invalid);
  });
});

describe('OAuth', () => {
  const client = () =>
    createZendeskClient({
      baseUrl: BASE,
      token: null,
      fetch: (input, init) => account.zendesk.fetch(new Request(input, init)),
    });

  it('sends the admin to the account’s own page with what we ask for', () => {
    const url = new URL(authorizeUrl(BASE, APP, 'https://mend.example/oauth/zendesk', 'st4te', 'challenge'));
    expect(url.origin + url.pathname).toBe(`${BASE}/oauth/authorizations/new`);
    expect(Object.fromEntries(url.searchParams)).toMatchObject({
      response_type: 'code',
      client_id: 'zdg-mend',
      state: 'st4te',
      code_challenge_method: 'S256',
    });
    expect(url.searchParams.get('scope')).toContain('hc:write');
    expect(
      url.searchParams
        .get('scope')
        ?.split(' ')
        .filter((scope) => !scope.includes(':')),
    ).toEqual([]);
  });

  it('refreshes into a new pair, and the old refresh token is worth nothing', async () => {
    const { refreshToken } = account.zendesk.issueToken();
    const tokens = await refreshTokens(client(), APP, refreshToken, 1_000);
    expect(tokens.accessToken).not.toBe('');
    expect(tokens.refreshToken).not.toBe(refreshToken);
    expect(tokens.expiresAt).toBeGreaterThan(1_000);
    const error = await failure(refreshTokens(client(), APP, refreshToken, 1_000));
    expect(error).toBeInstanceOf(AuthLost);
    expect(error.message).not.toContain(refreshToken);
  });

  it('refuses a code that nobody gave', async () => {
    const grant = { code: 'made-up', redirectUri: SANDBOX_CLIENT.redirectUris[0] ?? '', verifier: null };
    expect(await failure(exchangeCode(client(), APP, grant, 0))).toBeInstanceOf(AuthLost);
  });
});

describe('a webhook of the simulated helpdesk', () => {
  it('is verified and translated as a real one', async () => {
    const sent: { headers: Headers; rawBody: Uint8Array }[] = [];
    const { serve } = await import('../../http/server.ts');
    const server = await serve((_, response) => void response.writeHead(202).end());
    const webhook = account.zendesk.addWebhook({ endpoint: `${server.url}/hook` });
    const customer = account.zendesk.addUser({ name: 'Ann' });
    const ticket = account.zendesk.openTicket({ requester: customer, subject: 'Hi', comment: 'Hello.' });
    await account.zendesk.flushWebhooks();
    await server.close();
    for (const { headers, body } of server.seen)
      sent.push({ headers: new Headers(headers as Record<string, string>), rawBody: new TextEncoder().encode(body) });
    expect(sent.length).toBeGreaterThan(0);
    const moments: unknown[] = [];
    for (const { headers, rawBody } of sent) {
      const delivery = {
        headers,
        rawBody,
        secrets: [webhook.secret],
        now: Date.now(),
        accountId: '22129848',
        webhookId: webhook.id,
      };
      const verdict = await verifyWebhook(delivery);
      if (!verdict.isAccepted) throw new Error(verdict.refusal);
      moments.push(translate(verdict.event));
    }
    expect(moments).toContainEqual({
      key: expect.any(String),
      message: { type: 'observe', at: expect.any(Number), conversationId: String(ticket.id), moment: 'opened' },
    });
  });
});
