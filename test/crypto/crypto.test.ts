import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { fromBase64, fromBase64Url, fromHex, toBase64, toBase64Url, toHex, utf8 } from '../../worker/crypto/bytes.ts';
import { hmac, verifyHmac } from '../../worker/crypto/hmac.ts';
import { createIdentity } from '../../worker/crypto/person.ts';
import { open, seal, sealedWith } from '../../worker/crypto/seal.ts';
import { Invalid } from '../../worker/loop/ports/errors.ts';

const key = (id: string, fill: number) => ({ id, bytes: new Uint8Array(32).fill(fill) });
const ME = { tenant: 'zendesk:1', name: 'token' };

describe('an HMAC', () => {
  it.each(['SHA-1', 'SHA-256'] as const)('is what others compute (%s)', async (algorithm) => {
    const expected = createHmac(algorithm.replace('-', ''), 's3cret').update('mess–age').digest('hex');
    expect(toHex(await hmac(algorithm, utf8('s3cret'), utf8('mess–age')))).toBe(expected);
    expect(await verifyHmac(algorithm, 's3cret', fromHex(expected)!, utf8('mess–age'))).toBe(true);
  });

  it.each([0, 1, 19, 31, 33, 64])('is not verified, and nothing throws, at %d bytes', async (length) => {
    expect(await verifyHmac('SHA-256', 's', new Uint8Array(length), utf8('m'))).toBe(false);
  });
});

describe('encoded bytes', () => {
  it('come back as they were', () => {
    const all = Uint8Array.from({ length: 256 }, (_, i) => i);
    for (let length = 0; length < 256; length += 5) {
      const bytes = all.slice(0, length);
      expect(fromBase64(toBase64(bytes))).toEqual(bytes);
      expect(fromBase64Url(toBase64Url(bytes))).toEqual(bytes);
      expect(fromHex(toHex(bytes))).toEqual(bytes);
    }
  });

  it.each(['A', 'AB=', 'A===', 'AB==\n', 'AB= ', '====', 'AB=C', 'é==='])(
    'that are not canonical base64 are null: %j',
    (text) => {
      expect(fromBase64(text)).toBeNull();
    },
  );

  it.each(['a', 'AB', 'zz', '0x'])('that are not lower-case hex are null: %j', (text) => {
    expect(fromHex(text)).toBeNull();
  });
});

describe('a sealed secret', () => {
  it('opens with its key and nothing of it shows in the envelope', async () => {
    const sealed = await seal(key('k1', 1), 'canary-Tökén', ME);
    expect(sealed).toMatch(/^v1\.k1\.[A-Za-z0-9_-]+$/);
    expect(sealed).not.toContain('canary');
    expect(await open([key('k0', 0), key('k1', 1)], sealed, ME)).toBe('canary-Tökén');
    expect(sealedWith(sealed)).toBe('k1');
  });

  it('is never sealed twice alike', async () => {
    const sealed = await Promise.all(Array.from({ length: 50 }, () => seal(key('k1', 1), 'x', ME)));
    expect(new Set(sealed).size).toBe(50);
  });

  it('does not open when any character is changed', async () => {
    const sealed = await seal(key('k1', 1), 'canary', ME);
    for (let i = 0; i < sealed.length; i++) {
      const changed = sealed.slice(0, i) + (sealed[i] === 'x' ? 'y' : 'x') + sealed.slice(i + 1);
      await expect(open([key('k1', 1)], changed, ME)).rejects.toBeInstanceOf(Invalid);
    }
  });

  it('does not open for another tenant, name or key', async () => {
    const sealed = await seal(key('k1', 1), 'canary', ME);
    const others = [
      () => open([key('k1', 1)], sealed, { ...ME, tenant: 'zendesk:2' }),
      () => open([key('k1', 1)], sealed, { ...ME, name: 'other' }),
      () => open([key('k1', 1)], sealed, { tenant: 'zendesk:1token', name: '' }),
      () => open([key('k1', 2)], sealed, ME),
      () => open([key('k2', 1)], sealed, ME),
      () => open([], sealed, ME),
      () => open([key('k1', 1)], '', ME),
    ];
    for (const attempt of others) await expect(attempt()).rejects.toBeInstanceOf(Invalid);
  });

  it('needs a key of 32 bytes', async () => {
    await expect(seal({ id: 'k', bytes: new Uint8Array(16) }, 'x', ME)).rejects.toBeInstanceOf(Invalid);
    await expect(seal({ id: 'a.b', bytes: new Uint8Array(32) }, 'x', ME)).rejects.toBeInstanceOf(Invalid);
  });
});

describe('a person’s id', () => {
  const identity = createIdentity(new Uint8Array(32).fill(7));
  it('is the same for the same person and short, and shows nothing', async () => {
    const id = await identity.personId('zendesk:1', '42');
    expect(id).toMatch(/^[A-Za-z0-9_-]{22}$/);
    expect(await identity.personId('zendesk:1', '42')).toBe(id);
  });

  it('differs between tenants, people and keys, also where their ids run together', async () => {
    const ids = [
      await identity.personId('zendesk:1', '42'),
      await identity.personId('zendesk:14', '2'),
      await identity.personId('zendesk:2', '42'),
      await identity.personId('zendesk:1', '43'),
      await createIdentity(new Uint8Array(32).fill(8)).personId('zendesk:1', '42'),
    ];
    expect(new Set(ids).size).toBe(ids.length);
  });
});
