import type { JsonClient } from '../../http/client.ts';
import type { NewTurn } from '../../loop/ports/helpdesk.ts';
import { segment } from '../parse.ts';
import { TICKET_PREFIX } from './ticket.ts';

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Plain text as a body: a paragraph a blank line, a `<br>` a line; a sign that could be markup stays a sign. */
export function bodyOf(text: string): string {
  const escaped = text.replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign);
  const paragraphs = escaped.trim().split(/\n{2,}/);
  return paragraphs.map((paragraph) => `<p>${paragraph.replaceAll('\n', '<br>')}</p>`).join('');
}

/**
 * A reply (`comment`) or note in a teammate's name, in a conversation or ticket. Made through the API it carries our
 * `app_package_code`, by which its notification is ignored and its words count as a program's.
 */
export async function addTurn(client: JsonClient, id: string, turn: NewTurn): Promise<void> {
  const isTicket = id.startsWith(TICKET_PREFIX);
  const path = isTicket ? `/tickets/${segment(id.slice(TICKET_PREFIX.length))}` : `/conversations/${segment(id)}`;
  const messageType = turn.isPublic ? 'comment' : 'note';
  const body = { message_type: messageType, type: 'admin', admin_id: turn.authorId, body: bodyOf(turn.text) };
  await client.request(`${path}/reply`, { method: 'POST', body });
}
