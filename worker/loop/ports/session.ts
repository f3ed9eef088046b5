import type { Boot, Role, Viewer } from '../../../shared/viewer.ts';

/** Why somebody is not, or no longer, signed in. The pages and the apps have words for each. */
export type SignedOutReason = 'no_bearer' | 'expired' | 'replayed' | 'ended' | 'disconnected';

/** There is no session to go on with: the app must be opened again from the helpdesk. */
export class SignedOut extends Error {
  override name = 'SignedOut';
  readonly reason: SignedOutReason;
  constructor(reason: SignedOutReason, message: string) {
    super(message);
    this.reason = reason;
  }
}

/** The helpdesk knows the person, and gives them no right to this. */
export class NoRights extends Error {
  override name = 'NoRights';
}

/** What a helpdesk has proved: that this person opened the app. */
export interface Proof {
  tenant: string;
  userId: string;
  /** Hash of what makes the proof one of its kind (`jti`, or the whole token). */
  id: string;
  /** Hash of the whole proof: another one under the same id is a replay. */
  seal: string;
  /** Whether the same proof, shown again, goes on with its session: an iframe that is reloaded posts its token again. */
  isReusable: boolean;
}

/** A person as the helpdesk has them now. */
export interface Person {
  userId: string;
  name: string;
  locale: string;
  /** Null: no place in Mend (a customer, suspended, without a seat). */
  role: Role | null;
}

/** What people may do and see, as the helpdesk says when it is asked: never from a page or a token. */
export interface Rights {
  /** The person, read now; null where there is none. Throws RetryLater where the helpdesk can't be asked. */
  person(tenant: string, userId: string): Promise<Person | null>;
  /** Which of these conversations the person may open; what can't be known is not in the set. */
  mayOpen(tenant: string, userId: string, conversationIds: string[]): Promise<Set<string>>;
  /**
   * That the helpdesk has no such conversation, for nobody; null where it has, or does not say. `mayKnow`: the person may
   * open whatever there is, so that saying it tells them nothing of what is hidden from them.
   */
  absent(tenant: string, userId: string, conversationId: string): Promise<{ mayKnow: boolean } | null>;
}

/** One stretch of a person's work with an app, begun by a proof. Times are wall time, ms. */
export interface Session {
  id: string;
  proofId: string;
  proofSeal: string;
  userId: string;
  name: string;
  role: Role;
  locale: string;
  startedAt: number;
  endsAt: number;
  /** When the helpdesk last said who this is. */
  checkedAt: number;
  endedAt: number | null;
}

export interface SessionStore {
  /** Stores a session, once by its proof; answers the one that stands, and whether it is this one. */
  begin(tenant: string, session: Session): Promise<{ session: Session; isNew: boolean }>;
  find(tenant: string, id: string): Promise<Session | null>;
  /** Notes what the helpdesk said of the person at `checkedAt`. */
  check(tenant: string, id: string, person: Pick<Session, 'name' | 'role' | 'locale' | 'checkedAt'>): Promise<void>;
  /** Ends a session; it never begins again. */
  end(tenant: string, id: string, at: number): Promise<void>;
  /** The latest session of each person whose session began at or after `since` (wall), latest first, at most `limit`. */
  people(tenant: string, since: number, limit: number): Promise<Session[]>;
  /** Uses a nonce of the session; false where it was used before. */
  spend(tenant: string, id: string, nonce: string, at: number): Promise<boolean>;
}

/** Short tickets to a session, as the page keeps them. */
export interface Bearers {
  issue(claims: BearerClaims, expiresAt: number): Promise<string>;
  /** The claims of one that is ours and still good at `now`; null for anything else, never a throw. */
  read(bearer: string, now: number): Promise<BearerClaims | null>;
}
export interface BearerClaims {
  tenant: string;
  sessionId: string;
}

/** Who asks, on one request. */
export interface Asked {
  viewer: Viewer;
  sessionId: string;
  /** False while the helpdesk can't be asked and its last word is older than it should be: nothing is decided on it. */
  isConfirmed: boolean;
}

/** Signing in, staying and being asked. */
/** Somebody who opened Mend: their role there when the helpdesk was last asked. `seenAt` is wall time, ms. */
export interface SeenPerson {
  userId: string;
  name: string;
  role: Role;
  seenAt: number;
}

export interface Sessions {
  /**
   * Begins the session that a proof stands for, or goes on with it. Throws SignedOut for a replay or a tenant that is
   * gone, NoRights for a person without a place in Mend, RetryLater where the helpdesk can't be asked.
   */
  begin(proof: Proof): Promise<Boot>;
  /** Goes on with the session that `claims` name, as the page that had it is loaded again. Throws as `begin`. */
  resume(claims: BearerClaims): Promise<Boot>;
  /** Who bears this. Looks the person up again after five minutes: a right that was taken is gone. Throws as `begin`. */
  asked(bearer: string | null): Promise<Asked>;
  /** A new bearer for the same session, never beyond its end. */
  renew(asked: Asked): Promise<Boot>;
  /** People of the account who opened Mend lately, each with what the helpdesk last said of them, latest first. */
  people(tenant: string): Promise<SeenPerson[]>;
  /** Uses a nonce; false where it was used in this session before. */
  spend(asked: Asked, nonce: string): Promise<boolean>;
}
