import { createHmac, createSign } from 'node:crypto';
import type { JWTPayload } from 'jose';
import { beforeEach, describe, expect, it } from 'vitest';
import { MINUTE_MS } from '../../../shared/time.ts';
import { RetryLater } from '../../../worker/loop/ports/errors.ts';
import { appKey, SANDBOX_APP } from '../../sandbox/zendesk/access/apps.ts';
import type { User } from '../../sandbox/zendesk/records.ts';
import { ACCOUNT, type Accounts, NEIGHBOUR, openAccounts, signed } from './opening.ts';

const base64Url = (value: unknown) =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');

let accounts: Accounts;
let agent: User;
let good: JWTPayload;
beforeEach(() => {
  accounts = openAccounts();
  agent = accounts.zendesk.addUser({ name: 'Ann Agent', role: 'agent' });
  good = accounts.zendesk.apps.claims(agent);
});
/** Addresses of the network that openings come from. */
const SOURCE = '192.0.2.1';
const OTHER_SOURCE = '192.0.2.2';
const refused = async (token: string, source = SOURCE) => {
  const opening = await accounts.opened(token, source);
  return 'refused' in opening ? opening.refused : 'accepted';
};
/** A token written by hand, for what no library would sign. */
const written = (header: unknown, payload: unknown, sign: (input: string) => string) => {
  const input = `${base64Url(header)}.${base64Url(payload)}`;
  return `${input}.${sign(input)}`;
};
const byOwnKey = (input: string) =>
  createSign('RSA-SHA256').update(input).sign(appKey(SANDBOX_APP.appId).privateKey, 'base64url');

describe('a signed opening', () => {
  it('proves the user it names, with either form of the issuer', async () => {
    for (const iss of ['sandbox.zendesk.com', 'https://sandbox.zendesk.com']) {
      const opening = await accounts.opened(await signed({ ...good, iss }), SOURCE);
      expect(opening).toMatchObject({ proof: { tenant: ACCOUNT, userId: String(agent.id), isReusable: true } });
    }
  });

  it('asks the account once for the key, and again when Zendesk has another', async () => {
    const asked = () => accounts.zendesk.requests.filter(({ path }) => path.endsWith('public_key.pem')).length;
    expect(await refused(await signed(good))).toBe('accepted');
    expect(await refused(await signed(good))).toBe('accepted');
    expect(asked()).toBe(1);
    const stored = JSON.parse((await accounts.vault.get(ACCOUNT, 'app_installation')) ?? '{}');
    await accounts.vault.put(
      ACCOUNT,
      'app_installation',
      JSON.stringify({ ...stored, publicKey: appKey(7).publicKey }),
    );
    accounts.clock.now += 2 * MINUTE_MS;
    expect(await refused(await signed(good))).toBe('accepted');
    expect(asked()).toBe(2);
  });

  it('may have no jti: then the token itself is what can’t be used as another', async () => {
    const { jti: _, ...without } = good;
    const [one, same, other] = await Promise.all(
      [without, without, { ...without, exp: (good.exp ?? 0) + 1 }].map(async (claims) =>
        accounts.opened(await signed(claims), SOURCE),
      ),
    );
    expect(one).toEqual(same);
    expect(other).not.toEqual(one);
  });

  it('is refused as too old when its time is over, and by nothing else', async () => {
    const token = await signed(good);
    accounts.clock.now += 5 * MINUTE_MS + 4_000;
    expect(await refused(token)).toBe('accepted');
    accounts.clock.now += 2_000;
    expect(await refused(token)).toBe('expired');
  });

  it('of an app that was uploaded to the account alone is verified with what an operator stored of it', async () => {
    const own = accounts.zendesk.apps.install({ appId: 555, installationId: 777 });
    const { publicKey } = appKey(555);
    await expect(
      accounts.setApp(ACCOUNT, { appId: '555', installation: { installationId: '777', publicKey: 'no key' } }),
    ).rejects.toThrow('no RSA key');
    expect(await refused(await accounts.zendesk.apps.sign(agent, own))).toBe('signature');
    await accounts.setApp(ACCOUNT, { appId: '555' });
    expect(await refused(await accounts.zendesk.apps.sign(agent, own))).toBe('accepted');
    accounts.zendesk.requests.length = 0;
    await accounts.setApp(ACCOUNT, { appId: '555', installation: { installationId: '777', publicKey } });
    expect(await refused(await accounts.zendesk.apps.sign(agent, own))).toBe('accepted');
    expect(accounts.zendesk.requests).toEqual([]);
    expect(await refused(await accounts.zendesk.apps.sign(agent))).toBe('signature');
  });

  it('is refused where the account is closing', async () => {
    for (const tenant of accounts.tenants) tenant.state = 'closing';
    expect(await refused(await signed(good))).toBe('forged');
  });
});

