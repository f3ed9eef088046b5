import type { ToldChange } from '../../shared/context/change-note.ts';
import type { SealingKey } from '../crypto/seal.ts';
import { createVault } from '../crypto/vault.ts';
import { newWebhookSecret } from '../crypto/webhook-secret.ts';
import { publicUrl } from '../http/public-url.ts';
import { readIfChanged } from '../http/read-if-changed.ts';
import type { ChangeFeeds } from '../loop/ports/context/change-feeds.ts';
import { Invalid, NotFound } from '../loop/ports/errors.ts';
import type { SecretStore } from '../loop/ports/stores/tenants.ts';
import { changesOfChangelog } from './changelog.ts';
import { changesOfFeed } from './feed.ts';
import { changesOfReleases } from './github.ts';
import { type ReceivedChange, receiveChange } from './inbound.ts';
import { type Settings, type StoredSource, settingsSchema } from './settings.ts';
import { changesOfStatus } from './statuspage.ts';

/** Under this name a tenant's settings stand sealed. */
const NAME = 'change_feeds';

/** Sources of one account: each is looked at once an hour. Own choice. */
const MAX_SOURCES = 10;

const REPOSITORY = /^[A-Za-z0-9][A-Za-z0-9-]{0,38}\/[A-Za-z0-9._-]{1,100}$/;

export interface ChangeFeedOptions {
  secrets: SecretStore;
  sealKey: SealingKey;
  isLoopbackAllowed: boolean;
  now: () => number;
  /** GitHub's API; another one for the sandbox. */
  githubUrl?: string | undefined;
  fetch?: typeof fetch;
}

/** What reads each kind of source. */
const READ: Record<StoredSource['kind'], (document: string) => ToldChange[]> = {
  feed: changesOfFeed,
  github: changesOfReleases,
  changelog: changesOfChangelog,
  statuspage: changesOfStatus,
};

/** Sources of change notes over public https, and the secret by which a company's own are known. */
export function createChangeFeeds(options: ChangeFeedOptions): ChangeFeeds & {
  receive: (tenant: string, headers: Headers, rawBody: Uint8Array) => Promise<ReceivedChange>;
} {
  const { secrets, sealKey, isLoopbackAllowed, now } = options;
  const send = options.fetch ?? globalThis.fetch.bind(globalThis);
  const vault = createVault(secrets, sealKey, now);
  const settings = async (tenant: string): Promise<Settings> => {
    const stored = await vault.get(tenant, NAME);
    return stored === null ? { sources: [], inbound: null } : settingsSchema.parse(JSON.parse(stored));
  };
  const keep = (tenant: string, next: Settings) => vault.put(tenant, NAME, JSON.stringify(next));
  const shown = ({ id, kind, address, createdAt }: StoredSource) => ({ id, kind, address, createdAt });

  function urlOf({ kind, address }: Pick<StoredSource, 'kind' | 'address'>): string {
    if (kind === 'github') {
      if (!REPOSITORY.test(address)) throw new Invalid('a repository of GitHub is named owner/name');
      return `${options.githubUrl ?? 'https://api.github.com'}/repos/${address}/releases?per_page=20`;
    }
    const url = publicUrl(address, 'the source’s address', { allowLoopback: isLoopbackAllowed });
    return kind === 'statuspage' ? `${url.replace(/\/$/, '')}/api/v2/summary.json` : url;
  }

  async function look(source: Pick<StoredSource, 'kind' | 'address' | 'token'>, validator: string | null) {
    const headers =
      source.kind === 'github'
        ? {
            accept: 'application/vnd.github+json',
            'x-github-api-version': '2022-11-28',
            ...(source.token ? { authorization: `Bearer ${source.token}` } : {}),
          }
        : {};
    const read = await readIfChanged(urlOf(source), validator, { send, headers });
    return read && { changes: READ[source.kind](read.text), validator: read.validator };
  }

  return {
    sources: async (tenant) => (await settings(tenant)).sources.map(shown),
    async connect(tenant, { kind, address, token }) {
      const before = await settings(tenant);
      if (before.sources.some((source) => source.kind === kind && source.address === address))
        throw new Invalid('this source is connected already');
      if (before.sources.length >= MAX_SOURCES) throw new Invalid(`an account has at most ${MAX_SOURCES} sources`);
      const wish = { kind, address, token: token ?? null };
      const read = await look(wish, null);
      const source = { ...wish, id: crypto.randomUUID(), createdAt: now() };
      await keep(tenant, { ...before, sources: [...before.sources, source] });
      return { source: shown(source), changes: read?.changes ?? [] };
    },
    async disconnect(tenant, sourceId) {
      const before = await settings(tenant);
      await keep(tenant, { ...before, sources: before.sources.filter(({ id }) => id !== sourceId) });
    },
    async read(tenant, sourceId, validator) {
      const source = (await settings(tenant)).sources.find(({ id }) => id === sourceId);
      if (!source) throw new NotFound('this source is not connected');
      return look(source, validator);
    },
    inboundSince: async (tenant) => (await settings(tenant)).inbound?.createdAt ?? null,
    async openInbound(tenant) {
      const inbound = { secret: newWebhookSecret(), createdAt: now() };
      await keep(tenant, { ...(await settings(tenant)), inbound });
      return { secret: inbound.secret };
    },
    async closeInbound(tenant) {
      await keep(tenant, { ...(await settings(tenant)), inbound: null });
    },
    async receive(tenant, headers, rawBody) {
      return receiveChange((await settings(tenant)).inbound?.secret ?? null, headers, rawBody);
    },
  };
}
