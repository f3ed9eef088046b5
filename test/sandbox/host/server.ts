import { readFile } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { z } from 'zod';
import type { Zendesk } from '../zendesk/driver.ts';
import { bundlePage } from './bundle.ts';
import {
  type Boot,
  type DeskState,
  type HostApp,
  type HostLink,
  type HostUser,
  LOCATIONS,
  type LocationName,
  type Pace,
  type Story,
} from './contract.ts';
import { createDesk } from './desk.ts';
import { type Answer, bodyOf, createPageHttp, json } from './http.ts';
import { Refused } from './refused.ts';
import { appRequest } from './request.ts';

export const DEFAULT_PORT = 8787;
/** The languages that the account's people may choose, as Zendesk names them. */
export const HOST_LOCALES = ['en-US', 'de', 'es', 'fr', 'ja', 'pt-BR'];

export interface HostOptions {
  zendesk: Zendesk;
  apps: HostApp[];
  /** The token that the helpdesk posts to a signed page: who is looking, from which installation (platform facts A8). */
  sign: (who: { user: HostUser; app: HostApp; location: LocationName }) => Promise<string> | string;
  /** Called after each change made at the page; the page does not wait for it. */
  onChanged?: () => Promise<void>;
  links?: HostLink[];
  /** The ticket that a page opened without one begins with. */
  firstTicket?: () => number | null;
  story?: () => Story;
  /** Called where who watches holds the play, lets it go on, or changes how fast it goes. */
  onPace?: (pace: Pace) => void;
}

