import type { HostApp } from '../contract.ts';
import { el } from './dom.ts';
import { AppFrame } from './zaf/frame.ts';
import { type Page, surfaceOf } from './zaf/surface.ts';

/** An app that fills the page (`nav_bar`): opened at its first visit, kept afterwards. */
export class NavPane {
  readonly frame: AppFrame;
  readonly element: HTMLElement;

  constructor(app: HostApp, page: Page) {
    this.frame = new AppFrame({
      app,
      location: 'nav_bar',
      boot: page.boot,
      context: {},
      scheme: page.scheme,
      surface: (frame) =>
        surfaceOf(frame, page, {
          roots: {},
          writes: {},
          calls: { preloadPane: () => undefined, popover: () => undefined },
        }),
    });
    this.element = el('div', { class: 'nav-pane' }, this.frame.element);
  }

  activate(isActive: boolean): void {
    this.element.hidden = !isActive;
    this.frame.emit(isActive ? 'app.activated' : 'app.deactivated');
    this.frame.emit(isActive ? 'pane.activated' : 'pane.deactivated');
  }

  /** A part of the app that an address or `routeTo` named: told when the app listens, as Zendesk does for a direct link. */
  route(params: string): void {
    this.frame.emitOnce('app.route.changed', { appName: urlName(this.frame.app.name), appParams: params });
  }
}

/** An app's name as an address has it. */
export const urlName = (name: string): string => name.toLowerCase().replace(/[\s_]+/g, '-');
