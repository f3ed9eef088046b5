import { type Tenant, tenantId } from '../../../shared/tenant.ts';
import type { SealingKey } from '../../crypto/seal.ts';
import { createVault } from '../../crypto/vault.ts';
import type { JsonClient } from '../../http/client.ts';
import { AuthLost, Invalid, NotFound, Permanent } from '../../loop/ports/errors.ts';
import type { Proven } from '../../loop/ports/helpdesk.ts';
import type { LoopMessage } from '../../loop/ports/messages.ts';
import type { SecretStore, TenantStore } from '../../loop/ports/stores/tenants.ts';
import { createIntercomClient } from '../client.ts';
import { readMe } from '../conversations/people.ts';
import { createIntercomHelpdesk, type IntercomHelpdesk } from '../helpdesk.ts';
import { translate } from '../webhooks/events.ts';
import { verifyWebhook, type WebhookRefusal } from '../webhooks/webhook.ts';
import { verifyCanvasRequest } from './canvas-request.ts';
import { authorizeUrl, exchangeCode, type OauthApp, readUninstall } from './oauth.ts';
import { proveWorkspace } from './proofs.ts';
import { REGIONS, regionBaseUrl, regionOf, workspaceBaseUrl } from './regions.ts';
import { createIntercomRights } from './rights.ts';

export interface ConnectionOptions {
  secrets: SecretStore;
  tenants: TenantStore;
  sealKey: SealingKey;
  /** The app's secrets, the current one first, the one before it while it is rotated out. Empty: nothing is accepted. */
  clientSecrets: string[];
  isLoopbackAllowed: boolean;
  now: () => number;
  /** The helpdesk's own time: the wall's, but where a sandbox or a replay owns it. */
  eventNow: () => number;
  /** The app's id; null where workspaces are connected by token alone. */
  clientId?: string | null;
  publicUrl?: string;
  fetch?: typeof fetch;
}

/** A workspace as an admin connects it. `baseUrl` is the sandbox's, or a region's where it is known. */
export interface Workspace {
  token: string;
  /** The language of a workspace that has one; help centers of several name theirs with each article. */
  locale: string;
  baseUrl?: string;
}

/** A webhook that was looked at: refused with the status to answer, or signed and of no interest, or a message for a tenant. */
export type Received =
  | { refused: WebhookRefusal; status: 401 | 413 }
  | { tenant: string | null; ignored: string }
  | { tenant: string; key: string; message: LoopMessage };

/** Of a workspace that names none; each article of a help center in several languages says its own. */
const LOCALE = 'en';
/** A person waits for the page: what Intercom does not answer in this time is not known now. */
const PATIENCE_MS = 4_000;