describe('a forged opening is refused, without an error of ours', () => {
  const changed: Record<string, (claims: JWTPayload) => JWTPayload> = {
    'another issuer': (c) => ({ ...c, iss: 'evil.zendesk.com' }),
    'an issuer that only begins like it': (c) => ({ ...c, iss: 'sandbox.zendesk.com.evil.example' }),
    'no issuer': ({ iss: _, ...c }) => c,
    'another audience': (c) => ({ ...c, aud: 'https://sandbox.zendesk.com/api/v2/apps/installations/1.json' }),
    'an audience off Zendesk': (c) => ({ ...c, aud: 'https://evil.example/api/v2/apps/installations/12434234.json' }),
    'a list of audiences with ours in it': (c) => ({ ...c, aud: [String(c.aud), 'https://evil.example'] }),
    'a list of our audience alone': (c) => ({ ...c, aud: [String(c.aud)] }),
    'no audience': ({ aud: _, ...c }) => c,
    'no expiry': ({ exp: _, ...c }) => c,
    'an expiry that is no number': (c) => ({ ...c, exp: 'never' as unknown as number }),
    'no time of issue': ({ iat: _, ...c }) => c,
    'a time of issue to come': (c) => ({ ...c, iat: (c.iat ?? 0) + 600, exp: (c.exp ?? 0) + 600 }),
    'a life of days': (c) => ({ ...c, iat: (c.iat ?? 0) - 7_200, exp: (c.exp ?? 0) + 86_400 }),
    'a time before which it is not good': (c) => ({ ...c, nbf: (c.iat ?? 0) + 600 }),
    'no user': ({ sub: _, ...c }) => c,
    'a user of another account': (c) => ({ ...c, sub: 'https://neighbour.zendesk.com/api/v2/users/9.json' }),
    'a user that leaves the path': (c) => ({ ...c, sub: 'https://sandbox.zendesk.com/api/v2/users/../9.json' }),
    'a user with more behind': (c) => ({ ...c, sub: `${c.sub}?as=1` }),
    'a user that is no number': (c) => ({ ...c, sub: 'https://sandbox.zendesk.com/api/v2/users/me.json' }),
  };
  it.each(Object.entries(changed))('with %s, though well signed', async (_, change) => {
    expect(await refused(await signed(change(good)))).toMatch(/forged|expired|signature/);
  });

  const crafted: Record<string, () => Promise<string> | string> = {
    'by another key': () => signed(good, { appId: 666 }),
    'by nobody (none)': () => written({ alg: 'none' }, good, () => ''),
    'by nobody (nOnE)': () => written({ alg: 'nOnE' }, good, () => ''),
    'by the public key as a secret (HS256)': () =>
      written({ alg: 'HS256' }, good, (input) =>
        createHmac('sha256', appKey(SANDBOX_APP.appId).publicKey).update(input).digest('base64url'),
      ),
    'with a header that asks for what we don’t know (crit)': () =>
      written({ alg: 'RS256', crit: ['x'], x: 1 }, good, byOwnKey),
    'with another algorithm over the same key (PS256)': () => written({ alg: 'PS256' }, good, byOwnKey),
    'with a key of its own in the header (jwk)': () =>
      written({ alg: 'RS256', jwk: appKey(666).privateKey.export({ format: 'jwk' }), kid: 'x' }, good, (input) =>
        createSign('RSA-SHA256').update(input).sign(appKey(666).privateKey, 'base64url'),
      ),
    'with a claim written twice': () =>
      written({ alg: 'RS256' }, `${JSON.stringify(good).slice(0, -1)},"sub":"${good.sub}"}`, byOwnKey),
    'with one letter of the payload changed': async () => {
      const [header, payload = '', signature] = (await signed(good)).split('.');
      return `${header}.${payload.slice(0, 30)}${payload[30] === 'A' ? 'B' : 'A'}${payload.slice(31)}.${signature}`;
    },
    'without its signature': async () => (await signed(good)).split('.').slice(0, 2).join('.'),
    'of 64 KB': () => signed({ ...good, pad: 'x'.repeat(65_536) }),
    'of no token at all': () => 'hello',
    'of dots': () => '..',
    'of nothing': () => '',
    'of a payload that is no object': () => written({ alg: 'RS256' }, '"x"', byOwnKey),
    'of a payload that is no JSON': () => written({ alg: 'RS256' }, '{', byOwnKey),
  };
  it.each(Object.entries(crafted))('%s', async (_, craft) => {
    expect(await refused(await craft())).toMatch(/forged|signature/);
  });

  it('of another app that the account installed, though Zendesk signed it', async () => {
    const other = accounts.zendesk.apps.install({ appId: 555, installationId: 777 });
    expect(await refused(await accounts.zendesk.apps.sign(agent, other))).toBe('signature');
    expect(await accounts.vault.get(ACCOUNT, 'app_installation')).toBeNull();
  });

  it('of one account’s installation under the name of the other', async () => {
    const theirs = accounts.neighbour.apps.claims(agent, { appId: SANDBOX_APP.appId, installationId: 99_000_001 });
    expect(await accounts.opened(await signed(theirs), SOURCE)).toMatchObject({ proof: { tenant: NEIGHBOUR } });
    expect(await refused(await signed({ ...theirs, iss: String(good.iss), sub: String(good.sub) }))).toBe('forged');
    const swapped = String(theirs.aud).replace('neighbour', 'sandbox');
    expect(await refused(await signed({ ...good, aud: swapped }))).toBe('signature');
  });

  it('of a subdomain nobody connected', async () => {
    const aud = 'https://nobody.zendesk.com/api/v2/apps/installations/12434234.json';
    expect(await refused(await signed({ ...good, aud, iss: 'nobody.zendesk.com' }))).toBe('forged');
  });

  it('is told in the log by its reason, never by its token', async () => {
    const whyOf = async (token: string) => {
      const opening = await accounts.opened(token, SOURCE);
      return 'refused' in opening ? opening.why : '';
    };
    expect(await whyOf(await signed({ ...good, iss: 'x' }))).toBe(
      'zendesk:22129848, installation 12434234: claim iss: check_failed',
    );
    const other = accounts.zendesk.apps.install({ appId: 555, installationId: 777 });
    expect(await whyOf(await accounts.zendesk.apps.sign(agent, other))).toBe(
      'zendesk:22129848, installation 777: the installation is of app 555, and ours is 1047112',
    );
    accounts.tokens.set(ACCOUNT, 'lost');
    accounts.clock.now += 2 * MINUTE_MS;
    expect(await whyOf(await accounts.zendesk.apps.sign(agent, other))).toMatch(/401/);
  });

  it('waits where the account does not answer for its key, and is let in the next moment', async () => {
    accounts.zendesk.faults.set({ kind: '5xx', path: '/api/v2/apps/**', times: 12 });
    for (let i = 0; i < 12; i++) await expect(accounts.opened(await signed(good), SOURCE)).rejects.toThrow(RetryLater);
    expect(await refused(await signed(good))).toBe('accepted');
  });

  it('is let in for the first time while somebody else posts forged ones that name other installations', async () => {
    const forged = async (i: number) =>
      refused(
        await signed(
          { ...good, aud: `https://sandbox.zendesk.com/api/v2/apps/installations/${i}.json` },
          { appId: 666 },
        ),
      );
    for (let i = 1; i <= 60; i++) expect(await forged(i)).not.toBe('accepted');
    expect(accounts.zendesk.requests.filter(({ path }) => path.includes('/apps/')).length).toBeLessThanOrEqual(10);
    expect(await refused(await signed(good), OTHER_SOURCE)).toBe('accepted');
  });

  it('that names the installation we know spends nothing of what others use up', async () => {
    expect(await refused(await signed(good))).toBe('accepted');
    const aud = (i: number) => `https://sandbox.zendesk.com/api/v2/apps/installations/${i}.json`;
    for (let i = 1; i <= 60; i++) await refused(await signed({ ...good, aud: aud(i) }, { appId: 666 }), `192.0.2.${i}`);
    expect(await refused(await signed({ ...good, jti: 'next' }))).toBe('accepted');
  });

  it('and does not make us ask the account for its key again and again', async () => {
    for (let i = 0; i < 20; i++) await refused(await signed({ ...good, jti: `${i}` }, { appId: 666 }));
    expect(accounts.zendesk.requests.filter(({ path }) => path.includes('/apps/')).length).toBeLessThanOrEqual(2);
  });
});
