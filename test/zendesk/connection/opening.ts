import { type JWTPayload, SignJWT } from 'jose';
import type { Tenant } from '../../../shared/tenant.ts';
import { createVault } from '../../../worker/crypto/vault.ts';
import { createZendeskClient } from '../../../worker/zendesk/client.ts';
import { createZendeskSessions } from '../../../worker/zendesk/connection/sessions.ts';
import { aTenant } from '../../contracts/examples.ts';
import { memorySecrets } from '../../loop/memory/accounts.ts';
import { createShelf } from '../../loop/memory/shelf.ts';
import { appKey, SANDBOX_APP } from '../../sandbox/zendesk/access/apps.ts';
import { createZendesk, type Zendesk } from '../../sandbox/zendesk/driver.ts';

export const START_MS = Date.parse('2026-11-22T09:00:00Z');
export const ACCOUNT = 'zendesk:22129848';
export const NEIGHBOUR = 'zendesk:31000000';

type Helpdesks = Record<string, Zendesk>;

/** Two accounts that installed the app, and our side of their openings. The clock is the test's. */
export function openAccounts() {
  const clock = { now: START_MS };
  const wallClock = { now: () => new Date(clock.now) };
  const account = { wallClock, clock: wallClock };
  const helpdesks: Helpdesks = {
    [ACCOUNT]: createZendesk(account),
    [NEIGHBOUR]: createZendesk({ ...account, account: { id: 31_000_000, subdomain: 'neighbour' } }),
  };
  const neighbours = { appId: SANDBOX_APP.appId, installationId: 99_000_001 };
  helpdesks[NEIGHBOUR]?.apps.installations.splice(0, 1, neighbours);
  const tenants: Tenant[] = Object.entries(helpdesks).map(
    ([
      id,
      {
        account: { subdomain },
      },
    ]) => aTenant(id, { subdomain, baseUrl: `https://${subdomain}.zendesk.com` }),
  );
  const zendeskOf = (tenant: string): Zendesk => {
    const found = helpdesks[tenant];
    if (!found) throw new Error(`no account ${tenant}`);
    return found;
  };
  const tokens = new Map(Object.keys(helpdesks).map((id) => [id, zendeskOf(id).issueToken().accessToken]));
  const now = () => clock.now;
  const vault = createVault(memorySecrets(createShelf()), { id: 'k1', bytes: new Uint8Array(32) }, now);
  const sessions = createZendeskSessions({
    tenants: { ofSubdomain: async (_, subdomain) => tenants.filter((tenant) => tenant.subdomain === subdomain) },
    vault,
    asking: async (tenant) =>
      createZendeskClient({
        baseUrl: `https://${zendeskOf(tenant).account.subdomain}.zendesk.com`,
        token: () => tokens.get(tenant) ?? '',
        fetch: (input, init) => zendeskOf(tenant).fetch(new Request(input, init)),
        share: 1,
        now,
      }),
    appId: String(SANDBOX_APP.appId),
    now,
  });
  return { ...sessions, clock, vault, tenants, tokens, zendesk: zendeskOf(ACCOUNT), neighbour: zendeskOf(NEIGHBOUR) };
}
export type Accounts = ReturnType<typeof openAccounts>;

/** A token with these claims, by the app's own key unless another is given: what only Zendesk could sign. */
export function signed(
  claims: JWTPayload,
  { appId = SANDBOX_APP.appId, header = {} }: { appId?: number; header?: Record<string, unknown> } = {},
): Promise<string> {
  return new SignJWT(claims).setProtectedHeader({ alg: 'RS256', ...header }).sign(appKey(appId).privateKey);
}
