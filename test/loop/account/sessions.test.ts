import { beforeEach, describe, expect, it } from 'vitest';
import { policySchema } from '../../../shared/policy.ts';
import { asWritten } from '../../../shared/said/said.ts';
import { createBearers } from '../../../worker/crypto/bearers.ts';
import { BEARER_MS, CHECK_MS, createSessions, SESSION_MS, STALE_MS } from '../../../worker/loop/account/sessions.ts';
import { AuthLost, RetryLater } from '../../../worker/loop/ports/errors.ts';
import { NoRights, type Person, type Proof, SignedOut } from '../../../worker/loop/ports/session.ts';
import { memorySessions } from '../memory/sessions.ts';
import { createWorld, OTHER, TENANT, type World } from '../world/world.ts';

const PROOF: Proof = { tenant: TENANT, userId: '7', id: 'p', seal: 's', isReusable: true };

let world: World;
let person: Person | null | Error;
let asked: number;
let sessions: ReturnType<typeof createSessions>;
const bearers = createBearers(new Uint8Array(32));
beforeEach(async () => {
  world = await createWorld();
  person = { userId: '7', name: 'Ann', locale: 'en-US', role: 'lead' };
  asked = 0;
  sessions = createSessions({
    store: memorySessions(world.shelf),
    bearers,
    rightsOf: () => ({
      async person() {
        asked += 1;
        if (person instanceof Error) throw person;
        return person;
      },
      mayOpen: async () => new Set(),
      absent: async () => null,
    }),
    tenants: world.ports.tenants,
    now: () => world.clock.wall,
  });
});
const thrown = (work: Promise<unknown>) =>
  work.then(
    () => 'nothing',
    (error: Error) => (error instanceof SignedOut ? error.reason : error.name),
  );
const later = (ms: number) => {
  world.clock.wall += ms;
};
const demoted = () => {
  person = { userId: '7', name: 'Ann', locale: 'en-US', role: 'agent' };
};

describe('signing in', () => {
  it('gives a bearer of a quarter of an hour and says who it is, as the helpdesk says', async () => {
    const boot = await sessions.begin(PROOF);
    expect(boot).toMatchObject({
      expiresAt: world.clock.wall + BEARER_MS,
      endsAt: world.clock.wall + SESSION_MS,
      viewer: { tenant: TENANT, userId: '7', name: 'Ann', role: 'lead', locale: 'en-US' },
    });
    expect(await sessions.asked(boot.bearer)).toMatchObject({ viewer: boot.viewer, isConfirmed: true });
  });

  it('goes on with the same session when the same proof comes again, with the rights of now', async () => {
    const first = await sessions.begin(PROOF);
    demoted();
    later(60_000);
    const again = await sessions.begin(PROOF);
    expect([again.sessionId, again.endsAt, again.viewer.role]).toEqual([first.sessionId, first.endsAt, 'agent']);
  });

  it('refuses another proof under the same id, another person with it, and a link that was used', async () => {
    await sessions.begin(PROOF);
    expect(await thrown(sessions.begin({ ...PROOF, seal: 'other' }))).toBe('replayed');
    expect(await thrown(sessions.begin({ ...PROOF, userId: '8' }))).toBe('replayed');
    expect(await thrown(sessions.begin({ ...PROOF, isReusable: false }))).toBe('replayed');
  });

  it('refuses who has no place in Mend, and where Mend is not connected', async () => {
    person = null;
    expect(await thrown(sessions.begin(PROOF))).toBe('NoRights');
    person = { userId: '7', name: 'Ann', locale: 'en', role: null };
    expect(await thrown(sessions.begin(PROOF))).toBe('NoRights');
    expect(await thrown(sessions.begin({ ...PROOF, tenant: 'zendesk:404' }))).toBe('disconnected');
    expect(world.shelf.sessions.size).toBe(0);
  });

  it('gives what the policy adds, and never less than the helpdesk gives', async () => {
    const roles = { '7': 'admin', '8': 'lead' } as const;
    await world.ports.tenants.setPolicy(TENANT, policySchema.parse({ roles }), 'ada');
    expect((await sessions.begin(PROOF)).viewer.role).toBe('admin');
    person = { userId: '8', name: 'Bo', locale: 'en', role: 'admin' };
    expect((await sessions.begin({ ...PROOF, id: 'q', userId: '8' })).viewer.role).toBe('admin');
    person = { userId: '7', name: 'Ann', locale: 'en', role: null };
    expect(await thrown(sessions.begin({ ...PROOF, id: 'r' }))).toBe('NoRights');
  });
});

