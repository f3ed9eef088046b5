import type { Boot } from '../../contract.ts';
import { type Surface, unknownPath, valueAt } from './answer.ts';
import { type AppFrame, liveFrames } from './frame.ts';

/** What any app may ask of the page around it. */
export interface Page {
  boot: Boot;
  scheme: () => string;
  notify: (words: string, kind: string) => void;
  routeTo: (place: string, ...more: unknown[]) => void;
}

type Call = (...args: unknown[]) => unknown;

/** Paths that every location has (platform facts A6), and those that a location adds. */
export function surfaceOf(
  frame: AppFrame,
  page: Page,
  more: { roots: Record<string, unknown>; writes: Record<string, Call>; calls: Record<string, Call> },
): Surface {
  const roots: Record<string, unknown> = {
    currentUser: () => currentUser(page.boot),
    currentAccount: { subdomain: page.boot.account.subdomain, planName: 'Enterprise' },
    colorScheme: page.scheme,
    visible: () => frame.element.checkVisibility(),
    instances: () =>
      Object.fromEntries(
        siblingsOf(frame).map((one) => [one.guid, { instanceGuid: one.guid, location: one.location }]),
      ),
    ...more.roots,
  };
  const calls: Record<string, Call> = {
    track: () => undefined,
    show: () => frame.show(true),
    hide: () => frame.show(false),
    notify: (words, kind) => page.notify(String(words), String(kind ?? 'notice')),
    routeTo: (place, ...rest) => page.routeTo(String(place), ...rest),
    resize: (size) => resize(frame, size),
    ...more.calls,
  };
  return {
    read(path) {
      if (path.startsWith('ticket.customField:') && 'ticket' in roots) return null;
      return valueAt(roots, path);
    },
    write(path, value) {
      const write = more.writes[path];
      if (!write) throw unknownPath();
      return write(value) ?? value;
    },
    call(path, args) {
      const call = calls[path];
      if (!call) throw unknownPath();
      return call(...args);
    },
  };
}

const siblingsOf = (frame: AppFrame) => liveFrames().filter(({ app }) => app.id === frame.app.id);

function currentUser({ user }: Boot): Record<string, unknown> {
  return {
    id: user.id,
    name: user.name,
    email: user.email,
    role: user.role,
    groups: user.groups,
    organizations: [],
    identities: user.email ? [{ id: user.id, type: 'email', value: user.email, verified: true, primary: true }] : [],
    locale: user.locale,
    timeZone: { name: 'UTC', ianaName: 'Etc/UTC', formattedOffset: 'GMT+00:00' },
    tags: [],
    avatarUrl: '',
    externalId: null,
    details: '',
    notes: '',
    alias: '',
    signature: '',
  };
}

/** A size as an app gives it: pixels as a number or with `px`; a width follows the pane. */
function resize(frame: AppFrame, size: unknown): void {
  const { height } = (size ?? {}) as { height?: unknown };
  const pixels = Number.parseFloat(String(height));
  if (Number.isFinite(pixels) && pixels > 0 && !String(height).endsWith('%')) frame.iframe.style.height = `${pixels}px`;
}
