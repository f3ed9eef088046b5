import { z } from 'zod';
import { type ApiRequest, param, parseBody, type Route } from '../api.ts';
import { searchBody } from '../conversations/conversation-routes.ts';
import { ApiError, notFound } from '../errors.ts';
import { CONTACT_FIELDS } from '../fields.ts';
import { cursorPage, numberedPage, sizeOf } from '../paging.ts';
import { compileQuery, type Field, type Fields } from '../query.ts';
import type { Admin, Contact, Team } from '../records.ts';
import { find, unixSeconds, type World } from '../world.ts';
import { presentCompany, presentContact } from './contact-json.ts';

/** Who works here and who writes in: `/me`, teammates, teams, contacts, companies, tags. */
export function peopleRoutes(world: World): Route[] {
  const shared = { method: 'GET', permission: 'read_contacts' } as const;
  const staff = { method: 'GET', permission: 'read_admins' } as const;
  return [
    { method: 'GET', path: '/me', permission: null, handle: (r) => me(world, r.viewer) },
    { ...staff, path: '/admins', handle: () => ({ type: 'admin.list', admins: all(world.admins, presentAdmin) }) },
    { ...staff, path: '/admins/:id', handle: (r) => presentAdmin(adminOf(world, r)) },
    { ...staff, path: '/teams', handle: () => ({ type: 'team.list', teams: all(world.teams, presentTeam) }) },
    { ...staff, path: '/teams/:id', handle: (r) => presentTeam(teamOf(world, r)) },
    { ...shared, path: '/contacts', handle: (r) => listContacts(world, r) },
    { ...shared, method: 'POST', path: '/contacts/search', handle: (r) => searchContacts(world, r) },
    { ...shared, path: '/contacts/find_by_external_id/:id', handle: (r) => byExternalId(world, r) },
    {
      ...shared,
      path: '/contacts/:id',
      handle: (r) => presentContact(world, contactOf(world, param(r, 'id'))),
    },
    { ...shared, path: '/companies', handle: (r) => companies(world, r) },
    { ...shared, method: 'POST', path: '/companies/list', handle: (r) => listCompanies(world, r) },
    {
      ...shared,
      path: '/companies/:id',
      handle: (r) => presentCompany(world, find(world.companies, param(r, 'id'), ...NO_COMPANY)),
    },
    { ...shared, path: '/tags', handle: () => ({ type: 'list', data: all(world.tags, presentTag) }) },
    {
      ...shared,
      path: '/tags/:id',
      handle: (r) => presentTag(find(world.tags, param(r, 'id'), 'Tag not found', 'tag_not_found')),
    },
    { ...shared, method: 'POST', path: '/tags', permission: 'write_tags', handle: (r) => createTag(world, r) },
  ];
}

const NO_COMPANY = ['Company Not Found', 'company_not_found'] as const;

const all = <T>(rows: Map<string, T>, present: (row: T) => unknown): unknown[] => [...rows.values()].map(present);
const presentTag = ({ id, name }: { id: string; name: string }) => ({ type: 'tag', id, name });
const adminOf = (world: World, request: ApiRequest): Admin =>
  find(world.admins, param(request, 'id'), 'Admin not found', 'admin_not_found');
const teamOf = (world: World, request: ApiRequest): Team =>
  find(world.teams, param(request, 'id'), 'Team not found', 'team_not_found');

/** "Merged contacts return 410 Gone", with the way to the one that is left. */
function contactOf(world: World, id: string): Contact {
  let left = world.merged.get(id);
  if (left === undefined) return find(world.contacts, id, 'User Not Found');
  for (let next = world.merged.get(left); next !== undefined; next = world.merged.get(left)) left = next;
  const message = "This contact has been merged. See the 'Link' header for the canonical contact.";
  throw new ApiError(410, 'contact_merged', message, null, { link: `</contacts/${left}>; rel="canonical"` });
}

function presentAdmin(admin: Admin): Record<string, unknown> {
  return {
    type: 'admin',
    id: admin.id,
    name: admin.name,
    email: admin.email,
    job_title: 'Support',
    away_mode_enabled: false,
    away_mode_reassign: false,
    has_inbox_seat: admin.hasInboxSeat,
    team_ids: admin.teamIds.map(Number),
    ...(admin.roleName === null ? {} : { role: { type: 'role', id: '1', name: admin.roleName } }),
  };
}

