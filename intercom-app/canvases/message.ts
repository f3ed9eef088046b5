import { encodeComponentId } from '../component-id.ts';
import { button, type Canvas, canvas, header, link, muted, paragraph, warning } from '../kit.ts';
import type { CanvasWords } from '../words.ts';

/** Everything that can stand in the way, each with words that say what to do. */
export const OBSTACLES = [
  'not_connected',
  'no_conversation',
  'no_rights',
  'may_not_decide',
  'rights_unknown',
  'expired',
  'done_before',
  'moved',
  'unknown_press',
  'nothing_written',
  'too_long',
  'refused',
  'wording_refused',
  'not_staged',
  'busy',
  'unclear',
  'broken',
] as const;
export type Obstacle = (typeof OBSTACLES)[number];

/** Nothing a press can mend: there is no way on to be offered. */
const FINAL: readonly Obstacle[] = ['not_connected', 'no_conversation', 'no_rights'];

/** The canvas of a failure: what happened, what did not, and a way on where there is one. */
export function obstacleCanvas({ t }: CanvasWords, obstacle: Obstacle): Canvas {
  const way = FINAL.includes(obstacle) ? [] : [button(encodeComponentId({ action: 'home' }), t('goOn'), 'primary')];
  return canvas(header(t(`obstacle.${obstacle}`)), warning(t(`obstacle.${obstacle}.text`)), ...way);
}

/** The way to the console: a link of one person, which works once and not for long. */
export function consoleCanvas({ t }: CanvasWords, url: string, minutes: number): Canvas {
  return canvas(
    header(t('home.open')),
    paragraph(t('console.once', { count: minutes })),
    ...link('open_console', t('console.open'), url),
    button(encodeComponentId({ action: 'home' }), t('back'), 'link'),
  );
}

/** What an admin sees who adds the app to the Inbox: there is nothing to set. */
export function configureCanvas({ t }: CanvasWords, isConnected: boolean): Canvas {
  const state = isConnected ? paragraph(t('configure.connected')) : warning(t('configure.notConnected'));
  return canvas(
    header('Mend'),
    state,
    muted(t('configure.nothing')),
    button(CONFIGURED, t('configure.done'), 'primary'),
  );
}

/** The id of the button that ends configuring. */
export const CONFIGURED = 'configured';
