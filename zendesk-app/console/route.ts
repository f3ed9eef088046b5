import { useEffect, useState } from 'react';

export const VIEWS = ['overview', 'review', 'gaps', 'articles', 'activity', 'progress', 'policy', 'health'] as const;
export type View = (typeof VIEWS)[number];

/** Where the page stands: a view and, where one thing of it is open, the parts of its name. */
export interface Route {
  view: View;
  parts: string[];
}

export function routeOf(hash: string): Route {
  const [first = '', ...parts] = hash.replace(/^#\/?/, '').split('/').map(decoded);
  return { view: VIEWS.find((view) => view === first) ?? 'overview', parts: parts.filter(Boolean) };
}

export function linkTo(view: View, ...parts: string[]): string {
  return `#/${[view, ...parts].map(encodeURIComponent).join('/')}`;
}

export function goTo(view: View, ...parts: string[]): void {
  location.hash = linkTo(view, ...parts);
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
