import { Faults } from '../faults.ts';
import { CUT_HEADER, createHttpServer, type HttpServer } from '../http-server.ts';
import { createOpenApiCheck, type OpenApiCheck } from '../openapi.ts';
import { createRandom } from '../random.ts';
import type { Clock } from '../zendesk/world.ts';
import { INTERCOM_DESCRIPTION } from './access/description.ts';
import { DeveloperHub, type WebhookTarget } from './access/developer-hub.ts';
import { OAuth } from './access/oauth.ts';
import { type Limits, PUBLISHED_LIMITS, RateLimiter } from './access/rate-limit.ts';
import type { Permission } from './api.ts';
import { createApp, type LoggedRequest } from './app.ts';
import { Deliveries, type Delivery } from './delivery.ts';
import { Desk } from './desk.ts';
import { routesOf } from './routes.ts';
import { idOf, type Ref, type Workspace, World } from './world.ts';

export interface IntercomOptions {
  /** Event time: when things happen in the workspace. The wall clock when absent. */
  clock?: Clock;
  /** What rate limits and the ages of webhooks go by. */
  wallClock?: Clock;
  /** The same seed gives the same ids, tokens, drops and duplicates. */
  seed?: string;
  limits?: Partial<Limits>;
  workspace?: Partial<Workspace>;
  /** The app's address for webhooks, and the topics ticked: every topic the sandbox knows when absent. */
  webhookTarget?: WebhookTarget;
  /** The folder of the vendor's OpenAPI description; requests are not checked without it. */
  openapi?: string | undefined;
  /** Signs webhooks, and is asked for with the token. */
  clientSecret?: string;
  /** How webhook retries wait: is asked for the vendor's pauses, a minute and more. */
  sleep?: (ms: number) => Promise<void>;
}

const WALL_CLOCK: Clock = { now: () => new Date() };
/** Without a `sleep` of the test's own a minute takes a tenth of a second. */
const PACE = 600;

/** The app's OAuth client. `redirectUris` may be added to. */
export const SANDBOX_CLIENT = {
  id: 'sandbox-client-id',
  secret: 'sandbox-client-secret',
  redirectUris: ['https://mend.example/oauth/intercom', 'http://127.0.0.1/oauth/intercom'],
};

/** A simulated Intercom: people, conversations and articles to drive, an HTTP API to serve, webhooks to send. */
export class Intercom extends Desk {
  readonly oauth: OAuth;
  readonly faults = new Faults();
  readonly limiter: RateLimiter;
  /** Every request that reached the API, in order of arrival. */
  readonly requests: LoggedRequest[] = [];
  /** What the vendor's description would not have allowed, one line each; stays empty where it is absent. */
  readonly violations: string[] = [];
  readonly openapi: OpenApiCheck;
  /** The app's settings for webhooks, and what was sent. */
  readonly webhooks: DeveloperHub;
  /** The API without a socket, for tests that need none. */
  readonly fetch: (request: Request) => Promise<Response>;
  readonly #deliveries: Deliveries;
  readonly #server: HttpServer;

  constructor(options: IntercomOptions = {}) {
    const seed = options.seed ?? 'sandbox';
    const wallClock = options.wallClock ?? WALL_CLOCK;
    super(new World({ workspace: workspaceOf(options.workspace), clock: options.clock ?? WALL_CLOCK, seed }));
    const clientSecret = options.clientSecret ?? SANDBOX_CLIENT.secret;
    this.oauth = new OAuth({ ...SANDBOX_CLIENT, secret: clientSecret }, createRandom(`${seed}/oauth`));
    this.limiter = new RateLimiter({ ...PUBLISHED_LIMITS, ...options.limits }, wallClock);
    this.openapi = createOpenApiCheck(options.openapi, INTERCOM_DESCRIPTION);
    this.#deliveries = new Deliveries({
      world: this.world,
      clientSecret,
      wallClock,
      sleep: options.sleep ?? ((ms) => new Promise<void>((resolve) => void setTimeout(resolve, ms / PACE))),
      random: createRandom(`${seed}/delivery`),
    });
    this.webhooks = new DeveloperHub(this.world, this.#deliveries);
    const handle = createApp({
      world: this.world,
      oauth: this.oauth,
      limiter: this.limiter,
      faults: this.faults,
      routes: routesOf(this.world),
      check: this.openapi,
      requests: this.requests,
      violations: this.violations,
      humanEdit: (path, edit) => this.#editByPath(path, edit),
    });
    this.fetch = async (request) => uncut(await handle(request));
    this.#server = createHttpServer(handle);
    if (options.webhookTarget !== undefined) this.webhooks.subscribe(options.webhookTarget);
  }

  /** Serves the API on 127.0.0.1, at a port of the system's choice. */
  listen(): Promise<{ url: string; port: number }> {
    this.openapi.warm();
    return this.#server.listen();
  }

  /** False where no description was given; `openapi.notice` then has the line to print. */
  get isOpenApiChecked(): boolean {
    return this.openapi.active;
  }

  close(): Promise<void> {
    return this.#server.close();
  }

  /** Sends all webhooks that wait; returns when each was answered, dropped or given up. */
  flushWebhooks(options: { maxInFlight?: number } = {}): Promise<Delivery[]> {
    return this.#deliveries.flush(options);
  }

  /** A token as an installed app holds it. Without `admin`: who installed it; without `permissions`: all. */
  issueToken(options: { admin?: Ref; permissions?: readonly Permission[] } = {}): { accessToken: string } {
    const adminId = options.admin === undefined ? this.admin.id : idOf(options.admin);
    return { accessToken: this.oauth.issue(adminId, options.permissions).token };
  }

  /** The workspace's admin removes the app: its tokens are refused from then on. */
  uninstall(): void {
    this.oauth.revokeAll();
  }

  #editByPath(path: string, edit: ((body: string) => string) | undefined): void {
    const article = /\/articles\/(\d+)/.exec(path)?.[1] ?? '';
    if (!this.world.articles.has(article)) return;
    this.humanEditArticle({ article, edit: edit ?? ((body) => `${body}<p>Checked by a person.</p>`) });
  }
}

/** See {@link IntercomOptions}. */
export function createIntercom(options: IntercomOptions = {}): Intercom {
  return new Intercom(options);
}

/** What a cut connection is to a caller without a socket. */
function uncut(response: Response): Response {
  if (response.headers.has(CUT_HEADER)) throw new TypeError('fetch failed');
  return response;
}

function workspaceOf(changes: Partial<Workspace> = {}): Workspace {
  return {
    id: 'sandbox1',
    name: 'Sandbox',
    region: 'US',
    timezone: 'Etc/UTC',
    locales: ['en'],
    defaultLocale: 'en',
    helpCenterUrl: 'https://help.sandbox.example',
    appPackageCode: 'mend-sandbox',
    ...changes,
  };
}
