import { inEnglish } from '../../shared/said/english.ts';
import { isSaid } from '../../shared/said/stored.ts';

/** A value with each sentence in it worded in English: a test reads it as people do. */
export function inWords(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inWords);
  if (typeof value !== 'object' || value === null) return value;
  if (isSaid(value)) return inEnglish(value);
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, inWords(one)]));
}
