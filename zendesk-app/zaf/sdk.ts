/** The message handlers of the npm package, which never lets go of those of its requests. */
type Handlers = Record<string, unknown[]>;

/** What both of Zendesk's SDKs give alike. Source: the official SDK and npm 2.0.11, read. */
export interface SdkClient {
  get(paths: string | string[]): Promise<Record<string, unknown>>;
  invoke(name: string, ...args: unknown[]): Promise<unknown>;
  set(path: string, value: unknown): Promise<unknown>;
  on(event: string, handler: (message: unknown) => void): void;
  off(event: string, handler: (message: unknown) => void): void;
  context(): Promise<Record<string, unknown>>;
  metadata(): Promise<Record<string, unknown>>;
  request(options: Record<string, unknown>): Promise<unknown>;
  _messageHandlers?: Handlers;
}

export interface Sdk {
  init(callback?: (context: unknown) => void): SdkClient | false;
}

/** The script of index.html. Source: Zendesk's developer documentation. */
export const SDK_URL = 'https://static.zdassets.com/zendesk_app_framework_sdk/2.0/zaf_sdk.min.js';

/** How long Zendesk's script is waited for before the bundled one takes its place. Stated: an agent waits no longer. */
const PATIENCE_MS = 1_500;

/** What loading needs of a page. */
export interface ScriptPage {
  sdk(): Sdk | undefined;
  script(): Pick<HTMLScriptElement, 'addEventListener'> | null;
  /** Whether the script's loading has already ended. */
  hasEnded(): boolean;
  bundled(): Promise<Sdk>;
}

export const browserPage: ScriptPage = {
  sdk: () => (window as { ZAFClient?: Sdk }).ZAFClient,
  script: () => document.querySelector<HTMLScriptElement>(`script[src="${SDK_URL}"]`),
  hasEnded: () => performance.getEntriesByName(SDK_URL).length > 0,
  bundled: async () => {
    const loaded = await import('zendesk_app_framework_sdk');
    return loaded.default;
  },
};

/** Zendesk's own SDK where its script loads in time, else the bundled one. */
export async function loadSdk(page: ScriptPage = browserPage): Promise<Sdk> {
  const script = page.script();
  if (!page.sdk() && script && !page.hasEnded()) await endOf(script);
  return page.sdk() ?? page.bundled();
}

function endOf(script: Pick<HTMLScriptElement, 'addEventListener'>): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, PATIENCE_MS);
    const end = () => {
      clearTimeout(timer);
      resolve();
    };
    script.addEventListener('load', end);
    script.addEventListener('error', end);
  });
}