const presentTeam = (team: Team): Record<string, unknown> => ({
  type: 'team',
  id: team.id,
  name: team.name,
  admin_ids: team.adminIds.map(Number),
});

/** The admin who installed the app, and the workspace as `app` ("a workspace in legacy terminology"). */
function me(world: World, viewer: Admin): unknown {
  const { workspace } = world;
  return {
    ...presentAdmin(viewer),
    email_verified: true,
    avatar: { type: 'avatar', image_url: null },
    app: {
      type: 'app',
      id_code: workspace.id,
      name: workspace.name,
      region: workspace.region,
      timezone: workspace.timezone,
      created_at: unixSeconds(world.createdAt),
      identity_verification: false,
    },
  };
}

function listContacts(world: World, request: ApiRequest): unknown {
  const perPage = sizeOf(request.query.get('per_page'), 50, 150);
  return contactPage(world, world.contacts.values(), perPage, request.query.get('starting_after'));
}

/** Dates are matched by calendar day here; 50 a page when not told ("Search contacts"). */
function searchContacts(world: World, request: ApiRequest): unknown {
  const { query, pagination } = parseBody(searchBody, request.body);
  const test = compileQuery(query, withAttributes(world), 'day');
  const perPage = sizeOf(pagination?.per_page, 50, 150);
  const rows = [...world.contacts.values()].filter(test);
  return contactPage(world, rows, perPage, pagination?.starting_after ?? null);
}

/** `custom_attributes.{name}`, for the names that some contact has. */
function withAttributes(world: World): Fields<Contact> {
  const fields = new Map<string, Field<Contact>>(CONTACT_FIELDS);
  for (const contact of world.contacts.values()) {
    for (const name of Object.keys(contact.customAttributes)) {
      const get = (row: Contact): string | null => {
        const value = row.customAttributes[name];
        return value === undefined || value === null ? null : String(value);
      };
      fields.set(`custom_attributes.${name}`, { type: 'string', get });
    }
  }
  return fields;
}

function contactPage(world: World, rows: Iterable<Contact>, perPage: number, startingAfter: string | null): unknown {
  const page = cursorPage(rows, { perPage, startingAfter });
  const data = page.rows.map((row) => presentContact(world, row));
  return { type: 'list', data, total_count: page.total, pages: page.pages };
}

function byExternalId(world: World, request: ApiRequest): unknown {
  const contact = [...world.contacts.values()].find(({ externalId }) => externalId === param(request, 'id'));
  if (contact === undefined) throw notFound('User Not Found');
  return presentContact(world, contact);
}

/** One by `company_id` or `name`, else a list. */
function companies(world: World, request: ApiRequest): unknown {
  const wanted = { companyId: request.query.get('company_id'), name: request.query.get('name') };
  if (wanted.companyId === null && wanted.name === null) return listCompanies(world, request);
  const company = [...world.companies.values()].find((row) =>
    wanted.companyId === null ? row.name === wanted.name : row.companyId === wanted.companyId,
  );
  if (company === undefined) throw notFound(...NO_COMPANY);
  return presentCompany(world, company);
}

/** Companies without users are not listed ("List all companies"). */
function listCompanies(world: World, request: ApiRequest): unknown {
  const rows = [...world.companies.values()].filter(({ userCount }) => userCount > 0);
  const page = numberedPage(rows, request.query, 20);
  const data = page.rows.map((row) => presentCompany(world, row));
  return { type: 'list', pages: page.pages, total_count: page.total, data };
}

/** Creates a tag, or finds the one of that name. */
function createTag(world: World, request: ApiRequest): unknown {
  const { name } = parseBody(z.object({ name: z.string().min(1) }), request.body);
  const known = [...world.tags.values()].find((tag) => tag.name.toLowerCase() === name.toLowerCase());
  const tag = known ?? { id: world.id(), name };
  world.tags.set(tag.id, tag);
  return presentTag(tag);
}
