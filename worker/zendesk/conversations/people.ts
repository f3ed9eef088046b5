import { z } from 'zod';
import type { JsonClient } from '../../http/client.ts';
import { Held, heldFor } from '../../http/held.ts';
import { readRows } from '../../http/odd-rows.ts';
import { AuthLost, Permanent } from '../../loop/ports/errors.ts';
import { readAllPages } from '../pages.ts';
import { idSchema, parseAnswer } from '../parse.ts';
import { type Group, type Organization, organizationSchema, type User, userSchema } from '../shapes.ts';

const SHOW_MANY_LIMIT = 100;

const usersSchema = z.looseObject({ users: z.array(z.unknown()) });
const organizationsSchema = z.looseObject({ organizations: z.array(z.unknown()) });

/** Users and organizations of one account, in memory for five minutes; read in bulk, 100 a call. */
export interface People {
  /** Takes in users that came as a sideload. */
  keepUsers(users: User[]): void;
  /** The same for organizations. One without its fields is a part only, and is read when it is asked for. */
  keepOrganizations(organizations: Organization[]): void;
  /** The same for the groups of tickets. */
  keepGroups(groups: Group[]): void;
  /** Whether every agent may open the tickets of this group; a group that no sideload told of is not known to be public. */
  isPublicGroup(id: string): boolean;
  users(ids: Iterable<string>): Promise<Map<string, User>>;
  organizations(ids: Iterable<string>): Promise<Map<string, Organization>>;
  /** Names of the account's groups by id, those no longer used too; empty where the token may not see them. */
  groupNames(): Promise<ReadonlyMap<string, string>>;
}

async function fill<Row extends { id: string }>(
  held: Held<Row>,
  ids: Iterable<string>,
  read: (ids: string) => Promise<Row[]>,
): Promise<Map<string, Row>> {
  const found = new Map<string, Row>();
  const missing: string[] = [];
  for (const id of new Set(ids)) {
    const row = held.get(id);
    if (row) found.set(id, row);
    else if (row === undefined) missing.push(id);
  }
  for (let i = 0; i < missing.length; i += SHOW_MANY_LIMIT) {
    const chunk = missing.slice(i, i + SHOW_MANY_LIMIT);
    const rows = await read(chunk.join(','));
    for (const id of chunk) held.set(id, null);
    for (const row of rows) held.set(row.id, row);
    for (const row of rows) found.set(row.id, row);
  }
  return found;
}

/** Reads by `users/show_many` and `organizations/show_many`; who is not there any more is absent from the answer. */
export function createPeople(client: JsonClient): People {
  const users = new Held<User>();
  const organizations = new Held<Organization>();
  const ticketGroups = new Held<Group>();
  const groups = heldFor(() => readGroupNames(client), Date.now);
  return {
    keepUsers(rows) {
      for (const row of rows) users.set(row.id, row);
    },
    keepOrganizations(rows) {
      for (const row of rows) if (row.organization_fields) organizations.set(row.id, row);
    },
    keepGroups(rows) {
      for (const row of rows) ticketGroups.set(row.id, row);
    },
    isPublicGroup: (id) => ticketGroups.get(id)?.is_public === true,
    users: (ids) =>
      fill(users, realIds(ids), async (chunk) => {
        const answer = await client.request('/api/v2/users/show_many', { query: { ids: chunk } });
        return readRows(userSchema, parseAnswer(usersSchema, answer, 'users/show_many').users, 'users', client.odd);
      }),
    organizations: (ids) =>
      fill(organizations, realIds(ids), async (chunk) => {
        const answer = await client.request('/api/v2/organizations/show_many', { query: { ids: chunk } });
        const { organizations: rows } = parseAnswer(organizationsSchema, answer, 'organizations/show_many');
        return readRows(organizationSchema, rows, 'organizations', client.odd);
      }),
    groupNames: () => groups('all'),
  };
}

const groupSchema = z.looseObject({ id: idSchema, name: z.string() });
const groupsSchema = z.looseObject({ groups: z.array(z.unknown()) });

/** `GET /groups`, a hundred a page. A token without the right knows tickets all the same: which team had them is then not told. */
async function readGroupNames(client: JsonClient): Promise<ReadonlyMap<string, string>> {
  try {
    const groups = await readAllPages(client, '/api/v2/groups', {}, (answer) => {
      return readRows(groupSchema, parseAnswer(groupsSchema, answer, 'groups').groups, 'groups', client.odd);
    });
    return new Map(groups.map(({ id, name }) => [id, name]));
  } catch (error) {
    const isRefused = error instanceof Permanent || (error instanceof AuthLost && !error.message.endsWith(': 401'));
    if (!isRefused) throw error;
    return new Map();
  }
}

/** The system writes as a negative id, which is nobody's. */
function realIds(ids: Iterable<string>): string[] {
  return [...ids].filter((id) => /^[1-9]\d*$/.test(id));
}

const meSchema = z.looseObject({ user: z.looseObject({ id: idSchema }) });

/** The id of the user the token acts as: `GET /users/me`. */
export async function readOwnUserId(client: JsonClient): Promise<string> {
  return parseAnswer(meSchema, await client.request('/api/v2/users/me'), 'users/me').user.id;
}
