import { createServer, type IncomingMessage, type Server } from 'node:http';
import { Webhook } from 'standardwebhooks';

/** What a product knows of one customer: see docs/context. A company reads this from its own database. */
export type Lookup = (customer: {
  helpdesk_id: string;
  email: string | null;
  organization: string | null;
}) => object | null;

/** More than any question is. */
const MAX_BYTES = 16 * 1024;

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_BYTES) throw new Error('too large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/**
 * The reference of a context endpoint: verifies the signature, looks the customer up, answers what it knows. 401 for a
 * signature that does not match or is older than five minutes, 404 for an unknown customer, 400 for what is no question.
 */
export function createContextServer(secretOf: () => string, lookup: Lookup): Server {
  return createServer((request, response) => {
    const answer = (status: number, body: object) => {
      response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'private, max-age=300' });
      response.end(JSON.stringify(body));
    };
    bodyOf(request)
      .then((body) => {
        if (request.method !== 'POST') return answer(405, { error: 'POST only' });
        try {
          new Webhook(secretOf()).verify(body, request.headers as Record<string, string>);
        } catch {
          return answer(401, { error: 'the signature does not match' });
        }
        const { customer } = JSON.parse(body) as { customer?: Parameters<Lookup>[0] };
        if (!customer) return answer(400, { error: 'no customer is named' });
        const known = lookup(customer);
        return known ? answer(200, known) : answer(404, { error: 'unknown customer' });
      })
      .catch(() => answer(400, { error: 'not readable' }));
  });
}
