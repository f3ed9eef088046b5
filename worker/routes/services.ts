import type { ToldChange } from '../../shared/context/change-note.ts';
import type { TrackerKind } from '../../shared/context/tracked-issue.ts';
import type { Tenant, Vendor } from '../../shared/tenant.ts';
import type { Viewer } from '../../shared/viewer.ts';
import type { LoopMessage } from '../loop/ports/messages.ts';
import type { Ports } from '../loop/ports/ports.ts';
import type { Bearers, Proof, Sessions } from '../loop/ports/session.ts';

/** A webhook that a helpdesk rim has looked at: refused, of no interest, or a message for the inbox. */
export type Received =
  | { refused: string; status: 400 | 401 }
  | { ignored: string }
  | { key: string; message: LoopMessage };

/** The same where one subscription belongs to every workspace: the signed body names the tenant. */
export type ReceivedForAny =
  | { refused: string; status: 401 | 413 }
  | { tenant: string | null; ignored: string }
  | { tenant: string; key: string; message: LoopMessage };

/** A token that came with the opening of an app: whom it proves, or why it proves nobody. */
export type Opened = { proof: Proof } | { refused: 'expired' | 'signature' | 'forged'; why: string };

/** What a teammate's Inbox asks for: where, who, what was pressed, the texts of the card's fields, what it had put aside. */
export interface CanvasRequest {
  tenant: string;
  adminId: string;
  conversationId: string | null;
  componentId: string | null;
  inputs: ReadonlyMap<string, string>;
  stored: Record<string, unknown>;
  /** The teammate's language as their Inbox names it. */
  locale: string;
}

/** A sign-in that was begun: the account's subdomain or the workspace's region, and what only its browser knows. */
export interface Begun {
  place: string;
  /** A sandbox's base; null for the vendor's own. */
  baseUrl: string | null;
  state: string;
  verifier: string;
}

/** Sign-ins, begun here and finished by the same browser once. */
export interface SignIns {
  begin(where: {
    vendor: Vendor;
    place: string;
    baseUrl: string | null;
  }): Promise<{ begun: Begun; challenge: string; cookie: string }>;
  /** What was begun, where cookie and state belong together and nobody came back with them before; else Invalid. */
  finish(vendor: Vendor, cookie: string | null, state: string): Promise<Begun>;
}

/** Connecting by sign-in. Permanent where no OAuth client is configured; Invalid for a place that is none. */
export interface VendorSignIn {
  /** Where the admin is sent. `challenge` is PKCE's, for the vendor that has it. */
  authorizeUrl(begun: Begun, challenge: string): string;
  /** Exchanges the code, seals what it gives and finds out whose it is; the tenant is not stored yet. */
  connectByCode(begun: Begun, code: string): Promise<Tenant>;
}

/** What the routes may use; compose.ts builds it. */
export interface Services {
  ports: Ports;
  apiToken: string;
  settleMs: number;
  /** Where people and helpdesks reach this worker, without a slash at the end. */
  publicUrl: string;
  /** Who may frame the apps: a `frame-ancestors` source list. */
  frameAncestors: string;
  /** Sessions of people of the helpdesk, for the routes under `/app`. */
  sessions: Sessions;
  /** Cookies by which a page in a tab of its own is loaded again. */
  reloads: Bearers;
  /** Which of these conversations the viewer may open, by role, groups and restriction; unknown: not in the set. */
  mayOpen(viewer: Viewer, conversationIds: string[]): Promise<Set<string>>;
  /** That the helpdesk has no such conversation, and whether the viewer may open whatever it has; null: it has, or does not say. */
  absent(viewer: Viewer, conversationId: string): Promise<{ mayKnow: boolean } | null>;
  /** Whom the token of a Zendesk signed URL proves to have opened the app. */
  openedByZendesk(token: string, source: string): Promise<Opened>;
  /** Notes which app of the account is ours, where it is not the deployment's; Invalid for a key that is none. */
  setZendeskApp(
    tenant: string,
    app: { appId: string; installation?: { installationId: string; publicKey: string } },
  ): Promise<void>;
  /** Whom the token of a link to the console proves to have followed it. */
  openedByLink(token: string): Promise<Opened>;
  /** A link that opens the console as this person in a tab of its own: works once, within two minutes. */
  consoleLink(viewer: Pick<Viewer, 'tenant' | 'userId'>): Promise<string>;
  /** A built file of the apps by its path, as the assets binding answers it; null where nothing is built. */
  asset(path: string): Promise<Response | null>;
  /** Wakes a tenant through the queue; a failed send is no failure, since the row stands and the sweep finds it. */
  wake(tenant: string, delayS?: number): Promise<void>;
  /** The same for many at once, as a cron tick does. */
  wakeAll(tenants: string[]): Promise<void>;
  /** Verifies a change of the product that a company sent itself; refused where it may not send any. */
  receiveChange(
    tenant: string,
    headers: Headers,
    rawBody: Uint8Array,
  ): Promise<{ refused: string; status: 400 | 401 } | { change: ToldChange }>;
  /** Verifies a webhook of the connected tracker, which names an issue to look at again. */
  receiveIssue(
    tenant: string,
    headers: Headers,
    rawBody: Uint8Array,
  ): Promise<{ refused: string; status: 401 } | { ignored: string } | { kind: TrackerKind; ref: string }>;
  /** Verifies and translates a Zendesk webhook; the secrets of the tenant are looked up. */
  receiveZendesk(tenant: string, headers: Headers, rawBody: Uint8Array): Promise<Received>;
  /** Connects a Zendesk account: seals its token, makes its webhook; answers the tenant, not yet stored. */
  connectZendesk(account: {
    accountId: string;
    subdomain: string;
    baseUrl?: string;
    token: string;
    locale: string;
  }): Promise<Tenant>;
  /** Sign-ins at a vendor that were begun here. */
  signIns: SignIns;
  /** What connecting by sign-in needs of each vendor. */
  vendors: Record<Vendor, VendorSignIn>;
  /** Takes back what we made in a tenant's helpdesk, as far as it lets us. */
  leave(tenant: Tenant): Promise<void>;
  /** Whether a workspace has uninstalled the Intercom app: which one a request names, and what Intercom says of it. */
  isIntercomGone: { named(body: unknown): string | null; confirmed(tenant: string): Promise<boolean> };
  /** Verifies and translates an Intercom webhook; its workspace is the tenant, known or not. */
  receiveIntercom(headers: Headers, rawBody: Uint8Array): Promise<ReceivedForAny>;
  /** Verifies and reads a Canvas Kit request; its workspace is the tenant, known or not. */
  receiveCanvas(
    headers: Headers,
    rawBody: Uint8Array,
  ): Promise<{ refused: string; status: 400 | 401 | 413 } | { request: CanvasRequest }>;
  /** Connects an Intercom workspace: finds out whose token it is, seals it; answers the tenant, not yet stored. */
  connectIntercom(workspace: { token: string; locale: string; baseUrl?: string }): Promise<Tenant>;
  /** Present only where a sandbox or a replay owns event time. */
  driver: {
    setClock(now: number): Promise<void>;
    cron(expression: string): Promise<void>;
    due(tenant: string): Promise<number>;
    usage(): Record<string, number>;
  } | null;
}
