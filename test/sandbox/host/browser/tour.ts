import type { Boot, Story } from '../contract.ts';
import { api } from './api.ts';
import { el } from './dom.ts';

/** How fast the fortnight goes where somebody wants to read along. */
const SLOW = 0.25;

/** Five steps through what there is to see, and the play's own buttons: hold, go on, slower. */
export function tourOf(boot: Boot): { element: HTMLElement; story: (story: Story) => void } {
  const app = boot.apps.find(({ locations }) => locations.nav_bar);
  const steps: [string, string][] = [
    ...(boot.firstTicket === null
      ? []
      : ([[`#/tickets/${boot.firstTicket}`, 'A ticket, with Mend beside it']] as [string, string][])),
    ...(app
      ? ([
          [`#/apps/${app.id}/overview`, 'What needs a lead'],
          [`#/apps/${app.id}/review`, 'Decide one'],
          [`#/apps/${app.id}/activity`, 'What was done, with undo'],
        ] as [string, string][])
      : []),
    ...boot.links.map(({ name, url }): [string, string] => [url, `The same company at ${name}`]),
  ];
  const pace = { isPaused: false, speed: 1 };
  const tell = (change: Partial<typeof pace>) => {
    Object.assign(pace, change);
    draw();
    void api.pace(pace);
  };
  const hold = el('button', { type: 'button', onclick: () => tell({ isPaused: !pace.isPaused }) }, 'Pause');
  const slower = el(
    'button',
    { type: 'button', 'aria-pressed': 'false', onclick: () => tell({ speed: pace.speed === 1 ? SLOW : 1 }) },
    'Slower',
  );
  const draw = () => {
    hold.textContent = pace.isPaused ? 'Go on' : 'Pause';
    slower.setAttribute('aria-pressed', String(pace.speed !== 1));
  };
  const element = el(
    'nav',
    { class: 'tour', 'aria-label': 'Tour' },
    el(
      'ol',
      null,
      steps.map(([href, words], at) => el('li', null, el('a', { href }, `${at + 1} ${words}`))),
    ),
    hold,
    slower,
  );
  return {
    element,
    story: ({ isDone, isPaused }) => {
      hold.hidden = isDone;
      slower.hidden = isDone;
      if (pace.isPaused !== isPaused) {
        pace.isPaused = isPaused;
        draw();
      }
    },
  };
}
