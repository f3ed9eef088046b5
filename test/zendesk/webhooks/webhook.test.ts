import { describe, expect, it } from 'vitest';
import { STATIC_TEST_SECRET, verifyWebhook, type WebhookRefusal } from '../../../worker/zendesk/webhooks/webhook.ts';
import { deliver, NOW, SECRET, sign, TIMESTAMP, ticketEvent } from './deliveries.ts';

const body = JSON.stringify(ticketEvent('created'));
const good = sign(SECRET, TIMESTAMP, body);
const minutes = (count: number) => new Date(NOW + count * 60_000).toISOString();
const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;
const bytes = (...values: number[]) => new Uint8Array(values);
const flipped = (index: number) => good.slice(0, index) + (good[index] === 'A' ? 'B' : 'A') + good.slice(index + 1);
const with_ = (change: object) => JSON.stringify({ ...ticketEvent('created'), ...change });

const REFUSED: [string, Parameters<typeof deliver>[0], WebhookRefusal][] = [
  ['no signature', { signature: null }, 'no_signature'],
  ['an empty signature', { signature: '' }, 'no_signature'],
  ['a short signature', { signature: good.slice(0, 20) }, 'no_signature'],
  ['a signature cut by one character', { signature: good.slice(0, 43) }, 'no_signature'],
  ['a long signature', { signature: `${good}AAAA` }, 'no_signature'],
  ['a signature of 100,000 characters', { signature: 'A'.repeat(100_000) }, 'no_signature'],
  ['a signature that is not base64', { signature: '!'.repeat(44) }, 'no_signature'],
  ['a signature in base64url', { signature: `${'_-'.repeat(21)}A=` }, 'no_signature'],
  ['a signature in hex', { signature: 'ab'.repeat(32) }, 'no_signature'],
  ['a signature with spaces inside', { signature: `${good.slice(0, 20)}  ${good.slice(22)}` }, 'no_signature'],
  ['a signature without its padding', { signature: `${good.slice(0, 43)}A` }, 'no_signature'],
  ['a signature of 33 bytes', { signature: Buffer.alloc(33).toString('base64') }, 'no_signature'],
  [
    'a signature with set padding bits',
    { signature: `${Buffer.alloc(32).toString('base64').slice(0, 42)}B=` },
    'no_signature',
  ],
  ['a prefixed signature', { signature: `sha256=${good}` }, 'no_signature'],
  ['two signatures in one header', { signature: `${good},${good}` }, 'no_signature'],
  ['no timestamp', { timestamp: '' }, 'bad_timestamp'],
  ['a timestamp in words', { timestamp: 'yesterday' }, 'bad_timestamp'],
  ['a timestamp of seconds', { timestamp: String(NOW / 1_000) }, 'bad_timestamp'],
  ['a timestamp of milliseconds', { timestamp: String(NOW) }, 'bad_timestamp'],
  ['NaN', { timestamp: 'NaN' }, 'bad_timestamp'],
  ['a date without a time', { timestamp: '2026-08-01' }, 'bad_timestamp'],
  ['an HTTP date', { timestamp: 'Sat, 01 Aug 2026 10:00:00 GMT' }, 'bad_timestamp'],
  ['a month 13', { timestamp: '2026-13-01T10:00:00Z' }, 'bad_timestamp'],
  ['a timestamp of 10,000 digits', { timestamp: `2026-08-01T10:00:00.${'0'.repeat(10_000)}Z` }, 'bad_timestamp'],
  ['a delivery of six minutes ago', { timestamp: minutes(-6) }, 'stale_timestamp'],
  ['a delivery six minutes ahead', { timestamp: minutes(6) }, 'stale_timestamp'],
  ['a year that overflows seconds', { timestamp: '9999-01-01T00:00:00Z' }, 'stale_timestamp'],
  ['a clock of ours that is broken', { now: Number.NaN }, 'stale_timestamp'],
  ['the first character flipped', { signature: flipped(0) }, 'bad_signature'],
  ['a character in the middle flipped', { signature: flipped(21) }, 'bad_signature'],
  ['another case', { signature: good.slice(0, 40).toLowerCase() + good.slice(40) }, 'bad_signature'],
  ['zeros', { signature: Buffer.alloc(32).toString('base64') }, 'bad_signature'],
  ['another secret', { signedWith: 'another' }, 'bad_signature'],
  ['a rotated-out secret', { signedWith: 'old', secrets: [SECRET] }, 'bad_signature'],
  ['no secret at all', { secrets: [] }, 'bad_signature'],
  ['an empty secret', { secrets: [''] }, 'bad_signature'],
  ['the static test secret', { signedWith: STATIC_TEST_SECRET }, 'bad_signature'],
  [
    'the static test secret stored as ours',
    { signedWith: STATIC_TEST_SECRET, secrets: [STATIC_TEST_SECRET] },
    'bad_signature',
  ],
  ['the body alone signed', { signature: sign(SECRET, '', body) }, 'bad_signature'],
  ['a dot between timestamp and body', { signature: sign(SECRET, `${TIMESTAMP}.`, body) }, 'bad_signature'],
  ['another timestamp signed', { signature: sign(SECRET, '2026-08-01T10:00:01Z', body) }, 'bad_signature'],
  ['the same time written otherwise', { timestamp: '2026-08-01T10:00:00.000Z', signature: good }, 'bad_signature'],
  [
    'a body written again with spaces',
    { body: JSON.stringify(ticketEvent('created'), null, 1), signature: good },
    'bad_signature',
  ],
  ['a body with one byte more', { body: `${body} `, signature: good }, 'bad_signature'],
  ['a byte order mark put before it', { body: `\uFEFF${body}`, signature: good }, 'bad_signature'],
  ['an escape instead of a letter', { body: body.replace('Ann', '\\u0041nn'), signature: good }, 'bad_signature'],
  ['another webhook’s id', { webhookId: '01X' }, 'wrong_account'],
  ['another account’s header', { headers: { 'x-zendesk-account-id': '1' } }, 'wrong_account'],
  ['another account’s body', { body: with_({ account_id: 1 }) }, 'wrong_account'],
  ['an account id that lost digits', { body: body.replace('22129848', '9007199254740993') }, 'not_an_event'],
  ['an empty body', { body: '' }, 'not_json'],
  ['no JSON', { body: '{"a":' }, 'not_json'],
  ['bytes that are no UTF-8', { body: bytes(0x22, 0xff, 0xfe, 0x22) }, 'not_json'],
  ['a body 65 levels deep', { body: nested(65) }, 'not_json'],
  ['a body a million levels deep', { body: nested(1_000_000) }, 'not_json'],
  ['a body of 5,001 keys', { body: `{${Array.from({ length: 5_001 }, (_, i) => `"k${i}":1`).join(',')}}` }, 'not_json'],
  ['an array', { body: '[]' }, 'not_an_event'],
  ['null', { body: 'null' }, 'not_an_event'],
  ['no event id', { body: with_({ id: undefined }) }, 'not_an_event'],
  ['an event id that is an object', { body: with_({ id: { $ne: '' } }) }, 'not_an_event'],
  ['an event id of 201 characters', { body: with_({ id: 'x'.repeat(201) }) }, 'not_an_event'],
  ['no detail', { body: with_({ detail: null }) }, 'not_an_event'],
  ['a time in words', { body: with_({ time: 'now' }) }, 'not_an_event'],
];

