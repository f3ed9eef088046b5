import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { SignJWT } from 'jose';
import { ok, type Route, text } from '../api.ts';
import { notFound } from '../errors.ts';
import { numberParam } from '../params.ts';
import { type Account, type Clock, idOf, type Ref } from '../world.ts';

/** Mend, installed in every account of the sandbox from the start. */
export const SANDBOX_APP = { appId: 1_047_112, installationId: 12_434_234 };
/** How long a signed URL's token is good; the vendor does not say how long its own is. */
const TOKEN_SECONDS = 300;

/** One app as it is installed in an account. */
export interface Installation {
  appId: number;
  installationId: number;
}

/** "Key pair per app": made once a process, since it takes long. */
const keys = new Map<number, { privateKey: KeyObject; publicKey: string }>();
export function appKey(appId: number) {
  const known = keys.get(appId);
  if (known) return known;
  const pair = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const fresh = {
    privateKey: pair.privateKey,
    publicKey: pair.publicKey.export({ type: 'spki', format: 'pem' }).toString(),
  };
  keys.set(appId, fresh);
  return fresh;
}

/** Installed apps of one account: signed URLs (platform facts A8), and what an app reads of itself. */
export class Apps {
  readonly installations: Installation[] = [SANDBOX_APP];
  readonly #account: Account;
  readonly #clock: Clock;
  #opened = 0;

  constructor(account: Account, wallClock: Clock) {
    this.#account = account;
    this.#clock = wallClock;
  }

  install(installation: Installation): Installation {
    this.installations.push(installation);
    return installation;
  }

  /** The claims of a signed URL's token as the vendor states them; `context` says where the app was opened. */
  claims(user: Ref, { installationId }: Installation = SANDBOX_APP, location = 'ticket_sidebar') {
    const host = `${this.#account.subdomain}.zendesk.com`;
    const iat = Math.floor(this.#clock.now().getTime() / 1000);
    this.#opened += 1;
    return {
      iss: host,
      aud: `https://${host}/api/v2/apps/installations/${installationId}.json`,
      sub: `https://${host}/api/v2/users/${idOf(user)}.json`,
      iat,
      nbf: iat,
      exp: iat + TOKEN_SECONDS,
      jti: `${installationId}-${iat}-${this.#opened}`,
      context: { product: 'support', location },
    };
  }

  /** The token that is posted to a signed page as this person opens it. */
  sign(user: Ref, installation: Installation = SANDBOX_APP, location = 'ticket_sidebar'): Promise<string> {
    return new SignJWT(this.claims(user, installation, location))
      .setProtectedHeader({ alg: 'RS256', typ: 'JWT' })
      .sign(appKey(installation.appId).privateKey);
  }
}

/** What an app reads of itself: its installation, and the public key of its signed URLs (path from memory, unverified). */
export function appRoutes(apps: Apps): Route[] {
  const shared = { method: 'GET', resource: 'apps', role: 'admin' } as const;
  return [
    {
      ...shared,
      path: '/api/v2/apps/installations/:id',
      handle: (r) => {
        const id = numberParam(r, 'id');
        const found = apps.installations.find(({ installationId }) => installationId === id);
        if (!found) throw notFound();
        return ok({ id, app_id: found.appId, product: 'support', enabled: true, paid: false, settings: {} });
      },
    },
    {
      ...shared,
      path: '/api/v2/apps/:id/public_key.pem',
      handle: (r) => {
        const id = numberParam(r, 'id');
        if (!apps.installations.some(({ appId }) => appId === id)) throw notFound();
        return text(appKey(id).publicKey, 'application/x-pem-file');
      },
    },
  ];
}
