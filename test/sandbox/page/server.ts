import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { Refused } from '../host/refused.ts';
import { product } from '../seed/index.ts';
import type { Knowledge } from '../stage/knowledge.ts';
import { openapiWords } from '../stage/once.ts';
import type { Stage } from '../stage/stage.ts';
import { createActions } from './actions.ts';
import { createViews } from './views.ts';

export const DEFAULT_PORT = 8787;

const FILES: Record<string, string> = {
  '/': 'index.html',
  '/page.css': 'page.css',
  ...Object.fromEntries(
    ['main', 'api', 'dom', 'parts', 'conversations', 'review', 'help-center', 'activity'].map((name) => [
      `/browser/${name}.js`,
      `browser/${name}.js`,
    ]),
  ),
};
const TYPES: Record<string, string> = { html: 'text/html', css: 'text/css', js: 'text/javascript' };

/** No inline script or style, nothing from elsewhere, in no frame. */
const HEADERS = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cache-control': 'no-store',
};

export interface PageOptions {
  stage: Stage;
  knowledge: Knowledge;
  /** Called when a decision made on the page has been worked. */
  onDecided?: () => Promise<void>;
}

export interface PageServer {
  /** Serves on 127.0.0.1; the default port gives way where it is taken, a named one doesn't. Answers the address. */
  listen(port?: number): Promise<string>;
  progressed(progress: { done: number; all: number; at: number }): void;
  ended(): void;
  close(): Promise<void>;
}

/** The page of the sandbox: its files, views of what the worker knows, and the three decisions a reviewer may make. */
export function createPageServer({ stage, knowledge, onDecided }: PageOptions): PageServer {
  const status = { revision: 1, isDone: false, done: 0, all: stage.acts.length };
  const views = createViews(stage, knowledge, () => status.revision);
  const decide = createActions(stage);
  let origin = '';

  async function answer(request: IncomingMessage): Promise<{ status: number; type: string; body: string | Buffer }> {
    const url = new URL(request.url ?? '/', origin);
    if (request.headers.host !== new URL(origin).host) throw new Refused(421, 'this is another host’s page');
    if (request.method === 'GET') {
      const file = FILES[url.pathname];
      if (file) return fileAnswer(file);
      if (url.pathname === '/api/state') {
        const { subdomain } = stage.zendesk.account;
        const counts = await views.counts();
        return json({
          ...status,
          at: stage.now(),
          product: product.name,
          subdomain,
          openapi: openapiWords(stage),
          counts,
        });
      }
      return json(await views.view(url.pathname));
    }
    if (request.method !== 'POST') throw new Refused(405, 'only GET and POST are answered');
    if (request.headers.origin !== origin) throw new Refused(403, 'decisions are taken from this page alone');
    const answered = await decide(url.pathname, await bodyOf(request));
    await stage.mend.untilIdle(stage.tenant);
    status.revision += 1;
    await onDecided?.();
    return json(answered);
  }

  const server = createServer((request, response) => {
    answer(request)
      .then(({ status: code, type, body }) => send(response, code, type, body))
      .catch((error: Error) => {
        const code = error instanceof Refused ? error.status : 502;
        send(response, code, 'application/json', JSON.stringify({ error: error.message }));
      });
  });

  return {
    async listen(port) {
      await bind(server, port ?? DEFAULT_PORT).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== 'EADDRINUSE') throw error;
        if (port !== undefined) throw new Error(`port ${port} is taken: choose another with --port`);
        return bind(server, 0);
      });
      origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      return origin;
    },
    progressed({ done }) {
      status.done = done;
      status.revision += 1;
    },
    ended() {
      status.isDone = true;
      status.revision += 1;
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

const json = (value: unknown) => ({ status: 200, type: 'application/json', body: JSON.stringify(value) });

async function fileAnswer(file: string) {
  const type = TYPES[file.slice(file.lastIndexOf('.') + 1)] ?? 'application/octet-stream';
  return { status: 200, type: `${type}; charset=utf-8`, body: await readFile(join(import.meta.dirname, file)) };
}

const MAX_BODY_BYTES = 512 * 1024;

async function bodyOf(request: IncomingMessage): Promise<unknown> {
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

function send(response: ServerResponse, code: number, type: string, body: string | Buffer): void {
  if (response.destroyed) return;
  response.writeHead(code, { ...HEADERS, 'content-type': type });
  response.end(body);
}
