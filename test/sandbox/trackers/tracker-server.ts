import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

/** One request of a simulated tracker, as its routes get it. */
export interface Asked {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: IncomingMessage['headers'];
  body: unknown;
}
export type Answer = { status: number; body?: unknown; headers?: Record<string, string> };

/** A simulated tracker over HTTP: `fail` answers the next requests instead of its routes, and `lose` drops an answer after it took effect. */
export interface TrackerServer {
  asked: Asked[];
  fail: Answer[];
  lose: number;
  listen(): Promise<string>;
  close(): void;
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  const text = Buffer.concat(chunks).toString('utf8');
  return text === '' ? null : JSON.parse(text);
}

export function createTrackerServer(route: (asked: Asked) => Answer): TrackerServer {
  const respond = (response: ServerResponse, { status, body, headers = {} }: Answer) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(body === undefined ? '' : JSON.stringify(body));
  };
  const server: Server = createServer((request, response) => {
    bodyOf(request)
      .then((body) => {
        const url = new URL(request.url ?? '/', 'http://127.0.0.1');
        const { method = 'GET', headers } = request;
        const asked = { method, path: url.pathname, query: url.searchParams, headers, body };
        tracker.asked.push(asked);
        const failed = tracker.fail.shift();
        if (failed) return respond(response, failed);
        const answer = route(asked);
        if (method !== 'GET' && tracker.lose > 0) {
          tracker.lose -= 1;
          return request.socket.destroy();
        }
        return respond(response, answer);
      })
      .catch(() => respond(response, { status: 400, body: { message: 'Problems parsing JSON' } }));
  });
  const tracker: TrackerServer = {
    asked: [],
    fail: [],
    lose: 0,
    listen: () =>
      new Promise((resolve) =>
        server.listen(0, '127.0.0.1', () => {
          const address = server.address();
          resolve(`http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`);
        }),
      ),
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
  return tracker;
}
