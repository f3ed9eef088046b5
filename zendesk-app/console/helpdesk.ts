import { useEffect, useState } from 'react';
import { type Scheme, schemeOf } from '../frame/theme.tsx';
import { connectZaf, type Zaf } from '../zaf/zaf.ts';
import { goTo, routeOf } from './route.ts';

const isScheme = (said: unknown): said is Scheme => said === 'light' || said === 'dark';

/**
 * Joins the helpdesk around the console: takes its colours and the places that other apps send to. Outside of Zendesk, or
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
      stops.push(
        zaf.on('colorScheme.changed', take),
        zaf.on('app.route.changed', (said) => goTo(...placeOf(said))),
      );
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

/** The place that `routeTo` named, in the console's own words. */
function placeOf(said: unknown): Parameters<typeof goTo> {
  const { appParams } = (said ?? {}) as { appParams?: unknown };
  const { view, parts } = routeOf(String(appParams ?? ''));
  return [view, ...parts];
}
