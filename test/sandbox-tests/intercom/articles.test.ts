import { beforeEach, describe, expect, it } from 'vitest';
import { createIntercom, type Intercom } from '../../sandbox/intercom/driver.ts';
import { testClock } from '../client.ts';
import { type Call, intercomClient } from './client.ts';

let intercom: Intercom;
let call: Call;
let clock: ReturnType<typeof testClock>;

beforeEach(() => {
  clock = testClock();
  intercom = createIntercom({ clock });
  call = intercomClient(intercom);
});

const add = () => intercom.addArticle({ title: 'Invoices', body: '<p>Under Billing.</p>' });

it('creates a draft, publishes it, edits it live and deletes it', async () => {
  const wanted = {
    title: 'Refunds',
    body: '<p>In <b>5</b> days.</p><script>x</script>',
    author_id: Number(intercom.admin.id),
  };
  const made = await call('POST', '/articles', wanted);
  expect(made.body).toMatchObject({ type: 'article', state: 'draft', url: null });
  expect(made.body.body).toBe('<p class="no-margin">In <b>5</b> days.</p>');
  const path = `/articles/${made.body.id}`;
  clock.move(5);
  expect((await call('PUT', path, { state: 'published' })).body.url).toContain('/en/articles/');
  const edited = await call('PUT', path, { body: '<p>In 3 days.</p>' });
  expect(edited.body).toMatchObject({
    state: 'published',
    title: 'Refunds',
    body: '<p class="no-margin">In 3 days.</p>',
  });
  expect((await call('DELETE', path)).body).toEqual({ id: made.body.id, object: 'article', deleted: true });
  expect((await call('GET', path)).status).toBe(404);
});

it('gives back unchanged what was read and written again', async () => {
  const { id } = add();
  const { body } = await call('GET', `/articles/${id}`);
  expect((await call('PUT', `/articles/${id}`, { body: body.body })).body.body).toBe(body.body);
});

it('refuses an article without title or author, unknown parents and authors, and two bodies at once', async () => {
  const author_id = Number(intercom.admin.id);
  const cases: [object, string][] = [
    [{ author_id }, 'parameter_not_found'],
    [{ title: 'T' }, 'parameter_not_found'],
    [{ title: 'T', author_id: 1 }, 'parameter_invalid'],
    [{ title: 'T', author_id, parent_id: 1 }, 'parameter_invalid'],
    [{ title: 'T', author_id, body: 'a', body_markdown: 'b' }, 'parameter_invalid'],
    [{ title: 'T', author_id, state: 'secret' }, 'parameter_invalid'],
  ];
  for (const [body, code] of cases) expect(await call('POST', '/articles', body)).toMatchObject({ status: 400, code });
});

it('lists newest change first, and searches by phrase and state with highlights', async () => {
  const collection = intercom.addCollection({ name: 'Money' });
  const first = intercom.addArticle({ title: 'Invoices', body: '<p>Under Billing.</p>', collection });
  clock.move(5);
  const second = intercom.addArticle({ title: 'Refunds', body: '<p>See invoices.</p>', isDraft: true });
  const { body } = await call('GET', '/articles?per_page=1&page=2');
  expect(body).toMatchObject({ total_count: 2, pages: { page: 2, total_pages: 2 }, data: [{ id: first.id }] });
  expect(body.data[0]).toMatchObject({ parent_ids: [Number(collection.id)] });
  const search = await call('GET', '/articles/search?phrase=invoices&highlight=true');
  expect(search.body.data.articles.map(({ id }) => id)).toEqual([first.id, second.id]);
  expect(search.body.data.highlights[0]?.highlighted_title).toEqual([{ type: 'highlight', text: 'Invoices' }]);
  const published = await call('GET', '/articles/search?phrase=invoices&state=published');
  expect(published.body.total_count).toBe(1);
  expect((await call('GET', '/help_center/collections')).body.data[0]).toMatchObject({ id: collection.id });
});

