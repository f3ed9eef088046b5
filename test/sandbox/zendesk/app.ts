import { Hono } from 'hono';
import type { Fault, FaultKind, Faults } from '../faults.ts';
import { CUT_HEADER, type Fetch } from '../http-server.ts';
import type { OpenApiCheck } from '../openapi.ts';
import { bearer, requireScope } from './access/auth.ts';
import type { OAuth } from './access/oauth.ts';
import { mountOAuth } from './access/oauth-routes.ts';
import type { RateLimiter } from './access/rate-limit.ts';
import type { ApiRequest, Route } from './api.ts';
import { ApiError, invalidEndpoint, invalidToken, tooManyRequests } from './errors.ts';
import type { User } from './records.ts';
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

/** The whole API as one fetch handler: log, check, faults before, the answer, faults after. */
export function createApp(parts: AppParts): Fetch {
  const router = createRouter(parts);
  return async (request) => {
    const startedAt = performance.now();
    const url = new URL(request.url);
    url.pathname = url.pathname.replace(/\.json$/, '');
    const body = await readBody(request);
    const struck = parts.faults.strike(request.method, url.pathname);
    parts.violations.push(...parts.check.check(request.method, url.pathname, url.searchParams, body));
    const response = await answer(parts, router, { request, url, body, struck });
    parts.requests.push({
      at: Date.now(),
      method: request.method,
      path: url.pathname,
      query: url.search,
      body,
      headers: loggedHeaders(request),
      status: response.headers.has(CUT_HEADER) ? 0 : response.status,
      ms: performance.now() - startedAt,
      faults: [...struck.keys()],
    });
    return response;
  };
}

interface Incoming {
  request: Request;
  url: URL;
  body: unknown;
  struck: Map<FaultKind, Fault>;
}

async function answer(parts: AppParts, router: Hono<HonoEnv>, incoming: Incoming): Promise<Response> {
  const { request, url, body, struck } = incoming;
  const early = strikeEarly(struck);
  if (early !== null) return early;
  const human = struck.get('human-edit-between');
  const isRead = request.method === 'GET';
  if (human !== undefined && !isRead) parts.humanEdit(url.pathname, human.edit);
  const init: RequestInit = { method: request.method, headers: request.headers };
  if (body !== undefined) init.body = JSON.stringify(body);
  const response = await router.fetch(new Request(url, init), { body, struck });
  if (human !== undefined && isRead) parts.humanEdit(url.pathname, human.edit);
  const cut = struck.get('timeout-after-applying');
  return cut === undefined ? response : cutAfter(cut.hangMs ?? 0);
}

interface HonoEnv {
  Bindings: { body: unknown; struck: Map<FaultKind, Fault> };
}

function createRouter(parts: AppParts): Hono<HonoEnv> {
  const { world, oauth, routes } = parts;
  const app = new Hono<HonoEnv>();
  app.onError((error) => {
    if (!(error instanceof ApiError)) throw error;
    return Response.json(error.body, { status: error.status, headers: error.headers });
  });
  const open = new Hono();
  mountOAuth(open, oauth, () => approver(world).id);
  app.route('/', open);
  for (const route of routes) {
    app.on(route.method, route.path, (c) => {
      const grant = bearer(oauth, c.req.header('authorization'));
      const viewer = find(world.users, grant.userId);
      requireScope(grant.scopes, route, viewer);
      const url = new URL(c.req.url);
      const request: ApiRequest = {
        params: c.req.param(),
        query: url.searchParams,
        url,
        body: c.env.body,
        viewer,
        token: grant.accessToken,
        faults: c.env.struck,
        headers: limitHeaders(parts, route, viewer, c.req.param()),
      };
      const reply = route.handle(request);
      if (reply.body === null) return new Response(null, { status: reply.status, headers: request.headers });
      if (reply.contentType !== undefined)
        return new Response(String(reply.body), {
          status: reply.status,
          headers: { ...request.headers, 'content-type': reply.contentType },
        });
      return Response.json(reply.body, { status: reply.status, headers: request.headers });
    });
  }
  const known = methodsByPath(routes);
  app.notFound((c) => {
    const allowed = known
      .filter(({ router }) => isServed(router, new URL(c.req.url).pathname))
      .map(({ method }) => method);
    if (allowed.length === 0) throw invalidEndpoint();
    throw new ApiError(
      405,
      { error: 'MethodNotAllowed', description: 'Method not allowed' },
      { allow: allowed.join(', ') },
    );
  });
  return app;
}

function methodsByPath(routes: Route[]): { method: string; router: Hono }[] {
  return (['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const).map((method) => {
    const router = new Hono();
    for (const route of routes) if (route.method === method) router.all(route.path, (c) => c.body(null, 204));
    return { method, router };
  });
}

const isServed = (router: Hono, path: string): boolean => router.router.match('GET', path)[0].length > 0;

function approver(world: World): User {
  const admin = [...world.users.values()].find((user) => user.role === 'admin');
  if (admin === undefined) throw new Error('the sandbox account has no admin');
  return admin;
}

function limitHeaders(
  parts: AppParts,
  route: Route,
  viewer: User,
  params: Record<string, string>,
): Record<string, string> {
  const { limiter } = parts;
  const isHelpCenter = route.resource === 'hc';
  const headers = limiter.request(isHelpCenter ? 'help_center' : 'support');
  if (route.limit === 'incremental') Object.assign(headers, limiter.incrementalExport());
  if (route.limit === 'update-ticket') Object.assign(headers, limiter.updateTicket(viewer.id, Number(params.id)));
  return headers;
}

function strikeEarly(struck: Map<FaultKind, Fault>): Response | null {
  const reset = struck.get('reset');
  if (reset !== undefined) return cutAfter(reset.hangMs ?? 0);
  const lost = struck.get('auth-lost');
  if (lost !== undefined)
    return refusal(lost.status === 403 ? new ApiError(403, { error: 'Forbidden' }) : invalidToken());
  const slow = struck.get('429');
  if (slow !== undefined)
    return refusal(tooManyRequests('Number of allowed API requests per minute exceeded', slow.retryAfterSeconds ?? 1));
  const broken = struck.get('5xx');
  if (broken === undefined) return null;
  const headers = broken.retryAfterSeconds === undefined ? {} : { 'retry-after': String(broken.retryAfterSeconds) };
  return new Response('Service unavailable', { status: broken.status ?? 503, headers });
}

const refusal = (error: ApiError): Response =>
  Response.json(error.body, { status: error.status, headers: error.headers });

const cutAfter = (ms: number): Response => new Response(null, { status: 204, headers: { [CUT_HEADER]: String(ms) } });

/** The JSON body, undefined where there is none; what is not JSON is the vendor's 400 text. */
async function readBody(request: Request): Promise<unknown> {
  const text = request.method === 'GET' ? '' : await request.text();
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** Enough to see who asked; never the token. */
function loggedHeaders(request: Request): Record<string, string> {
  const kept = [...request.headers].filter(([name]) => /^(accept|content-type|user-agent|x-zendesk-.*)$/.test(name));
  return Object.fromEntries(kept);
}
