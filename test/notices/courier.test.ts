import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { publicUrl } from '../../worker/http/public-url.ts';
import type { SecretStore } from '../../worker/loop/ports/stores/tenants.ts';
import { createCourier } from '../../worker/notices/courier.ts';
import { memorySecrets } from '../loop/memory/accounts.ts';
import { createShelf, type Shelf } from '../loop/memory/shelf.ts';

let server: Server;
let url: string;
let got: { headers: IncomingHttpHeaders; body: string; path: string | undefined }[];
let answer: { status: number; location?: string };
let shelf: Shelf;
let secrets: SecretStore;
let now: number;

beforeEach(async () => {
  got = [];
  answer = { status: 204 };
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      got.push({ headers: request.headers, body, path: request.url });
      response.writeHead(answer.status, answer.location ? { location: answer.location } : {}).end();
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
  shelf = createShelf();
  secrets = memorySecrets(shelf);
  now = Date.now();
});
afterEach(() => new Promise((done) => server.close(done)));

const courier = (isLoopbackAllowed = true) =>
  createCourier({ secrets, sealKey: { id: 'k1', bytes: new Uint8Array(32) }, isLoopbackAllowed, now: () => now });
const letter = () => ({ id: 'msg_1', at: now, body: '{"type":"mend.test"}' });
const verify = (secret: string) =>
  new Webhook(secret).verify(got.at(-1)?.body ?? '', got.at(-1)?.headers as Record<string, string>);

describe('the outgoing webhook', () => {
  it('is signed so that the library of the receiver verifies it, and nobody else’s secret does', async () => {
    const own = courier();
    const { secret } = await own.setWebhook('zendesk:1', url);
    const other = await own.setWebhook('zendesk:2', url);
    await own.deliver('zendesk:1', letter());
    expect(got[0]?.headers).toMatchObject({
      'webhook-id': 'msg_1',
      'webhook-timestamp': String(Math.floor(now / 1000)),
    });
    expect(verify(secret)).toEqual({ type: 'mend.test' });
    expect(() => verify(other.secret)).toThrow('No matching signature');
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
  });

  it('signs with the old and the new secret for a day after a rotation, then with the new one alone', async () => {
    const own = courier();
    const { secret: old } = await own.setWebhook('zendesk:1', url);
    const { secret, webhook } = await own.rotateSecret('zendesk:1');
    expect(webhook.previousUntil).toBe(now + 24 * 3_600_000);
    await own.deliver('zendesk:1', letter());
    expect([verify(old), verify(secret)]).toEqual([{ type: 'mend.test' }, { type: 'mend.test' }]);
    now += 24 * 3_600_000 + 31_000;
    const later = { ...letter(), at: Date.now() };
    await own.deliver('zendesk:1', later);
    expect(verify(secret)).toEqual({ type: 'mend.test' });
    expect(() => verify(old)).toThrow('No matching signature');
    expect((await own.webhook('zendesk:1'))?.previousUntil).toBeNull();
  });

  it('stands sealed: neither its address nor its secret can be read in storage, nor opened as another tenant’s', async () => {
    const { secret } = await courier().setWebhook('zendesk:1', url);
    const stored = JSON.stringify([...shelf.secrets]);
    expect([stored.includes('127.0.0.1'), stored.includes(secret.slice(8))]).toEqual([false, false]);
    const [sealed] = [...shelf.secrets.values()];
    await secrets.put('zendesk:2', 'notices_webhook', sealed ?? '');
    await expect(courier().deliver('zendesk:2', letter())).rejects.toThrow('cannot be opened');
  });

  it.each([301, 302, 307, 400, 404, 429, 500, 503])(
    'answered %s is tried again later, and redirects are not followed',
    async (status) => {
      const own = courier();
      await own.setWebhook('zendesk:1', url);
      answer = { status, location: `${url}/elsewhere` };
      await expect(own.deliver('zendesk:1', letter())).rejects.toMatchObject({ name: 'RetryLater', waits: 'row' });
      expect(got.length).toBe(1);
    },
  );

  it('answered 410 is wanted no more', async () => {
    const own = courier();
    await own.setWebhook('zendesk:1', url);
    answer = { status: 410 };
    await expect(own.deliver('zendesk:1', letter())).rejects.toMatchObject({ name: 'Permanent' });
  });

  it('is tried again where nobody listens, and says so without the address', async () => {
    const own = courier();
    await own.setWebhook('zendesk:1', 'http://127.0.0.1:1/hook');
    await expect(own.deliver('zendesk:1', letter())).rejects.toThrow(/^the connection failed$/);
  });

  it('is gone when it is removed, and is nobody’s else', async () => {
    const own = courier();
    await own.setWebhook('zendesk:1', url);
    expect([await own.hasWebhook('zendesk:1'), await own.hasWebhook('zendesk:2')]).toEqual([true, false]);
    await own.removeWebhook('zendesk:1');
    expect(await own.webhook('zendesk:1')).toBeNull();
    await expect(own.deliver('zendesk:1', letter())).rejects.toThrow('no outgoing webhook');
    await expect(own.rotateSecret('zendesk:1')).rejects.toThrow('no outgoing webhook');
  });

  it('goes to the loopback address in a sandbox alone, also where it was stored before', async () => {
    await courier().setWebhook('zendesk:1', url);
    await expect(courier(false).deliver('zendesk:1', letter())).rejects.toThrow('https address');
    expect(got).toEqual([]);
  });
});

describe('the address of a webhook', () => {
  it.each([
    'https://hooks.acme.com/mend',
    'https://hooks.acme.com/a/b?sig=x%2Fy&v=1',
    'https://eu-1.hooks.acme.co.uk/',
  ])('may be %s', (address) => {
    expect(publicUrl(address, 'the webhook’s address')).toBe(address);
  });

  it.each([
    ...['http://hooks.acme.com/', 'https://127.0.0.1/', 'https://10.0.0.1/', 'https://[::1]/', 'https://localhost/'],
    ...['https://169.254.169.254/latest/meta-data/', 'https://0x7f.1/', 'https://3221225985/', 'https://0300.0.2.1/'],
    ...[
      'https://user:pass@hooks.acme.com/',
      'https://hooks.acme.com:8443/',
      'https://hooks.acme.com./',
      'ftp://acme.com/',
    ],
    ...[
      'https://hooks.acme.com\\@evil.example/',
      'https://hooks.acme.com/#x',
      'https://evil。com/',
      'https://HOOKS.acme.com/',
    ],
    ...[
      'https://metadata.google.internal/',
      'https://10.0.0.1.nip.io/',
      'https://hooks/',
      'https://',
      '',
      ' https://acme.com/',
    ],
    ...[
      'https://hooks.acme.com/../admin',
      'https://hooks.acme.com/a b',
      'javascript:alert(1)',
      'https://svc.cluster.local/',
    ],
  ])('may not be %j', (address) => {
    expect(() => publicUrl(address, 'the webhook’s address')).toThrow(/^the webhook’s address/);
  });
});
