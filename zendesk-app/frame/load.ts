import { useCallback, useEffect, useRef, useState } from 'react';
import { asFailure, type Failure } from './failure.ts';
import { useApi } from './joined.tsx';

/** What was asked of the worker: still loading (both null), its answer, or why there is none; an old answer stands by. */
export interface Loaded<T> {
  value: T | null;
  failure: Failure | null;
  isLoading: boolean;
  reload(): Promise<void>;
}

/**
 * Loads a path and keeps the answer; null loads nothing. While a newer answer is on its way the last one of the same path
 * stands. Answers that come late, for a path no longer wanted, are dropped.
 */
export function useLoad<T>(path: string | null): Loaded<T> {
  const api = useApi();
  const [state, setState] = useState<{ path: string | null; value: T | null; failure: Failure | null }>({
    path: null,
    value: null,
    failure: null,
  });
  const [isLoading, setLoading] = useState(false);
  const running = useRef<AbortController | null>(null);
  const wanted = useRef(path);
  wanted.current = path;
  const load = useCallback(
    async (path: string | null) => {
      running.current?.abort();
      if (path === null) return;
      const abort = new AbortController();
      running.current = abort;
      setLoading(true);
      try {
        const value = await api.get<T>(path, abort.signal);
        if (!abort.signal.aborted) setState({ path, value, failure: null });
      } catch (error) {
        if (!abort.signal.aborted)
          setState((last) => ({ path, value: last.path === path ? last.value : null, failure: asFailure(error) }));
      }
      if (running.current === abort) setLoading(false);
    },
    [api],
  );
  // Whoever kept an older `reload` asks for what is wanted now: an answer for another path would stand in its place.
  const reload = useCallback(() => load(wanted.current), [load]);
  useEffect(() => {
    void load(path);
    return () => running.current?.abort();
  }, [load, path]);
  const isOfPath = state.path === path;
  return {
    value: isOfPath ? state.value : null,
    failure: isOfPath ? state.failure : null,
    isLoading,
    reload,
  };
}
