import { z } from 'zod';
import type { JsonClient } from '../../http/client.ts';
import { Permanent } from '../../loop/ports/errors.ts';
import { parseAnswer, segment } from '../parse.ts';

const ticketSchema = z.looseObject({
  ticket: z.looseObject({
    custom_fields: z.array(z.looseObject({ id: z.number(), value: z.unknown() })).default([]),
  }),
});

/**
 * Writes a link into a custom field, where none of ours stands. A trigger reads it as `{{ticket.ticket_field_ID}}`. Zendesk
 * answers 200 and drops a field that the account has not, so the answer is read back.
 */
export async function offerLink(
  client: JsonClient,
  id: string,
  { field, url, prefix }: { field: string; url: string; prefix: string },
): Promise<void> {
  const path = `/api/v2/tickets/${segment(id)}`;
  const valueIn = (answer: unknown): string => {
    const { custom_fields: fields } = parseAnswer(ticketSchema, answer, 'ticket').ticket;
    return String(fields.find((one) => String(one.id) === field)?.value ?? '');
  };
  if (valueIn(await client.request(path)).startsWith(prefix)) return;
  const body = { ticket: { custom_fields: [{ id: Number(field), value: url }] } };
  const written = await client.request(path, { method: 'PUT', body });
  if (valueIn(written) !== url) throw new Permanent(`the account has no ticket field ${field}`);
}
