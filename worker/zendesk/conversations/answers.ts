import { z } from 'zod';
import type { JsonClient } from '../../http/client.ts';
import { Permanent } from '../../loop/ports/errors.ts';
import type { Handing, MachineTurn } from '../../loop/ports/helpdesk.ts';
import { parseAnswer, segment } from '../parse.ts';
import { type Ticket, ticketSchema } from '../shapes.ts';
import type { People } from './people.ts';

/** By which an account finds what a machine answered, in views and triggers. */
export const ANSWERED_TAG = 'mend_answered';

const answerSchema = z.looseObject({ ticket: ticketSchema });

/** Times are in whole seconds, and so is the stamp. */
const stampOf = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19)}Z`;

async function unchanged(client: JsonClient, path: string, asRead: number): Promise<Ticket | null> {
  const { ticket } = parseAnswer(answerSchema, await client.request(path), 'ticket');
  return ticket.updated_at === asRead ? ticket : null;
}

/** Writes only where the ticket is as it was read: `safe_update` has the vendor refuse anything else with a 409. */
async function update(client: JsonClient, path: string, asRead: number, change: object): Promise<boolean> {
  const ticket = { ...change, safe_update: true, updated_stamp: stampOf(asRead) };
  try {
    await client.request(path, { method: 'PUT', body: { ticket } });
    return true;
  } catch (error) {
    if (error instanceof Permanent && / 409\b/.test(error.message)) return false;
    throw error;
  }
}

/**
 * A comment of a machine's own. A public one leaves the ticket pending, tagged: whatever the customer writes opens it again. The
 * tags are sent whole, which only the guard makes safe.
 */
export async function answer(client: JsonClient, id: string, turn: MachineTurn): Promise<'said' | 'overtaken'> {
  const path = `/api/v2/tickets/${segment(id)}`;
  const ticket = await unchanged(client, path, turn.asRead);
  if (!ticket) return 'overtaken';
  const author = turn.authorId === null ? {} : { author_id: Number(turn.authorId) };
  const comment = { body: turn.text, public: turn.isPublic, ...author };
  const waiting = turn.isPublic ? { status: 'pending', tags: [...(ticket.tags ?? []), ANSWERED_TAG] } : {};
  return (await update(client, path, turn.asRead, { comment, ...waiting })) ? 'said' : 'overtaken';
}

/** Gives a ticket to a group, by its name; urgent where asked, and open, so that it stands in people's views. */
export async function assign(
  client: JsonClient,
  people: People,
  id: string,
  to: Handing,
): Promise<'assigned' | 'overtaken' | 'unknown'> {
  const groups = to.team === null ? new Map<string, string>() : await people.groupNames();
  const groupId = [...groups].find(([, name]) => name === to.team)?.[0];
  if (to.team !== null && groupId === undefined) return 'unknown';
  const path = `/api/v2/tickets/${segment(id)}`;
  const ticket = await unchanged(client, path, to.asRead);
  if (!ticket) return 'overtaken';
  const author = to.authorId === null ? {} : { author_id: Number(to.authorId) };
  const change = {
    ...(groupId === undefined ? {} : { group_id: Number(groupId) }),
    ...(to.isUrgent ? { priority: 'urgent' } : {}),
    ...(to.note === null ? {} : { comment: { body: to.note, public: false, ...author } }),
    ...(ticket.status === 'new' ? {} : { status: 'open' }),
  };
  return (await update(client, path, to.asRead, change)) ? 'assigned' : 'overtaken';
}
