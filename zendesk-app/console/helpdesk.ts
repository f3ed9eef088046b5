import { useEffect, useState } from 'react';
import { type Scheme, schemeOf } from '../frame/theme.tsx';
import { connectZaf, type Zaf } from '../zaf/zaf.ts';

const isScheme = (said: unknown): said is Scheme => said === 'light' || said === 'dark';

/**
 * Joins the helpdesk around the console: takes its colours and the places that other apps and addresses send to, and says in
 * the helpdesk's own address where the console stands, so that it survives a reload and can be sent. Outside of Zendesk, or
 * where it does not answer, the console stands alone and nothing is missing. Answers the scheme; null where none is said.
 */
export function useHelpdesk(): Scheme | null {
  const [scheme, setScheme] = useState<Scheme | null>(() => schemeOf(location.search));
  useEffect(() => {
    let isOver = false;
    const stops: (() => void)[] = [];
    const joined = (zaf: Zaf) => {
      if (isOver) return;
      const take = (said: unknown) => isScheme(said) && setScheme(said);
      stops.push(zaf.on('colorScheme.changed', take), keepAddress(zaf));
      zaf.get('colorScheme').then(take, () => undefined);
    };
    connectZaf().then(joined, () => undefined);
    return () => {
      isOver = true;
      for (const stop of stops) stop();
    };
  }, []);
  return scheme;
}

/** Keeps the helpdesk's address and the console's place the same, whichever moves. Answers how to stop. */
function keepAddress(zaf: Zaf): () => void {
  let told = asPath(location.hash);
  let called = zaf.appName().then(urlName);
  const tell = () => {
    const path = asPath(location.hash);
    if (path === told) return;
    told = path;
    called.then((name) => zaf.invoke('routeTo', 'nav_bar', name, path)).catch(() => undefined);
  };
  const stop = zaf.on('app.route.changed', (said) => {
    const { appName, appParams } = (said ?? {}) as { appName?: unknown; appParams?: unknown };
    if (typeof appName === 'string' && appName !== '') called = Promise.resolve(appName);
    const path = String(appParams ?? '');
    if (path === '' || path === told) return;
    told = path;
    location.hash = asHash(path);
  });
  addEventListener('hashchange', tell);
  return () => {
    stop();
    removeEventListener('hashchange', tell);
  };
}

/** What is chosen stands in a segment of the helpdesk's address, since a question mark there is the helpdesk's own. */
const CHOSEN = '/~';

/** A place of the console as a path of segments. */
export function asPath(hash: string): string {
  const [place = '', query = ''] = hash.replace(/^#?\/?/, '').split(/\?(.*)/s);
  return place + (query === '' ? '' : CHOSEN + encodeURIComponent(query));
}

/** The place that such a path names, as the console's own address. */
export function asHash(path: string): string {
  const [place = '', query = ''] = path.replace(/^\//, '').split(CHOSEN);
  return `#/${place}${query === '' ? '' : `?${decoded(query)}`}`;
}

/** An app's name as addresses of the agent interface have it. Source: Zendesk's developer documentation, nav bar. */
const urlName = (name: string): string =>
  name
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '-');

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
