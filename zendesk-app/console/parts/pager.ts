import { useState } from 'react';

/** Rows shown at first, and more with each asking: a long table stays quick. */
const STEP = 50;

export function usePager<T>(rows: readonly T[]): { shown: readonly T[]; left: number; more: () => void } {
  const [count, setCount] = useState(STEP);
  return {
    shown: rows.slice(0, count),
    left: Math.max(0, rows.length - count),
    more: () => setCount((now) => now + STEP),
  };
}
