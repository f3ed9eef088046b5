import { Invalid } from '../loop/ports/errors.ts';

export const MAX_DEPTH = 64;
export const MAX_KEYS = 5_000;

/**
 * Parses JSON of strangers: refuses more than 64 levels and 5,000 keys before anything is built, because parsers take
 * a million levels and our own walkers would not. Invalid for all of it, and for what is not JSON.
 */
export function parseBoundedJson(text: string): unknown {
  let depth = 0;
  let keys = 0;
  let isInString = false;
  for (let i = 0; i < text.length; i++) {
    const char = text[i];
    if (isInString) {
      if (char === '\\') i++;
      else if (char === '"') isInString = false;
    } else if (char === '"') isInString = true;
    else if (char === '{' || char === '[') depth++;
    else if (char === '}' || char === ']') depth--;
    else if (char === ':') keys++;
    if (depth > MAX_DEPTH) throw new Invalid(`JSON deeper than ${MAX_DEPTH} levels`);
    if (keys > MAX_KEYS) throw new Invalid(`JSON with more than ${MAX_KEYS} keys`);
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new Invalid('not JSON');
  }
}
