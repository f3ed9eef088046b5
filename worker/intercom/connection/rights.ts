import { z } from 'zod';
import type { JsonClient } from '../../http/client.ts';
import { AuthLost, NotFound, Permanent, RetryLater } from '../../loop/ports/errors.ts';
import type { Person, Rights } from '../../loop/ports/session.ts';
import { TICKET_PREFIX } from '../conversations/ticket.ts';
import { idSchema, parseAnswer, segment } from '../parse.ts';

/** So many ids stand in one search. */
const SEARCH_IDS = 50;

const teammateSchema = z.looseObject({
  id: idSchema,
  name: z.string().nullish(),
  has_inbox_seat: z.boolean().nullish(),
  team_ids: z.array(idSchema).nullish(),
  role: z.looseObject({ id: idSchema }).nullish(),
});
type Teammate = z.output<typeof teammateSchema>;

const rowSchema = z.looseObject({
  id: idSchema,
  admin_assignee_id: idSchema.nullish(),
  team_assignee_id: idSchema.nullish(),
});
type Row = z.output<typeof rowSchema>;

export interface IntercomRightsOptions {
  /** A client of the tenant's workspace for a question that a person waits for. */
  asking: (tenant: string) => Promise<JsonClient>;
  /** The teammate who connected the workspace. */
  installerOf: (tenant: string) => Promise<string | null>;
}

/**
 * Who teammates are. Intercom's API names a teammate's role but not what it permits: who connected the workspace is an
 * admin, everybody else with an inbox seat an agent; more is given in Mend's policy. A teammate with a role of the
 * workspace's own making may open for sure only what is assigned to them or their teams; the rest is unknown.
 */
export function createIntercomRights({ asking, installerOf }: IntercomRightsOptions): Rights {
  async function teammate(client: JsonClient, userId: string): Promise<Teammate | null> {
    try {
      return parseAnswer(teammateSchema, await client.request(`/admins/${segment(userId)}`), 'admin');
    } catch (error) {
      if (error instanceof NotFound) return null;
      throw error;
    }
  }
  return {
    async person(tenant, userId): Promise<Person | null> {
      const found = await teammate(await asking(tenant), userId);
      if (!found) return null;
      const isInstaller = (await installerOf(tenant)) === found.id;
      const role = isInstaller ? 'admin' : found.has_inbox_seat ? 'agent' : null;
      return { userId: found.id, name: found.name ?? '', locale: 'en', role };
    },
    async mayOpen(tenant, userId, conversationIds) {
      const open = new Set<string>();
      try {
        const client = await asking(tenant);
        const who = await teammate(client, userId);
        if (!who?.has_inbox_seat) return open;
        const teams = new Set(who.team_ids ?? []);
        const isTheirs = ({ admin_assignee_id: admin, team_assignee_id: team }: Row) =>
          !who.role || admin === who.id || (team != null && teams.has(team));
        for await (const [id, row] of rowsOf(client, [...new Set(conversationIds)])) if (isTheirs(row)) open.add(id);
      } catch (error) {
        if (![RetryLater, AuthLost, NotFound, Permanent].some((kind) => error instanceof kind)) throw error;
      }
      return open;
    },
    async absent(tenant, userId, conversationId) {
      try {
        const client = await asking(tenant);
        const who = await teammate(client, userId);
        if (!who?.has_inbox_seat) return null;
        for await (const _ of rowsOf(client, [conversationId])) return null;
        return { mayKnow: !who.role };
      } catch (error) {
        if (![RetryLater, AuthLost, NotFound, Permanent].some((kind) => error instanceof kind)) throw error;
        return null;
      }
    },
  };
}

/** The conversations and tickets of these ids that are there, by our ids. */
async function* rowsOf(client: JsonClient, ids: string[]): AsyncGenerator<[string, Row]> {
  const isTicket = (id: string) => id.startsWith(TICKET_PREFIX);
  const kinds = [
    { kind: 'conversations', prefix: '', ids: ids.filter((id) => !isTicket(id)) },
    { kind: 'tickets', prefix: TICKET_PREFIX, ids: ids.filter(isTicket) },
  ] as const;
  for (const { kind, prefix, ids: all } of kinds)
    for (let i = 0; i < all.length; i += SEARCH_IDS) {
      const value = all.slice(i, i + SEARCH_IDS).map((id) => id.slice(prefix.length));
      const body = { query: { field: 'id', operator: 'IN', value }, pagination: { per_page: 150 } };
      const answer = await client.request(`/${kind}/search`, { method: 'POST', body });
      const rows = parseAnswer(z.looseObject({ [kind]: z.array(rowSchema) }), answer, `${kind}/search`)[kind];
      for (const row of (rows ?? []) as Row[]) yield [prefix + row.id, row];
    }
}
