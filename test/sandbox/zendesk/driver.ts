import { Faults } from '../faults.ts';
import { CUT_HEADER, createHttpServer, type HttpServer } from '../http-server.ts';
import { createOpenApiCheck, type OpenApiCheck } from '../openapi.ts';
import { createRandom } from '../random.ts';
import { accountRoutes } from './access/account-routes.ts';
import { Apps, appRoutes } from './access/apps.ts';
import { invoke } from './access/invocation.ts';
import { OAuth } from './access/oauth.ts';
import { tokenRoutes } from './access/oauth-routes.ts';
import { ENTERPRISE_LIMITS, type Limits, RateLimiter } from './access/rate-limit.ts';
import { userRoutes } from './access/users.ts';
import { createApp, type LoggedRequest } from './app.ts';
import { Deliveries, type Delivery, type DeliveryConfig } from './delivery.ts';
import { Desk } from './desk.ts';
import { EVENT_TYPES } from './events.ts';
import { articleRoutes } from './help-center/article-routes.ts';
import { articleSearchRoutes } from './help-center/article-search.ts';
import { helpCenterRoutes } from './help-center/help-center.ts';
import { helpCenterPage } from './help-center/help-center-page.ts';
import { translationRoutes } from './help-center/translations.ts';
import { incrementalRoutes } from './tickets/incremental.ts';
import { macroRoutes } from './tickets/macro-routes.ts';
import { ratingRoutes } from './tickets/ratings.ts';
import { searchRoutes } from './tickets/search.ts';
import { ticketRoutes } from './tickets/ticket-routes.ts';
import { type SendTest, type Webhook, Webhooks, webhookRoutes } from './webhooks.ts';
import { type Account, type Clock, idOf, type Ref, World } from './world.ts';

export interface ZendeskOptions {
  /** Event time: when things happen at the helpdesk. The wall clock when absent. */
  clock?: Clock;
  /** What rate limits, tokens and signatures go by. */
  wallClock?: Clock;
  /** The same seed gives the same ids, secrets, drops and duplicates. */
  seed?: string;
  limits?: Partial<Limits>;
  account?: Partial<Account>;
  /** Subscribes this address to every event the sandbox knows, or to those named. */
  webhookTarget?: { endpoint: string; subscriptions?: string[]; secret?: string };
  /** The folder of the vendor's OpenAPI descriptions; requests are not checked without it. */
  openapi?: string | undefined;
  /** False: `metric_sets` is not answered, so that a ticket's history stands in its audits only. */
  hasMetricSets?: boolean;
  /** False: `translations` is not answered with articles. */
  hasTranslations?: boolean;
  /** How webhook retries wait. */
  sleep?: (ms: number) => Promise<void>;
}

const WALL_CLOCK: Clock = { now: () => new Date() };

/** The app's OAuth client, known to the account from the start. `redirectUris` may be added to. */
/** What the vendor waits for a test event. */
const TEST_TIMEOUT_MS = 12_000;

export const SANDBOX_CLIENT = {
  identifier: 'zdg-mend',
  secret: 'sandbox-client-secret',
  redirectUris: ['https://mend.example/oauth/zendesk', 'https://mend.example/oauth/zendesk/callback'],
};

/** A simulated Zendesk: people, tickets and articles to drive, an HTTP API to serve, webhooks to send. */
export class Zendesk extends Desk {
  readonly oauth: OAuth;
  /** Installed apps, and the tokens of their signed URLs. */
  readonly apps: Apps;
  readonly faults = new Faults();
  readonly limiter: RateLimiter;
  /** Every request that reached the API, in order of arrival. */
  readonly requests: LoggedRequest[] = [];
  /** What the vendor's descriptions would not have allowed, one line each; stays empty where they are absent. */
  readonly violations: string[] = [];
  readonly openapi: OpenApiCheck;
  /** The API without a socket, for tests that need none. */
  readonly fetch: (request: Request) => Promise<Response>;
  readonly #hooks: Webhooks;
  readonly #deliveries: Deliveries;
  readonly #server: HttpServer;

