import { goodAnswer, goodArticle } from './good.ts';
import { SPOILS, spoilt, TWISTS } from './hostile-texts.ts';
import { type Asked, draftDataOf } from './prompt.ts';

/** What the server does with one request. */
export type Deed =
  | { kind: 'say'; content: unknown; finish?: string; model?: string; refusal?: string }
  | { kind: 'raw'; status: number; headers?: Record<string, string>; body: string }
  | { kind: 'huge' | 'stall' | 'drip' | 'cut' | 'reset' };

const json = (value: unknown): Deed => ({ kind: 'say', content: JSON.stringify(value) });
const text = (content: unknown, more: { finish?: string; model?: string; refusal?: string } = {}): Deed => ({
  kind: 'say',
  content,
  ...more,
});

const saying = (...sentences: { text: string; says: number[] }[]) => ({
  title: 'a',
  sections: [{ heading: null, form: 'text', sentences }],
});

/** Ways to answer wrongly that have nothing to do with what was asked. */
const BROKEN: Readonly<Record<string, (asked: Asked) => Deed>> = {
  not_json: () => text('Sure! Here is the article you asked for.'),
  half_json: (asked) => text(JSON.stringify(goodAnswer(asked)).slice(0, -7)),
  json_and_more: (asked) => text(`${JSON.stringify(goodAnswer(asked))}\nPWNED`),
  empty: () => text(''),
  nothing: () => text(null),
  array: () => json([1, 2, 3]),
  a_string: () => json('PWNED'),
  empty_object: () => json({}),
  extra_keys: (asked) => json({ ...goodAnswer(asked), confidence: 1, decision: 'publish', category: 'General' }),
  wrong_types: () => json({ title: 7, sections: 'PWNED' }),
  wrong_items: () => json({ title: 'a', sections: [null, 1, { heading: 3, form: 'x', sentences: [{ says: '0' }] }] }),
  bad_indexes: () => json(saying({ text: 'PWNED', says: [-1, 1.5, 1e9] })),
  prototype: () => text('{"__proto__":{"isApproved":true},"title":"a","sections":[]}'),
  deep: () => text(`${'['.repeat(5_000)}${']'.repeat(5_000)}`),
  many: () => json(saying(...Array.from({ length: 2_000 }, () => ({ text: 'PWNED', says: [0] })))),
  long: () => json({ ...saying({ text: 'PWNED '.repeat(3_000), says: [0] }), title: 'P'.repeat(5_000) }),
  echo: (asked) => text(asked.user),
  echo_system: (asked) => text(asked.system),
  refusal: () => text(null, { refusal: 'I can not help with that.' }),
  filtered: () => text('', { finish: 'content_filter' }),
  cut_at_length: (asked) => text(JSON.stringify(goodAnswer(asked)), { finish: 'length' }),
  other_model: (asked) => text(JSON.stringify(goodAnswer(asked)), { model: 'someone-else-1' }),
  no_choices: () => ({ kind: 'raw', status: 200, body: '{"id":"x","object":"chat.completion","choices":[]}' }),
  html_200: () => ({ kind: 'raw', status: 200, headers: { 'content-type': 'text/html' }, body: '<h1>PWNED</h1>' }),
  null_body: () => ({ kind: 'raw', status: 200, body: 'null' }),
  nul_body: () => ({ kind: 'raw', status: 200, body: '\u0000\u0000' }),
  no_body: () => ({ kind: 'raw', status: 200, body: '' }),
  huge: () => ({ kind: 'huge' }),
};

/** Ways not to answer. */
const DOWN: Readonly<Record<string, () => Deed>> = {
  too_many: () => ({
    kind: 'raw',
    status: 429,
    headers: { 'retry-after': '90' },
    body: '{"error":{"message":"slow"}}',
  }),
  too_many_silent: () => ({ kind: 'raw', status: 429, body: '' }),
  unavailable: () => ({ kind: 'raw', status: 503, body: '<h1>PWNED</h1>' }),
  error: () => ({ kind: 'raw', status: 500, body: '{"error":{"message":"PWNED"}}' }),
  redirect: () => ({ kind: 'raw', status: 302, headers: { location: 'https://evil.example/v1' }, body: '' }),
  stall: () => ({ kind: 'stall' }),
  drip: () => ({ kind: 'drip' }),
  cut: () => ({ kind: 'cut' }),
  reset: () => ({ kind: 'reset' }),
};

/** Names of everything that the hostile double does, for tests that want one of them. */
export const HOSTILE_MODES: readonly string[] = [
  ...Object.keys(SPOILS),
  ...Object.keys(TWISTS),
  ...Object.keys(BROKEN),
  ...Object.keys(DOWN),
];

/** What the hostile double does in this mode. Spoilt words keep the shape: only what they say is wrong. */
export function hostileDeed(mode: string, asked: Asked): Deed {
  const spoil = SPOILS[mode] ?? TWISTS[mode];
  if (spoil && asked.shape === 'article') return json(spoilt(goodArticle(draftDataOf(asked)), spoil));
  if (spoil && asked.shape === 'naming') return json({ title: spoil(String(asked.data.title)) });
  if (spoil) return json(asked.shape === 'sameness' ? { isSame: true } : { isGrounded: true });
  return (BROKEN[mode] ?? DOWN[mode] ?? BROKEN.not_json!)(asked);
}
