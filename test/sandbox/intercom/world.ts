import { createRandom, type Random } from '../random.ts';
import type { Clock } from '../zendesk/world.ts';
import type { Article, Collection, InternalArticle } from './articles/article-records.ts';
import type { Ticket, TicketState, TicketType } from './conversations/ticket-records.ts';
import { notFound } from './errors.ts';
import type { Admin, Author, Company, Contact, Conversation, Deleted, Tag, Team } from './records.ts';

export interface Workspace {
  /** `app_id` of webhooks, `id_code` of `/me`. */
  readonly id: string;
  readonly name: string;
  readonly region: 'US' | 'EU' | 'AU';
  readonly timezone: string;
  /** The languages of its help center; more than one makes it multilingual. */
  readonly locales: readonly string[];
  readonly defaultLocale: string;
  readonly helpCenterUrl: string;
  /** What marks the parts that the installed app made through the API. */
  readonly appPackageCode: string;
}

/** Something happened that a webhook topic names; `item` is its `data.item` as of then. */
export interface WorkspaceEvent {
  topic: string;
  at: number;
  subject: string;
  item: () => Record<string, unknown>;
}

export class World {
  readonly workspace: Workspace;
  readonly clock: Clock;
  readonly random: Random;
  readonly admins = new Map<string, Admin>();
  readonly teams = new Map<string, Team>();
  readonly tags = new Map<string, Tag>();
  readonly companies = new Map<string, Company>();
  readonly contacts = new Map<string, Contact>();
  /** Contacts that were merged into another: their id, and the other's. */
  readonly merged = new Map<string, string>();
  readonly conversations = new Map<string, Conversation>();
  readonly deleted: Deleted[] = [];
  readonly tickets = new Map<string, Ticket>();
  readonly ticketTypes = new Map<string, TicketType>();
  readonly ticketStates = new Map<string, TicketState>();
  readonly collections = new Map<string, Collection>();
  readonly articles = new Map<string, Article>();
  readonly internalArticles = new Map<string, InternalArticle>();
  /** Fin and the operator speak as this author. */
  readonly bot: Author;
  readonly createdAt: number;
  #nextId = 215_470_000_000_000;
  #nextTicketNumber = 1;
  #listeners: ((event: WorkspaceEvent) => void)[] = [];

  constructor(options: { workspace: Workspace; clock: Clock; seed: string }) {
    this.workspace = options.workspace;
    this.clock = options.clock;
    this.random = createRandom(options.seed);
    this.createdAt = this.now();
    this.bot = { type: 'bot', id: this.id(), name: 'Fin', email: `operator+${options.workspace.id}@intercom.io` };
  }

  now(): number {
    return this.clock.now().getTime();
  }

  /** Numeric ids as text, up to 15 digits, never reused. */
  id(): string {
    this.#nextId += 1 + this.random.int(9);
    return String(this.#nextId);
  }

  /** Contacts and companies have ids of 24 hexadecimal digits. */
  hexId(): string {
    return this.random.bytes(12).toString('hex');
  }

  ticketNumber(): string {
    return String(this.#nextTicketNumber++);
  }

  onEvent(listener: (event: WorkspaceEvent) => void): void {
    this.#listeners.push(listener);
  }

  emit(event: WorkspaceEvent): void {
    for (const listener of this.#listeners) listener(event);
  }
}

/** What an id names, or the vendor's 404. */
export function find<T>(rows: Map<string, T>, id: string, message?: string, code?: string): T {
  const row = rows.get(id);
  if (row === undefined) throw notFound(message, code);
  return row;
}

export const unixSeconds = (ms: number): number => Math.floor(ms / 1000);
export const unixOrNull = (ms: number | null): number | null => (ms === null ? null : unixSeconds(ms));

/** The id in a reference of the driver. */
export type Ref = string | { id: string };
export const idOf = (ref: Ref): string => (typeof ref === 'string' ? ref : ref.id);
