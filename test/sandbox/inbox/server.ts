import { readFile } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { z } from 'zod';
import { bundlePage } from '../host/bundle.ts';
import { type Answer, bodyOf, createPageHttp, json } from '../host/http.ts';
import { Refused } from '../host/refused.ts';
import type { Intercom } from '../intercom/driver.ts';
import { type CanvasApp, createCanvasApp } from './canvas-app.ts';
import type { Boot, InboxLink } from './contract.ts';
import { createInboxDesk } from './desk.ts';

export const DEFAULT_PORT = 8788;

export interface InboxOptions {
  intercom: Intercom;
  /** Where the app's `/initialize` and `/submit` are, without a slash at the end. */
  appUrl: string;
  clientSecret: string;
  /** Called after each change made at the page or by the app; the page does not wait for it. */
  onChanged?: () => Promise<void>;
  links?: InboxLink[];
}

export interface InboxServer {
  /** Serves on 127.0.0.1; the default port gives way where it is taken, a named one doesn't. Answers the address. */
  listen(port?: number): Promise<string>;
  /** Resolves when `onChanged` has come to an end for every change so far; throws what it threw. */
  settled(): Promise<void>;
  app: CanvasApp;
  close(): Promise<void>;
}

const sayBody = z.strictObject({ text: z.string().trim().min(1).max(20_000), isNote: z.boolean() });
const values = z.record(z.string(), z.union([z.string(), z.array(z.string())]));
const pressBody = z.strictObject({ componentId: z.string(), inputs: values });
const CONVERSATION = /^\/inbox\/conversations\/(\d{1,20})(\/card|\/press|\/close)?$/;

/** The teammate's page of the simulated Intercom: its conversations, and the app beside them as the Inbox draws it. */
export function createInboxServer(options: InboxOptions): InboxServer {
  const { intercom } = options;
  const desk = createInboxDesk(intercom);
  const app = createCanvasApp(intercom, options.appUrl, options.clientSecret);
  const script = bundlePage(join(import.meta.dirname, 'browser/main.ts'));
  script.catch(() => undefined);
  let origin = '';
  let revision = 1;
  let work: Promise<void> = Promise.resolve();
  intercom.world.onEvent(() => {
    revision += 1;
  });
  const changed = () => {
    work = work.then(() => options.onChanged?.());
    work.catch(() => undefined);
  };

  async function read(path: string, me: () => string): Promise<Answer> {
    const file = FILES[path];
    if (file) return fileAnswer(file);
    if (path === '/inbox.js') return { status: 200, type: 'text/javascript; charset=utf-8', body: await script };
    if (path === '/inbox/boot') {
      const teammates = desk.teammates();
      const mine = teammates.find(({ id }) => id === me());
      if (!mine) throw new Refused(404, 'nobody of the team has this id');
      const { name } = intercom.workspace;
      return json({ workspace: { name }, me: mine, teammates, links: options.links ?? [] } satisfies Boot);
    }
    if (path === '/inbox/state') return json({ revision });
    if (path === '/inbox/conversations') return json(desk.conversations());
    const id = CONVERSATION.exec(path)?.[1];
    if (id) return json(desk.conversation(id));
    throw new Refused(404, 'there is nothing here');
  }

  async function act(path: string, body: unknown, me: string, locale: string): Promise<Answer> {
    const [, id, what] = CONVERSATION.exec(path) ?? [];
    if (!id) throw new Refused(404, 'there is nothing here');
    if (what === '/card' || what === '/press') app.setLocale(locale);
    if (what === '/card') return json(await app.open(me, id));
    if (what === '/press') {
      const answer = await app.press(me, id, parsed(pressBody, body));
      changed();
      return json(answer);
    }
    const said = what === '/close' ? desk.close(id, me) : sayIn(id, me, parsed(sayBody, body));
    changed();
    return json(said);
  }
  const sayIn = (id: string, me: string, { text, isNote }: z.infer<typeof sayBody>) => desk.say(id, me, text, isNote);

  async function answer(request: IncomingMessage): Promise<Answer> {
    const url = new URL(request.url ?? '/', origin);
    if (request.headers.host !== new URL(origin).host) throw new Refused(421, 'this is another host’s page');
    const me = () => url.searchParams.get('as') ?? intercom.admin.id;
    if (request.method === 'GET') return read(url.pathname, me);
    if (request.method !== 'POST') throw new Refused(405, 'only GET and POST are answered');
    if (request.headers.origin !== origin) throw new Refused(403, 'this is taken from the Inbox’s own page alone');
    return act(url.pathname, await bodyOf(request), me(), url.searchParams.get('locale') ?? 'en');
  }

  const http = createPageHttp(answer, () => HEADERS);
  return {
    async listen(port) {
      origin = await http.listen(port, DEFAULT_PORT);
      return origin;
    },
    settled: () => work,
    app,
    close: () => http.close(),
  };
}

function parsed<T>(schema: z.ZodType<T>, body: unknown): T {
  const result = schema.safeParse(body);
  if (!result.success) throw new Refused(400, z.prettifyError(result.error));
  return result.data;
}

const FILES: Record<string, string> = { '/': 'index.html', '/inbox.css': 'inbox.css' };
const TYPES: Record<string, string> = { html: 'text/html', css: 'text/css' };

async function fileAnswer(file: string): Promise<Answer> {
  const type = TYPES[file.slice(file.lastIndexOf('.') + 1)] ?? 'application/octet-stream';
  return { status: 200, type: `${type}; charset=utf-8`, body: await readFile(join(import.meta.dirname, file)) };
}

/** No inline script or style, and no frames: a card is drawn by the page itself. */
const HEADERS = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
};
