import type { CustomRole, FieldValue, Group, Organization, Role, User } from '../records.ts';
import { type Account, find, idOf, type Ref, type World } from '../world.ts';

/** When it happens; the event clock's now when absent. */
export type At = Date | number | string;

export interface Act {
  at?: At;
  /** No webhook tells of it. */
  isSilent?: boolean;
}

type Standing = 'role' | 'customRoleId' | 'isModerator' | 'isSuspended' | 'isActive' | 'ticketRestriction' | 'groupIds';

/** The account's people, and what it has from the start: a brand, a group, a category, two segments, an admin. */
export class People {
  readonly world: World;
  /** Who installed the app. */
  readonly admin: User;

  constructor(world: World) {
    this.world = world;
    const at = world.now();
    const named = (name: string) => ({ id: world.id(), name, createdAt: at, updatedAt: at });
    const put = <T extends { id: number }>(rows: Map<number, T>, row: T): T => {
      rows.set(row.id, row);
      return row;
    };
    put(world.brands, named('Main'));
    const group = put(world.groups, { ...named('Support'), isPublic: true });
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
    const at = this.when(o.at);
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

  addGroup(name: string, { isPublic = true } = {}): Group {
    const at = this.world.now();
    const row = { id: this.world.id(), name, isPublic, createdAt: at, updatedAt: at };
    this.world.groups.set(row.id, row);
    return row;
  }

  /** A role of the account's own making, as the Enterprise plan has them; without more: an agent who sees all. */
  addCustomRole(r: { name: string; isLight?: boolean } & Partial<CustomRole['configuration']>): CustomRole {
    const at = this.world.now();
    const { name, isLight = false, ...configuration } = r;
    const usual = { ticket_access: 'all', forum_access: 'readonly', macro_access: 'manage-personal' } as const;
    const row: CustomRole = {
      id: this.world.id(),
      name,
      roleType: isLight ? 1 : 0,
      configuration: { ...usual, ticket_comment_access: isLight ? 'none' : 'public', ...configuration },
      createdAt: at,
      updatedAt: at,
    };
    this.world.customRoles.set(row.id, row);
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
    customRole?: Ref | null;
    isModerator?: boolean;
    locale?: string;
    at?: At;
  }): User {
    const at = this.when(u.at);
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
      locale: u.locale ?? 'en-US',
      ticketRestriction: u.ticketRestriction ?? null,
      customRoleId: u.customRole == null ? null : idOf(u.customRole),
      isModerator: u.isModerator ?? u.role === 'admin',
      isSuspended: false,
      isActive: true,
      createdAt: at,
      updatedAt: at,
    };
    this.world.users.set(row.id, row);
    return row;
  }

  /** The language in which a person of the team uses the helpdesk. */
  setLocale(l: { user: Ref; locale: string; at?: At }): void {
    const user = find(this.world.users, idOf(l.user));
    user.locale = l.locale;
    user.updatedAt = this.when(l.at);
  }

  /** What an admin changes of a person's place in the team. */
  setStanding(s: { user: Ref; at?: At } & Partial<Pick<User, Standing>>): void {
    const { user: ref, at, ...changes } = s;
    const user = find(this.world.users, idOf(ref));
    Object.assign(user, changes);
    user.updatedAt = this.when(at);
  }

  protected when(at: At | undefined): number {
    return at === undefined ? this.world.now() : new Date(at).getTime();
  }
}
