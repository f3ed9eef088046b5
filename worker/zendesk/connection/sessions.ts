import { z } from 'zod';
import type { Tenant } from '../../../shared/tenant.ts';
import type { Vault } from '../../crypto/vault.ts';
import type { JsonClient } from '../../http/client.ts';
import { AuthLost, Invalid, NotFound, Permanent } from '../../loop/ports/errors.ts';
import type { Rights } from '../../loop/ports/session.ts';
import type { TenantStore } from '../../loop/ports/stores/tenants.ts';
import { idSchema, parseAnswer, segment } from '../parse.ts';
import { createReach } from './reach.ts';
import { personOf, readStanding } from './rights.ts';
import { type AppInstallation, claimedBy, isPublicKey, type Opening, verifySignedUrl } from './signed-url.ts';

/**
 * An installation is asked about once in this time, however many tokens name it. Others than the one we know are asked about so
 * often at most for one address of the network, and for all: whoever posts may name any, and uses up their own.
 */
const LEARN_PAUSE_MS = 60_000;
const LEARN_MOST_A_SOURCE = 5;
const LEARN_MOST = 30;
const STORED_AS = 'app_installation';
const OWN_APP = 'app_id';

export interface ZendeskSessionsOptions {
  tenants: Pick<TenantStore, 'ofSubdomain'>;
  vault: Vault;
  /** A client of the tenant's account for a question that a person waits for. */
  asking: (tenant: string) => Promise<JsonClient>;
  /** The app's id where it is the same in every account (from the marketplace); a tenant's own goes before it. */
  appId: string | null;
  now: () => number;
}

/** An app that was uploaded to one account alone, and has an id of its own there. */
export interface OwnApp {
  appId: string;
  installation?: { installationId: string; publicKey: string };
}

/** What an account answered about an installation; null while it has not. */
interface Learned {
  installationId: string;
  at: number;
  answer: AppInstallation | string | null;
  /** From which address of the network it was named; null where it is the installation that we know. */
  source: string | null;
}

const installationSchema = z.looseObject({ app_id: idSchema, id: idSchema });
const storedSchema = z.object({ appId: z.string(), installationId: z.string(), publicKey: z.string() });

/** Who opened the app in Zendesk, and what they may do and see there. */
export function createZendeskSessions({ tenants, vault, asking, appId, now }: ZendeskSessionsOptions) {
  const reaches = new Map<string, ReturnType<typeof createReach>>();
  const learned = new Map<string, Learned[]>();

  async function stored(tenant: string): Promise<AppInstallation | null> {
    const text = await vault.get(tenant, STORED_AS);
    return text === null ? null : storedSchema.parse(JSON.parse(text));
  }

  /** Asks the account which app the installation is of and for its key; stored only where the app is ours. Else why not. */
  async function learn(tenant: string, installationId: string): Promise<AppInstallation | string> {
    const ours = (await vault.get(tenant, OWN_APP)) ?? appId;
    if (ours === null) return 'the app’s id is not known: set ZENDESK_APP_ID, or the account’s own';
    const client = await asking(tenant);
    try {
      const path = `/api/v2/apps/installations/${segment(installationId)}`;
      const found = parseAnswer(installationSchema, await client.request(path), 'app installation');
      if (found.app_id !== ours) return `the installation is of app ${found.app_id}, and ours is ${ours}`;
      const pem = String(await client.request(`/api/v2/apps/${segment(ours)}/public_key.pem`, { isText: true }));
      if (!(await isPublicKey(pem))) return 'what Zendesk gave as the app’s public key is none';
      const installation = { appId: ours, installationId, publicKey: pem.trim() };
      await vault.put(tenant, STORED_AS, JSON.stringify(installation));
      return installation;
    } catch (error) {
      if (error instanceof NotFound || error instanceof Permanent || error instanceof AuthLost) return error.message;
      throw error;
    }
  }

  /**
   * The same, but seldom: whoever posts may name any installation. Answers are shared, never what is under way: a request
   * that is broken off would leave the others waiting.
   */
  async function learnSeldom(
    tenant: string,
    installationId: string,
    source: string | null,
  ): Promise<AppInstallation | string> {
    const recent = (learned.get(tenant) ?? []).filter(({ at }) => now() - at < LEARN_PAUSE_MS);
    const known = recent.find((one) => one.installationId === installationId && one.answer !== null)?.answer;
    if (known) return known;
    const unknown = recent.filter((one) => one.source !== null);
    const isTooMany =
      unknown.length >= LEARN_MOST || unknown.filter((one) => one.source === source).length >= LEARN_MOST_A_SOURCE;
    if (source !== null && isTooMany) return 'too many other installations were asked about';
    const asked: Learned = { installationId, at: now(), answer: null, source };
    learned.set(tenant, [...recent, asked]);
    try {
      asked.answer = await learn(tenant, installationId);
      return asked.answer;
    } catch (error) {
      learned.set(
        tenant,
        (learned.get(tenant) ?? []).filter((one) => one !== asked),
      );
      throw error;
    }
  }

  async function openedAt(tenant: Tenant, token: string, installationId: string, source: string): Promise<Opening> {
    const known = await stored(tenant.id);
    const isKnown = known?.installationId === installationId;
    if (known && isKnown) {
      const opening = await verifySignedUrl(token, tenant, known, now());
      if (!('refused' in opening) || opening.refused !== 'signature') return opening;
    }
    const fresh = await learnSeldom(tenant.id, installationId, isKnown ? null : source);
    return typeof fresh === 'string'
      ? { refused: 'signature', why: fresh }
      : verifySignedUrl(token, tenant, fresh, now());
  }

  /**
   * Whom a posted token proves to have opened the app; refused where no connected account stands behind it. `source` is the address
   * of the network that it came from.
   */
  async function opened(token: string, source: string): Promise<Opening> {
    const claimed = claimedBy(token);
    if (!claimed) return { refused: 'forged', why: 'no token of an installation' };
    const { subdomain, installationId } = claimed;
    let last: Opening = { refused: 'forged', why: `no account is connected as ${subdomain}` };
    for (const tenant of await tenants.ofSubdomain('zendesk', subdomain)) {
      if (tenant.state === 'closing') continue;
      last = await openedAt(tenant, token, installationId, source);
      if ('proof' in last) return last;
      last = { ...last, why: `${tenant.id}, installation ${installationId}: ${last.why}` };
    }
    return last;
  }

  function reachOf(tenant: string) {
    const reach = reaches.get(tenant) ?? createReach(() => asking(tenant), now);
    reaches.set(tenant, reach);
    return reach;
  }

  const rights: Rights = {
    async person(tenant, userId) {
      const standing = await readStanding(await asking(tenant), userId);
      return standing && personOf(standing);
    },
    mayOpen: async (tenant, userId, conversationIds) => reachOf(tenant).mayOpen(userId, conversationIds),
    absent: async (tenant, userId, conversationId) => reachOf(tenant).absent(userId, conversationId),
  };
  /** Notes which app of the account is ours; with installation and key there is nothing left to ask the account. */
  async function setApp(tenant: string, { appId: own, installation }: OwnApp): Promise<void> {
    if (installation && !(await isPublicKey(installation.publicKey)))
      throw new Invalid('the public key is no RSA key in PEM (“-----BEGIN PUBLIC KEY-----”)');
    await vault.put(tenant, OWN_APP, own);
    if (installation) await vault.put(tenant, STORED_AS, JSON.stringify({ appId: own, ...installation }));
    learned.delete(tenant);
  }
  return { opened, rights, setApp };
}
