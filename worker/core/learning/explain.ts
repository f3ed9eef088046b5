import type { Learned } from './state.ts';

/** Why a finding stands: its numbers and, of a line, what was said of it. Empty where there is no such finding. */
export function explain(l: Learned, key: string): object {
  const finding = l.findings.get(key);
  return finding ? { ...finding } : {};
}
