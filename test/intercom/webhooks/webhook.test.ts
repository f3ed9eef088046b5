import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { MAX_WEBHOOK_BYTES, verifyWebhook, type WebhookRefusal } from '../../../worker/intercom/webhooks/webhook.ts';
import { deliver, notification, SECRET, sign, WORKSPACE } from './deliveries.ts';

const body = JSON.stringify(notification('conversation.user.created'));
const good = sign(SECRET, body);
const hex = good.slice('sha1='.length);
const flipped = (index: number) =>
  `sha1=${hex.slice(0, index)}${hex[index] === 'a' ? 'b' : 'a'}${hex.slice(index + 1)}`;
const base64 = createHmac('sha1', SECRET).update(body).digest('base64');

const REFUSED: [string, Parameters<typeof deliver>[0], WebhookRefusal][] = [
  ['no signature', { signature: null }, 'no_signature'],
  ['an empty signature', { signature: '' }, 'no_signature'],
  ['the prefix alone', { signature: 'sha1=' }, 'no_signature'],
  ['a short signature', { signature: good.slice(0, 20) }, 'no_signature'],
  ['a signature cut by one digit', { signature: good.slice(0, -1) }, 'no_signature'],
  ['a signature with one digit more', { signature: `${good}0` }, 'no_signature'],
  ['a signature with a byte more', { signature: `${good}00` }, 'no_signature'],
  ['a signature of 100,000 characters', { signature: `sha1=${'a'.repeat(100_000)}` }, 'no_signature'],
  ['a signature without its prefix', { signature: hex }, 'no_signature'],
  ['a signature of another prefix', { signature: `sha256=${hex}` }, 'no_signature'],
  ['a prefix in capitals', { signature: `SHA1=${hex}` }, 'no_signature'],
  ['a prefix twice', { signature: `sha1=${good}` }, 'no_signature'],
  ['hex in capitals', { signature: `sha1=${hex.toUpperCase()}` }, 'no_signature'],
  ['a signature that is not hex', { signature: `sha1=${'g'.repeat(40)}` }, 'no_signature'],
  ['a signature in base64', { signature: `sha1=${base64}` }, 'no_signature'],
  ['a space after the prefix', { signature: `sha1= ${hex}` }, 'no_signature'],
  ['spaces inside', { signature: `sha1=${hex.slice(0, 20)}  ${hex.slice(22)}` }, 'no_signature'],
  ['two signatures in one header', { signature: `${good},${good}` }, 'no_signature'],
  ['a list with the right one in it', { signature: `sha1=${'0'.repeat(40)}, ${good}` }, 'no_signature'],
  ['full-width digits', { signature: `sha1=${encodeURIComponent('１'.repeat(40))}` }, 'no_signature'],
  ['the signature in another header', { signature: null, headers: { 'x-body-signature': hex } }, 'no_signature'],
  ['a bearer token instead', { signature: null, headers: { authorization: `Bearer ${SECRET}` } }, 'no_signature'],
  ['the first digit flipped', { signature: flipped(0) }, 'bad_signature'],
  ['a digit in the middle flipped', { signature: flipped(19) }, 'bad_signature'],
  ['the last digit flipped', { signature: flipped(39) }, 'bad_signature'],
  ['zeros', { signature: `sha1=${'0'.repeat(40)}` }, 'bad_signature'],
  ['another secret', { signedWith: 'another' }, 'bad_signature'],
  ['a rotated-out secret', { signedWith: 'old', secrets: [SECRET] }, 'bad_signature'],
  ['a secret with a space', { signedWith: `${SECRET} ` }, 'bad_signature'],
  ['no secret at all', { secrets: [] }, 'bad_signature'],
  ['an empty secret', { secrets: [''] }, 'bad_signature'],
  ['an empty secret that signed', { signedWith: '', secrets: [''] }, 'bad_signature'],
  ['the first bytes of HMAC-SHA256', { signature: sign(SECRET, body, 'sha256').slice(0, 45) }, 'bad_signature'],
  ['an empty body’s signature', { signature: sign(SECRET, '') }, 'bad_signature'],
  ['another notification’s signature', { signature: sign(SECRET, `${body}x`) }, 'bad_signature'],
  [
    'a body written again with spaces',
    { body: JSON.stringify(JSON.parse(body), null, 1), signature: good },
    'bad_signature',
  ],
  ['a body with one byte more', { body: `${body} `, signature: good }, 'bad_signature'],
  ['a byte order mark put before it', { body: `\uFEFF${body}`, signature: good }, 'bad_signature'],
  ['an escape instead of a letter', { body: body.replace('user', '\\u0075ser'), signature: good }, 'bad_signature'],
  ['another workspace put in', { body: body.replace(WORKSPACE, 'ecahpwf6'), signature: good }, 'bad_signature'],
  ['an empty body', { body: '', signature: good }, 'bad_signature'],
  ['bytes that are no UTF-8', { body: new Uint8Array([0xff, 0xfe]), signature: good }, 'bad_signature'],
  ['a body over 256 KB, however well signed', { body: ' '.repeat(MAX_WEBHOOK_BYTES + 1) }, 'too_large'],
];

