import { z } from 'zod';
import type { JsonClient } from '../../http/client.ts';
import { heldFor } from '../../http/held.ts';
import { readRows } from '../../http/odd-rows.ts';
import { NotFound } from '../../loop/ports/errors.ts';
import { idSchema, lax, parseAnswer, segment } from '../parse.ts';
import { type Company, type Contact, companySchema, contactSchema } from '../shapes.ts';

/** Contacts and companies of one workspace, in memory for five minutes. */
export interface People {
  /** The contact, or null where they were deleted: they are nobody any more. */
  contact(id: string): Promise<Contact | null>;
  company(id: string): Promise<Company | null>;
  /** Names of the workspace's teams by id. */
  teamNames(): Promise<ReadonlyMap<string, string>>;
  /** Teammates with a role of the workspace's own making, by id: what they may open, and who may open theirs, is not told. */
  restricted(): Promise<ReadonlySet<string>>;
}

const teamSchema = z.looseObject({ id: idSchema, name: lax(z.string()) });
const teamsSchema = z.looseObject({ teams: lax(z.array(z.unknown())) });
const adminSchema = z.looseObject({ id: idSchema, role: z.unknown() });
const adminsSchema = z.looseObject({ admins: z.array(z.unknown()) });

async function orNull<Row>(read: Promise<Row>): Promise<Row | null> {
  try {
    return await read;
  } catch (error) {
    if (error instanceof NotFound) return null;
    throw error;
  }
}

export function createPeople(client: JsonClient, now: () => number = Date.now): People {
  const readOne = async <S extends z.ZodType>(schema: S, path: string, what: string) =>
    parseAnswer(schema, await client.request(path), what);
  const teams = heldFor(async () => {
    const { teams: rows } = await readOne(teamsSchema, '/teams', 'teams');
    const read = readRows(teamSchema, rows ?? [], 'teams', client.odd);
    return new Map(read.map(({ id, name }): [string, string] => [id, name ?? '']));
  }, now);
  const restricted = heldFor(async () => {
    const { admins } = await readOne(adminsSchema, '/admins', 'admins');
    const read = readRows(adminSchema, admins, 'admins', client.odd);
    return new Set(read.filter(({ role }) => role != null).map(({ id }) => id));
  }, now);
  return {
    contact: heldFor((id) => orNull(readOne(contactSchema, `/contacts/${segment(id)}`, 'contact')), now),
    company: heldFor((id) => orNull(readOne(companySchema, `/companies/${segment(id)}`, 'company')), now),
    restricted: () => restricted('all'),
    teamNames: () => teams('all'),
  };
}

/**
 * The company a conversation counts for: the one it is associated with, else the only one of its contact. Where a contact
 * has several and the conversation names none, there is none.
 */
export async function companyOf(
  people: People,
  named: Company | null | undefined,
  contact: Contact | null,
): Promise<Company | null> {
  if (named) return named;
  const [first, ...others] = contact?.companies?.data ?? [];
  return first && others.length === 0 ? people.company(first.id) : null;
}

const MAX_VALUE_CHARS = 200;

function told(values: Record<string, unknown> | null | undefined): [string, string][] {
  const isTold = (value: unknown) =>
    typeof value === 'number' || typeof value === 'boolean' || (typeof value === 'string' && value !== '');
  return Object.entries(values ?? {})
    .filter(([, value]) => isTold(value) && String(value).length <= MAX_VALUE_CHARS)
    .map(([name, value]) => [name, String(value)]);
}

/**
 * What the CRM says of the customer: the contact's attributes, then the company's, whose word counts where both have one.
 * `role` is `user` or `lead`; `plan` is the plan's name.
 */
export function segmentOf(contact: Contact | null, company: Company | null): Record<string, string> {
  const own = { size: company?.size, industry: company?.industry, plan: company?.plan?.name };
  return Object.fromEntries([
    ...told({ role: contact?.role }),
    ...told(contact?.custom_attributes),
    ...told(company?.custom_attributes),
    ...told(own),
  ]);
}

const meSchema = z.looseObject({
  id: idSchema,
  app: z.looseObject({ id_code: z.string().min(1), name: z.string().nullish(), region: z.string().nullish() }),
});

/** Whom and which workspace the token stands for: `GET /me`. The teammate is a person, the one who installed the app. */
export async function readMe(client: JsonClient) {
  const { id, app } = parseAnswer(meSchema, await client.request('/me'), 'me');
  return { adminId: id, appId: app.id_code, workspaceName: app.name ?? '', region: app.region ?? null };
}
