import type { TicketCategory, TicketStateCategory, TicketType } from '../conversations/ticket-records.ts';
import type { Admin, Company, Contact, Tag, Team } from '../records.ts';
import { find, idOf, type Ref, type Workspace, type World } from '../world.ts';
import { presentContact } from './contact-json.ts';

/** When it happens; the event clock's now when absent. */
export type At = Date | number | string;

export interface Act {
  at?: At;
  /** No webhook tells of it. */
  isSilent?: boolean;
}

const STATES: [TicketStateCategory, string][] = [
  ['submitted', 'Submitted'],
  ['in_progress', 'In progress'],
  ['waiting_on_customer', 'Waiting on you'],
  ['resolved', 'Resolved'],
];

/** Teammates, contacts and companies, and what a workspace has from the start: ticket states, a type, an admin. */
export class People {
  readonly world: World;
  /** Who installed the app. */
  readonly admin: Admin;

  constructor(world: World) {
    this.world = world;
    for (const [category, label] of STATES) {
      const id = world.id();
      world.ticketStates.set(id, { id, category, label });
    }
    this.addTicketType({ name: 'Request' });
    this.admin = this.addAdmin({ name: 'Avery Admin', email: 'avery@sandbox.example' });
  }

  get workspace(): Workspace {
    return this.world.workspace;
  }

  addAdmin(a: { name: string; email?: string; teams?: Ref[]; hasInboxSeat?: boolean; role?: string; at?: At }): Admin {
    const id = this.world.id();
    const teamIds = (a.teams ?? []).map(idOf);
    for (const teamId of teamIds) find(this.world.teams, teamId).adminIds.push(id);
    const email = a.email ?? `${slug(a.name)}@sandbox.example`;
    const { name, hasInboxSeat = true, role: roleName = null } = a;
    return put(this.world.admins, { id, name, email, teamIds, hasInboxSeat, roleName, createdAt: this.when(a.at) });
  }

  /** What an admin changes of a teammate's place. */
  setPlace({ admin, ...place }: { admin: Ref } & Partial<Pick<Admin, 'hasInboxSeat' | 'roleName' | 'teamIds'>>): void {
    Object.assign(find(this.world.admins, idOf(admin)), place);
  }

  addTeam(t: { name: string; admins?: Ref[] }): Team {
    const row: Team = { id: this.world.id(), name: t.name, adminIds: (t.admins ?? []).map(idOf) };
    for (const adminId of row.adminIds) find(this.world.admins, adminId).teamIds.push(row.id);
    return put(this.world.teams, row);
  }

  addTag(name: string): Tag {
    return put(this.world.tags, { id: this.world.id(), name });
  }

  addTicketType(t: { name: string; category?: TicketCategory; description?: string }): TicketType {
    const { name, category = 'Customer', description = '' } = t;
    return put(this.world.ticketTypes, {
      id: this.world.id(),
      name,
      description,
      category,
      createdAt: this.world.now(),
    });
  }

  addCompany(c: {
    name: string;
    companyId?: string;
    plan?: string;
    monthlySpend?: number;
    size?: number;
    industry?: string;
    website?: string;
    customAttributes?: Record<string, string>;
    at?: At;
  }): Company {
    const at = this.when(c.at);
    return put(this.world.companies, {
      id: this.world.hexId(),
      companyId: c.companyId ?? slug(c.name),
      name: c.name,
      plan: c.plan ?? null,
      monthlySpend: c.monthlySpend ?? 0,
      size: c.size ?? null,
      industry: c.industry ?? null,
      website: c.website ?? null,
      customAttributes: c.customAttributes ?? {},
      userCount: 0,
      createdAt: at,
      updatedAt: at,
    });
  }

  addContact(
    c: Act & {
      name?: string | null;
      email?: string;
      role?: 'user' | 'lead';
      externalId?: string | null;
      phone?: string;
      language?: string;
      companies?: Ref[];
      customAttributes?: Record<string, unknown>;
    },
  ): Contact {
    const at = this.when(c.at);
    const id = this.world.hexId();
    const companyIds = (c.companies ?? []).map(idOf);
    for (const companyId of companyIds) find(this.world.companies, companyId).userCount += 1;
    const row = put(this.world.contacts, {
      id,
      externalId: c.externalId ?? null,
      role: c.role ?? 'user',
      name: c.name ?? null,
      email: c.email ?? `${id}@contact.example`,
      phone: c.phone ?? null,
      language: c.language ?? null,
      customAttributes: c.customAttributes ?? {},
      companyIds,
      tagIds: [],
      createdAt: at,
      updatedAt: at,
      lastRepliedAt: null,
    });
    const item = () => presentContact(this.world, row);
    const topic = `contact.${row.role}.created`;
    if (c.isSilent !== true) this.world.emit({ topic, at, subject: row.id, item });
    return row;
  }

  /** For good. What they wrote stays in its conversations; the notice names them and no more ("*.deleted"). */
  deleteContact(d: Act & { contact: Ref }): void {
    const row = find(this.world.contacts, idOf(d.contact));
    this.world.contacts.delete(row.id);
    for (const companyId of row.companyIds) find(this.world.companies, companyId).userCount -= 1;
    const item = { type: 'contact', id: row.id, external_id: row.externalId, email: row.email };
    const event = { topic: 'contact.deleted', at: this.when(d.at), subject: row.id, item: () => item };
    if (d.isSilent !== true) this.world.emit(event);
  }

  /** Only `into` is left: asked for by its old id the other is 410 ("Merge a lead and a user"). */
  mergeContact(m: { contact: Ref; into: Ref }): void {
    const from = find(this.world.contacts, idOf(m.contact));
    const into = find(this.world.contacts, idOf(m.into));
    this.world.contacts.delete(from.id);
    this.world.merged.set(from.id, into.id);
    for (const row of this.world.conversations.values()) {
      if (row.contactIds.includes(from.id)) {
        row.contactIds = [...new Set(row.contactIds.map((id) => (id === from.id ? into.id : id)))];
      }
    }
  }

  protected when(at: At | undefined): number {
    return at === undefined ? this.world.now() : new Date(at).getTime();
  }
}

function put<T extends { id: string }>(rows: Map<string, T>, row: T): T {
  rows.set(row.id, row);
  return row;
}

const slug = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-');
