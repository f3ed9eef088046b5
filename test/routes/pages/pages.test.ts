import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Boot } from '../../../shared/viewer.ts';
import { createApp } from '../../../worker/app.ts';
import { RetryLater } from '../../../worker/loop/ports/errors.ts';
import { NOTICE_WORDS, NOTICES } from '../../../worker/routes/pages/notice-words.ts';
import type { Opened, Services } from '../../../worker/routes/services.ts';
import { createWorld, TENANT, type World } from '../../loop/world/world.ts';
import { createOperator, type People, PUBLIC_URL } from '../services.ts';

/** As tried in Chromium. */
const POLICY =
  "default-src 'none'; script-src 'self' https://static.zdassets.com/zendesk_app_framework_sdk/2.0/; style-src 'self' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='; img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; object-src 'none'; frame-ancestors https://*.zendesk.com; require-trusted-types-for 'script'; trusted-types 'none'";
const BUILT = '<!doctype html><html><head><title>Mend</title></head><body><div id="app"></div></body></html>';
const ZENDESK = { origin: 'https://acme.zendesk.com', 'sec-fetch-dest': 'iframe' };

let world: World;
let people: People;
let services: Services;
let opened: Opened | Error;
beforeEach(async () => {
  world = await createWorld();
  people = { persons: new Map(), open: new Map() };
  people.persons.set(`${TENANT}/7`, { userId: '7', name: '</script>\u2028Ann', locale: 'en', role: 'agent' });
  opened = { proof: { tenant: TENANT, userId: '7', id: 'p', seal: 's', isReusable: true } };
  services = {
    ...createOperator(world, people).services,
    openedByZendesk: async () => {
      if (opened instanceof Error) throw opened;
      return opened;
    },
    asset: async (path) =>
      path.startsWith('/assets/') && !path.includes('app-1.js')
        ? new Response('', { status: 404 })
        : new Response(path.endsWith('.js') ? 'let x' : BUILT, { headers: { 'content-type': 'text/x', etag: 'e' } }),
  };
});
const ask = (path: string, init: RequestInit = {}) => createApp(services).request(`${PUBLIC_URL}${path}`, init);
const post = (headers: Record<string, string> = ZENDESK, body: BodyInit = new URLSearchParams({ token: 't' })) =>
  ask('/zendesk/sidebar?origin=x&app_guid=y', { method: 'POST', headers, body });
const bootOf = (html: string): Boot => JSON.parse(/id="boot">(.*?)<\/script>/.exec(html)?.[1] ?? '');
const titleOf = async (response: Response) => /<title>(.*?)<\/title>/.exec(await response.text())?.[1];

describe('the page of an app', () => {
  it('is the built one with who is looking, in a data block that nothing in it can end', async () => {
    for (const app of ['sidebar', 'console']) {
      const response = await ask(`/zendesk/${app}`, {
        method: 'POST',
        headers: ZENDESK,
        body: new URLSearchParams({ token: 't' }),
      });
      const html = await response.text();
      expect(response.status).toBe(200);
      expect(html.replace(/<script type="application\/json".*?<\/script>/, '')).toBe(BUILT);
      expect(html.match(/<\/script>/g)).toHaveLength(1);
      expect(bootOf(html).viewer).toMatchObject({ tenant: TENANT, name: '</script>\u2028Ann', role: 'agent' });
    }
  });

  it('carries exactly the policy that was tried, and what else guards it', async () => {
    const { headers } = await post();
    expect(headers.get('content-security-policy')).toBe(POLICY);
    expect(Object.fromEntries(headers)).toMatchObject({
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
      'permissions-policy': 'camera=(), microphone=(), geolocation=()',
    });
    for (const absent of ['x-frame-options', 'set-cookie', 'cross-origin-embedder-policy'])
      expect(headers.has(absent)).toBe(false);
  });

  it('is given again for the same token, as when its frame is reloaded', async () => {
    const [first, again] = [bootOf(await (await post()).text()), bootOf(await (await post()).text())];
    expect(again.sessionId).toBe(first.sessionId);
  });

  it('is given where the helpdesk’s page hides its origin, or the browser says nothing', async () => {
    for (const headers of [{ origin: 'null', 'sec-fetch-dest': 'iframe' }, {} as Record<string, string>])
      expect((await post(headers)).status).toBe(200);
  });
});