export interface HostServer {
  /** Serves on 127.0.0.1 as `localhost`; the default port gives way where it is taken, a named one doesn't. Answers the address. */
  listen(port?: number): Promise<string>;
  /** Resolves when `onChanged` has come to an end for every change so far; throws what it threw. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

const id = z.coerce.number().int().positive();
const launchBody = z.strictObject({ app: id, location: z.enum(LOCATIONS) });
const saveBody = z.strictObject({
  comment: z.strictObject({ html: z.string().min(1), isPublic: z.boolean() }).optional(),
  status: z.enum(['open', 'pending', 'hold', 'solved']).optional(),
  tags: z.array(z.string()).optional(),
});
const localeBody = z.strictObject({ locale: z.enum(HOST_LOCALES) });
const paceBody = z.strictObject({ isPaused: z.boolean(), speed: z.number().min(0.1).max(4) }) satisfies z.ZodType<Pace>;
const requestBody = z.object({
  url: z.string(),
  type: z.string().optional(),
  data: z.unknown().optional(),
  contentType: z.string().optional(),
});

/** The agent's page of the simulated Zendesk: its files, its tickets, and the frames of installed apps. */
export function createHostServer(options: HostOptions): HostServer {
  const { zendesk, apps } = options;
  const desk = createDesk(zendesk);
  const script = bundlePage();
  script.catch(() => undefined);
  let origin = '';
  let revision = 1;
  let work: Promise<void> = Promise.resolve();
  zendesk.world.onEvent(() => {
    revision += 1;
  });
  const changed = () => {
    revision += 1;
    work = work.then(() => options.onChanged?.());
    work.catch(() => undefined);
  };

  const appOf = (app: number, location: LocationName) => {
    const found = apps.find((one) => one.id === app);
    const place = found?.locations[location];
    if (!found || !place) throw new Refused(404, 'no such app stands there');
    return { app: found, place };
  };

  const boot = (user: HostUser): Boot => ({
    account: { name: 'Shiftloom', subdomain: zendesk.account.subdomain },
    user,
    users: desk.users(),
    locales: HOST_LOCALES,
    apps,
    links: options.links ?? [],
    firstTicket: options.firstTicket?.() ?? null,
  });

  async function read(path: string, user: () => HostUser): Promise<Answer> {
    const file = FILES[path];
    if (file) return fileAnswer(file);
    if (path === '/host.js') return { status: 200, type: 'text/javascript; charset=utf-8', body: await script };
    if (path === '/desk/boot') return json(boot(user()));
    if (path === '/desk/state') return json({ revision, story: options.story?.() ?? null } satisfies DeskState);
    if (path === '/desk/tickets') return json(desk.tickets());
    const ticket = /^\/desk\/tickets\/(\d{1,15})$/.exec(path)?.[1];
    if (ticket) return json(desk.ticket(Number(ticket)));
    throw new Refused(404, 'there is nothing here');
  }

  async function act(path: string, body: unknown, user: HostUser): Promise<Answer> {
    if (path === '/desk/launch') {
      const { app: appId, location } = parsed(launchBody, body);
      const { app, place } = appOf(appId, location);
      const token = place.isSigned ? await options.sign({ user, app, location }) : null;
      return json({ url: place.url, token });
    }
    if (path === '/desk/request') return json(await appRequest(zendesk, user.id, parsed(requestBody, body)));
    if (path === '/desk/locale') {
      zendesk.setLocale({ user: user.id, locale: parsed(localeBody, body).locale });
      return json({});
    }
    if (path === '/desk/pace') {
      options.onPace?.(parsed(paceBody, body));
      return json({});
    }
    const ticket = /^\/desk\/tickets\/(\d{1,15})$/.exec(path)?.[1];
    if (!ticket) throw new Refused(404, 'there is nothing here');
    const { comment, status, tags } = parsed(saveBody, body);
    const saved = desk.save(Number(ticket), user.id, {
      ...(comment ? { comment } : {}),
      ...(status ? { status } : {}),
      ...(tags ? { tags } : {}),
    });
    changed();
    return json(saved);
  }

  async function answer(request: IncomingMessage): Promise<Answer> {
    const url = new URL(request.url ?? '/', origin);
    if (request.headers.host !== new URL(origin).host) throw new Refused(421, 'this is another host’s page');
    const user = () => {
      const as = url.searchParams.get('as');
      const first = desk.users().find(({ role }) => role === 'agent') ?? desk.users()[0];
      if (as === null && first) return first;
      return desk.userOf(Number(as));
    };
    if (request.method === 'GET') return read(url.pathname, user);
    if (request.method !== 'POST') throw new Refused(405, 'only GET and POST are answered');
    if (request.headers.origin !== origin) throw new Refused(403, 'this is taken from the helpdesk’s own page alone');
    return act(url.pathname, await bodyOf(request), user());
  }

  const http = createPageHttp(answer, () => headersFor(apps));
  return {
    async listen(port) {
      origin = await http.listen(port, DEFAULT_PORT);
      return origin;
    },
    settled: () => work,
    close: () => http.close(),
  };
}

function parsed<T>(schema: z.ZodType<T>, body: unknown): T {
  const result = schema.safeParse(body);
  if (!result.success) throw new Refused(400, z.prettifyError(result.error));
  return result.data;
}

const FILES: Record<string, string> = { '/': 'index.html', '/host.css': 'host.css' };
const TYPES: Record<string, string> = { html: 'text/html', css: 'text/css' };

async function fileAnswer(file: string): Promise<Answer> {
  const type = TYPES[file.slice(file.lastIndexOf('.') + 1)] ?? 'application/octet-stream';
  return { status: 200, type: `${type}; charset=utf-8`, body: await readFile(join(import.meta.dirname, file)) };
}

/** No inline script or style, frames and forms to the apps' origins alone. */
function headersFor(apps: HostApp[]): Record<string, string> {
  const places = apps.flatMap(({ locations }) => Object.values(locations));
  const origins = [...new Set(places.map(({ url }) => new URL(url).origin))].join(' ') || "'none'";
  return {
    'content-security-policy': `default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; frame-src ${origins}; form-action ${origins}; base-uri 'none'; frame-ancestors 'none'`,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'strict-origin-when-cross-origin',
    'cache-control': 'no-store',
  };
}
