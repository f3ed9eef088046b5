import { Hono } from 'hono';
import type { Fault, FaultKind, Faults } from '../faults.ts';
import { CUT_HEADER, type Fetch } from '../http-server.ts';
import type { OpenApiCheck } from '../openapi.ts';
import type { OAuth } from './access/oauth.ts';
import { mountOAuth } from './access/oauth-routes.ts';
import type { RateLimiter } from './access/rate-limit.ts';
import { refusal, strikeAfter, strikeEarly } from './access/strikes.ts';
import { checkVersion, VERSION_HEADER } from './access/version.ts';
import type { ApiRequest, Route } from './api.ts';
import { ApiError, invalid, notAllowed, notFound } from './errors.ts';
import { find, type World } from './world.ts';

export interface LoggedRequest {
  /** Wall time in milliseconds. */
  at: number;
  method: string;
  path: string;
  query: string;
  body: unknown;
  headers: Record<string, string>;
  status: number;
  ms: number;
  faults: FaultKind[];
}

export interface AppParts {
  world: World;
  oauth: OAuth;
  limiter: RateLimiter;
  faults: Faults;
  routes: Route[];
  check: OpenApiCheck;
  requests: LoggedRequest[];
  violations: string[];
  /** What a person does to the article that a struck request names. */
  humanEdit: (path: string, edit: Fault['edit']) => void;
}

interface HonoEnv {
  Bindings: { body: unknown; struck: Map<FaultKind, Fault> };
}

/** The whole API as one fetch handler: log, check, faults before, the answer, faults after. */
export function createApp(parts: AppParts): Fetch {
  const router = createRouter(parts);
  return async (request) => {
    const startedAt = performance.now();
    const url = new URL(request.url);
    const body = await readBody(request);
    const struck = parts.faults.strike(request.method, url.pathname);
    parts.violations.push(...parts.check.check(request.method, url.pathname, url.searchParams, body));
    const response = await answer(parts, router, request, { body, struck });
    parts.requests.push({
      at: Date.now(),
      method: request.method,
      path: url.pathname,
      query: url.search,
      body: url.pathname === '/auth/eagle/token' ? '(withheld)' : body,
      headers: loggedHeaders(request),
      status: response.headers.has(CUT_HEADER) ? 0 : response.status,
      ms: performance.now() - startedAt,
      faults: [...struck.keys()],
    });
    return response;
  };
}

async function answer(
  parts: AppParts,
  router: Hono<HonoEnv>,
  request: Request,
  incoming: HonoEnv['Bindings'],
): Promise<Response> {
  const { struck } = incoming;
  const early = strikeEarly(parts.world, parts.limiter, struck);
  if (early !== null) return early;
  const { pathname } = new URL(request.url);
  const human = struck.get('human-edit-between');
  const isRead = request.method === 'GET';
  if (human !== undefined && !isRead) parts.humanEdit(pathname, human.edit);
  const bare = new Request(request.url, { method: request.method, headers: request.headers });
  const response = await router.fetch(bare, incoming);
  if (human !== undefined && isRead) parts.humanEdit(pathname, human.edit);
  return strikeAfter(struck) ?? response;
}

function createRouter(parts: AppParts): Hono<HonoEnv> {
  const { world, oauth, limiter } = parts;
  const app = new Hono<HonoEnv>();
  app.onError((error) => {
    if (!(error instanceof ApiError)) throw error;
    return refusal(world, error);
  });
  app.notFound(() => refusal(world, notFound()));
  mountOAuth(app, world, oauth);
  for (const route of parts.routes) {
    app.on(route.method, route.path, (c) => {
      const grant = oauth.grantOf(c.req.header('authorization'));
      const headers = { ...limiter.take(), [VERSION_HEADER]: checkVersion(c.req.header(VERSION_HEADER)) };
      if (route.permission !== null && !grant.permissions.includes(route.permission)) throw notAllowed();
      if (typeof c.env.body === 'string') throw invalid('the body is not valid JSON');
      const request: ApiRequest = {
        params: c.req.param(),
        query: new URL(c.req.url).searchParams,
        body: c.env.body,
        viewer: find(world.admins, grant.adminId),
        token: grant.token,
        now: world.now(),
        faults: c.env.struck,
      };
      return Response.json(route.handle(request), { headers });
    });
  }
  return app;
}

/** The JSON body, undefined where there is none; what is no JSON stays text. Forms are for the token endpoint. */
async function readBody(request: Request): Promise<unknown> {
  if (request.method === 'GET' || request.method === 'HEAD') return undefined;
  const text = await request.text();
  if (text === '') return undefined;
  const isForm = request.headers.get('content-type')?.startsWith('application/x-www-form-urlencoded') ?? false;
  if (isForm) return Object.fromEntries(new URLSearchParams(text));
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** Enough to see who asked; never the token. */
function loggedHeaders(request: Request): Record<string, string> {
  const kept = [...request.headers].filter(([name]) => /^(accept|content-type|user-agent|intercom-.*)$/.test(name));
  return Object.fromEntries(kept);
}
