import type { JsonClient } from '../../http/client.ts';
import type { NewTurn } from '../../loop/ports/helpdesk.ts';
import { segment } from '../parse.ts';

/**
 * A comment, public or not, by the user our token acts as: an `author_id` of a teammate would make our words theirs, and
 * theirs teach. Counts against the 100 updates a minute of an account.
 */
export async function addTurn(client: JsonClient, id: string, { text, isPublic }: NewTurn): Promise<void> {
  const body = { ticket: { comment: { body: text, public: isPublic } } };
  await client.request(`/api/v2/tickets/${segment(id)}`, { method: 'PUT', body });
}