describe('instead of the page of an app', () => {
  const expectNotice = async (response: Response, status: number, title: string) => {
    expect([response.status, await titleOf(response.clone())]).toEqual([status, title]);
    const html = await response.text();
    const style = /<style>(.*?)<\/style>/.exec(html)?.[1] ?? '';
    const hash = createHash('sha256').update(style).digest('base64');
    const policy = response.headers.get('content-security-policy');
    expect(policy).toContain(`style-src 'sha256-${hash}'`);
    expect(policy).toContain('frame-ancestors');
    expect(response.headers.has('x-frame-options')).toBe(false);
    expect(html).not.toMatch(/<script|\{vendor\}|at .*\.ts/);
  };

  it('one that came too late is told to open it again', async () => {
    opened = { refused: 'expired', why: 'old' };
    await expectNotice(await post(), 401, 'Open Mend again');
    opened = { proof: { tenant: TENANT, userId: '7', id: 'p', seal: 's', isReusable: true } };
    await post();
    opened = { proof: { tenant: TENANT, userId: '7', id: 'p', seal: 'another', isReusable: true } };
    await expectNotice(await post(), 401, 'Open Mend again');
  });

  it('one whom nothing proves is told so, whatever was sent', async () => {
    const title = 'Mend can’t tell who you are';
    for (const refused of ['forged', 'signature'] as const) {
      opened = { refused, why: 'some reason' };
      await expectNotice(await post(), 401, title);
    }
    await expectNotice(await ask('/zendesk/sidebar'), 401, title);
    await expectNotice(await post(ZENDESK, new URLSearchParams({ other: 'x' })), 400, title);
    await expectNotice(await post({ ...ZENDESK, 'content-type': 'application/json' }, '{"token":"t"}'), 400, title);
    const form = new FormData();
    form.set('token', new Blob(['t']), 'file');
    await expectNotice(await post(ZENDESK, form), 400, title);
    await expectNotice(await post(ZENDESK, new URLSearchParams({ token: 'x'.repeat(20_000) })), 413, title);
  });

  it('a page elsewhere, or one that wants it outside a frame, gets nothing', async () => {
    const origins = ['https://evil.example', 'https://evil.example/.zendesk.com', 'https://zendesk.com.evil.example'];
    const others = ['http://acme.zendesk.com', 'https://a.b.zendesk.com', 'https://acme.zendesk.com:444', ''];
    for (const origin of [...origins, ...others.filter(Boolean)])
      await expectNotice(await post({ ...ZENDESK, origin }), 403, 'Mend can’t tell who you are');
    for (const dest of ['document', 'empty', 'script', 'object'])
      await expectNotice(await post({ ...ZENDESK, 'sec-fetch-dest': dest }), 403, 'Mend can’t tell who you are');
  });

  it('who is no agent is told so', async () => {
    people.persons.clear();
    await expectNotice(await post(), 403, 'Mend is for agents');
  });

  it('one waits while the helpdesk does not answer', async () => {
    opened = new RetryLater('down', 1_000);
    await expectNotice(await post(), 503, 'Zendesk does not answer');
  });

  it('it is said in the browser’s language, of those that Mend speaks', async () => {
    people.persons.clear();
    const lang = async (accepted: string) =>
      /lang="(.*?)"/.exec(await (await post({ ...ZENDESK, 'accept-language': accepted })).text())?.[1];
    expect(await Promise.all(['de-AT,de;q=0.9,en;q=0.8', 'pt', 'sv, ja;q=0.5', 'sv', '', '*'].map(lang))).toEqual([
      'de',
      'pt-BR',
      'ja',
      'en',
      'en',
      'en',
    ]);
    for (const words of Object.values(NOTICE_WORDS)) {
      expect(Object.keys(words)).toEqual([...NOTICES]);
      for (const text of Object.values(words).flat()) expect(text).not.toMatch(/^$|[<>&]/);
    }
  });

  it('a fault of ours is said without its details', async () => {
    opened = new Error('secret detail');
    const response = await post();
    expect(await response.clone().text()).not.toContain('secret');
    await expectNotice(response, 500, 'Something went wrong');
  });

  it('a worker without its pages says what is missing, and begins no session', async () => {
    for (const asset of [async () => null, async () => new Response('', { status: 404 })]) {
      services = { ...services, asset };
      await expectNotice(await post(), 503, 'The app is not built');
    }
    expect(world.shelf.sessions.size).toBe(0);
  });
});

describe('a built file', () => {
  it('is kept for ever by browsers, and by no other site', async () => {
    const { status, headers } = await ask('/assets/app-1.js');
    expect([status, headers.get('cache-control')]).toEqual([200, 'public, max-age=31536000, immutable']);
    expect([headers.get('cross-origin-resource-policy'), headers.get('x-content-type-options')]).toEqual([
      'same-origin',
      'nosniff',
    ]);
  });

  it('that is not there, or no file of ours, is 404', async () => {
    for (const path of ['/assets/none.js', '/assets/../sidebar/index.html', '/assets/%2e%2e/x', '/assets/', '/assets'])
      expect([path, (await ask(path)).status]).toEqual([path, 404]);
  });
});
