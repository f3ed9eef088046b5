import type { Mend } from '../../sandbox/mend/mend.ts';
import type { Act } from './acts.ts';
import type { ReplayArticle, ReplayTicket } from './dataset.ts';

export interface StageOptions {
  articles: ReplayArticle[];
  tickets: ReplayTicket[];
  /** Event time. */
  now: () => number;
  /** The folder of the vendors' API descriptions; requests are not checked without it. */
  openapi: string | undefined;
  /** How often each webhook is sent. */
  times: number;
}

/** A simulated helpdesk that holds a scenario's articles and plays its tickets, with ids of its own. */
export interface Stage {
  acts: Act[];
  /** Ids of the helpdesk to those of the data set. */
  articleIds: Map<string, string>;
  ticketIds: Map<string, string>;
  /** What the worker is to know of this helpdesk beforehand. */
  vars: Record<string, string>;
  /** Requests that the vendor's description would not have allowed, or that nobody checked them. */
  readonly violations: string[];
  /** Who connected the helpdesk, by the vendor's id. */
  installerId: string;
  /** Every request that reached the helpdesk, with what was sent. */
  requests(): readonly { method: string; path: string; body: unknown }[];
  play(act: Act): void;
  /** Sends the webhooks that wait. */
  flush(): Promise<unknown>;
  /** Makes the helpdesk reachable and connects it; answers the tenant. */
  connect(mend: Mend): Promise<string>;
  close(): Promise<void>;
}

export const AGENTS = 6;

/** Names no text holds, so that redaction by name touches nothing that was said. */
export const nameOf = (kind: 'c' | 'a', n: number) => `Qz${kind}${n}x`;

/** A moment before the first ticket: when articles and people were made. */
export const timeBefore = (tickets: ReplayTicket[]): number =>
  Math.min(...tickets.map((t) => Date.parse(t.messages[0]?.at ?? ''))) - 1;

export const UNCHECKED = ['requests were not checked: OPENAPI_DIR is not set'];
