import type { Random } from '../../random.ts';
import { PERMISSIONS, type Permission } from '../api.ts';
import { ApiError, invalid, unauthorized } from '../errors.ts';

export interface Grant {
  token: string;
  adminId: string;
  permissions: readonly Permission[];
  isRevoked: boolean;
}

export interface IntercomClient {
  id: string;
  secret: string;
  redirectUris: string[];
}

/** Tokens do not expire and are not refreshed; what an app may do is chosen in the Developer Hub. */
export class OAuth {
  readonly client: IntercomClient;
  readonly #random: Random;
  readonly #codes = new Map<string, string>();
  readonly #grants = new Map<string, Grant>();
  #permissions: readonly Permission[] = PERMISSIONS;

  constructor(client: IntercomClient, random: Random) {
    this.client = client;
    this.#random = random;
  }

  /** What the Developer Hub has ticked for the app: holds for tokens issued from now on. */
  choose(permissions: readonly Permission[]): void {
    this.#permissions = permissions;
  }

  /** What the consent page does when an admin agrees: a code that is good once. */
  authorize(clientId: string, adminId: string): string {
    if (clientId !== this.client.id) throw new ApiError(404, 'not_found', 'App not found');
    const code = this.#random.uuid();
    this.#codes.set(code, adminId);
    return code;
  }

  /** `POST /auth/eagle/token`. What it answers to a wrong code or secret is not documented: 401 here. */
  redeem(fields: Record<string, unknown>): Grant {
    const { code, client_id: id, client_secret: secret } = fields;
    if (typeof code !== 'string') throw invalid('code is required', 'code');
    const adminId = this.#codes.get(code);
    this.#codes.delete(code);
    if (id !== this.client.id || secret !== this.client.secret || adminId === undefined) throw unauthorized();
    return this.issue(adminId);
  }

  issue(adminId: string, permissions: readonly Permission[] = this.#permissions): Grant {
    const token = `dG9rO${this.#random.bytes(24).toString('base64url')}`;
    const grant: Grant = { token, adminId, permissions, isRevoked: false };
    this.#grants.set(token, grant);
    return grant;
  }

  /** Uninstalling revokes every token of the workspace (from memory, unverified). */
  revokeAll(): void {
    for (const grant of this.#grants.values()) grant.isRevoked = true;
  }

  grantOf(header: string | undefined): Grant {
    const match = /^Bearer (\S+)$/i.exec(header ?? '');
    const grant = this.#grants.get(match?.[1] ?? '');
    if (grant === undefined || grant.isRevoked) throw unauthorized();
    return grant;
  }
}
