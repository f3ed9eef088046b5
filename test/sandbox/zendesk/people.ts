import { createArticle } from './articles.ts';
import { viaChannel } from './comments.ts';
import { rateTicket } from './ratings.ts';
import type {
  Article,
  FieldValue,
  Organization,
  Priority,
  Rating,
  Role,
  Section,
  Status,
  Ticket,
  Translation,
  User,
} from './records.ts';
import { markAsSpam, mergeTickets, permanentlyDelete, softDelete } from './ticket-endings.ts';
import { createTicket, type TicketChange, updateTicket } from './tickets.ts';
import { updateTranslation } from './translations.ts';
import { type Account, find, idOf, type Ref, type World } from './world.ts';

/** When it happens; the event clock's now when absent. */
type At = Date | number | string;

interface Act {
  at?: At;
  /** No webhook tells of it. */
  isSilent?: boolean;
}

/** What customers, agents and writers do at the helpdesk: the part of the driver that is not plumbing. */
export class People {
  readonly world: World;
  /** Who installed the app. */
  readonly admin: User;
  readonly everyone = null;

  constructor(world: World) {
    this.world = world;
    const at = world.now();
    const named = (name: string) => ({ id: world.id(), name, createdAt: at, updatedAt: at });
    const put = <T extends { id: number }>(rows: Map<number, T>, row: T): T => {
      rows.set(row.id, row);
      return row;
    };
    put(world.brands, named('Main'));
    const group = put(world.groups, named('Support'));
    put(world.categories, named('General'));
    put(world.permissionGroups, named('Admins and agents'));
    const segment = { isBuiltIn: true, tags: [], groupIds: [], organizationIds: [] };
    put(world.userSegments, { ...named('Signed-in users'), ...segment, userType: 'signed_in_users' });
    put(world.userSegments, { ...named('Agents and admins'), ...segment, userType: 'staff' });
    this.admin = this.addUser({ name: 'Avery Admin', email: 'avery@sandbox.example', role: 'admin', groups: [group] });
  }

  get account(): Account {
    return this.world.account;
  }

  addOrganization(o: {
    name: string;
    domains?: string[];
    tags?: string[];
    fields?: Record<string, FieldValue>;
    at?: At;
  }): Organization {
    const at = this.#at(o.at);
    const row: Organization = {
      id: this.world.id(),
      name: o.name,
      domainNames: o.domains ?? [],
      tags: o.tags ?? [],
      fields: o.fields ?? {},
      details: null,
      notes: null,
      externalId: null,
      createdAt: at,
      updatedAt: at,
    };
    this.world.organizations.set(row.id, row);
    return row;
  }

  addGroup(name: string): { id: number; name: string } {
    const at = this.world.now();
    const row = { id: this.world.id(), name, createdAt: at, updatedAt: at };
    this.world.groups.set(row.id, row);
    return row;
  }

  addUser(u: {
    name: string;
    email?: string;
    role?: Role;
    organization?: Ref | null;
    groups?: Ref[];
    tags?: string[];
    fields?: Record<string, FieldValue>;
    ticketRestriction?: User['ticketRestriction'];
    at?: At;
  }): User {
    const at = this.#at(u.at);
    const organizationId = u.organization === undefined || u.organization === null ? null : idOf(u.organization);
    if (organizationId !== null) find(this.world.organizations, organizationId);
    const row: User = {
      id: this.world.id(),
      name: u.name,
      email: u.email ?? null,
      role: u.role ?? 'end-user',
      organizationId,
      groupIds: (u.groups ?? []).map(idOf),
      tags: u.tags ?? [],
      fields: u.fields ?? {},
      ticketRestriction: u.ticketRestriction ?? null,
      isSuspended: false,
      isActive: true,
      createdAt: at,
      updatedAt: at,
    };
    this.world.users.set(row.id, row);
    return row;
  }

  addSection(s: { name: string; description?: string; at?: At }): Section {
    const at = this.#at(s.at);
    const row: Section = {
      id: this.world.id(),
      name: s.name,
      description: s.description ?? '',
      categoryId: [...this.world.categories.keys()][0] ?? 0,
      locale: this.account.defaultLocale,
      position: this.world.sections.size,
      createdAt: at,
      updatedAt: at,
    };
    this.world.sections.set(row.id, row);
    return row;
  }

  /** Published and for everyone unless told otherwise. The body is sanitised as any other. */
  addArticle(
    a: Act & {
      section: Ref;
      title: string;
      body: string;
      locale?: string;
      author?: Ref;
      labels?: string[];
      userSegments?: Ref[];
      isDraft?: boolean;
    },
  ): Article {
    return createArticle(this.world, {
      sectionId: idOf(a.section),
      title: a.title,
      body: a.body,
      locale: a.locale ?? this.account.defaultLocale,
      authorId: a.author === undefined ? this.admin.id : idOf(a.author),
      permissionGroupId: [...this.world.permissionGroups.keys()][0] ?? 0,
      userSegmentIds: (a.userSegments ?? []).map(idOf),
      labels: a.labels ?? [],
      isDraft: a.isDraft ?? false,
      at: this.#at(a.at),
      isSilent: a.isSilent ?? false,
    });
  }