  constructor(options: ZendeskOptions = {}) {
    const seed = options.seed ?? 'sandbox';
    const wallClock = options.wallClock ?? WALL_CLOCK;
    const { hasMetricSets = true, hasTranslations = true } = options;
    const account = accountOf(options.account);
    super(new World({ account, clock: options.clock ?? WALL_CLOCK, seed, serves: { hasMetricSets, hasTranslations } }));
    this.oauth = new OAuth(wallClock, createRandom(`${seed}/oauth`));
    this.oauth.addClient(SANDBOX_CLIENT);
    this.apps = new Apps(account, wallClock);
    this.limiter = new RateLimiter({ ...ENTERPRISE_LIMITS, ...options.limits }, wallClock);
    this.#hooks = new Webhooks(createRandom(`${seed}/webhooks`));
    const sleep = options.sleep ?? ((ms) => new Promise<void>((resolve) => void setTimeout(resolve, ms)));
    this.#deliveries = new Deliveries(this.world, this.#hooks, { wallClock, sleep }, createRandom(`${seed}/delivery`));
    this.openapi = createOpenApiCheck(options.openapi);
    const handle = createApp({
      world: this.world,
      oauth: this.oauth,
      limiter: this.limiter,
      faults: this.faults,
      routes: routesOf(this.world, this.oauth, this.#hooks, this.apps, (webhook, body) => {
        const [accountId, now] = [this.world.account.id, wallClock.now()];
        void invoke({ webhook, body, invocationId: 'test', accountId, now, timeoutMs: TEST_TIMEOUT_MS });
      }),
      check: this.openapi,
      requests: this.requests,
      violations: this.violations,
      humanEdit: (path, edit) => this.#editByPath(path, edit),
    });
    this.fetch = async (request) => uncut(await handle(request));
    this.#server = createHttpServer((request) => helpCenterPage(this.world, request.url) ?? handle(request));
    if (options.webhookTarget !== undefined) this.addWebhook(options.webhookTarget);
  }

  /** Serves the API on 127.0.0.1, at a port of the system's choice. */
  listen(): Promise<{ url: string; port: number }> {
    this.openapi.warm();
    return this.#server.listen();
  }

  /** False where no descriptions were given; `openapi.notice` then has the line to print. */
  get isOpenApiChecked(): boolean {
    return this.openapi.active;
  }

  close(): Promise<void> {
    return this.#server.close();
  }

  /** A webhook as the app would create it by API. Without `subscriptions`: every event the sandbox knows. */
  addWebhook(target: { endpoint: string; subscriptions?: string[]; secret?: string }): Webhook {
    const fields = {
      name: 'Mend',
      endpoint: target.endpoint,
      http_method: 'POST',
      request_format: 'json',
      status: 'active',
      subscriptions: target.subscriptions ?? [...EVENT_TYPES],
    } as const;
    return this.#hooks.add({ ...fields, subscriptions: [...fields.subscriptions] }, this.world.now(), target.secret);
  }

  get webhooks(): {
    list(): Webhook[];
    config(changes: Partial<DeliveryConfig>): void;
    pending: number;
    history: Delivery[];
  } {
    const deliveries = this.#deliveries;
    return {
      list: () => this.#hooks.list(),
      config: (changes) => {
        deliveries.config = { ...deliveries.config, ...changes };
      },
      pending: deliveries.pending,
      history: deliveries.history,
    };
  }

  /** Sends all webhooks that wait; returns when each was answered, dropped or given up. */
  flushWebhooks(options: { maxInFlight?: number } = {}): Promise<Delivery[]> {
    return this.#deliveries.flush(options);
  }

  /** A token pair as an installed app holds it. Without `user`: the account's admin; without `scope`: `read write`. */
  issueToken(options: { user?: Ref; scope?: string; expiresIn?: number } = {}): {
    accessToken: string;
    refreshToken: string;
  } {
    const userId = options.user === undefined ? this.admin.id : idOf(options.user);
    const clientId = this.oauth.client(SANDBOX_CLIENT.identifier)?.id ?? 0;
    return this.oauth.issue({ clientId, userId, scope: options.scope ?? 'read write', expiresIn: options.expiresIn });
  }

  #editByPath(path: string, edit: ((body: string) => string) | undefined): void {
    const article = Number(/\/articles\/(\d+)/.exec(path)?.[1] ?? Number.NaN);
    if (!this.world.articles.has(article)) return;
    const change = edit ?? ((body: string) => `${body}<p>Checked by a person.</p>`);
    this.humanEditArticle({ article, edit: change });
  }
}

/** See {@link ZendeskOptions}. */
export function createZendesk(options: ZendeskOptions = {}): Zendesk {
  return new Zendesk(options);
}

/** What a cut connection is to a caller without a socket. */
function uncut(response: Response): Response {
  if (response.headers.has(CUT_HEADER)) throw new TypeError('fetch failed');
  return response;
}

function accountOf(changes: Partial<Account> = {}): Account {
  return { id: 22_129_848, subdomain: 'sandbox', locales: ['en-us', 'de', 'fr'], defaultLocale: 'en-us', ...changes };
}

function routesOf(world: World, oauth: OAuth, hooks: Webhooks, apps: Apps, sendTest: SendTest) {
  return [
    ...appRoutes(apps),
    ...tokenRoutes(oauth),
    ...accountRoutes(world),
    ...incrementalRoutes(world),
    ...ticketRoutes(world),
    ...userRoutes(world),
    ...ratingRoutes(world),
    ...searchRoutes(world),
    ...webhookRoutes(world, hooks, sendTest),
    ...articleSearchRoutes(world),
    ...helpCenterRoutes(world),
    ...translationRoutes(world),
    ...articleRoutes(world),
    ...macroRoutes(world),
  ];
}