const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;
const without = (change: object) => JSON.stringify({ ...notification('ping'), ...change });
/** Signed by Intercom, and nothing that we can read. */
const UNREADABLE: [string, string | Uint8Array][] = [
  ['an empty body', ''],
  ['no JSON', '{"a":'],
  ['bytes that are no UTF-8', new Uint8Array([0x22, 0xff, 0xfe, 0x22])],
  ['65 levels', nested(65)],
  ['100,000 levels', nested(100_000)],
  ['5,001 keys', `{${Array.from({ length: 5_001 }, (_, i) => `"k${i}":1`).join(',')}}`],
  ['an array', '[]'],
  ['null', 'null'],
  ['another type', without({ type: 'event' })],
  ['no topic', without({ topic: '' })],
  ['a topic that is an object', without({ topic: { $ne: '' } })],
  ['no workspace', without({ app_id: undefined })],
  ['a workspace that is a path', without({ app_id: '../zendesk:1' })],
  ['a workspace of 65 characters', without({ app_id: 'a'.repeat(65) })],
  ['an id of 201 characters', without({ id: 'x'.repeat(201) })],
  ['a time in words', without({ created_at: 'now' })],
  ['a time in milliseconds', without({ created_at: 1_785_578_400_000 })],
  ['no data', without({ data: null })],
];

describe('an Intercom notification', () => {
  it.each(REFUSED)('is refused with %s', async (_, over, refusal) => {
    const verdict = await verifyWebhook(deliver(over));
    expect(verdict).toEqual({ isAccepted: false, refusal, status: refusal === 'too_large' ? 413 : 401 });
  });

  it.each(UNREADABLE)('that is signed and holds %s is accepted and no event', async (_, content) => {
    expect(await verifyWebhook(deliver({ body: content }))).toEqual({ isAccepted: true, event: null });
  });

  it('is accepted when it is signed, and tells whose it is', async () => {
    const verdict = await verifyWebhook(deliver());
    expect(verdict).toMatchObject({
      isAccepted: true,
      event: { app_id: WORKSPACE, topic: 'conversation.user.created' },
    });
  });

  it('is accepted with either of two live secrets', async () => {
    for (const signedWith of ['old', 'new'])
      expect((await verifyWebhook(deliver({ signedWith, secrets: ['new', 'old'] }))).isAccepted).toBe(true);
  });

  it('is verified over its bytes, whatever the spacing, the escapes and the script', async () => {
    const odd = `  ${JSON.stringify({ ...notification('ping'), note: 'é 漢字 \u2028' }, null, 3).replace('ping', '\\u0070ing')}\n`;
    expect(await verifyWebhook(deliver({ body: odd }))).toMatchObject({ isAccepted: true, event: { topic: 'ping' } });
  });

  it('without an id is known by its bytes when it comes again', async () => {
    const ids = await Promise.all(
      [1, 1, 2].map(async (attempt) => {
        const over = { id: undefined, first_sent_at: attempt };
        const verdict = await verifyWebhook(deliver({ body: JSON.stringify(notification('ping', {}, over)) }));
        return verdict.isAccepted ? verdict.event?.id : null;
      }),
    );
    expect(ids[0]).toMatch(/^sha256-[0-9a-f]{64}$/);
    expect(ids[1]).toBe(ids[0]);
    expect(ids[2]).not.toBe(ids[0]);
  });
});
