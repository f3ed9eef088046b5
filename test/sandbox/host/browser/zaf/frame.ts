import type { Boot, HostApp, LocationName } from '../../contract.ts';
import { api } from '../api.ts';
import { add, el } from '../dom.ts';
import { answerTo, type Surface } from './answer.ts';
import { sendRequest } from './client-request.ts';
import { type AppMessage, messageOf, objectionOf } from './messages.ts';

const query = new URLSearchParams(location.search);
/** An app whose page has not spoken by then gets a line that says so, with a way to try again. `?patience=` shortens it. */
const SILENT_MS = Number(query.get('patience') ?? 15_000);
/** A hook that is not answered by then blocks (Zendesk's app framework gives hooks 30 seconds). */
const HOOK_MS = 30_000;
/** With `?zaf=json` the helpdesk speaks in JSON text: SDKs must take both. */
const isSpokenAsJson = query.get('zaf') === 'json';

export interface FrameOptions {
  app: HostApp;
  location: LocationName;
  boot: Boot;
  /** More of the context than place and account, such as the ticket. */
  context: Record<string, unknown>;
  scheme: () => string;
  surface: (frame: AppFrame) => Surface;
}

const frames = new Set<AppFrame>();
addEventListener('message', (event) => {
  for (const frame of frames) if (frame.isFrom(event)) frame.receive(event.data);
});

/** Every live frame: an app may speak to its own others by their guids. */
export const liveFrames = (): AppFrame[] => [...frames];

/** One instance of an app: its iframe, and the helpdesk's side of the conversation with it. */
export class AppFrame {
  readonly guid = crypto.randomUUID();
  readonly app: HostApp;
  readonly location: LocationName;
  readonly element: HTMLElement;
  readonly iframe: HTMLIFrameElement;
  readonly #options: FrameOptions;
  readonly #origin: string;
  readonly #state: HTMLElement;
  readonly #surface: Surface;
  readonly #subscriptions = new Map<string, number>();
  readonly #hooks = new Map<string, (objection: string | null) => void>();
  #isRegistered = false;
  #silence = 0;
  /** What waits for the app to listen, by event: the latest. */
  readonly #waiting = new Map<string, unknown>();

  constructor(options: FrameOptions) {
    const { app, location } = options;
    this.#options = options;
    this.app = app;
    this.location = location;
    this.#origin = new URL(app.locations[location]?.url ?? '').origin;
    this.#surface = options.surface(this);
    this.iframe = el('iframe', { name: this.guid, title: app.name, class: 'app-frame' });
    this.#state = el('p', { class: 'app-state', role: 'status' });
    this.element = el(
      'section',
      { class: `app app-${location}`, 'aria-label': `App: ${app.name}` },
      this.#state,
      this.iframe,
    );
    if (app.locations[location]?.isFlexible === false) this.iframe.classList.add('is-fixed');
    frames.add(this);
  }

  get isRegistered(): boolean {
    return this.#isRegistered;
  }

