import type { TicketSave, TicketView } from '../contract.ts';
import { api } from './api.ts';
import { Composer } from './composer.ts';
import { conversation, properties } from './conversation.ts';
import { el } from './dom.ts';
import { STATUS_WORDS, statusWords } from './status-words.ts';
import { AppFrame } from './zaf/frame.ts';
import type { Page } from './zaf/surface.ts';
import { ticketSurface } from './zaf/ticket-surface.ts';

/** A ticket in a tab of its own: what was said, what the agent is writing, and the apps beside it. */
export class OpenTicket {
  readonly id: number;
  readonly element: HTMLElement;
  readonly composer: Composer;
  readonly frames: AppFrame[];
  view: TicketView;
  status: string;
  tags: string[];
  readonly #page: Page;
  readonly #talk = el('div', { class: 'talk' });
  readonly #fields = el('aside', { class: 'fields', 'aria-label': 'Ticket' });
  readonly #message = el('p', { class: 'save-message', role: 'alert', hidden: true });
  readonly #choice: HTMLSelectElement;
  readonly #submit: HTMLButtonElement;
  readonly #apps: HTMLElement;

  constructor(view: TicketView, page: Page) {
    this.id = view.id;
    this.view = view;
    this.status = view.status;
    this.tags = view.tags;
    this.#page = page;
    this.composer = new Composer({
      isLight: page.boot.user.isLight,
      tell: (event, message) => this.#changed(event, message),
    });
    const chosen = () => this.setStatus(this.#choice.value);
    this.#choice = el('select', { 'aria-label': 'Status', onchange: chosen });
    this.#submit = el('button', { type: 'button', class: 'primary', onclick: () => void this.save() }, 'Submit');
    const located = page.boot.apps.filter(({ locations }) => locations.ticket_sidebar);
    this.frames = located.map((app) => this.#frameOf(app));
    this.#apps = el(
      'aside',
      { class: 'apps', 'aria-label': 'Apps' },
      el(
        'div',
        { class: 'apps-bar' },
        el('h2', null, 'Apps'),
        this.#button('Reload apps', '↻', () => this.reloadApps()),
        this.#button('Hide apps', '⇥', () => this.#togglePane()),
      ),
      this.frames.map(({ element }) => element),
    );
    const foot = el('div', { class: 'submit' }, this.#message, this.#choice, this.#submit);
    const middle = el('div', { class: 'middle' }, this.#talk, this.composer.element, foot);
    this.element = el(
      'section',
      { class: 'ticket', 'aria-label': `Ticket ${view.id}` },
      this.#fields,
      middle,
      this.#apps,
    );
    this.draw();
  }

  #frameOf(app: Page['boot']['apps'][number]): AppFrame {
    return new AppFrame({
      app,
      location: 'ticket_sidebar',
      boot: this.#page.boot,
      context: { ticketId: this.id },
      scheme: this.#page.scheme,
      surface: (frame) => ticketSurface(frame, this.#page, this),
    });
  }

  #button(words: string, sign: string, act: () => void): HTMLButtonElement {
    return el(
      'button',
      { type: 'button', class: 'quiet-button', title: words, 'aria-label': words, onclick: act },
      sign,
    );
  }

  /** Opens the apps; called once the tab is in the page. */
  open(): void {
    for (const frame of this.frames) void frame.launch();
  }

  reloadApps(): void {
    for (const frame of this.frames) void frame.launch();
  }

  activate(isActive: boolean): void {
    this.element.hidden = !isActive;
    this.emit(isActive ? 'app.activated' : 'app.deactivated');
  }

  #togglePane(): void {
    const isOpen = this.element.classList.toggle('is-folded') === false;
    this.emit(isOpen ? 'pane.activated' : 'pane.deactivated');
  }

  emit(event: string, message?: unknown): void {
    for (const frame of this.frames) frame.emit(event, message);
  }

  #changed(event: string, newValue: unknown): void {
    this.emit(event, newValue);
    this.emit('*.changed', { propertyName: event.replace(/\.changed$/, ''), newValue });
  }

