/** Timers, as a browser has them. */
export interface Timers {
  set(run: () => void, ms: number): unknown;
  clear(timer: unknown): void;
  now(): number;
}

export const browserTimers: Timers = {
  set: (run, ms) => setTimeout(run, ms),
  clear: (timer) => clearTimeout(timer as ReturnType<typeof setTimeout>),
  now: () => Date.now(),
};

/** Runs once after things have been quiet for `quietMs`, and never twice within `leastMs`. */
export function paced(run: () => void, quietMs: number, leastMs: number, timers: Timers = browserTimers) {
  let timer: unknown = null;
  let last = Number.NEGATIVE_INFINITY;
  const stop = () => {
    if (timer !== null) timers.clear(timer);
    timer = null;
  };
  return {
    /** Something happened. */
    note() {
      stop();
      const wait = Math.max(quietMs, last + leastMs - timers.now());
      timer = timers.set(() => {
        timer = null;
        last = timers.now();
        run();
      }, wait);
    },
    stop,
  };
}
