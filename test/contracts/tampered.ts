type Row = Record<string, unknown>;

/** Every object of an answer, innermost first, is given to `change` with the name of the list or field that holds it. */
export function tampered(send: typeof fetch, change: (row: Row, within: string) => void): typeof fetch {
  const walk = (value: unknown, within: string): void => {
    if (Array.isArray(value)) for (const one of value) walk(one, within);
    else if (typeof value === 'object' && value !== null) {
      for (const [key, one] of Object.entries(value)) walk(one, key);
      change(value as Row, within);
    }
  };
  return async (input, init) => {
    const response = await send(input, init);
    const text = await response.text();
    if (text === '') return new Response(null, response);
    const body: unknown = JSON.parse(text);
    walk(body, '');
    return new Response(JSON.stringify(body), response);
  };
}
