import type { AppMessage } from './messages.ts';

/** What an app may read, change and call where it stands. A path that is not there is refused by an Error. */
export interface Surface {
  read(path: string): unknown;
  write(path: string, value: unknown): unknown;
  call(path: string, args: unknown[]): unknown;
}

/** As Zendesk says it of a path that is not there, or not where the app stands. */
export const unknownPath = (): Error => new Error('No such Api');

/** The reply to a request: one result with each path's value, and under `errors` each path's refusal. */
export async function answerTo(message: AppMessage, surface: Surface): Promise<Record<string, unknown>> {
  const { id, request, params } = message;
  const wanted = wantedBy(request, params);
  if (!wanted) return { id, error: errorOf(new Error(`${request} is not understood`), String(request)) };
  const result: Record<string, unknown> = {};
  const errors: Record<string, unknown> = {};
  for (const [path, given] of wanted) {
    try {
      result[path] = plain(await carryOut(surface, request, path, given));
    } catch (error) {
      errors[path] = errorOf(error as Error, path);
    }
  }
  return { id, result: { errors, ...result } };
}

function wantedBy(request: string | undefined, params: unknown): [string, unknown][] | null {
  if (request === 'get' && Array.isArray(params)) return params.map((path) => [String(path), undefined]);
  if (request !== 'set' && request !== 'invoke') return null;
  return typeof params === 'object' && params !== null ? Object.entries(params) : null;
}

function carryOut(surface: Surface, request: string | undefined, path: string, given: unknown): unknown {
  if (request === 'get') return surface.read(path);
  if (request === 'set') return surface.write(path, given);
  return surface.call(path, Array.isArray(given) ? given : [given]);
}

const errorOf = (error: Error, path: string) => ({
  name: error.name,
  message: error.message,
  path,
  stack: error.stack ?? '',
});

/** What crosses to another window: data alone. */
const plain = (value: unknown): unknown => (value === undefined ? undefined : JSON.parse(JSON.stringify(value)));

/** The value at a dotted path below one of these roots; refused where there is none. */
export function valueAt(roots: Record<string, unknown>, path: string): unknown {
  let value: unknown = roots;
  for (const name of path.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) throw unknownPath();
    value = (value as Record<string, unknown>)[name];
    if (typeof value === 'function') value = (value as () => unknown)();
  }
  return value;
}
