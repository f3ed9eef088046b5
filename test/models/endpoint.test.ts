import { describe, expect, it } from 'vitest';
import { Invalid } from '../../worker/loop/ports/errors.ts';
import { modelBaseUrl } from '../../worker/models/openai/endpoint.ts';
import { createOpenAiWriter } from '../../worker/models/openai/writer.ts';
import { createAnswersInMemory, createSpendInMemory } from '../loop/memory/answers.ts';

const HOSTILE = [
  'http://api.openai.com/v1',
  'http://127.0.0.1/v1',
  'http://127.0.0.1:8080/v1',
  'http://localhost:11434/v1',
  'https://localhost/v1',
  'https://LOCALHOST/v1',
  'https://127.0.0.1/v1',
  'https://127.1/v1',
  'https://2130706433/v1',
  'https://0x7f000001/v1',
  'https://0x7f.0.0.1/v1',
  'https://0177.0.0.1/v1',
  'https://0/v1',
  'https://0.0.0.0/v1',
  'https://10.0.0.5/v1',
  'https://192.168.1.1/v1',
  'https://172.16.0.1/v1',
  'https://169.254.169.254/latest/meta-data/',
  'https://100.100.100.200/v1',
  'https://[::1]/v1',
  'https://[::ffff:127.0.0.1]/v1',
  'https://[fd00:ec2::254]/v1',
  'https://[fe80::1%25eth0]/v1',
  'https://１２７.０.０.１/v1',
  'https://①②⑦.⓪.⓪.①/v1',
  'https://127。0。0。1/v1',
  'https://127.0.0.1.nip.io/v1',
  'https://10-0-0-1.sslip.io/v1',
  'https://app.10.0.0.1.xip.io/v1',
  'https://127-0-0-1.somewhere.com/v1',
  'https://a.127.0.0.1.somewhere.com/v1',
  'https://localtest.me/v1',
  'https://x.lvh.me/v1',
  'https://7f000001.c0a80001.rbndr.us/v1',
  'https://metadata.google.internal/v1',
  'https://metadata.somewhere.com/v1',
  'https://instance-data.ec2.internal/v1',
  'https://kubernetes.default.svc/v1',
  'https://kubernetes.default.svc.cluster.local/v1',
  'https://printer.local/v1',
  'https://nas.lan/v1',
  'https://router.home.arpa/v1',
  'https://db.corp/v1',
  'https://wiki.intranet/v1',
  'https://x.onion/v1',
  'https://api.example.com/v1',
  'https://x.test/v1',
  'https://intranet/v1',
  'https://api.openai.com:8443/v1',
  'https://api.openai.com:443/v1',
  'https://api.openai.com:22/v1',
  'https://user:pass@api.openai.com/v1',
  'https://api.openai.com@evil.com/v1',
  'https://api.openai.com%40evil.com/v1',
  'https://api.openai.com%2eevil.com/v1',
  'https://api.openai.com\\@evil.com/v1',
  'https://api.openai.com#@evil.com/v1',
  'https://api.openai.com?x=@evil.com',
  'https://api.openai.com/v1?key=1',
  'https://api.openai.com/v1#x',
  'https://api.openai.com/../../admin',
  'https://api.openai.com/v1/..%2f..%2fadmin',
  'https://api.openai.com//evil.com/v1',
  'https://api.openai.com./v1',
  'https://API.OPENAI.COM/v1',
  'https://аpi.openai.com/v1',
  'https://api.openai.com\u200b/v1',
  'https://api.openai.com\t/v1',
  ' https://api.openai.com/v1',
  'https://api.openai.com/v1\r\nHost: evil.com',
  'https:api.openai.com/v1',
  'https:/\\evil.com/v1',
  '//api.openai.com/v1',
  'ftp://api.openai.com/v1',
  'file:///etc/passwd',
  'gopher://127.0.0.1:6379/_x',
  'data:application/json,{}',
  'javascript:alert(1)',
  'https://-bad.com/v1',
  'https://a..b.com/v1',
  'https://api.openai.c0m1/v1',
  `https://${'a'.repeat(64)}.com/v1`,
  'https://',
  '',
];

describe('a model endpoint', () => {
  it('is one of more than 60 hostile addresses: nothing is sent there', async () => {
    expect(HOSTILE.length).toBeGreaterThanOrEqual(60);
    const sent: unknown[] = [];
    const record: typeof fetch = async (input) => {
      sent.push(input);
      return new Response('{}');
    };
    const accepted = HOSTILE.filter((baseUrl) => {
      try {
        modelBaseUrl(baseUrl);
        return true;
      } catch (error) {
        if (!(error instanceof Invalid)) throw error;
        return false;
      }
    });
    expect(accepted).toEqual([]);
    for (const baseUrl of HOSTILE)
      expect(() =>
        createOpenAiWriter({
          settings: { baseUrl, model: 'm', key: 'k' },
          spend: createSpendInMemory(),
          answers: createAnswersInMemory(),
          now: () => 0,
          fetch: record,
        }),
      ).toThrow(Invalid);
    expect(sent).toEqual([]);
  });

  it.each([
    ['https://api.openai.com/v1', 'https://api.openai.com/v1'],
    ['https://api.openai.com/v1/', 'https://api.openai.com/v1'],
    ['https://api.cloudflare.com/client/v4/accounts/0123abc/ai/v1', undefined],
    ['https://my-llm.eu-west-1.provider.ai', undefined],
    ['https://gateway.ai.cloudflare.com/v1/acc/gw/openai', undefined],
  ])('is public: %s', (raw, base = raw) => {
    expect(modelBaseUrl(raw)).toBe(base);
  });

  it('is on the loopback address only where that is allowed, and only so written', () => {
    expect(modelBaseUrl('http://127.0.0.1:8080/v1', { allowLoopback: true })).toBe('http://127.0.0.1:8080/v1');
    for (const raw of ['http://127.0.0.1:99999/v1', 'http://127.0.0.1:80@evil.com/', 'http://localhost:80/v1'])
      expect(() => modelBaseUrl(raw, { allowLoopback: true })).toThrow(Invalid);
  });
});