  /** Opens the page as Zendesk does: GET with origin and guid, or a POST of the signed token into the frame. */
  async launch(): Promise<void> {
    this.#isRegistered = false;
    this.#subscriptions.clear();
    this.#say(`Opening ${this.app.name} …`);
    clearTimeout(this.#silence);
    this.#silence = window.setTimeout(() => this.#offerRetry(`${this.app.name} does not answer.`), SILENT_MS);
    try {
      const { url, token } = await api.launch(this.app.id, this.location);
      const address = new URL(url);
      address.searchParams.set('origin', window.location.origin);
      address.searchParams.set('app_guid', this.guid);
      address.searchParams.set('colorScheme', this.#options.scheme());
      if (token === null) this.iframe.src = String(address);
      else this.#post(String(address), token);
    } catch (error) {
      this.#offerRetry(`${this.app.name} could not be opened: ${(error as Error).message}`);
    }
  }

  #post(address: string, token: string): void {
    const form = el('form', { method: 'post', action: address, target: this.guid, hidden: true });
    add(form, el('input', { type: 'hidden', name: 'token', value: token }));
    add(document.body, form);
    form.submit();
    form.remove();
  }

  isFrom(event: MessageEvent): boolean {
    return event.source === this.iframe.contentWindow && event.origin === this.#origin;
  }

  /** One message of the app. What is not understood is ignored, as the helpdesk does. */
  receive(data: unknown): void {
    const message = messageOf(data);
    if (message?.key === 'iframe.handshake') this.#register();
    else if (message && this.#isRegistered) this.#take(message, this.#targetOf(message));
  }

  #take(message: AppMessage, target: AppFrame): void {
    if (message.request !== undefined) {
      void answerTo(message, target.#surface).then((reply) => this.#deliver(reply));
      return;
    }
    const [, verb = '', name = ''] = /^iframe\.(on|off|reply|trigger):(.+)$/.exec(message.key ?? '') ?? [];
    if (verb === 'on' || verb === 'off') this.#count(name, message);
    else if (verb === 'reply') this.#hooks.get(name)?.(objectionOf(message));
    else if (verb === 'trigger') target.emit(name, (message.message as { message?: unknown } | undefined)?.message);
    else if (/^request:\d+$/.test(message.key ?? '')) void this.#request(String(message.key), message.message);
  }

  #register(): void {
    clearTimeout(this.#silence);
    this.#isRegistered = true;
    this.#subscriptions.clear();
    this.#say('');
    const { app, location, boot, context } = this.#options;
    this.#send('app.registered', {
      metadata: { appId: app.id, installationId: app.installationId, name: app.name, settings: app.settings },
      context: {
        instanceGuid: this.guid,
        product: 'support',
        account: { subdomain: boot.account.subdomain },
        location,
        ...context,
      },
    });
    this.element.dataset.registered = String(performance.now());
  }

  #targetOf({ instanceGuid }: AppMessage): AppFrame {
    const other = instanceGuid === undefined || instanceGuid === this.guid ? this : undefined;
    return other ?? liveFrames().find((one) => one.guid === instanceGuid && one.app.id === this.app.id) ?? this;
  }

  #count(event: string, message: AppMessage): void {
    const { subscriberCount = 0 } = (message.message ?? {}) as { subscriberCount?: number };
    if (subscriberCount > 0) this.#subscriptions.set(event, subscriberCount);
    else this.#subscriptions.delete(event);
    if (subscriberCount > 0 && this.#waiting.has(event)) {
      const waiting = this.#waiting.get(event);
      this.#waiting.delete(event);
      this.#send(event, waiting);
    }
  }

  async #request(key: string, request: unknown): Promise<void> {
    const { isDone, responseArgs } = await sendRequest(request);
    this.#send(`${key}.${isDone ? 'done' : 'fail'}`, { responseArgs });
  }

  /** Tells the app of something, if it listens. */
  emit(event: string, message?: unknown): void {
    if (this.#isRegistered && this.#subscriptions.has(event)) this.#send(event, message);
  }

  /** Tells the app now, or as soon as it listens. */
  emitOnce(event: string, message: unknown): void {
    if (this.#isRegistered && this.#subscriptions.has(event)) this.#send(event, message);
    else this.#waiting.set(event, message);
  }

  /** Asks a hook of the app; null where it allows or does not listen, else its objection. */
  async ask(hook: string): Promise<string | null> {
    if (!this.#isRegistered || !this.#subscriptions.has(hook)) return null;
    const answer = new Promise<string | null>((resolve) => {
      this.#hooks.set(hook, resolve);
      setTimeout(() => resolve(`${this.app.name} did not answer in time.`), HOOK_MS);
    });
    this.#deliver({ key: `zaf.${hook}`, needsReply: true });
    const objection = await answer;
    this.#hooks.delete(hook);
    return objection;
  }

  show(isShown: boolean): void {
    this.element.hidden = !isShown;
  }

  /** Tells the app that it ends, and takes its frame away. */
  destroy(): void {
    this.emit('app.willDestroy');
    clearTimeout(this.#silence);
    frames.delete(this);
    this.element.remove();
  }

  #send(key: string, message: unknown): void {
    this.#deliver({ key: `zaf.${key}`, message });
  }

  #deliver(message: unknown): void {
    this.iframe.contentWindow?.postMessage(isSpokenAsJson ? JSON.stringify(message) : message, this.#origin);
  }

  #say(words: string): void {
    this.#state.replaceChildren(words);
    this.#state.hidden = words === '';
  }

  #offerRetry(words: string): void {
    this.#say(`${words} `);
    add(this.#state, el('button', { type: 'button', onclick: () => void this.launch() }, 'Try again'));
  }
}
