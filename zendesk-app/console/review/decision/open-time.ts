import { useEffect, useRef } from 'react';

/** Measures how long a decision stood before somebody's eyes: from opening, less the time the page was hidden. */
export function useOpenTime(): () => number {
  const state = useRef({ seenMs: 0, since: document.hidden ? null : (performance.now() as number | null) });
  useEffect(() => {
    const changed = () => {
      const now = performance.now();
      const { seenMs, since } = state.current;
      state.current = document.hidden
        ? { seenMs: seenMs + (since === null ? 0 : now - since), since: null }
        : { seenMs, since: since ?? now };
    };
    document.addEventListener('visibilitychange', changed);
    return () => document.removeEventListener('visibilitychange', changed);
  }, []);
  return () => {
    const { seenMs, since } = state.current;
    return Math.round(seenMs + (since === null ? 0 : performance.now() - since));
  };
}
