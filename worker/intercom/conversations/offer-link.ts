import { z } from 'zod';
import type { JsonClient } from '../../http/client.ts';
import { Permanent } from '../../loop/ports/errors.ts';
import { parseAnswer, segment } from '../parse.ts';
import { TICKET_PREFIX } from './ticket.ts';

const conversationSchema = z.looseObject({ custom_attributes: z.record(z.string(), z.unknown()).default({}) });

/** Writes a link into an attribute of a conversation, where none of ours stands; a workflow reads it. A ticket has none. */
export async function offerLink(
  client: JsonClient,
  id: string,
  { field, url, prefix }: { field: string; url: string; prefix: string },
): Promise<void> {
  if (id.startsWith(TICKET_PREFIX)) throw new Permanent('a ticket has no attribute that a workflow sends');
  const path = `/conversations/${segment(id)}`;
  const { custom_attributes: standing } = parseAnswer(conversationSchema, await client.request(path), 'conversation');
  if (String(standing[field] ?? '').startsWith(prefix)) return;
  await client.request(path, { method: 'PUT', body: { custom_attributes: { [field]: url } } });
}
