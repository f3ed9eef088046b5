import { encodeComponentId } from '../component-id.ts';
import { button, type Canvas, canvas, header, link, muted, paragraph, warning } from '../kit.ts';

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
  'busy',
  'unclear',
  'broken',
] as const;
export type Obstacle = (typeof OBSTACLES)[number];

const WORDS: Record<Obstacle, { title: string; text: string }> = {
  not_connected: {
    title: 'Mend is not connected',
    text: 'This workspace is not connected, is paused, or took its permission back. An admin can connect it again.',
  },
  no_conversation: {
    title: 'This conversation is gone',
    text: 'It was deleted, or belongs to another workspace. There is nothing to show.',
  },
  no_rights: { title: 'Mend is not for you', text: 'Ask an admin of this workspace for a seat in the Inbox.' },
  may_not_decide: { title: 'You may not decide this', text: 'A support lead or an admin can. Nothing was changed.' },
  rights_unknown: {
    title: 'Intercom did not say who you are',
    text: 'Nothing was changed, since your rights are not known. Try again in a moment.',
  },
  expired: { title: 'This card is old', text: 'Nothing was changed. Refresh it, then press again.' },
  done_before: { title: 'This was done already', text: 'The same press came twice. It has had its effect once.' },
  moved: {
    title: 'It has changed since',
    text: 'Nothing was changed: what you saw is not what waits now. Look again.',
  },
  unknown_press: { title: 'That press is not known', text: 'The card may be of an older version. Refresh it.' },
  nothing_written: { title: 'There is no text', text: 'Nothing was sent. Write something into the field first.' },
  too_long: { title: 'The text is too long', text: 'Nothing was sent. Shorten it, then press again.' },
  refused: { title: 'Intercom refused it', text: 'Nothing was sent. See whether the conversation can be replied to.' },
  busy: { title: 'Intercom is busy', text: 'Nothing was changed. Try again in a moment.' },
  unclear: {
    title: 'Intercom did not answer',
    text: 'It may have been sent. Look at the conversation before you press again.',
  },
  broken: { title: 'Something went wrong', text: 'It was written down for the people who run Mend. Try again.' },
};

/** Nothing a press can mend: there is no way on to be offered. */
const FINAL: readonly Obstacle[] = ['not_connected', 'no_conversation', 'no_rights'];

/** The canvas of a failure: what happened, what did not, and a way on where there is one. */
export function obstacleCanvas(obstacle: Obstacle): Canvas {
  const { title, text } = WORDS[obstacle];
  const way = FINAL.includes(obstacle) ? [] : [button(encodeComponentId({ action: 'home' }), 'Go on', 'primary')];
  return canvas(header(title), warning(text), ...way);
}

/** The way to the console: a link of one person, which works once and not for long. */
export function consoleCanvas(url: string, minutes: number): Canvas {
  return canvas(
    header('Open Mend'),
    paragraph(`The link is yours alone. It works once, within ${minutes} minutes.`),
    ...link('open_console', 'Open the console', url),
    button(encodeComponentId({ action: 'home' }), 'Back', 'link'),
  );
}

/** What an admin sees who adds the app to the Inbox: there is nothing to set. */
export function configureCanvas(isConnected: boolean): Canvas {
  const state = isConnected
    ? paragraph('This workspace is connected. Beside a conversation Mend shows what is known about its question.')
    : warning('This workspace is not connected yet: install Mend first, then add it to the Inbox.');
  return canvas(
    header('Mend'),
    state,
    muted('There is nothing to set here; the policy is set in the console.'),
    button(CONFIGURED, 'Done', 'primary'),
  );
}

/** The id of the button that ends configuring. */
export const CONFIGURED = 'configured';
