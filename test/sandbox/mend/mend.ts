import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { convertV4MiniflareOptions, Miniflare } from 'miniflare';
import { unstable_getMiniflareWorkerOptions } from 'wrangler';
import { z } from 'zod';
import { SANDBOX_APP } from '../zendesk/access/apps.ts';
import { bundledWorker, ROOT } from './bundle.ts';
import { migrate } from './migrate.ts';
import { VECTORIZE_DOUBLE } from './vectorize.ts';

export interface MendOptions {
  /** Where D1 keeps its files; in memory when absent. */
  persistTo?: string;
  /** 0: the system's choice. */
  port?: number;
  /** Variables over the sandbox's own. */
  vars?: Record<string, string>;
  /** What the worker writes to its console; dropped when absent. */
  onLog?: (line: string) => void;
}

export const API_TOKEN = 'sandbox-operator-token-0123456789';
const KEY = Buffer.from('sandbox key, for the sandbox only'.slice(0, 32)).toString('base64');

/** The sandbox's variables and secrets: event time in the driver's hands, helpdesks on this machine. */
export function sandboxVars(url: string): Record<string, string> {
  return {
    API_TOKEN,
    SEAL_KEY: KEY,
    PERSON_KEY: KEY,
    PUBLIC_URL: url,
    EVENT_CLOCK: 'driver',
    SETTLE_MS: '0',
    ALLOW_LOOPBACK: 'yes',
    FRAME_ANCESTORS: 'http://127.0.0.1:* http://localhost:*',
    ZENDESK_APP_ID: String(SANDBOX_APP.appId),
  };
}

/** A worker in workerd with its D1 and queue, event time in the driver's hands. Server mode: Miniflare's API. */
export interface Mend {
  url: string;
  serverMode: string;
  /** The operator's API: the parsed answer, or an error with status and words. */
  api<T>(path: string, init?: { method?: string; body?: unknown }): Promise<T>;
  setClock(now: number): Promise<void>;
  cron(expression: string): Promise<void>;
  /** Waits until the tenant has no due rows; calls back with how many wait. Throws when nothing moves for a minute. */
  untilIdle(tenant: string, onWaiting?: (waiting: number) => void): Promise<void>;
  usage(): Promise<{ statements: number; rowsRead: number; rowsWritten: number }>;
  database(): Promise<D1DatabaseLike>;
  /** Memory of the runtime's processes, in MB. */
  rssMb(): Promise<number>;
  /** Ends the runtime's process at once, in the middle of whatever it does. */
  kill(): Promise<void>;
  dispose(): Promise<void>;
}
type D1DatabaseLike = Awaited<ReturnType<Miniflare['getD1Database']>>;

/** What the sandbox takes from wrangler.toml, so that it runs what a deployment would. */
export const deployedAs = z.looseObject({
  compatibilityDate: z.string(),
  compatibilityFlags: z.array(z.string()),
  assets: z.looseObject({ directory: z.string(), binding: z.string() }),
});

const QUEUE = 'mend-wake';
/** A busy machine may need some seconds a row; after this long without one nothing moves any more. */
const STUCK_MS = 60_000;

/** Starts the real worker, bundled as for deployment, with the real migrations applied. */
export async function startMend(options: MendOptions = {}): Promise<Mend> {
  const script = await bundledWorker();
  const port = options.port || (await freePort());
  const url = `http://127.0.0.1:${port}`;
  const { compatibilityDate, compatibilityFlags, assets } = deployedAs.parse(
    unstable_getMiniflareWorkerOptions(join(ROOT, 'wrangler.toml')).workerOptions,
  );
  const converted = convertV4MiniflareOptions({
    host: '127.0.0.1',
    port,
    workers: [
      {
        name: 'mend',
        modulesRoot: dirname(script),
        modules: [{ type: 'ESModule', path: script }],
        compatibilityDate,
        compatibilityFlags,
        assets,
        d1Databases: { DB: 'mend' },
        serviceBindings: VECTORIZE_DOUBLE.bindings,
        queueProducers: { WAKE: { queueName: QUEUE } },
        queueConsumers: { [QUEUE]: { maxBatchSize: 10, maxBatchTimeout: 0, maxRetries: 10 } },
        bindings: { ...sandboxVars(url), ...options.vars },
      },
      VECTORIZE_DOUBLE.worker,
    ],
  });
  const miniflare = new Miniflare({
    ...converted,
    ...(options.persistTo ? { resourcePersistencePath: options.persistTo } : {}),
    handleStructuredLogs: ({ message }) => options.onLog?.(message),
  });
  await miniflare.ready;
  await migrate(await miniflare.getD1Database('DB'));
  return connect(miniflare, url);
}

/** A port of this machine that nobody listens at. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

function connect(miniflare: Miniflare, url: string): Mend {
  const api: Mend['api'] = async <T>(path: string, init: { method?: string; body?: unknown } = {}): Promise<T> => {
    const response = await fetch(`${url}/api${path}`, {
      method: init.method ?? 'GET',
      headers: { authorization: `Bearer ${API_TOKEN}`, 'content-type': 'application/json' },
      ...(init.body === undefined ? {} : { body: JSON.stringify(init.body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${init.method ?? 'GET'} ${path}: ${response.status} ${text.slice(0, 500)}`);
    return (text === '' ? undefined : JSON.parse(text)) as T;
  };
  return {
    url,
    serverMode: 'Miniflare API (workerd), local D1 and Queues',
    api,
    setClock: (now) => api('/driver/clock', { method: 'PUT', body: { now } }),
    cron: (cron) => api('/driver/cron', { method: 'POST', body: { cron } }),
    usage: () => api('/driver/usage'),
    database: () => miniflare.getD1Database('DB'),
    rssMb: async () => rssOfChildren(),
    async kill() {
      for (const pid of childrenOf(process.pid)) process.kill(pid, 'SIGKILL');
      await miniflare.dispose().catch(() => undefined);
    },
    dispose: () => miniflare.dispose(),
    async untilIdle(tenant, onWaiting) {
      let [least, since] = [Number.POSITIVE_INFINITY, Date.now()];
      for (let pause = 2; ; pause = Math.min(50, pause * 1.5)) {
        const { due } = await api<{ due: number }>(`/driver/due/${tenant}`);
        if (due === 0) return;
        onWaiting?.(due);
        if (due < least) [least, since] = [due, Date.now()];
        if (Date.now() - since > STUCK_MS)
          throw new Error(`nothing moved for a minute; ${due} rows are due:\n${await stuckRows(miniflare)}`);
        await new Promise((resolve) => setTimeout(resolve, pause));
      }
    },
  };
}

/** The runtime's processes: workerd is started by this one. */
function childrenOf(parent: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ');
        return (
          Number(fields[1]?.split(' ')[1]) === parent && readFileSync(`/proc/${pid}/comm`, 'utf8').startsWith('workerd')
        );
      } catch {
        return false;
      }
    })
    .map(Number);
}

function rssOfChildren(): number {
  if (!existsSync('/proc')) return 0;
  const kb = childrenOf(process.pid).map((pid) =>
    Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0),
  );
  return Math.round(kb.reduce((sum, one) => sum + one, 0) / 1024);
}

async function stuckRows(miniflare: Miniflare): Promise<string> {
  const db = await miniflare.getD1Database('DB');
  const { results } = await db
    .prepare("SELECT key, attempts, reason FROM inbox WHERE state = 'new' ORDER BY at LIMIT 5")
    .all();
  return results.map((row) => JSON.stringify(row)).join('\n');
}
