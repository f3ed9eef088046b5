import { createHash } from 'node:crypto';
import type { Random } from '../../random.ts';
import { ApiError } from '../errors.ts';
import { type Clock, iso, unixSeconds } from '../world.ts';

const CODE_LIFETIME_MS = 120_000;
/** Defaults of clients created since 2026-04-30 (Zendesk's OAuth documentation): 30 minutes and 30 days. */
const ACCESS_TOKEN_SECONDS = 1_800;
const REFRESH_TOKEN_SECONDS = 2_592_000;

export interface OAuthClient {
  id: number;
  identifier: string;
  /** null is a public client, which must use PKCE. */
  secret: string | null;
  redirectUris: string[];
}

export interface Grant {
  id: number;
  clientId: number;
  userId: number;
  scopes: string[];
  accessToken: string;
  refreshToken: string;
  createdAt: number;
  expiresAt: number;
  refreshExpiresAt: number;
  usedAt: number | null;
}

interface Code {
  clientId: number;
  userId: number;
  scope: string;
  redirectUri: string;
  challenge: string | null;
  expiresAt: number;
}

export interface AuthorizeRequest {
  clientId: string;
  redirectUri: string;
  scope: string;
  userId: number;
  codeChallenge?: string | undefined;
}

/** Tokens live by the wall clock. One grant is one pair; a refresh deletes the pair it came from. */
export class OAuth {
  readonly #clock: Clock;
  readonly #random: Random;
  readonly #clients = new Map<string, OAuthClient>();
  readonly #codes = new Map<string, Code>();
  readonly #grants = new Map<string, Grant>();
  #nextId = 223_443;

  constructor(clock: Clock, random: Random) {
    this.#clock = clock;
    this.#random = random;
  }

  addClient(client: { identifier: string; secret: string | null; redirectUris: string[] }): OAuthClient {
    const added = { id: this.#nextId++, ...client };
    this.#clients.set(client.identifier, added);
    return added;
  }

  client(identifier: string): OAuthClient | undefined {
    return this.#clients.get(identifier);
  }

  /** What the consent page does when the user agrees: a code that lives 120 s. */
  authorize(request: AuthorizeRequest): string {
    const client = this.#clients.get(request.clientId);
    if (client === undefined || !client.redirectUris.includes(request.redirectUri))
      throw oauthError(400, 'invalid_request');
    if (client.secret === null && request.codeChallenge === undefined) throw oauthError(400, 'invalid_request');
    const code = this.#random.bytes(24).toString('hex');
    this.#codes.set(code, {
      clientId: client.id,
      userId: request.userId,
      scope: request.scope,
      redirectUri: request.redirectUri,
      challenge: request.codeChallenge ?? null,
      expiresAt: this.#now() + CODE_LIFETIME_MS,
    });
    return code;
  }

  /** A code is spent by the first try, right or wrong. `verifier` must hash (S256) to the code's challenge. */
  redeem(client: OAuthClient, code: string, redirectUri: string | undefined, verifier: string | undefined): Code {
    const found = this.#codes.get(code);
    this.#codes.delete(code);
    const isGood =
      found !== undefined &&
      found.clientId === client.id &&
      found.redirectUri === redirectUri &&
      found.expiresAt > this.#now() &&
      (found.challenge === null || (verifier !== undefined && s256(verifier) === found.challenge));
    if (!isGood) throw oauthError(400, 'invalid_grant');
    return found;
  }

  issue(options: {
    clientId: number;
    userId: number;
    scope: string;
    expiresIn?: number | undefined;
    refreshExpiresIn?: number | undefined;
  }): Grant {
    const now = this.#now();
    const grant: Grant = {
      id: this.#nextId++,
      clientId: options.clientId,
      userId: options.userId,
      scopes: options.scope.split(/\s+/).filter((scope) => scope !== ''),
      accessToken: this.#random.bytes(32).toString('hex'),
      refreshToken: this.#random.bytes(32).toString('hex'),
      createdAt: now,
      expiresAt: now + (options.expiresIn ?? ACCESS_TOKEN_SECONDS) * 1000,
      refreshExpiresAt: now + (options.refreshExpiresIn ?? REFRESH_TOKEN_SECONDS) * 1000,
      usedAt: null,
    };
    this.#grants.set(grant.accessToken, grant);
    return grant;
  }

  /** Takes the pair of a refresh token out of the world: it and its access token are dead from now on. */
  spendRefreshToken(client: OAuthClient, refreshToken: string): Grant {
    for (const grant of this.#grants.values()) {
      if (grant.refreshToken !== refreshToken || grant.clientId !== client.id) continue;
      if (grant.refreshExpiresAt <= this.#now()) break;
      this.#grants.delete(grant.accessToken);
      return grant;
    }
    throw oauthError(400, 'invalid_grant');
  }

  /** The live grant of an access token, or undefined. */
  grantOf(accessToken: string): Grant | undefined {
    const grant = this.#grants.get(accessToken);
    if (grant === undefined || grant.expiresAt <= this.#now()) return undefined;
    grant.usedAt = this.#now();
    return grant;
  }

  /** Every live access token. */
  accessTokens(): string[] {
    return [...this.#grants.keys()];
  }

  /** Ends an access token's time now; its refresh token stays good. */
  expire(accessToken: string): void {
    const grant = this.#grants.get(accessToken);
    if (grant !== undefined) grant.expiresAt = this.#now();
  }

  revoke(accessToken: string): void {
    this.#grants.delete(accessToken);
  }

  /** What an admin does who removes the app's access. */
  revokeAll(): void {
    this.#grants.clear();
  }

  #now(): number {
    return this.#clock.now().getTime();
  }
}

const s256 = (verifier: string): string => createHash('sha256').update(verifier).digest('base64url');

const DESCRIPTIONS: Record<string, string> = {
  invalid_grant:
    'The provided access grant is invalid, expired, or revoked (e.g. invalid assertion, expired authorization token, ' +
    'bad end-user password credentials, or mismatching authorization code and redirection URI).',
  invalid_client:
    'Client authentication failed due to unknown client, no client authentication included, or unsupported.',
  invalid_request: 'The request is missing a required parameter or is otherwise malformed.',
  unsupported_grant_type: 'The grant type is not supported.',
};

export const oauthError = (status: number, error: string) =>
  new ApiError(status, { error, error_description: DESCRIPTIONS[error] ?? error });

/** `{token}` of `GET /api/v2/oauth/tokens/current`: only the first ten characters of a token are shown. */
export function presentGrant(grant: Grant, origin: string): Record<string, unknown> {
  return {
    id: grant.id,
    url: `${origin}/api/v2/oauth/tokens/${grant.id}.json`,
    client_id: grant.clientId,
    user_id: grant.userId,
    scopes: grant.scopes,
    token: grant.accessToken.slice(0, 10),
    refresh_token: grant.refreshToken.slice(0, 10),
    created_at: iso(grant.createdAt),
    used_at: grant.usedAt === null ? null : iso(grant.usedAt),
    expires_at: iso(grant.expiresAt),
    refresh_token_expires_at: iso(grant.refreshExpiresAt),
  };
}

export const expiresIn = (grant: Grant): number => unixSeconds(grant.expiresAt) - unixSeconds(grant.createdAt);
