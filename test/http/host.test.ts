import { describe, expect, it } from 'vitest';
import { sameOriginUrl, tenantBaseUrl, zendeskBaseUrl } from '../../worker/http/host.ts';
import { Invalid } from '../../worker/loop/ports/errors.ts';

const HOSTILE_SUBDOMAINS = [
  '',
  'a',
  '-acme',
  'acme-',
  'Acme',
  'acme.evil',
  'acme/evil',
  'acme@evil',
  'acme:443',
  'acme?x',
  'acme#x',
  'acme\\evil',
  'acme evil',
  'acme\n',
  '\tacme',
  'acme%2eevil',
  'a'.repeat(64),
  'évil',
  'evil。example',
  'acme_1',
  '..',
  '127.0.0.1',
  '[::1]',
];

const HOSTILE_BASES = [
  'http://acme.zendesk.com',
  'https://acme.zendesk.com/',
  'https://acme.zendesk.com.',
  'https://acme.zendesk.com:8443',
  'https://ACME.zendesk.com',
  'https://user@acme.zendesk.com',
  'https://acme.zendesk.com@evil.example',
  'https://acme.zendesk.com\\@evil.example',
  'https://evil.example',
  'https://other.zendesk.com',
  'https://acme.zendesk.com.evil.example',
  'https://evil.example/acme.zendesk.com',
  'https://evil.example#acme.zendesk.com',
  'http://127.0.0.1',
  'http://127.0.0.1:80/',
  'http://localhost:8080',
  'http://0x7f.1:80',
  'http://2130706433:80',
  'http://0300.0.2.1',
  'http://3221225985/',
  'http://[::1]:80',
  'http://[::ffff:127.0.0.1]:80',
  'http://169.254.169.254',
  'http://metadata.google.internal',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'gopher://127.0.0.1:6379',
  'https://127.0.0.1:443',
  'http://127.0.0.1:80@evil.example',
  'http://127.0.0.1:99999999',
  '//acme.zendesk.com',
  'acme.zendesk.com',
  '',
];

const HOSTILE_PATHS = [
  'https://evil.example/api',
  'http://acme.zendesk.com/api',
  '//evil.example/api',
  '\\\\evil.example\\api',
  '/\\evil.example',
  'https:/\\evil.example',
  'https://acme.zendesk.com.evil.example/',
  'https://acme.zendesk.com@evil.example/',
  'https://user:pw@acme.zendesk.com/',
  'https://acme.zendesk.com:444/',
  'javascript:1',
  'data:text/plain,x',
  'https://acme.zendesk.com\\@evil.example/',
  'https://evil。example/',
  '\thttps://evil.example',
  'http://[bad',
];

describe('where a request may go', () => {
  it.each(HOSTILE_SUBDOMAINS)('not to the subdomain %j', (subdomain) => {
    expect(() => zendeskBaseUrl(subdomain)).toThrow(Invalid);
  });

  it.each(HOSTILE_BASES)('not to the stored base %j', (base) => {
    expect(() => tenantBaseUrl(base, 'acme')).toThrow(Invalid);
    if (!/^http:\/\/127\.0\.0\.1:\d{1,5}$/.test(base))
      expect(() => tenantBaseUrl(base, 'acme', { allowLocal: true })).toThrow(Invalid);
  });

  it.each(HOSTILE_PATHS)('not to the next page %j', (path) => {
    expect(() => sameOriginUrl('https://acme.zendesk.com', path)).toThrow(Invalid);
  });

  it('to the account’s own base, and to the sandbox only where that is allowed', () => {
    expect(tenantBaseUrl('https://acme.zendesk.com', 'acme')).toBe('https://acme.zendesk.com');
    expect(tenantBaseUrl('http://127.0.0.1:8787', 'acme', { allowLocal: true })).toBe('http://127.0.0.1:8787');
    expect(() => tenantBaseUrl('http://127.0.0.1:8787', 'acme')).toThrow(Invalid);
  });

  it('to a next page on the same origin, with the query encoded', () => {
    const url = sameOriginUrl('https://acme.zendesk.com', 'https://acme.zendesk.com/api/v2/x?page=2', { q: 'a&b' });
    expect(url.toString()).toBe('https://acme.zendesk.com/api/v2/x?page=2&q=a%26b');
  });
});
