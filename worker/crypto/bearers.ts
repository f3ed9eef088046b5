import { jwtVerify, SignJWT } from 'jose';
import type { Bearers } from '../loop/ports/session.ts';
import { type Bytes, utf8 } from './bytes.ts';
import { hmac } from './hmac.ts';

const ALGORITHM = 'HS256';
const ISSUER = 'mend';

/**
 * Bearers as HS256 JWTs, under a key led from the deployment's sealing key. One kind is never read as another: `app` is a
 * page's bearer, `reload` the cookie of a page in a tab of its own.
 */
export function createBearers(sealKey: Bytes, kind: 'app' | 'reload' = 'app'): Bearers {
  const key = () => hmac('SHA-256', sealKey, utf8(`bearers of sessions, v1: ${kind}`));
  const audience = `mend:${kind}`;
  return {
    async issue({ tenant, sessionId }, expiresAt) {
      return new SignJWT({ tenant, sid: sessionId })
        .setProtectedHeader({ alg: ALGORITHM })
        .setIssuer(ISSUER)
        .setAudience(audience)
        .setExpirationTime(Math.floor(expiresAt / 1000))
        .sign(await key());
    },
    async read(bearer, now) {
      const options = { algorithms: [ALGORITHM], issuer: ISSUER, audience, currentDate: new Date(now) };
      try {
        const { payload } = await jwtVerify(bearer, await key(), { ...options, requiredClaims: ['exp'] });
        const { tenant, sid } = payload;
        return typeof tenant === 'string' && typeof sid === 'string' ? { tenant, sessionId: sid } : null;
      } catch {
        return null;
      }
    },
  };
}
