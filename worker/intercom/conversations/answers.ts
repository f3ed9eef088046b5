import { z } from 'zod';
import type { JsonClient } from '../../http/client.ts';
import { Permanent } from '../../loop/ports/errors.ts';
import type { Handing, MachineTurn } from '../../loop/ports/helpdesk.ts';
import { parseAnswer, segment, timeSchema } from '../parse.ts';
import type { People } from './people.ts';
import { bodyOf } from './replies.ts';
import { TICKET_PREFIX } from './ticket.ts';

const rowSchema = z.looseObject({ updated_at: timeSchema });

/** The vendor refuses no late write: what was read is compared with what stands just before, and a moment stays open. */
async function isUnchanged(client: JsonClient, id: string, asRead: number): Promise<boolean> {
  const answer = await client.request(`/conversations/${segment(id)}`, { query: { display_as: 'plaintext' } });
  return parseAnswer(rowSchema, answer, 'conversation').updated_at === asRead;
}

/** Refuses a ticket: it has no buttons, and its description no author. */
function conversationOf(id: string): string {
  if (id.startsWith(TICKET_PREFIX)) throw new Permanent('intercom: nothing is answered in a ticket without a person');
  return id;
}

/**
 * A comment or note in a teammate's name, made through the API, so that it counts as a program's. Two buttons come after a public
 * one; where the vendor refuses those alone the answer stands without, and says in words how to reach a person.
 */
export async function answer(
  client: JsonClient,
  ownId: () => Promise<string>,
  id: string,
  { text, isPublic, asRead, authorId, choices }: MachineTurn,
): Promise<'said' | 'overtaken'> {
  const conversation = conversationOf(id);
  if (!(await isUnchanged(client, conversation, asRead))) return 'overtaken';
  const admin_id = authorId ?? (await ownId());
  const path = `/conversations/${segment(conversation)}/reply`;
  const said = { message_type: isPublic ? 'comment' : 'note', type: 'admin', admin_id, body: bodyOf(text) };
  await client.request(path, { method: 'POST', body: said });
  if (isPublic) await offer(client, path, admin_id, [choices.solved, choices.person]);
  return 'said';
}

async function offer(client: JsonClient, path: string, admin_id: string, texts: readonly string[]): Promise<void> {
  const reply_options = texts.map((text) => ({ text, uuid: crypto.randomUUID() }));
  const body = { message_type: 'quick_reply', type: 'admin', admin_id, reply_options };
  try {
    await client.request(path, { method: 'POST', body });
  } catch (error) {
    const what = 'an answer stands without its buttons';
    console.error(JSON.stringify({ level: 'warn', what, message: error instanceof Error ? error.message : '' }));
  }
}

/** Gives a conversation to a team, by its name, with a note where one is told; urgent is Intercom's priority. */
export async function assign(
  client: JsonClient,
  people: People,
  ownId: () => Promise<string>,
  id: string,
  to: Handing,
): Promise<'assigned' | 'overtaken' | 'unknown'> {
  const conversation = conversationOf(id);
  const teams = to.team === null ? new Map<string, string>() : await people.teamNames();
  const teamId = [...teams].find(([, name]) => name === to.team)?.[0];
  if (to.team !== null && teamId === undefined) return 'unknown';
  if (!(await isUnchanged(client, conversation, to.asRead))) return 'overtaken';
  const path = `/conversations/${segment(conversation)}`;
  const admin_id = to.authorId ?? (await ownId());
  const by = { type: 'admin', admin_id };
  if (to.note !== null)
    await client.request(`${path}/reply`, {
      method: 'POST',
      body: { message_type: 'note', ...by, body: bodyOf(to.note) },
    });
  if (teamId !== undefined) {
    const body = { message_type: 'assignment', type: 'team', admin_id, assignee_id: teamId };
    await client.request(`${path}/parts`, { method: 'POST', body });
  }
  return 'assigned';
}
