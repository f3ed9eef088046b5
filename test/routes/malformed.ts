/** One body that no client of ours sends, with the content type it comes under. */
export interface Malformed {
  name: string;
  type: string;
  body: BodyInit;
  /** Whether it is no JSON object at all, so that no route that reads one may take it. */
  isHopeless: boolean;
}

const JSON_TYPE = 'application/json';
const LARGE = 300_000;

const bytes = (...codes: number[]) => new Uint8Array(codes);
const nested = (open: string, inner: string, close: string, depth: number) =>
  open.repeat(depth) + inner + close.repeat(depth);

/** Bodies that are no JSON, no UTF-8, no object, or too deep or large for any. */
const HOPELESS: [string, BodyInit, string?][] = [
  ['nothing', ''],
  ['blanks', '   \n'],
  ['null', 'null'],
  ['a number', '7'],
  ['a text', '"approve"'],
  ['true', 'true'],
  ['an empty list', '[]'],
  ['a list', '[{"reason":"x"}]'],
  ['an opened object', '{"reason":'],
  ['a torn text', '{"reason":"x'],
  ['a comma too many', '{"reason":"x",}'],
  ['single quotes', "{'reason':'x'}"],
  ['NaN', '{"since":NaN}'],
  ['a comment', '{/* hi */"reason":"x"}'],
  ['two values', '{"reason":"x"}{"reason":"y"}'],
  ['HTML', '<html><body>hi</body></html>'],
  ['a form', 'reason=x&actor=y'],
  ['bytes that are no UTF-8', bytes(0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d)],
  ['a torn UTF-8 sign', bytes(0x22, 0xe2, 0x82)],
  ['UTF-16', bytes(0xff, 0xfe, 0x7b, 0x00, 0x7d, 0x00)],
  ['zero bytes', new Uint8Array(64)],
  ['lists in lists', nested('[', '', ']', 10_000)],
  ['objects in objects', nested('{"a":', '1', '}', 10_000)],
  ['a list a hundred thousand deep, not closed', '['.repeat(100_000)],
  ['300 KB of nothing', ' '.repeat(LARGE)],
  ['300 KB of digits', '9'.repeat(LARGE)],
  ['another character set', '{"reason":"x"}', `${JSON_TYPE}; charset=utf-16`],
  ['a character set that there is not', '{"reason":"x"}', `${JSON_TYPE}; charset=klingon`],
  ['half a surrogate pair in a text', '{"reason":"\\ud83d"}'],
  ['half a surrogate pair in a name', '{"\\udc00":1}'],
];

/** Fields that routes read, by any of their names. */
const FIELDS = [
  ...['reason', 'actor', 'patchHash', 'baseHash', 'title', 'bodyHtml', 'keys', 'key', 'items', 'fixIds', 'answer'],
  ...['isStopped', 'url', 'since', 'personId', 'kind', 'text', 'articleIds', 'to', 'autoPublish', 'token', 'tookMs'],
];

/** What may stand in one of them. */
const VALUES: [string, string][] = [
  ['null', 'null'],
  ['a list of lists', '[[],[[]]]'],
  ['an object', '{"a":{"b":{}}}'],
  ['a huge number', '1e308'],
  ['300 KB', JSON.stringify('x'.repeat(LARGE))],
  ['signs that show nothing', JSON.stringify('\u0000\u200b\u202e\ufeff')],
  ['the prototype', '{"__proto__":{"isAdmin":true},"constructor":1}'],
  ['a negative number', '-1'],
];

/** Two hundred kinds of malformed input: what is no body, and every field alone with everything that it must not be. */
export const MALFORMED: Malformed[] = [
  ...HOPELESS.map(([name, body, type = JSON_TYPE]) => ({ name, body, type, isHopeless: true })),
  ...FIELDS.flatMap((field) =>
    VALUES.map(([name, value]) => ({
      name: `${field} is ${name}`,
      type: JSON_TYPE,
      body: `{"${field}":${value}}`,
      isHopeless: false,
    })),
  ),
];
