import { AS_WRITTEN, asWritten, type Said } from './said.ts';

/** A sentence as a column holds it: code and values as JSON, or the bare text of written words. */
export function storedSaid(said: Said): string {
  const text = said.code === AS_WRITTEN ? said.values.text : undefined;
  return typeof text === 'string' && parsed(text) === null ? text : JSON.stringify(said);
}

/** A sentence out of a column. Text that is no code with values was written by a person or is an older row: it is kept as it is. */
export function readSaid(stored: string): Said {
  return parsed(stored) ?? asWritten(stored);
}

/** The same out of a stored object, where a row from before has a plain text. */
export function saidIn(stored: Said | string): Said {
  return typeof stored === 'string' ? asWritten(stored) : stored;
}

function parsed(stored: string): Said | null {
  if (!stored.startsWith('{"code":"')) return null;
  try {
    const read: unknown = JSON.parse(stored);
    return isSaid(read) ? read : null;
  } catch {
    return null;
  }
}

/** Whether something is a sentence: a code and an object of values, and nothing else. */
export function isSaid(one: unknown): one is Said {
  if (typeof one !== 'object' || one === null || !('code' in one && 'values' in one)) return false;
  const { code, values } = one;
  return typeof code === 'string' && typeof values === 'object' && values !== null && Object.keys(one).length === 2;
}
