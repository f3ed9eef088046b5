import { jwtVerify, SignJWT } from 'jose';
import { MINUTE_MS } from '../../shared/time.ts';
import type { Proof } from '../loop/ports/session.ts';
import { type Bytes, toHex, utf8 } from './bytes.ts';
import { hmac } from './hmac.ts';

const ALGORITHM = 'HS256';
const ISSUER = 'mend';
const AUDIENCE = 'mend:console-link';
/** Time to follow a link that was just made; a longer one would be worth stealing. */
const LINK_MS = 2 * MINUTE_MS;

/** Links that open the console as a person, once: HS256 JWTs under a key of their own. */
export function createConsoleLinks(sealKey: Bytes, now: () => number) {
  const key = () => hmac('SHA-256', sealKey, utf8('links to the console, v1'));
  return {
    async issue({ tenant, userId }: { tenant: string; userId: string }): Promise<string> {
      return new SignJWT({ tenant })
        .setProtectedHeader({ alg: ALGORITHM })
        .setIssuer(ISSUER)
        .setAudience(AUDIENCE)
        .setSubject(userId)
        .setJti(crypto.randomUUID())
        .setExpirationTime(Math.floor((now() + LINK_MS) / 1000))
        .sign(await key());
    },
    /** Whom a link proves; each opens one session, which the session's proof sees to. */
    async opened(link: string): Promise<{ proof: Proof } | { refused: 'expired' | 'forged'; why: string }> {
      try {
        const { payload } = await jwtVerify(link, await key(), {
          algorithms: [ALGORITHM],
          issuer: ISSUER,
          audience: AUDIENCE,
          requiredClaims: ['exp', 'sub', 'jti'],
          currentDate: new Date(now()),
        });
        const { tenant, sub: userId, jti } = payload;
        if (typeof tenant !== 'string' || !userId || !jti) return { refused: 'forged', why: 'no link to the console' };
        return {
          proof: { tenant, userId, id: await sha256(`link ${jti}`), seal: await sha256(link), isReusable: false },
        };
      } catch (error) {
        return isExpired(error)
          ? { refused: 'expired', why: 'it ran out' }
          : { refused: 'forged', why: 'no link of ours' };
      }
    },
  };
}

function isExpired(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_JWT_EXPIRED';
}

async function sha256(text: string): Promise<string> {
  return toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', utf8(text))));
}
