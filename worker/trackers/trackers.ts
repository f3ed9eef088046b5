import type { TrackerConnection, TrackerWish } from '../../shared/context/tracked-issue.ts';
import { toBase64Url, toHex, utf8 } from '../crypto/bytes.ts';
import type { SealingKey } from '../crypto/seal.ts';
import { createVault } from '../crypto/vault.ts';
import type { JsonClient } from '../http/client.ts';
import type { IssueTracker, Trackers } from '../loop/ports/context/trackers.ts';
import { Invalid } from '../loop/ports/errors.ts';
import type { SecretStore } from '../loop/ports/stores/tenants.ts';
import { createTrackerClient } from './foreign.ts';
import { createGithub, lookAtRepository } from './github.ts';
import { createJira, lookAtProject } from './jira.ts';
import { createLinear, lookAtTeam } from './linear.ts';
import { type Settings, settingsSchema } from './settings.ts';
import { type ReceivedIssue, receiveIssue } from './webhooks.ts';

/** Under this name a tenant's settings stand sealed. */
const NAME = 'tracker';

const REPOSITORY = /^[A-Za-z0-9][A-Za-z0-9-]{0,38}\/[A-Za-z0-9._-]{1,100}$/;
const SITE = /^https:\/\/[a-z0-9][a-z0-9-]{0,61}\.atlassian\.net$/;
const LOCAL = /^http:\/\/127\.0\.0\.1:\d{1,5}$/;
const JIRA_KEY = /^[A-Z][A-Z0-9_]{1,40}$/;

export interface TrackerOptions {
  secrets: SecretStore;
  sealKey: SealingKey;
  isLoopbackAllowed: boolean;
  now: () => number;
  githubUrl?: string | undefined;
  linearUrl?: string | undefined;
  fetch?: typeof fetch;
}

/** GitHub Issues, Linear and Jira Cloud: one of them an account, its token sealed. */
export function createTrackers(options: TrackerOptions): Trackers & {
  receive: (tenant: string, headers: Headers, rawBody: Uint8Array) => Promise<ReceivedIssue>;
} {
  const { secrets, sealKey, now } = options;
  const vault = createVault(secrets, sealKey, now);
  const settings = async (tenant: string): Promise<Settings | null> => {
    const stored = await vault.get(tenant, NAME);
    return stored === null ? null : settingsSchema.parse(JSON.parse(stored));
  };
  const shown = ({ kind, place, isPublic, createdAt }: Settings): TrackerConnection => ({
    kind,
    place,
    isPublic,
    createdAt,
  });

  function clientOf({ kind, token, email, site }: Pick<Settings, 'kind' | 'token' | 'email' | 'site'>): JsonClient {
    const common = { now, ...(options.fetch ? { fetch: options.fetch } : {}) };
    if (kind === 'github')
      return createTrackerClient({
        ...common,
        baseUrl: options.githubUrl ?? 'https://api.github.com',
        authorization: () => `Bearer ${token}`,
        headers: { accept: 'application/vnd.github+json', 'x-github-api-version': '2022-11-28', 'user-agent': 'Mend' },
      });
    if (kind === 'linear')
      return createTrackerClient({
        ...common,
        baseUrl: options.linearUrl ?? 'https://api.linear.app',
        authorization: () => (token.startsWith('lin_api_') ? token : `Bearer ${token}`),
      });
    const basic = toBase64Url(utf8(`${email}:${token}`))
      .replaceAll('-', '+')
      .replaceAll('_', '/');
    const padded = basic + '='.repeat((4 - (basic.length % 4)) % 4);
    return createTrackerClient({ ...common, baseUrl: site, authorization: () => `Basic ${padded}` });
  }

  function trackerOf(known: Settings): IssueTracker {
    const client = clientOf(known);
    if (known.kind === 'github') return createGithub(client, known.place);
    if (known.kind === 'linear') return createLinear(client, known.placeId);
    return createJira(client, { project: known.place, typeId: known.typeId, site: known.site });
  }

  /** What has to be known before anything is filed; Invalid where something is missing. */
  async function look(wish: TrackerWish): Promise<Pick<Settings, 'placeId' | 'typeId' | 'isPublic'>> {
    const client = clientOf({ kind: wish.kind, token: wish.token, email: wish.email ?? '', site: wish.site ?? '' });
    if (wish.kind === 'linear')
      return { placeId: (await lookAtTeam(client, wish.place)).teamId, typeId: '', isPublic: false };
    if (wish.kind === 'jira')
      return { placeId: '', typeId: (await lookAtProject(client, wish.place, wish.issueType)).typeId, isPublic: false };
    const { isPublic } = await lookAtRepository(client, wish.place);
    if (isPublic && !wish.isPublicConfirmed)
      throw new Invalid(
        'everybody can read this repository: confirm that reports may be filed there, without links to tickets',
      );
    return { placeId: '', typeId: '', isPublic };
  }

  return {
    async connection(tenant) {
      const known = await settings(tenant);
      return known && shown(known);
    },
    async connect(tenant, wish) {
      refuseOdd(wish, options.isLoopbackAllowed);
      const made: Settings = {
        kind: wish.kind,
        place: wish.place,
        token: wish.token,
        site: wish.site ?? '',
        email: wish.email ?? '',
        ...(await look(wish)),
        webhookSecret: toHex(crypto.getRandomValues(new Uint8Array(32))),
        createdAt: now(),
      };
      await vault.put(tenant, NAME, JSON.stringify(made));
      return { connection: shown(made), webhookSecret: made.webhookSecret };
    },
    async disconnect(tenant) {
      await secrets.remove(tenant, NAME);
      vault.forget(tenant);
    },
    async of(tenant) {
      const known = await settings(tenant);
      return known && trackerOf(known);
    },
    async receive(tenant, headers, rawBody) {
      const known = await settings(tenant);
      return receiveIssue(known && { kind: known.kind, secret: known.webhookSecret }, headers, rawBody);
    },
  };
}

function refuseOdd({ kind, place, site, email }: TrackerWish, isLoopbackAllowed: boolean): void {
  if (kind === 'github' && !REPOSITORY.test(place)) throw new Invalid('a repository of GitHub is named owner/name');
  if (kind !== 'jira') return;
  if (!JIRA_KEY.test(place)) throw new Invalid('a project of Jira is named by its key, such as SUP');
  if (!email) throw new Invalid('Jira takes a token together with the e-mail address of its owner');
  if (!SITE.test(site ?? '') && !(isLoopbackAllowed && LOCAL.test(site ?? '')))
    throw new Invalid('a site of Jira Cloud is https://NAME.atlassian.net');
}