/** All Intercom workspaces of this deployment: their helpdesks by tenant, the app's webhook, connecting and leaving. */
export function createIntercomConnections(options: ConnectionOptions) {
  const { tenants, clientSecrets, isLoopbackAllowed, now, eventNow } = options;
  const vault = createVault(options.secrets, options.sealKey, now);
  const held = new Map<string, IntercomHelpdesk>();
  const network = options.fetch ? { fetch: options.fetch } : {};
  const clientAt = (baseUrl: string, token: string | null) =>
    createIntercomClient({ ...network, baseUrl, token: token === null ? null : () => token, now });

  async function tokenOf(tenant: string): Promise<string> {
    const { state } = await workspaceOf(tenant);
    if (state === 'closing') throw new AuthLost('the workspace was disconnected: nothing is asked of it any more');
    const stored = await vault.get(tenant, 'access_token');
    if (stored === null) throw new AuthLost('no token is stored: connect the workspace again');
    return stored;
  }

  async function workspaceOf(tenant: string): Promise<Tenant> {
    const known = await tenants.find(tenant);
    if (known?.vendor !== 'intercom') throw new NotFound(`no Intercom workspace is connected as ${tenant}`);
    return known;
  }

  async function helpdesk(tenant: string, use: 'reading' | 'publishing' = 'reading'): Promise<IntercomHelpdesk> {
    const workspace = await workspaceOf(tenant);
    const name = `${use}/${tenant}/${workspace.baseUrl}`;
    const known = held.get(name);
    if (known) return known;
    const fresh = createIntercomHelpdesk({
      ...network,
      tenant: workspace,
      token: () => tokenOf(tenant),
      clientSecret: clientSecrets[0] ?? null,
      share: use === 'publishing' ? 1 : 0.5,
      allowLocal: isLoopbackAllowed,
      eventNow,
    });
    held.set(name, fresh);
    return fresh;
  }

  /** Verifies and translates one delivery. The tenant is the signed body's workspace; whether it is known is not asked here. */
  async function receive(headers: Headers, rawBody: Uint8Array): Promise<Received> {
    const verdict = await verifyWebhook({ headers, rawBody, secrets: clientSecrets });
    if (!verdict.isAccepted) return { refused: verdict.refusal, status: verdict.status };
    if (verdict.event === null) return { tenant: null, ignored: 'not a notification' };
    const tenant = tenantId('intercom', verdict.event.app_id);
    return { tenant, ...translate(verdict.event) };
  }

  /** Verifies and reads a request of the Inbox app, which is signed with the same secrets. */
  const receiveCanvas = (headers: Headers, rawBody: Uint8Array) => verifyCanvasRequest(headers, rawBody, clientSecrets);

  /** Where the token is good: a token of one region is refused in the others. */
  async function locate({ token, baseUrl }: Workspace) {
    const bases = baseUrl === undefined ? REGIONS.map(regionBaseUrl) : [baseUrl];
    for (const base of bases) {
      const checked = workspaceBaseUrl(base, { allowLocal: isLoopbackAllowed });
      try {
        return { baseUrl: checked, me: await readMe(clientAt(checked, token)) };
      } catch (error) {
        if (!(error instanceof AuthLost)) throw error;
      }
    }
    throw new AuthLost('intercom: the token is refused in every region');
  }

  /** Finds out whose token it is and where, and seals it. The tenant is not stored yet. */
  async function connect(workspace: Workspace): Promise<Tenant> {
    const { baseUrl: base, me } = await locate(workspace);
    const region = regionOf(me.region);
    const baseUrl = workspace.baseUrl === undefined && region !== null ? regionBaseUrl(region) : base;
    const id = tenantId('intercom', me.appId);
    const createdAt = (await tenants.find(id))?.createdAt ?? now();
    await vault.put(id, 'access_token', workspace.token);
    await vault.put(id, 'own_user_id', me.adminId);
    const { locale } = workspace;
    const place = { accountId: me.appId, subdomain: me.appId, baseUrl, locale };
    return { id, vendor: 'intercom', ...place, state: 'active', createdAt };
  }

  /** The same for an authorization code, as the admin comes back from Intercom with it. */
  async function connectByCode(app: Pick<OauthApp, 'clientId'>, code: string, at: Omit<Workspace, 'token'>) {
    const clientSecret = clientSecrets[0];
    if (!clientSecret) throw new Permanent('intercom: the app’s client secret is not configured');
    const baseUrl = workspaceBaseUrl(at.baseUrl ?? regionBaseUrl('us'), { allowLocal: isLoopbackAllowed });
    return connect({ ...at, token: await exchangeCode(clientAt(baseUrl, null), { ...app, clientSecret }, code) });
  }

  function configured(): Pick<OauthApp, 'clientId'> {
    if (!options.clientId) throw new Permanent('intercom: no OAuth app is configured: INTERCOM_CLIENT_ID');
    return { clientId: options.clientId };
  }

  /** Connecting by sign-in: `place` is the region or empty. A sandbox's base has its own page of consent. */
  const signIn = {
    authorizeUrl({ place, baseUrl, state }: { place: string; baseUrl: string | null; state: string }): string {
      const region = place === '' ? 'us' : regionOf(place);
      if (region === null) throw new Invalid('a region of Intercom is us, eu or au');
      const back = `${options.publicUrl ?? ''}/oauth/intercom/callback`;
      const url = new URL(authorizeUrl(configured(), state, back, region));
      if (baseUrl === null) return url.toString();
      const base = workspaceBaseUrl(baseUrl, { allowLocal: isLoopbackAllowed });
      return new URL(url.pathname + url.search, base).toString();
    },
    connectByCode: ({ baseUrl }: { baseUrl: string | null }, code: string) =>
      connectByCode(configured(), code, { locale: LOCALE, ...(baseUrl === null ? {} : { baseUrl }) }),
  };

  /** The tenant that an uninstall request names, or null. */
  function uninstalledTenant(body: unknown): string | null {
    const workspace = readUninstall(body);
    return workspace === null ? null : tenantId('intercom', workspace);
  }

  /** Nothing of ours stands in a workspace, and Intercom has no call that gives a token back: its admin uninstalls the app. */
  const leave = async ({ id }: Tenant) => vault.forget(id);

  /** Asks the workspace about everything its connection needs, with the patience of a person who waits. */
  const prove = async (tenant: string): Promise<Proven[]> => proveWorkspace(await asking(tenant));

  /** Whether the vendor refuses our token, as it does once the app is uninstalled; an uninstall request is only a hint. */
  async function confirmUninstalled(tenant: string): Promise<boolean> {
    const { baseUrl } = await workspaceOf(tenant);
    vault.forget(tenant);
    try {
      await readMe(clientAt(workspaceBaseUrl(baseUrl, { allowLocal: isLoopbackAllowed }), await tokenOf(tenant)));
      return false;
    } catch (error) {
      if (error instanceof AuthLost) return true;
      throw error;
    }
  }

  /** A client for a question that a person waits for: the whole rate limit, and a short patience. */
  async function asking(tenant: string): Promise<JsonClient> {
    const baseUrl = workspaceBaseUrl((await workspaceOf(tenant)).baseUrl, { allowLocal: isLoopbackAllowed });
    const token = () => tokenOf(tenant);
    return createIntercomClient({ ...network, baseUrl, token, share: 1, timeoutMs: PATIENCE_MS, now });
  }
  const rights = createIntercomRights({ asking, installerOf: (tenant) => vault.get(tenant, 'own_user_id') });
  return {
    helpdesk,
    receive,
    receiveCanvas,
    connect,
    connectByCode,
    signIn,
    leave,
    uninstalledTenant,
    confirmUninstalled,
    prove,
    rights,
  };
}
