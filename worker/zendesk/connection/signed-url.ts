import { decodeJwt, errors, importSPKI, jwtVerify } from 'jose';
import { hashText } from '../../core/text/hash.ts';
import type { Proof } from '../../loop/ports/session.ts';

const ALGORITHM = 'RS256';
/** Clocks differ by seconds. */
const TOLERANCE_S = 5;
/** Zendesk's own tokens live minutes; one that claims to be good for longer is none of theirs. */
const MAX_AGE_S = 3_600;
const MAX_CHARS = 8_192;
const AUDIENCE =
  /^https:\/\/([a-z0-9][a-z0-9-]{0,61}[a-z0-9])\.zendesk\.com\/api\/v2\/apps\/installations\/(\d{1,20})\.json$/;
const CLAIM_TWICE = /"(iss|aud|sub|exp|iat|nbf|jti)"\s*:[\s\S]*"\1"\s*:/;

/** Our app as it is installed in one account, with the key that its signed URLs are signed with. */
export interface AppInstallation {
  appId: string;
  installationId: string;
  /** SPKI in PEM. */
  publicKey: string;
}

/** Which account and installation a token says it is from: what to verify it against, and nothing to believe. */
export function claimedBy(token: string): { subdomain: string; installationId: string } | null {
  if (token.length > MAX_CHARS) return null;
  try {
    const { aud } = decodeJwt(token);
    const match = typeof aud === 'string' ? AUDIENCE.exec(aud) : null;
    return match?.[1] && match[2] ? { subdomain: match[1], installationId: match[2] } : null;
  } catch {
    return null;
  }
}

/** Whether a text is an RSA public key that signed URLs can be verified with. */
export async function isPublicKey(pem: string): Promise<boolean> {
  return importSPKI(pem, ALGORITHM).then(
    () => true,
    () => false,
  );
}

/**
 * What became of a token: who opened the app, or why it is refused; `why` is for the log and holds nothing of the token but
 * names. `signature` may mean that the key was replaced.
 */
export type Opening = { proof: Proof } | { refused: 'expired' | 'signature' | 'forged'; why: string };

/**
 * Verifies the token of a signed URL: RS256 alone, under the installation's key; issuer, audience, times and the user it
 * names. Of its claims only `sub` is used. Source: Zendesk's server-side app tutorial, part 5.
 */
export async function verifySignedUrl(
  token: string,
  tenant: { id: string; subdomain: string },
  { installationId, publicKey }: AppInstallation,
  now: number,
): Promise<Opening> {
  const host = `${tenant.subdomain}.zendesk.com`;
  const base = `https://${host}/api/v2`;
  try {
    const { payload } = await jwtVerify(token, await importSPKI(publicKey, ALGORITHM), {
      algorithms: [ALGORITHM],
      issuer: [host, `https://${host}`],
      audience: `${base}/apps/installations/${installationId}.json`,
      requiredClaims: ['exp', 'iat', 'sub', 'aud', 'iss'],
      maxTokenAge: MAX_AGE_S,
      clockTolerance: TOLERANCE_S,
      currentDate: new Date(now),
    });
    const userId = userOf(payload.sub ?? '', base);
    if (userId === null) return { refused: 'forged', why: 'sub is no user of the account' };
    if (typeof payload.aud !== 'string' || saysTwice(token))
      return { refused: 'forged', why: 'a claim is there twice' };
    const seal = hashText(token);
    const id = payload.jti === undefined ? seal : hashText(`jti ${payload.jti}`);
    return { proof: { tenant: tenant.id, userId, id, seal, isReusable: true } };
  } catch (error) {
    if (error instanceof errors.JWTExpired) return { refused: 'expired', why: 'it ran out' };
    const isOtherKey = error instanceof errors.JWSSignatureVerificationFailed;
    return { refused: isOtherKey ? 'signature' : 'forged', why: whyOf(error) };
  }
}

function whyOf(error: unknown): string {
  if (error instanceof errors.JWTClaimValidationFailed) return `claim ${error.claim}: ${error.reason}`;
  return error instanceof errors.JOSEError ? error.code : 'the stored key can’t be read';
}

/** The user of `sub`, which is the user's URL in this account. */
function userOf(sub: string, base: string): string | null {
  const match = /^\/users\/(\d{1,20})(\.json)?$/.exec(sub.startsWith(base) ? sub.slice(base.length) : '');
  return match?.[1] ?? null;
}

/** A claim written twice is read differently by different readers. */
function saysTwice(token: string): boolean {
  const payload = token.split('.')[1] ?? '';
  return CLAIM_TWICE.test(atob(payload.replaceAll('-', '+').replaceAll('_', '/')));
}
