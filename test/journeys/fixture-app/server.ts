import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { build } from 'vite';

/** How a page of the fixture was asked for. */
export interface Asked {
  method: string;
  query: URLSearchParams;
  form: URLSearchParams;
  headers: IncomingMessage['headers'];
}

export interface FixtureApp {
  /** Another site than the helpdesk's page: 127.0.0.1, not `localhost`. */
  url: string;
  asked: Asked[];
  close(): Promise<void>;
}

/** An app of one page that holds the SDK and nothing else; tests speak through it. */
export async function startFixtureApp(): Promise<FixtureApp> {
  const script = await bundle('client.js');
  const asked: Asked[] = [];
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    if (url.pathname === '/client.js') {
      response.writeHead(200, { 'content-type': 'text/javascript' }).end(script);
      return;
    }
    const form = new URLSearchParams(await textOf(request));
    asked.push({ method: request.method ?? '', query: url.searchParams, form, headers: request.headers });
    response
      .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
      .end(`<!doctype html><html lang="en"><title>Fixture</title><link rel="icon" href="data:,">
<body><main><h1>Fixture ${url.pathname.slice(1)}</h1></main><script type="module" src="/client.js"></script></body></html>`);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A script of this folder with the SDK in it. */
export async function bundle(file: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      minify: false,
      modulePreload: false,
      rolldownOptions: { input: join(import.meta.dirname, file) },
    },
  });
  const chunk = [built].flat().flatMap((one) => ('output' in one ? one.output : []))[0];
  if (chunk?.type !== 'chunk') throw new Error(`${file} made no script`);
  return chunk.code;
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
