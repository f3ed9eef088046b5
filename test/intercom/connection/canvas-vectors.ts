import { createHmac } from 'node:crypto';
import { type CanvasRefusal, MAX_CANVAS_REQUEST_BYTES } from '../../../worker/intercom/connection/canvas-request.ts';
import { SECRET, WORKSPACE } from '../webhooks/deliveries.ts';
import { asked, type post, signBody } from './canvas-requests.ts';

type Over = Parameters<typeof post>[0];

const body = JSON.stringify(asked());
const good = signBody(SECRET, body);
const flipped = (i: number) => `${good.slice(0, i)}${good[i] === 'a' ? 'b' : 'a'}${good.slice(i + 1)}`;
const base64 = createHmac('sha256', SECRET).update(body).digest('base64');
const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;
const keys = (n: number) => `{${Array.from({ length: n }, (_, i) => `"k${i}":1`).join(',')}}`;
const without = (over: object) => JSON.stringify(asked({ ...over }));
const fields = Object.fromEntries(Array.from({ length: 51 }, (_, i) => [`f${i}`, 'x']));

/** Requests that are none of Intercom's: what is wrong, and what it is refused with. */
export const REFUSED: [string, Over, CanvasRefusal][] = [
  ['no signature', { signature: null }, 'no_signature'],
  ['an empty signature', { signature: '' }, 'no_signature'],
  ['a short signature', { signature: good.slice(0, 20) }, 'no_signature'],
  ['a signature cut by one digit', { signature: good.slice(0, -1) }, 'no_signature'],
  ['a signature with one digit more', { signature: `${good}0` }, 'no_signature'],
  ['a signature with a byte more', { signature: `${good}00` }, 'no_signature'],
  ['a signature of 100,000 characters', { signature: 'a'.repeat(100_000) }, 'no_signature'],
  ['a prefix before it', { signature: `sha256=${good}` }, 'no_signature'],
  ['hex in capitals', { signature: good.toUpperCase() }, 'no_signature'],
  ['a signature that is not hex', { signature: 'g'.repeat(64) }, 'no_signature'],
  ['a signature in base64', { signature: base64 }, 'no_signature'],
  ['spaces inside', { signature: `${good.slice(0, 31)}  ${good.slice(33)}` }, 'no_signature'],
  ['two signatures in one header', { signature: `${good},${good}` }, 'no_signature'],
  ['a list with the right one in it', { signature: `${'0'.repeat(64)}, ${good}` }, 'no_signature'],
  [
    'the signature in the webhooks’ header',
    { signature: null, headers: { 'x-hub-signature': `sha1=${good.slice(0, 40)}` } },
    'no_signature',
  ],
  ['a bearer token instead', { signature: null, headers: { authorization: `Bearer ${SECRET}` } }, 'no_signature'],
  ['HMAC-SHA1, as webhooks have it', { signature: signBody(SECRET, body, 'sha1') }, 'no_signature'],
  ['the first digit flipped', { signature: flipped(0) }, 'bad_signature'],
  ['a digit in the middle flipped', { signature: flipped(31) }, 'bad_signature'],
  ['the last digit flipped', { signature: flipped(63) }, 'bad_signature'],
  ['zeros', { signature: '0'.repeat(64) }, 'bad_signature'],
  ['another secret', { signedWith: 'another' }, 'bad_signature'],
  ['a rotated-out secret', { signedWith: 'old' }, 'bad_signature'],
  ['a secret with a space', { signedWith: `${SECRET} ` }, 'bad_signature'],
  ['HMAC-SHA512, cut', { signature: signBody(SECRET, body, 'sha512').slice(0, 64) }, 'bad_signature'],
  ['an empty body’s signature', { signature: signBody(SECRET, '') }, 'bad_signature'],
  ['a body written again with spaces', { body: JSON.stringify(asked(), null, 1), signature: good }, 'bad_signature'],
  ['a body with one byte more', { body: `${body} `, signature: good }, 'bad_signature'],
  ['a byte order mark put before it', { body: `\uFEFF${body}`, signature: good }, 'bad_signature'],
  ['another teammate put in', { body: body.replace('"814"', '"815"'), signature: good }, 'bad_signature'],
  ['another workspace put in', { body: body.replace(WORKSPACE, 'ecahpwf6'), signature: good }, 'bad_signature'],
  ['an empty body', { body: '', signature: good }, 'bad_signature'],
  ['a body over 1 MB, however well signed', { body: ' '.repeat(MAX_CANVAS_REQUEST_BYTES + 1) }, 'too_large'],
  ['an empty body that is signed', { body: '' }, 'malformed'],
  ['no JSON', { body: '{"workspace_id":' }, 'malformed'],
  ['bytes that are no UTF-8', { body: new Uint8Array([0x22, 0xff, 0xfe, 0x22]) }, 'malformed'],
  ['65 levels', { body: nested(65) }, 'malformed'],
  ['100,000 levels', { body: nested(100_000) }, 'malformed'],
  ['5,001 keys', { body: keys(5_001) }, 'malformed'],
  ['an array', { body: '[]' }, 'malformed'],
  ['null', { body: 'null' }, 'malformed'],
  ['no workspace', { body: without({ workspace_id: undefined }) }, 'malformed'],
  ['a workspace that is a path', { body: without({ workspace_id: '../zendesk:1' }) }, 'malformed'],
  ['a workspace of 65 characters', { body: without({ workspace_id: 'a'.repeat(65) }) }, 'malformed'],
  ['no teammate', { body: without({ admin: undefined }) }, 'malformed'],
  ['a teammate without an id', { body: without({ admin: { name: 'Kit' } }) }, 'malformed'],
  ['a teammate whose id lost digits', { body: without({ admin: { id: 2 ** 60 } }) }, 'malformed'],
  ['a component id of 1,001 characters', { body: without({ component_id: 'x'.repeat(1_001) }) }, 'malformed'],
  ['a component id that is an object', { body: without({ component_id: { $ne: '' } }) }, 'malformed'],
  ['51 fields', { body: without({ input_values: fields }) }, 'malformed'],
  ['stored data that is a text', { body: without({ current_canvas: { stored_data: 'x' } }) }, 'malformed'],
];
