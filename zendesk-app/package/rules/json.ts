/** Keys that an object of this JSON has twice, as `key (in position n)`; the text must be valid JSON. */
export function repeatedKeys(text: string): string[] {
  const repeated: string[] = [];
  const open: (Set<string> | null)[] = [];
  const strings = /"(?:[^"\\]|\\.?)*(?:"|$)|[{}[\]]/g;
  for (const match of text.matchAll(strings)) {
    const token = match[0];
    if (token === '{') open.push(new Set());
    else if (token === '[') open.push(null);
    else if (token === '}' || token === ']') open.pop();
    else if (/^\s*:/.test(text.slice(match.index + token.length))) {
      const keys = open.at(-1);
      const key = String(JSON.parse(token));
      if (keys?.has(key)) repeated.push(key);
      keys?.add(key);
    }
  }
  return repeated;
}

/** The value, or what the parser says against it. */
export function parseJson(text: string): { value: unknown } | { problem: string } {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}
