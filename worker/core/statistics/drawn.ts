/**
 * Numbers of 0 to 1 that look drawn and are the same for the same seed (mulberry32): what a permutation test and a bootstrap
 * draw by, so that a figure is the same however often it is asked.
 */
export function drawnFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