  setStatus(status: string): void {
    if (!(status in STATUS_WORDS)) throw new Error(`${status} is no status`);
    if (status === this.status) return;
    this.status = status;
    this.#drawSubmit();
    this.#changed('ticket.status.changed', status);
  }

  setTags(tags: string[]): void {
    this.tags = [...new Set(tags)];
    this.#changed('ticket.tags.changed', this.tags);
  }

  allowSave(isAllowed: boolean): void {
    this.#submit.disabled = !isAllowed;
  }

  /** Asks the apps' hooks, then saves; what blocks it is told, and nothing is lost. */
  async save(): Promise<void> {
    this.#tell('');
    this.#submit.disabled = true;
    this.emit('ticket.submit.start');
    try {
      const objections = await Promise.all(this.frames.map((frame) => frame.ask('ticket.save')));
      const objection = objections.find((one) => one !== null);
      if (objection) throw new Error(objection);
      const isSaying = this.composer.html !== '';
      await this.#carry(await api.save(this.id, this.#changes()), isSaying);
      this.emit('ticket.submit.done');
    } catch (error) {
      this.#tell(`Not saved: ${(error as Error).message}`);
      this.emit('ticket.submit.fail');
    }
    this.#submit.disabled = false;
    this.emit('ticket.submit.always');
  }

  #changes(): TicketSave {
    const { html, type } = this.composer;
    return {
      ...(html === '' ? {} : { comment: { html, isPublic: type === 'publicReply' } }),
      ...(this.status === this.view.status || this.status === 'new' ? {} : { status: this.status }),
      ...(this.tags.join() === this.view.tags.join() ? {} : { tags: this.tags }),
    };
  }

  async #carry(view: TicketView, isSaying: boolean): Promise<void> {
    if (isSaying) this.composer.replace('');
    this.#take(view);
    if (isSaying) this.#said();
  }

  #take(view: TicketView): void {
    const before = this.status;
    this.view = view;
    this.tags = view.tags;
    this.status = view.status;
    this.draw();
    if (before !== this.status) this.#changed('ticket.status.changed', this.status);
  }

  #said(): void {
    this.#changed('ticket.comments.changed', this.view.comments.length);
    this.#changed('ticket.conversation.changed', this.view.comments.length);
  }

  /** Reads the ticket again; where somebody else changed it, the apps hear of it. The draft stays. */
  async refresh(): Promise<void> {
    const view = await api.ticket(this.id);
    if (JSON.stringify(view) === JSON.stringify(this.view)) return;
    const isSaid = view.comments.length !== this.view.comments.length;
    const isPicked = this.status !== this.view.status;
    const picked = this.status;
    this.#take(view);
    if (isPicked) this.setStatus(picked);
    if (isSaid) this.#said();
    this.emit('ticket.updated', { user: view.comments.at(-1)?.author ?? null });
  }

  close(): void {
    for (const frame of this.frames) frame.destroy();
    this.element.remove();
  }

  #tell(words: string): void {
    this.#message.textContent = words;
    this.#message.hidden = words === '';
  }

  draw(): void {
    this.#talk.replaceChildren(...conversation(this.view));
    this.#fields.replaceChildren(...properties(this.view));
    this.#drawSubmit();
  }

  #drawSubmit(): void {
    const offered = ['open', 'pending', 'hold', 'solved'];
    if (!offered.includes(this.status)) offered.unshift(this.status);
    this.#choice.replaceChildren(
      ...offered.map((status) =>
        el('option', { value: status, selected: status === this.status }, statusWords(status)),
      ),
    );
    this.#choice.value = this.status;
    this.#submit.textContent = `Submit as ${statusWords(this.status)}`;
    const isClosed = this.view.status === 'closed';
    this.composer.element.hidden = isClosed;
    this.#submit.hidden = isClosed;
  }
}