  /** A person changes the live text in the help center: no webhook tells of it (platform.md A11). */
  humanEditArticle(e: {
    article: Ref;
    locale?: string;
    title?: string;
    body?: string;
    edit?: (body: string) => string;
    by?: Ref;
    at?: At;
  }): Translation {
    const article = find(this.world.articles, idOf(e.article));
    const translation = article.translations.get(e.locale ?? article.sourceLocale);
    if (translation === undefined) throw new Error(`article ${article.id} has no translation to edit`);
    updateTranslation(this.world, article, translation, {
      title: e.title,
      body: e.body ?? e.edit?.(translation.body),
      actorId: e.by === undefined ? this.admin.id : idOf(e.by),
      at: this.#at(e.at),
    });
    return translation;
  }

  openTicket(
    t: Act & {
      requester: Ref;
      subject: string;
      comment: string;
      channel?: string;
      assignee?: Ref;
      group?: Ref;
      priority?: Priority;
      tags?: string[];
    },
  ): Ticket {
    return createTicket(this.world, {
      requesterId: idOf(t.requester),
      subject: t.subject,
      comment: t.comment,
      at: this.#at(t.at),
      channel: t.channel ?? 'web',
      assigneeId: t.assignee === undefined ? null : idOf(t.assignee),
      groupId: t.group === undefined ? null : idOf(t.group),
      brandId: [...this.world.brands.keys()][0] ?? 0,
      priority: t.priority ?? null,
      tags: t.tags ?? [],
      isSilent: t.isSilent ?? false,
    });
  }

  /** Public unless told otherwise. A customer's public comment reopens what was pending or solved. */
  addComment(
    c: Act & {
      ticket: Ref;
      author: Ref;
      body?: string;
      htmlBody?: string;
      public?: boolean;
      channel?: string;
      status?: Status;
    },
  ): void {
    const authorId = idOf(c.author);
    const change = this.#change(c, authorId, c.channel);
    change.comment = { body: c.body, htmlBody: c.htmlBody, isPublic: c.public ?? true, authorId };
    if (c.status !== undefined) change.status = c.status;
    updateTicket(this.world, this.ticket(c.ticket), change);
  }

  setStatus(s: Act & { ticket: Ref; status: Status; by?: Ref }): void {
    updateTicket(this.world, this.ticket(s.ticket), { ...this.#change(s, this.#actor(s.by)), status: s.status });
  }

  assign(a: Act & { ticket: Ref; agent?: Ref | null; group?: Ref | null; by?: Ref }): void {
    const change = this.#change(a, this.#actor(a.by));
    if (a.agent !== undefined) change.assigneeId = a.agent === null ? null : idOf(a.agent);
    if (a.group !== undefined) change.groupId = a.group === null ? null : idOf(a.group);
    updateTicket(this.world, this.ticket(a.ticket), change);
  }

  tag(t: Act & { ticket: Ref; add?: string[]; remove?: string[]; by?: Ref }): void {
    const ticket = this.ticket(t.ticket);
    const kept = ticket.tags.filter((tag) => !(t.remove ?? []).includes(tag));
    updateTicket(this.world, ticket, { ...this.#change(t, this.#actor(t.by)), tags: [...kept, ...(t.add ?? [])] });
  }

  /** Closes `ticket` into `into`. */
  merge(m: Act & { ticket: Ref; into: Ref; by?: Ref }): void {
    mergeTickets(this.world, this.ticket(m.ticket), this.ticket(m.into), this.#change(m, this.#actor(m.by)));
  }

  deleteTicket(d: Act & { ticket: Ref; how?: 'soft' | 'permanent' | 'spam'; by?: Ref }): void {
    const end = { soft: softDelete, permanent: permanentlyDelete, spam: markAsSpam }[d.how ?? 'soft'];
    end(this.world, this.ticket(d.ticket), this.#change(d, this.#actor(d.by)));
  }

  /** The requester's verdict on a solved ticket. */
  rate(r: { ticket: Ref; score: 'good' | 'bad'; comment?: string; at?: At }): Rating {
    return rateTicket(this.world, this.ticket(r.ticket), {
      score: r.score,
      comment: r.comment ?? null,
      at: this.#at(r.at),
    });
  }

  ticket(ref: Ref): Ticket {
    return find(this.world.tickets, idOf(ref));
  }

  #change(act: Act, actorId: number, channel = 'web'): TicketChange {
    return { actorId, at: this.#at(act.at), isSilent: act.isSilent ?? false, via: viaChannel(channel) };
  }

  #actor(by: Ref | undefined): number {
    return by === undefined ? this.admin.id : idOf(by);
  }

  #at(at: At | undefined): number {
    return at === undefined ? this.world.now() : new Date(at).getTime();
  }
}
