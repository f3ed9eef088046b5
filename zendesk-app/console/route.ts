import { useEffect, useState } from 'react';

export const VIEWS = ['overview', 'review', 'gaps', 'articles', 'activity', 'progress', 'policy', 'health'] as const;
export type View = (typeof VIEWS)[number];

/** Where the page stands: a view, where one thing of it is open the parts of its name, and what of the view is chosen. */
export interface Route {
  view: View;
  parts: string[];
  /** Behind the question mark, without it. */
  query: string;
}

export function routeOf(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#?\/?/, '').split(/\?(.*)/s);
  const [first = '', ...parts] = path.split('/').map(decoded);
  return { view: VIEWS.find((view) => view === first) ?? 'overview', parts: parts.filter(Boolean), query };
}

export function linkTo(view: View, ...parts: string[]): string {
  return `#/${[view, ...parts].map(encodeURIComponent).join('/')}`;
}

/** A place of the view that is open, with what is chosen there. */
export function linkHere(view: View, ...parts: string[]): string {
  const { query } = routeOf(location.hash);
  return linkTo(view, ...parts) + (query === '' ? '' : `?${query}`);
}

export function goTo(view: View, ...parts: string[]): void {
  location.hash = linkTo(view, ...parts);
}

export function goHere(view: View, ...parts: string[]): void {
  location.hash = linkHere(view, ...parts);
}

/** Says in the address what is chosen of the place that is open; the browser's way back skips what was typed on the way. */
export function choose(query: string): void {
  const { view, parts } = routeOf(location.hash);
  history.replaceState(null, '', linkTo(view, ...parts) + (query === '' ? '' : `?${query}`));
  dispatchEvent(new HashChangeEvent('hashchange'));
}

/** The route as the address has it, also when it changes by the browser's own buttons. */
export function useRoute(): Route {
  const [route, setRoute] = useState(() => routeOf(location.hash));
  useEffect(() => {
    const changed = () => setRoute(routeOf(location.hash));
    addEventListener('hashchange', changed);
    return () => removeEventListener('hashchange', changed);
  }, []);
  return route;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
