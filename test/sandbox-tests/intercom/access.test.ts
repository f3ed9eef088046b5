import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createIntercom, type Intercom, SANDBOX_CLIENT } from '../../sandbox/intercom/driver.ts';
import { testClock } from '../client.ts';
import { type Call, intercomClient } from './client.ts';

let intercom: Intercom;
let call: Call;
let path: string;
let wallClock: ReturnType<typeof testClock>;

beforeEach(async () => {
  wallClock = testClock();
  intercom = createIntercom({ wallClock, limits: { appPerMinute: 60 } });
  const article = intercom.addArticle({ title: 'T', body: '<p>Base.</p>' });
  path = `/articles/${article.id}`;
  call = intercomClient(intercom, { baseUrl: (await intercom.listen()).url });
});
afterEach(() => intercom.close());

const live = async (): Promise<string> => (await call('GET', path)).body.body;

describe('who may ask', () => {
  it('gives a token for a code, once, as JSON or as a form', async () => {
    const redirect = SANDBOX_CLIENT.redirectUris[0] ?? '';
    const authorize = async (): Promise<string> => {
      const query = new URLSearchParams({ client_id: SANDBOX_CLIENT.id, state: 's', redirect_uri: redirect });
      const consent = await intercom.fetch(new Request(`http://127.0.0.1/oauth?${query}`));
      const target = new URL(consent.headers.get('location') ?? '');
      expect(target.searchParams.get('state')).toBe('s');
      return target.searchParams.get('code') ?? '';
    };
    const fields = { client_id: SANDBOX_CLIENT.id, client_secret: SANDBOX_CLIENT.secret };
    const code = await authorize();
    const { body } = await call('POST', '/auth/eagle/token', { ...fields, code });
    expect(body).toMatchObject({ token_type: 'Bearer' });
    expect((await call('POST', '/auth/eagle/token', { ...fields, code })).status).toBe(401);
    const me = await intercomClient(intercom, { token: body.access_token })('GET', '/me');
    expect(me.body).toMatchObject({ type: 'admin', app: { id_code: 'sandbox1', region: 'US' } });
    const form = new URLSearchParams({ ...fields, code: await authorize() }).toString();
    const type = { 'content-type': 'application/x-www-form-urlencoded' };
    expect((await call('POST', '/auth/eagle/token', form, type)).status).toBe(200);
    const wrong = { ...fields, client_secret: 'x', code: await authorize() };
    expect((await call('POST', '/auth/eagle/token', wrong)).status).toBe(401);
    expect(JSON.stringify(intercom.requests)).not.toContain(SANDBOX_CLIENT.secret);
  });

  it('refuses unknown tokens, and every token once the app was uninstalled', async () => {
    expect((await intercomClient(intercom, { token: 'nonsense' })('GET', '/me')).code).toBe('unauthorized');
    expect((await call('GET', '/me')).status).toBe(200);
    intercom.uninstall();
    expect((await call('GET', '/me')).status).toBe(401);
  });

  it('refuses what the app was not permitted', async () => {
    const { accessToken } = intercom.issueToken({ permissions: ['read_articles'] });
    const limited = intercomClient(intercom, { token: accessToken });
    expect((await limited('GET', path)).status).toBe(200);
    expect(await limited('PUT', path, { title: 'x' })).toMatchObject({ status: 403, code: 'token_unauthorized' });
    expect((await limited('GET', '/conversations')).status).toBe(403);
  });

  it('answers in the version that was asked for and refuses one that does not exist', async () => {
    expect((await call('GET', '/me', undefined, { 'intercom-version': '2.14' })).headers.get('intercom-version')).toBe(
      '2.14',
    );
    expect((await call('GET', '/me', undefined, { 'intercom-version': '9.9' })).code).toBe('intercom_version_invalid');
  });

  it('lets through a sixth of a minute in ten seconds, and says when the next window begins', async () => {
    const headersOf = async () => {
      const { headers, status } = await call('GET', '/me');
      return [status, headers.get('x-ratelimit-limit'), headers.get('x-ratelimit-remaining')];
    };
    expect(await headersOf()).toEqual([200, '10', '9']);
    for (let n = 0; n < 9; n += 1) await call('GET', '/me');
    expect(await headersOf()).toEqual([429, '10', '0']);
    const refused = await call('GET', '/me');
    expect(refused.code).toBe('rate_limit_exceeded');
    expect(Number(refused.headers.get('x-ratelimit-reset'))).toBe(wallClock.now().getTime() / 1000 + 10);
    wallClock.move(10);
    expect(await headersOf()).toEqual([200, '10', '9']);
  });
});

describe('what can be made to go wrong', () => {
  const fixed = { body: '<p class="no-margin">Fixed.</p>' };

  it('fails, limits and loses access without applying, as often as it was told', async () => {
    intercom.faults.set({ kind: '5xx', path: '/articles/*', method: 'PUT', times: 1, status: 502 });
    expect((await call('PUT', path, fixed)).status).toBe(502);
    expect(await live()).toContain('Base.');
    intercom.faults.set({ kind: '429', path: '**', times: 1 }, { kind: 'auth-lost', path: '/me' });
    expect((await call('GET', path)).code).toBe('rate_limit_exceeded');
    expect((await call('GET', '/me')).code).toBe('unauthorized');
    expect(intercom.faults.struck).toEqual([1, 1]);
    intercom.faults.clear();
    expect((await call('GET', '/me')).status).toBe(200);
  });

  it('cuts the connection before applying, or after it', async () => {
    intercom.faults.set({ kind: 'reset', path: '/articles/*', method: 'PUT', times: 1 });
    await expect(call('PUT', path, fixed)).rejects.toThrow();
    expect(await live()).toContain('Base.');
    intercom.faults.set({ kind: 'timeout-after-applying', path: '/articles/*', method: 'PUT', times: 1, hangMs: 20 });
    await expect(call('PUT', path, fixed)).rejects.toThrow();
    expect(await live()).toBe(fixed.body);
  });

  it('drops elements, and lets a person edit between two requests', async () => {
    intercom.faults.set({ kind: 'strip-tags', path: '/articles/*', tags: ['li'] });
    expect((await call('PUT', path, { body: '<ul><li>one</li></ul>' })).body.body).toBe('<ul></ul>');
    intercom.faults.set({ kind: 'human-edit-between', path: '/articles/*', method: 'GET', times: 1 });
    expect(await live()).toBe('<ul></ul>');
    expect(await live()).toContain('Checked by a person.');
  });

  it('logs every request with its answer and without its token', async () => {
    await call('PUT', path, fixed);
    expect(intercom.requests.at(-1)).toMatchObject({ method: 'PUT', path, status: 200, body: fixed });
    expect(JSON.stringify(intercom.requests)).not.toContain('Bearer');
  });
});