describe('a bearer', () => {
  it('is renewed up to the session’s end and no further', async () => {
    let boot = await sessions.begin(PROOF);
    const { endsAt } = boot;
    while (world.clock.wall + BEARER_MS < endsAt) {
      later(BEARER_MS - 60_000);
      boot = await sessions.renew(await sessions.asked(boot.bearer));
    }
    expect(boot.expiresAt).toBe(endsAt);
    later(BEARER_MS);
    expect(await thrown(sessions.asked(boot.bearer))).toBe('no_bearer');
    expect(await thrown(sessions.begin(PROOF))).toBe('expired');
  });

  it('is worth nothing after its quarter of an hour', async () => {
    const { bearer } = await sessions.begin(PROOF);
    later(BEARER_MS - 1_000);
    expect(await thrown(sessions.asked(bearer))).toBe('nothing');
    later(1_000);
    expect(await thrown(sessions.asked(bearer))).toBe('no_bearer');
  });

  it('of nobody, of another key, of another kind, or for a session that isn’t there is refused', async () => {
    const { sessionId } = await sessions.begin(PROOF);
    const until = world.clock.wall + BEARER_MS;
    const claims = { tenant: TENANT, sessionId };
    const forged = [
      null,
      '',
      'x.y.z',
      await createBearers(new Uint8Array(32).fill(1)).issue(claims, until),
      await createBearers(new Uint8Array(32), 'reload').issue(claims, until),
    ];
    for (const bearer of forged) expect(await thrown(sessions.asked(bearer))).toBe('no_bearer');
    for (const wrong of [
      { tenant: OTHER, sessionId },
      { tenant: TENANT, sessionId: 'nothing' },
    ])
      expect(await thrown(sessions.asked(await bearers.issue(wrong, until)))).toBe('ended');
  });
});

describe('a right that is taken', () => {
  it('is gone within five minutes, and the helpdesk is asked once in that time', async () => {
    const { bearer } = await sessions.begin(PROOF);
    demoted();
    later(CHECK_MS - 1_000);
    for (let i = 0; i < 5; i++) expect((await sessions.asked(bearer)).viewer.role).toBe('lead');
    expect(asked).toBe(1);
    later(1_000);
    for (let i = 0; i < 5; i++) expect((await sessions.asked(bearer)).viewer.role).toBe('agent');
    expect(asked).toBe(2);
  });

  it('altogether ends the session for good, also if it is given back', async () => {
    const { bearer } = await sessions.begin(PROOF);
    person = null;
    later(CHECK_MS);
    expect(await thrown(sessions.asked(bearer))).toBe('NoRights');
    person = { userId: '7', name: 'Ann', locale: 'en-US', role: 'lead' };
    expect(await thrown(sessions.asked(bearer))).toBe('ended');
    expect(await thrown(sessions.begin(PROOF))).toBe('ended');
  });

  it('is not known while the helpdesk is silent: reading goes on for half an hour, nothing is confirmed', async () => {
    let { bearer } = await sessions.begin(PROOF);
    for (const silence of [new RetryLater('down', 1), new AuthLost('401')]) {
      person = silence;
      later(CHECK_MS + 60_000);
      expect((await sessions.asked(bearer)).isConfirmed).toBe(false);
      expect((await sessions.asked(bearer)).isConfirmed).toBe(false);
    }
    expect(asked).toBe(3);
    bearer = (await sessions.renew(await sessions.asked(bearer))).bearer;
    later(BEARER_MS - 1_000);
    bearer = (await sessions.renew(await sessions.asked(bearer))).bearer;
    later(STALE_MS - 2 * CHECK_MS - BEARER_MS);
    expect(await thrown(sessions.asked(bearer))).toBe('AuthLost');
    demoted();
    expect(await sessions.asked(bearer)).toMatchObject({ viewer: { role: 'agent' }, isConfirmed: true });
  });

  it('is gone at once with the connection', async () => {
    const { bearer } = await sessions.begin(PROOF);
    await world.ports.tenants.setState(TENANT, 'closing', asWritten('uninstalled'));
    expect(await thrown(sessions.asked(bearer))).toBe('disconnected');
    expect(await thrown(sessions.begin(PROOF))).toBe('disconnected');
  });
});

describe('a page that is loaded again', () => {
  it('goes on with its session, with the rights of now', async () => {
    const { sessionId } = await sessions.begin(PROOF);
    demoted();
    expect((await sessions.resume({ tenant: TENANT, sessionId })).viewer.role).toBe('agent');
    expect(await thrown(sessions.resume({ tenant: OTHER, sessionId }))).toBe('ended');
    person = null;
    await expect(sessions.resume({ tenant: TENANT, sessionId })).rejects.toThrow(NoRights);
  });
});

it('a nonce acts once in a session', async () => {
  const asking = await sessions.asked((await sessions.begin(PROOF)).bearer);
  expect([await sessions.spend(asking, 'n'), await sessions.spend(asking, 'n')]).toEqual([true, false]);
});