describe('a staged draft', () => {
  it('leaves the live text alone until it is published', async () => {
    const path = `/articles/${add().id}`;
    expect(await call('GET', `${path}/draft`)).toMatchObject({ status: 404, code: 'not_found' });
    const staged = await call('PUT', `${path}/draft`, {
      body: '<p>Under Settings.</p>',
      ai_chatbot_availability: false,
    });
    expect(staged.body).toMatchObject({ has_unpublished_changes: true, state: 'published' });
    expect(staged.body.body).toContain('Under Settings.');
    const live = (await call('GET', path)).body;
    expect(live).toMatchObject({ has_unpublished_changes: true, ai_chatbot_availability: true });
    expect(live.body).toContain('Under Billing.');
    expect((await call('GET', `${path}/draft`)).body.body).toContain('Under Settings.');
    expect((await call('POST', `${path}/draft/publish`)).body.body).toContain('Under Settings.');
    expect((await call('GET', path)).body).toMatchObject({ has_unpublished_changes: false });
    expect(await call('POST', `${path}/draft/publish`)).toMatchObject({ status: 422, code: 'parameter_invalid' });
  });

  it('needs a published article', async () => {
    const { id } = intercom.addArticle({ title: 'New', body: '', isDraft: true });
    expect((await call('PUT', `/articles/${id}/draft`, { body: 'x' })).status).toBe(422);
  });

  it('is published by language in a multilingual workspace', async () => {
    intercom = createIntercom({ clock, workspace: { locales: ['en', 'fr'] } });
    call = intercomClient(intercom);
    const translations = { fr: { title: 'Factures', body: '<p>Sous Facturation.</p>' } };
    const { id } = intercom.addArticle({ title: 'Invoices', body: '<p>Under Billing.</p>', translations });
    const path = `/articles/${id}/draft`;
    await call('PUT', path, { translated_content: { fr: { body: '<p>Sous Paramètres.</p>' } } });
    expect((await call('POST', `${path}/publish`)).code).toBe('parameter_not_found');
    expect((await call('POST', `${path}/publish`, { locales: ['en'] })).status).toBe(422);
    const published = await call('POST', `${path}/publish`, { locales: ['fr'] });
    expect(published.body.translated_content.fr?.body).toContain('Paramètres');
    expect(published.body.body).toContain('Under Billing.');
    expect((await call('PUT', `/articles/${id}`, { translated_content: { de: { title: 'x' } } })).status).toBe(400);
  });
});

it('keeps every version, newest first, and says which one is live and who made it how', async () => {
  const article = add();
  intercom.humanEditArticle({ article, body: '<p>By hand.</p>' });
  await call('PUT', `/articles/${article.id}/draft`, { body: '<p>Staged.</p>' });
  const path = `/articles/${article.id}/versions`;
  const { body } = await call('GET', path);
  expect(body.data.map(({ state, created_via }) => [state, created_via])).toEqual([
    ['draft', 'api'],
    ['published', 'web'],
    ['draft', 'web'],
  ]);
  expect(body.data[0].from_version_id).toBe(body.data[1].id);
  expect((await call('GET', `${path}/${body.data[1].id}`)).body.body).toContain('By hand.');
  expect((await call('GET', `${path}?locale=xx`)).code).toBe('parameter_invalid');
  expect((await call('GET', `${path}/1`)).status).toBe(404);
});

it('takes Markdown in place of HTML', async () => {
  const author_id = Number(intercom.admin.id);
  const { body } = await call('POST', '/articles', {
    title: 'T',
    author_id,
    body_markdown: '## How\n\n- one\n- **two**',
  });
  expect(body.body).toBe(
    '<h2 id="h_7470bd3bc2">How</h2><ul><li><p class="no-margin">one</p></li><li><p class="no-margin"><b>two</b></p></li></ul>',
  );
  expect(body.body_markdown).toContain('**two**');
});

it('never shows internal articles among the public ones', async () => {
  intercom.addInternalArticle({ title: 'Secret price list', body: '<p>x</p>' });
  expect((await call('GET', '/articles')).body.total_count).toBe(0);
  expect((await call('GET', '/articles/search?phrase=secret')).body.total_count).toBe(0);
  expect((await call('GET', '/internal_articles')).body.total_count).toBe(1);
});