describe('a webhook delivery', () => {
  it.each(REFUSED)('is refused with %s', async (_, over, refusal) => {
    const verdict = await verifyWebhook(deliver(over));
    expect(verdict).toEqual({ isAccepted: false, refusal, status: refusal.startsWith('not_') ? 400 : 401 });
  });

  it('is accepted when everything is right, and within five minutes either way', async () => {
    for (const now of [NOW, Date.parse(TIMESTAMP) + 300_000, Date.parse(TIMESTAMP) - 300_000]) {
      expect(await verifyWebhook(deliver({ now }))).toMatchObject({
        isAccepted: true,
        event: { account_id: '22129848' },
      });
    }
  });

  it('is accepted with either of two live secrets', async () => {
    for (const signedWith of ['old', 'new']) {
      expect((await verifyWebhook(deliver({ signedWith, secrets: ['new', 'old'] }))).isAccepted).toBe(true);
    }
  });

  it('is verified over its bytes, whatever the spacing, the escapes and the script', async () => {
    const odd = `  ${JSON.stringify({ ...ticketEvent('created'), note: 'é 漢字 \u2028' }, null, 3).replace('Ann', '\\u0041nn')}\n`;
    expect((await verifyWebhook(deliver({ body: odd }))).isAccepted).toBe(true);
  });

  it('is accepted without the unsigned id headers, and before our webhook’s id is known', async () => {
    const delivery = deliver({ webhookId: null });
    delivery.headers.delete('x-zendesk-account-id');
    expect((await verifyWebhook(delivery)).isAccepted).toBe(true);
  });
});
