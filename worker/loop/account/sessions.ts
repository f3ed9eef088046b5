import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../shared/time.ts';
import { type Boot, isAtLeast, type Role, type Viewer } from '../../../shared/viewer.ts';
import { idOf } from '../../core/text/hash.ts';
import { AuthLost, RetryLater } from '../ports/errors.ts';
import {
  type Asked,
  type Bearers,
  NoRights,
  type Person,
  type Rights,
  type Session,
  type SessionStore,
  type Sessions,
  SignedOut,
} from '../ports/session.ts';
import type { TenantStore } from '../ports/stores/tenants.ts';

/** A page's bearer; short, since a page can be read. Own choice. */
export const BEARER_MS = 15 * MINUTE_MS;
/** A working day: after it the app is opened again. */
export const SESSION_MS = 8 * HOUR_MS;
/** A right that was taken is gone after at most so long. Own choice: a helpdesk is asked no oftener than it bears. */
export const CHECK_MS = 5 * MINUTE_MS;
/** While the helpdesk can't be asked its last word counts so long for reading. */
export const STALE_MS = 30 * MINUTE_MS;
/** A helpdesk that did not answer is not asked again for every request. */
const PAUSE_MS = 15_000;

/** Who opened Mend within a quarter is known by name, so many at most. Own choice. */
const PEOPLE_MS = 92 * DAY_MS;
const MOST_PEOPLE = 200;

export interface SessionsOptions {
  store: SessionStore;
  bearers: Bearers;
  rightsOf: (tenant: string) => Rights;
  tenants: Pick<TenantStore, 'find' | 'policy'>;
  now: () => number;
}

/** Sessions over a store, with the person's rights asked at the helpdesk. */
export function createSessions({ store, bearers, rightsOf, tenants, now }: SessionsOptions): Sessions {
  const silentUntil = new Map<string, number>();

  async function connected(tenant: string): Promise<void> {
    const known = await tenants.find(tenant);
    if (!known || known.state === 'closing') throw new SignedOut('disconnected', 'Mend is not connected here any more');
  }

  async function allowed(tenant: string, userId: string): Promise<Person & { role: Role }> {
    const person = await rightsOf(tenant).person(tenant, userId);
    if (!person?.role) throw new NoRights('the helpdesk gives this person no place in Mend');
    return { ...person, role: await raised(tenant, userId, person.role) };
  }

  /** The role with what the policy adds to it; a policy that can't be read adds nothing. */
  async function raised(tenant: string, userId: string, role: Role): Promise<Role> {
    const policy = await tenants.policy(tenant).catch(() => null);
    const more = policy?.roles[userId];
    return more && isAtLeast(more, role) ? more : role;
  }

  async function boot(tenant: string, session: Session): Promise<Boot> {
    const expiresAt = Math.min(now() + BEARER_MS, session.endsAt);
    const bearer = await bearers.issue({ tenant, sessionId: session.id }, expiresAt);
    return { sessionId: session.id, bearer, expiresAt, endsAt: session.endsAt, viewer: viewerOf(tenant, session) };
  }

  /** The session with the person's rights as of now. A person without any ends it. */
  async function checkedNow(tenant: string, session: Session): Promise<Session> {
    try {
      const { name, role, locale } = await allowed(tenant, session.userId);
      const checked = { name, role, locale, checkedAt: now() };
      await store.check(tenant, session.id, checked);
      return { ...session, ...checked };
    } catch (error) {
      if (error instanceof NoRights) await store.end(tenant, session.id, now());
      throw error;
    }
  }

  async function confirmed(tenant: string, session: Session): Promise<{ session: Session; isConfirmed: boolean }> {
    if (now() - session.checkedAt < CHECK_MS) return { session, isConfirmed: true };
    const isStale = now() - session.checkedAt >= STALE_MS;
    if (!isStale && (silentUntil.get(tenant) ?? 0) > now()) return { session, isConfirmed: false };
    try {
      return { session: await checkedNow(tenant, session), isConfirmed: true };
    } catch (error) {
      if (isStale || !(error instanceof RetryLater || error instanceof AuthLost)) throw error;
      silentUntil.set(tenant, now() + PAUSE_MS);
      return { session, isConfirmed: false };
    }
  }

  async function standing(tenant: string, sessionId: string): Promise<Session> {
    const session = await store.find(tenant, sessionId);
    if (!session || session.endedAt !== null) throw new SignedOut('ended', 'the session has ended');
    if (session.endsAt <= now()) throw new SignedOut('expired', 'the session is over');
    return session;
  }

  return {
    async begin(proof) {
      const { tenant, userId } = proof;
      await connected(tenant);
      const { name, role, locale } = await allowed(tenant, userId);
      const [startedAt, checked] = [now(), { name, role, locale, checkedAt: now() }];
      const fresh: Session = {
        ...checked,
        id: idOf(tenant, 'session', proof.id),
        proofId: proof.id,
        proofSeal: proof.seal,
        userId,
        startedAt,
        endsAt: startedAt + SESSION_MS,
        endedAt: null,
      };
      const { session, isNew } = await store.begin(tenant, fresh);
      if (isNew) return boot(tenant, session);
      const isSame = proof.isReusable && session.proofSeal === proof.seal && session.userId === userId;
      if (!isSame) throw new SignedOut('replayed', 'this was used before');
      await standing(tenant, session.id);
      await store.check(tenant, session.id, checked);
      return boot(tenant, { ...session, ...checked });
    },
    async resume({ tenant, sessionId }) {
      await connected(tenant);
      return boot(tenant, await checkedNow(tenant, await standing(tenant, sessionId)));
    },
    async asked(bearer) {
      const claims = bearer === null ? null : await bearers.read(bearer, now());
      if (!claims) throw new SignedOut('no_bearer', 'no valid bearer came with the request');
      await connected(claims.tenant);
      const { session, isConfirmed } = await confirmed(claims.tenant, await standing(claims.tenant, claims.sessionId));
      return { viewer: viewerOf(claims.tenant, session), sessionId: session.id, isConfirmed };
    },
    async renew({ viewer, sessionId }) {
      return boot(viewer.tenant, await standing(viewer.tenant, sessionId));
    },
    async people(tenant) {
      const seen = await store.people(tenant, now() - PEOPLE_MS, MOST_PEOPLE);
      return seen.map(({ userId, name, role, startedAt }) => ({ userId, name, role, seenAt: startedAt }));
    },
    spend: ({ viewer, sessionId }: Asked, nonce) => store.spend(viewer.tenant, sessionId, nonce, now()),
  };
}

function viewerOf(tenant: string, { userId, name, role, locale }: Session): Viewer {
  return { tenant, userId, name, role, locale };
}
