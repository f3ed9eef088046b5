import { afterEach, beforeEach, expect, it } from 'vitest';
import { createZendesk, type Zendesk } from '../sandbox/zendesk/driver.ts';
import { type Call, client } from './client.ts';

let zendesk: Zendesk;
let call: Call;
let path: string;
const fixed = { translation: { body: '<p>Fixed.</p><ul><li>one</li></ul>' } };

beforeEach(async () => {
  zendesk = createZendesk();
  const article = zendesk.addArticle({ section: zendesk.addSection({ name: 'A' }), title: 'T', body: '<p>Base.</p>' });
  path = `/api/v2/help_center/articles/${article.id}/translations/en-us`;
  call = client(zendesk, { baseUrl: (await zendesk.listen()).url });
});
afterEach(() => zendesk.close());

const live = async (): Promise<string> => (await call('GET', path)).body.translation.body;

it('fails, limits and loses access without applying, as often as it was told', async () => {
  zendesk.faults.set({ kind: '5xx', path: '**/translations/*', method: 'PUT', times: 1, status: 502 });
  expect((await call('PUT', path, fixed)).status).toBe(502);
  expect(await live()).toBe('<p>Base.</p>');
  expect((await call('PUT', path, fixed)).status).toBe(200);
  zendesk.faults.set(
    { kind: '429', path: '**', times: 1, retryAfterSeconds: 7 },
    { kind: 'auth-lost', path: '/api/v2/users/*' },
  );
  expect((await call('GET', path)).headers.get('retry-after')).toBe('7');
  expect((await call('GET', '/api/v2/users/me')).status).toBe(401);
  expect(zendesk.faults.struck).toEqual([1, 1]);
  zendesk.faults.clear();
  expect((await call('GET', '/api/v2/users/me')).status).toBe(200);
});

it('cuts the connection before applying, or after it', async () => {
  zendesk.faults.set({ kind: 'reset', path: '**/translations/*', method: 'PUT', times: 1 });
  await expect(call('PUT', path, fixed)).rejects.toThrow();
  expect(await live()).toBe('<p>Base.</p>');
  zendesk.faults.set({
    kind: 'timeout-after-applying',
    path: '**/translations/*',
    method: 'PUT',
    times: 1,
    hangMs: 20,
  });
  await expect(call('PUT', path, fixed)).rejects.toThrow();
  expect(await live()).toBe('<p>Fixed.</p><ul><li>one</li></ul>');
});

it('drops elements with what they hold from what is written', async () => {
  zendesk.faults.set({ kind: 'strip-tags', path: '**/translations/*', tags: ['li'] });
  expect((await call('PUT', path, fixed)).body.translation.body).toBe('<p>Fixed.</p><ul></ul>');
});

it('lets a person edit after the read that was struck, so that a second read sees it', async () => {
  zendesk.faults.set({ kind: 'human-edit-between', path: '**/translations/*', method: 'GET', times: 1 });
  expect(await live()).toBe('<p>Base.</p>');
  expect(await live()).toBe('<p>Base.</p><p>Checked by a person.</p>');
});

it('lets a person edit right before the write that was struck, so that nobody sees it', async () => {
  const seen: string[] = [];
  const edit = (body: string): string => {
    seen.push(body);
    return '<p>By hand.</p>';
  };
  zendesk.faults.set({ kind: 'human-edit-between', path: '**/translations/*', method: 'PUT', edit });
  await call('PUT', path, fixed);
  expect(seen).toEqual(['<p>Base.</p>']);
  expect(await live()).toBe('<p>Fixed.</p><ul><li>one</li></ul>');
});

it('logs every request with its answer and without its token', async () => {
  await call('PUT', path, fixed);
  expect(zendesk.requests.at(-1)).toMatchObject({ method: 'PUT', path, status: 200, body: fixed });
  expect(JSON.stringify(zendesk.requests)).not.toContain('Bearer');
});
