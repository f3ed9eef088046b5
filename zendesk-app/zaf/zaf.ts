import { isOpenedByZendesk } from './origin.ts';
import { loadSdk, type Sdk, type SdkClient } from './sdk.ts';

/** Zendesk did not answer in time. */
export class ZafSilent extends Error {
  override name = 'ZafSilent';
}
/** The page was not opened by Zendesk. */
export class NotInZendesk extends Error {
  override name = 'NotInZendesk';
}

/** How long Zendesk may take to take the app in, and to answer a call. Stated; the official SDK waits five minutes. */
const REGISTER_MS = 15_000;
const ANSWER_MS = 8_000;

/** The framework of Zendesk's apps, as this page uses it: failures reject, and nothing that was subscribed stays behind. */
export interface Zaf {
  /** What Zendesk said when it took the app in. */
  context: Record<string, unknown>;
  /** The app's name as it is called in this account. Rejects where no answer comes. */
  appName(): Promise<string>;
  /** One value. Rejects where there is no such path, or no answer. */
  get(path: string): Promise<unknown>;
  invoke(name: string, ...args: unknown[]): Promise<unknown>;
  /** Puts a value in the place of another. Rejects where Zendesk does not take it. */
  set(path: string, value: unknown): Promise<unknown>;
  /** Listens; answers how to stop. */
  on(event: string, handler: (message: unknown) => void): () => void;
  /** A request through Zendesk as the agent who looks. */
  request(options: Record<string, unknown>): Promise<unknown>;
}

/** Joins Zendesk. Throws NotInZendesk, or ZafSilent where nothing answers. */
export async function connectZaf(
  address: Pick<Location, 'search' | 'hash' | 'hostname'> = window.location,
  load: () => Promise<Sdk> = loadSdk,
): Promise<Zaf> {
  if (!isOpenedByZendesk(address)) throw new NotInZendesk('the address names no Zendesk');
  const client = (await load()).init();
  if (!client) throw new NotInZendesk('Zendesk’s SDK did not start');
  const context = await answered(client.context(), 'registration', REGISTER_MS);
  return wrapped(client, context);
}

function wrapped(client: SdkClient, context: Record<string, unknown>): Zaf {
  return {
    context,
    async appName() {
      const { name } = await answered(client.metadata(), 'metadata', ANSWER_MS);
      return String(name ?? '');
    },
    async get(path) {
      const found = await answered(client.get(path), path, ANSWER_MS);
      return found[path];
    },
    set: (path, value) => answered(client.set(path, value), path, ANSWER_MS),
    invoke: (name, ...args) => answered(client.invoke(name, ...args), name, ANSWER_MS),
    on(event, handler) {
      client.on(event, handler);
      return () => client.off(event, handler);
    },
    async request(options) {
      const before = new Set(Object.keys(client._messageHandlers ?? {}));
      const asked = client.request(options);
      const own = Object.keys(client._messageHandlers ?? {}).filter((key) => !before.has(key));
      try {
        return await answered(asked, String(options.url), ANSWER_MS);
      } finally {
        for (const key of own) letGo(client, key);
      }
    },
  };
}

/** The npm package keeps the two handlers of every request for ever. */
function letGo(client: SdkClient, key: string): void {
  if (!key.startsWith('request:')) return;
  for (const handler of [...(client._messageHandlers?.[key] ?? [])])
    client.off(key, handler as (message: unknown) => void);
}

/** The answer, or ZafSilent after a while. The npm package resolves a call that timed out with an error of its own making. */
async function answered<T>(asked: Promise<T>, what: string, withinMs: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new ZafSilent(`Zendesk did not answer: ${what}`)), withinMs);
  });
  try {
    const answer = await Promise.race([asked, silence]);
    if (isTimeout(answer)) throw new ZafSilent(`Zendesk did not answer: ${what}`);
    return answer;
  } finally {
    clearTimeout(timer);
  }
}

function isTimeout(answer: unknown): boolean {
  return typeof answer === 'object' && answer !== null && (answer as { name?: unknown }).name === 'TimeoutError';
}
