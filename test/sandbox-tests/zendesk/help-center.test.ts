import { describe, expect, it } from 'vitest';
import { createZendesk } from '../../sandbox/zendesk/driver.ts';
import { client, testClock } from '../client.ts';

function helpCenter() {
  const clock = testClock();
  const zendesk = createZendesk({ clock });
  const section = zendesk.addSection({ name: 'Billing' });
  const article = zendesk.addArticle({
    section,
    title: 'Refunds',
    body: '<p>Refunds take 5 days.</p>',
    labels: ['money'],
  });
  const path = `/api/v2/help_center/articles/${article.id}`;
  clock.move(3600);
  return { clock, zendesk, section, article, path, call: client(zendesk) };
}

describe('the help center', () => {
  it('changes body and title only through the translation, live at once', async () => {
    const { call, path, zendesk } = helpCenter();
    const ignored = await call('PUT', path, {
      article: { title: 'No', body: '<p>No</p>', draft: true, promoted: true },
    });
    expect(ignored.body.article).toMatchObject({
      title: 'Refunds',
      body: '<p>Refunds take 5 days.</p>',
      draft: false,
      promoted: true,
    });
    const put = await call('PUT', `${path}/translations/en-us`, {
      translation: { body: '<p>Refunds take 3 days.</p>' },
    });
    expect(put.body.translation).toMatchObject({
      body: '<p>Refunds take 3 days.</p>',
      source_type: 'Article',
      updated_by_id: zendesk.admin.id,
      updated_at: '2026-11-01T10:00:00Z',
    });
    const { article } = (await call('GET', path)).body;
    expect(article).toMatchObject({ body: '<p>Refunds take 3 days.</p>', edited_at: '2026-11-01T10:00:00Z' });
  });

  it('leaves updated_at where it was when the same text is put again', async () => {
    const { call, path, clock } = helpCenter();
    const text = { translation: { title: 'Refunds', body: '<p>New.</p>', draft: false, outdated: false } };
    const first = await call('PUT', `${path}/translations/en-us`, text);
    clock.move(600);
    const second = await call('PUT', `${path}/translations/en-us`, text);
    expect(second.body.translation.updated_at).toBe(first.body.translation.updated_at);
  });

  it('drops unsafe tags and attributes from a body, and then keeps it as it is', async () => {
    const { call, path } = helpCenter();
    const body =
      '<p onclick="x()" class="a">Hi <script>x()</script><a href="javascript:x()">go</a><img src="https://a.example/b.png" onerror="x()"></p>';
    const put = await call('PUT', `${path}/translations/en-us`, { translation: { body } });
    const stored = put.body.translation.body;
    expect(stored).toBe('<p class="a">Hi <a>go</a><img src="https://a.example/b.png" /></p>');
    const again = await call('PUT', `${path}/translations/en-us`, { translation: { body: stored } });
    expect(again.body.translation.body).toBe(stored);
  });

  it('creates an article only with an audience, a permission group and an enabled locale', async () => {
    const { call, section, article } = helpCenter();
    const create = (a: unknown) => call('POST', `/api/v2/help_center/sections/${section.id}/articles`, { article: a });
    const good = {
      title: 'Invoices',
      body: '<p>Here.</p>',
      locale: 'en-us',
      permission_group_id: article.permissionGroupId,
      user_segment_id: null,
    };
    const { user_segment_id: _, ...withoutAudience } = good;
    expect((await create(withoutAudience)).status).toBe(422);
    expect((await create({ ...good, permission_group_id: undefined })).status).toBe(422);
    expect((await create({ ...good, locale: 'xx' })).status).toBe(422);
    expect((await create({ ...good, user_segment_id: 5 })).status).toBe(422);
    expect((await call('POST', '/api/v2/help_center/sections/1/articles', { article: good })).status).toBe(404);
    const { status, body } = await create({ ...good, draft: true });
    expect(status).toBe(201);
    expect(body.article).toMatchObject({ title: 'Invoices', draft: true, user_segment_id: null, user_segment_ids: [] });
  });

  it('archives with DELETE: gone from reads and lists', async () => {
    const { call, path } = helpCenter();
    expect((await call('DELETE', path)).status).toBe(204);
    expect((await call('GET', path)).status).toBe(404);
    expect((await call('GET', `${path}/translations/en-us`)).status).toBe(404);
    expect((await call('GET', '/api/v2/help_center/articles')).body.articles).toEqual([]);
  });

  it('lists by the time of update and exports what was updated since', async () => {
    const { call, clock, zendesk, section, article } = helpCenter();
    const other = zendesk.addArticle({ section, title: 'Invoices', body: '<p>Here.</p>' });
    clock.move(60);
    const since = clock.now().getTime() / 1000;
    zendesk.humanEditArticle({ article, body: '<p>By hand.</p>' });
    const list = await call('GET', '/api/v2/help_center/en-us/articles?sort_by=updated_at&page[size]=1');
    expect(list.body.articles[0].id).toBe(article.id);
    expect((await call('GET', list.body.links.next)).body.articles[0].id).toBe(other.id);
    const changed = await call('GET', `/api/v2/help_center/incremental/articles?start_time=${since}`);
    expect(changed.body.articles.map((a) => a.id)).toEqual([article.id]);
    expect((await call('GET', '/api/v2/help_center/articles?label_names=money')).body.articles).toHaveLength(1);
  });

  it('searches published articles and needs something to search for', async () => {
    const { call, zendesk, section, article } = helpCenter();
    zendesk.addArticle({ section, title: 'Refunds of the future', body: '<p>Soon.</p>', isDraft: true });
    const found = await call('GET', '/api/v2/help_center/articles/search?query=refunds%20days');
    expect(found.body.results).toHaveLength(1);
    expect(found.body.results[0]).toMatchObject({ id: article.id, result_type: 'article' });
    expect(found.body.results[0].snippet).toContain('<em>Refunds</em>');
    expect((await call('GET', '/api/v2/help_center/articles/search')).status).toBe(400);
  });

  it('has locales, sections, segments, permission groups, labels and missing translations', async () => {
    const { call, path, section } = helpCenter();
    expect((await call('GET', '/api/v2/help_center/locales')).body.default_locale).toBe('en-us');
    expect((await call('GET', '/api/v2/help_center/sections')).body.sections[0]).toMatchObject({
      id: section.id,
      name: 'Billing',
    });
    expect((await call('GET', '/api/v2/help_center/user_segments?built_in=true')).body.user_segments).toHaveLength(2);
    expect((await call('GET', '/api/v2/guide/permission_groups')).body.permission_groups).toHaveLength(1);
    expect((await call('POST', `${path}/labels`, { label: { name: 'cash' } })).status).toBe(201);
    expect((await call('GET', `${path}/labels`)).body.labels.map((l) => l.name)).toEqual(['money', 'cash']);
    expect((await call('GET', `${path}/translations/missing`)).body.locales).toEqual(['de', 'fr']);
    expect(
      (await call('POST', `${path}/translations`, { translation: { locale: 'de', title: 'Geld', body: '' } })).status,
    ).toBe(201);
    expect(
      (await call('POST', `${path}/translations`, { translation: { locale: 'de', title: 'Geld', body: '' } })).status,
    ).toBe(422);
    expect((await call('GET', `${path}/translations?locales=de`)).body.translations).toHaveLength(1);
  });
});
