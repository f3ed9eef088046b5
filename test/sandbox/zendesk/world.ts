import { createRandom, type Random } from '../random.ts';
import { notFound } from './errors.ts';
import type {
  Article,
  Audit,
  CustomRole,
  Group,
  Macro,
  Named,
  Organization,
  Rating,
  Section,
  Ticket,
  User,
  UserSegment,
} from './records.ts';

export interface Clock {
  now(): Date;
}

export interface Account {
  readonly id: number;
  readonly subdomain: string;
  readonly locales: readonly string[];
  readonly defaultLocale: string;
}

/** Sideloads that this account answers; the vendor leaves out of an answer what it does not serve. */
export interface Served {
  readonly hasMetricSets: boolean;
  readonly hasTranslations: boolean;
}

/**
 * One thing that happened, as the webhook catalogue names it (Zendesk's webhook documentation). Values are not yet
 * strings.
 */
export interface HelpdeskEvent {
  type: string;
  subject: string;
  at: number;
  detail: Record<string, unknown>;
  event: Record<string, unknown>;
}

export type EventListener = (event: HelpdeskEvent) => void;

/** What the sandbox helpdesk holds. Nothing outside this process sees it but through the API and the webhooks. */
export class World {
  readonly account: Account;
  readonly clock: Clock;
  readonly random: Random;
  readonly serves: Served;
  /** Where the help center is read, without a slash at the end: another address than the account's once one is mapped. */
  helpCenterOrigin: string;
  /** Custom fields that every ticket has. */
  readonly ticketFields = new Set<number>();
  readonly users = new Map<number, User>();
  readonly organizations = new Map<number, Organization>();
  readonly groups = new Map<number, Group>();
  readonly customRoles = new Map<number, CustomRole>();
  readonly brands = new Map<number, Named>();
  readonly tickets = new Map<number, Ticket>();
  readonly audits: Audit[] = [];
  readonly ratings = new Map<number, Rating>();
  readonly categories = new Map<number, Named>();
  readonly sections = new Map<number, Section>();
  readonly articles = new Map<number, Article>();
  readonly labels = new Map<string, Named>();
  readonly userSegments = new Map<number, UserSegment>();
  readonly macros = new Map<number, Macro>();
  readonly permissionGroups = new Map<number, Named>();
  #nextId = 8_447_346_000_000;
  #nextTicketId = 1;
  #listeners: EventListener[] = [];

  constructor(options: { account: Account; clock: Clock; seed: string; serves?: Partial<Served> }) {
    this.account = options.account;
    this.helpCenterOrigin = `https://${options.account.subdomain}.zendesk.com`;
    this.clock = options.clock;
    this.random = createRandom(options.seed);
    this.serves = { hasMetricSets: true, hasTranslations: true, ...options.serves };
  }

  now(): number {
    return this.clock.now().getTime();
  }

  /** Ids are wide like the vendor's (13 digits, below 2^53) and never reused. */
  id(): number {
    this.#nextId += 1 + this.random.int(9);
    return this.#nextId;
  }

  ticketId(): number {
    return this.#nextTicketId++;
  }

  onEvent(listener: EventListener): void {
    this.#listeners.push(listener);
  }

  emit(event: HelpdeskEvent): void {
    for (const listener of this.#listeners) listener(event);
  }
}

/** What an id names, or the vendor's 404. */
export function find<T>(rows: Map<number, T>, id: number): T {
  const row = rows.get(id);
  if (row === undefined) throw notFound();
  return row;
}

/** ISO 8601 in UTC to the second: the vendor's timestamps carry no fraction. */
export function iso(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19)}Z`;
}

export function unixSeconds(ms: number): number {
  return Math.floor(ms / 1000);
}

/** The numeric id in a reference of the driver. */
export type Ref = number | { id: number };
export const idOf = (ref: Ref): number => (typeof ref === 'number' ? ref : ref.id);
