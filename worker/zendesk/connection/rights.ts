import { z } from 'zod';
import type { Role } from '../../../shared/viewer.ts';
import type { JsonClient } from '../../http/client.ts';
import { AuthLost, NotFound, Permanent } from '../../loop/ports/errors.ts';
import type { Person } from '../../loop/ports/session.ts';
import { readAllPages } from '../pages.ts';
import { idSchema, parseAnswer, segment } from '../parse.ts';

/** The vendor's number of a light agent: may read and write notes, and decides nothing. */
const LIGHT_AGENT = 1;

const userSchema = z.looseObject({
  id: idSchema,
  name: z.string().nullish(),
  locale: z.string().nullish(),
  role: z.string(),
  role_type: z.number().nullish(),
  custom_role_id: idSchema.nullish(),
  active: z.boolean().nullish(),
  suspended: z.boolean().nullish(),
  moderator: z.boolean().nullish(),
  organization_id: idSchema.nullish(),
  ticket_restriction: z.string().nullish(),
});
export type Staff = z.output<typeof userSchema>;

const roleSchema = z.looseObject({
  id: idSchema,
  configuration: z.looseObject({ forum_access: z.string().nullish(), ticket_access: z.string().nullish() }),
});
export type CustomRole = z.output<typeof roleSchema>;

const groupSchema = z.looseObject({ id: idSchema });
const groupsSchema = z.looseObject({ groups: z.array(groupSchema) });

/** `roles` and `groups` come as sideloads; where the account does not answer them they are asked for by themselves. */
const answerSchema = z.looseObject({
  user: userSchema,
  roles: z.array(roleSchema).nullish(),
  groups: z.array(groupSchema).nullish(),
});

/** A user with custom role and groups, as Zendesk has them now. `customRole` is `unknown` where it can't be read. */
export interface Standing {
  user: Staff;
  customRole: CustomRole | 'unknown' | null;
  groupIds: Set<string>;
}

/** Reads who a user is; null where there is no such user. */
export async function readStanding(client: JsonClient, userId: string): Promise<Standing | null> {
  const path = `/api/v2/users/${segment(userId)}`;
  let answer: z.output<typeof answerSchema>;
  try {
    answer = parseAnswer(answerSchema, await client.request(path, { query: { include: 'roles,groups' } }), path);
  } catch (error) {
    if (error instanceof NotFound) return null;
    throw error;
  }
  const { user, roles, groups } = answer;
  const roleId = user.role === 'agent' ? (user.custom_role_id ?? null) : null;
  const sideloaded = roles?.find(({ id }) => id === roleId);
  const customRole = roleId === null ? null : (sideloaded ?? (await readCustomRole(client, roleId)));
  const member = user.role === 'agent' ? (groups ?? (await readGroups(client, `${path}/groups`))) : [];
  return { user, customRole, groupIds: new Set(member.map(({ id }) => id)) };
}

async function readGroups(client: JsonClient, path: string) {
  return readAllPages(client, path, {}, (answer) => parseAnswer(groupsSchema, answer, path).groups);
}

async function readCustomRole(client: JsonClient, id: string): Promise<CustomRole | 'unknown'> {
  try {
    const answer = await client.request(`/api/v2/custom_roles/${segment(id)}`);
    return parseAnswer(z.looseObject({ custom_role: roleSchema }), answer, 'custom role').custom_role;
  } catch (error) {
    if (error instanceof NotFound || error instanceof Permanent || error instanceof AuthLost) return 'unknown';
    throw error;
  }
}

/** The person that a standing makes in Mend. */
export function personOf({ user, customRole }: Pick<Standing, 'user' | 'customRole'>): Person {
  return {
    userId: user.id,
    name: user.name ?? '',
    locale: user.locale ?? 'en-US',
    role: roleOf(user, customRole),
  };
}

/**
 * Admins are admins. An agent leads where the account lets them run the help center: a custom role with full access to
 * it, or without custom roles the right to moderate. What can't be read gives no more than an agent's rights.
 */
function roleOf(user: Staff, customRole: Standing['customRole']): Role | null {
  if (user.suspended || user.active === false) return null;
  if (user.role === 'admin') return 'admin';
  if (user.role !== 'agent') return null;
  if (customRole === 'unknown' || user.role_type === LIGHT_AGENT) return 'agent';
  const leads = customRole ? customRole.configuration.forum_access === 'full' : user.moderator === true;
  return leads ? 'lead' : 'agent';
}
