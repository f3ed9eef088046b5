import { calculatePKCECodeChallenge, generateRandomCodeVerifier, generateRandomState } from 'oauth4webapi';
import { z } from 'zod';
import { MINUTE_MS } from '../../shared/time.ts';
import { Invalid } from '../loop/ports/errors.ts';
import { toHex, utf8 } from './bytes.ts';
import { open, type SealingKey, seal } from './seal.ts';

/** How long an admin may take at the vendor's page. Long enough to sign in and read the scopes, short enough that a link left open opens nothing. */
export const SIGN_IN_MS = 10 * MINUTE_MS;

const AS = { tenant: '*', name: 'sign_in' };
const EXPIRED = 'this sign-in is over or was begun in another browser: begin again';

const begunSchema = z.object({
  vendor: z.enum(['zendesk', 'intercom']),
  /** The account's subdomain, or the workspace's region. */
  place: z.string(),
  /** The sandbox's base; null for the vendor's own. */
  baseUrl: z.string().nullable(),
  state: z.string(),
  verifier: z.string(),
  until: z.number(),
});
/** What a sign-in that was begun knows: kept by the browser that began it, sealed. */
export type Begun = z.infer<typeof begunSchema>;

/** States that came back: each once. */
export interface SpentStates {
  /** Marks a state as used, by its hash; false where it was. What is over by `now` is forgotten. */
  spend(hash: string, until: number, now: number): Promise<boolean>;
}

/** Sign-ins at a vendor: begun here, finished by the same browser, once, within ten minutes. */
export interface SignIns {
  begin(
    where: Pick<Begun, 'vendor' | 'place' | 'baseUrl'>,
  ): Promise<{ begun: Begun; challenge: string; cookie: string }>;
  /** What was begun, where cookie and state belong together and nobody came back with them before; else Invalid. */
  finish(vendor: Begun['vendor'], cookie: string | null, state: string): Promise<Begun>;
}

/**
 * The state and the PKCE verifier are the browser's to keep, in a sealed cookie: nothing is stored for a sign-in that
 * nobody finishes. What comes back is checked against it, and spent in the database.
 */
export function createSignIns(key: SealingKey, spent: SpentStates, now: () => number): SignIns {
  return {
    async begin(where) {
      const verifier = generateRandomCodeVerifier();
      const begun = { ...where, state: generateRandomState(), verifier, until: now() + SIGN_IN_MS };
      const challenge = await calculatePKCECodeChallenge(verifier);
      return { begun, challenge, cookie: await seal(key, JSON.stringify(begun), AS) };
    },
    async finish(vendor, cookie, state) {
      if (cookie === null) throw new Invalid(EXPIRED);
      const begun = begunSchema.parse(JSON.parse(await open([key], cookie, AS).catch(() => refuse())));
      if (begun.vendor !== vendor || begun.until <= now() || begun.state !== state) throw new Invalid(EXPIRED);
      const hash = toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', utf8(state))));
      if (!(await spent.spend(hash, begun.until, now())))
        throw new Invalid('this sign-in was finished already: begin again');
      return begun;
    },
  };
}

function refuse(): never {
  throw new Invalid(EXPIRED);
}
