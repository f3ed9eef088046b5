import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** Internal response header: instead of the answer the connection hangs that many milliseconds and is cut. */
export const CUT_HEADER = 'x-sandbox-cut-after-ms';

export type Fetch = (request: Request) => Response | Promise<Response>;

export interface HttpServer {
  listen(): Promise<{ url: string; port: number }>;
  close(): Promise<void>;
}

/** Serves a fetch handler on 127.0.0.1 at a port the system chooses. `close` ends open connections too. */
export function createHttpServer(fetch: Fetch): HttpServer {
  const sockets = new Set<Socket>();
  const server = createServer((incoming, outgoing) => void serve(fetch, incoming, outgoing));
  server.keepAliveTimeout = 60_000;
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  return {
    listen: () => listen(server),
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

function listen(server: Server): Promise<{ url: string; port: number }> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      resolve({ url: `http://127.0.0.1:${port}`, port });
    });
  });
}

async function serve(fetch: Fetch, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  try {
    const response = await fetch(await toRequest(incoming));
    const cutAfter = response.headers.get(CUT_HEADER);
    if (cutAfter !== null) {
      setTimeout(() => incoming.socket.destroy(), Number(cutAfter)).unref();
      return;
    }
    outgoing.writeHead(response.status, Object.fromEntries(response.headers));
    outgoing.end(response.body === null ? undefined : Buffer.from(await response.arrayBuffer()));
  } catch (error) {
    outgoing.writeHead(500, { 'content-type': 'text/plain' }).end(`sandbox failure: ${String(error)}`);
  }
}

async function toRequest(incoming: IncomingMessage): Promise<Request> {
  const method = incoming.method ?? 'GET';
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  const url = `http://${incoming.headers.host ?? '127.0.0.1'}${incoming.url ?? '/'}`;
  if (method === 'GET' || method === 'HEAD') return new Request(url, { method, headers });
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  return new Request(url, { method, headers, body: Buffer.concat(chunks) });
}
