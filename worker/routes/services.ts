import type { Tenant } from '../../shared/tenant.ts';
import type { LoopMessage } from '../loop/messages.ts';
import type { Ports } from '../loop/ports.ts';

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

/** What the routes may use; compose.ts builds it. */
export interface Services {
  ports: Ports;
  apiToken: string;
  settleMs: number;
  /** Wakes a tenant through the queue; a failed send is no failure, since the row stands and the sweep finds it. */
  wake(tenant: string, delayS?: number): Promise<void>;
  /** The same for many at once, as a cron tick does. */
  wakeAll(tenants: string[]): Promise<void>;
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
  /** Verifies and translates an Intercom webhook; its workspace is the tenant, known or not. */
  receiveIntercom(headers: Headers, rawBody: Uint8Array): Promise<ReceivedForAny>;
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
