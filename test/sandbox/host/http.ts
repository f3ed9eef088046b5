import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Refused } from './refused.ts';

export interface Answer {
  status: number;
  type: string;
  body: string | Buffer;
}

const MAX_BODY_BYTES = 512 * 1024;

export const json = (value: unknown, status = 200): Answer => ({
  status,
  type: 'application/json',
  body: JSON.stringify(value),
});

/** The request's body as JSON; refuses what is too long or is none. */
export async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > MAX_BODY_BYTES) throw new Refused(413, 'that is too much text');
    chunks.push(chunk);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch {
    throw new Refused(400, 'the request is no JSON');
  }
}

/** A server of one page on 127.0.0.1, told as `localhost`, which is another site than the worker’s 127.0.0.1: what `answer` refuses has its status, what fails is told as a 502. */
export function createPageHttp(
  answer: (request: IncomingMessage) => Promise<Answer>,
  headers: () => Record<string, string>,
): { listen(port: number | undefined, usual: number): Promise<string>; close(): Promise<void> } {
  const server = createServer((request, response) => {
    answer(request)
      .catch((error: Error) => json({ error: error.message }, error instanceof Refused ? error.status : 502))
      .then((answered) => send(response, answered, headers()));
  });
  return {
    async listen(port, usual) {
      await bind(server, port ?? usual).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== 'EADDRINUSE') throw error;
        if (port !== undefined) throw new Error(`port ${port} is taken: choose another with --port`);
        return bind(server, 0);
      });
      return `http://localhost:${(server.address() as AddressInfo).port}`;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function bind(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function send(response: ServerResponse, { status, type, body }: Answer, headers: Record<string, string>): void {
  if (response.destroyed) return;
  response.writeHead(status, { ...headers, 'content-type': type });
  response.end(body);
}
