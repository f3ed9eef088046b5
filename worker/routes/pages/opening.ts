import type { Context } from 'hono';
import type { Boot } from '../../../shared/viewer.ts';
import { AuthLost, RetryLater } from '../../loop/ports/errors.ts';
import { NoRights, SignedOut } from '../../loop/ports/session.ts';
import { refuse } from '../refusals.ts';
import type { Opened, Services } from '../services.ts';
import { pageHeaders, pagePolicy, withBoot } from './app-page.ts';
import { noticePage, noticePolicy } from './notice-page.ts';
import { type Notice, noticeLanguage } from './notice-words.ts';

export const APPS = ['sidebar', 'console'] as const;
export type AppName = (typeof APPS)[number];

/** Where an app is opened: in whose frames, and which notice a proof that is too old gets. */
export interface Place {
  vendor: 'Zendesk' | 'Intercom';
  frames: string;
  tooOld: Notice;
}

/** Answers a notice's page, in the browser's language. */
export async function notice(
  c: Context,
  which: Notice,
  { vendor, frames }: Place,
  status: 400 | 401 | 403 | 413 | 500 | 503,
): Promise<Response> {
  const language = noticeLanguage(c.req.header('accept-language'));
  return c.html(noticePage(which, vendor, language), status, pageHeaders(await noticePolicy(frames)));
}

/** The notice for an opening that proves nobody; why stands in the log, since the page must not tell a forger. */
export function refused(c: Context, opened: Extract<Opened, { refused: string }>, place: Place): Promise<Response> {
  const { refused: kind, why } = opened;
  console.warn(JSON.stringify({ level: 'warn', what: 'opening refused', vendor: place.vendor, kind, why }));
  return notice(c, kind === 'expired' ? place.tooOld : 'forged', place, 401);
}

/** Answers the built page of an app with its boot data. Every refusal is a page that says what to do, never a stack. */
export async function open(
  c: Context,
  { asset }: Services,
  app: AppName,
  place: Place,
  boot: () => Promise<Boot>,
): Promise<Response> {
  return orNotice(c, place, async () => {
    const built = await asset(`/${app}/index.html`);
    if (!built?.ok) return notice(c, 'unbuilt', place, 503);
    const html = withBoot(await built.text(), await boot());
    if (html === null) return notice(c, 'unbuilt', place, 503);
    return c.html(html, 200, pageHeaders(pagePolicy(place.frames)));
  });
}

/** Runs what may be refused; a refusal becomes the notice that says what to do. */
export async function orNotice(c: Context, place: Place, run: () => Promise<Response>): Promise<Response> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof SignedOut)
      return notice(c, error.reason === 'disconnected' ? 'forged' : place.tooOld, place, 401);
    if (error instanceof NoRights) return notice(c, 'rights', place, 403);
    if (error instanceof RetryLater) return notice(c, 'waiting', place, 503);
    if (error instanceof AuthLost) return notice(c, 'forged', place, 503);
    refuse(error instanceof Error ? error : new Error(String(error)), c);
    return notice(c, 'broken', place, 500);
  }
}
