import { describe, expect, it } from 'vitest';
import { createZendesk } from '../../sandbox/zendesk/driver.ts';
import { client } from '../client.ts';

describe('the help center’s page of an article', () => {
  it('shows the words that were published last, at the address that the article names', async () => {
    const zendesk = createZendesk();
    const { url } = await zendesk.listen();
    zendesk.world.helpCenterOrigin = url;
    const article = zendesk.addArticle({
      section: zendesk.addSection({ name: 'Billing' }),
      title: 'Refunds & credit',
      body: '<p>Refunds take 5 days.</p>',
    });
    const path = `/api/v2/help_center/articles/${article.id}`;
    const call = client(zendesk);
    await call('PUT', `${path}/translations/en-us`, { translation: { body: '<p>Refunds take 3 days.</p>' } });
    const address = String(Reflect.get((await call('GET', path)).body.article, 'html_url'));
    const shown = await fetch(address);
    expect(shown.status).toBe(200);
    const html = await shown.text();
    expect(html).toContain('Refunds take 3 days.');
    expect(html).toContain('<h1>Refunds &amp; credit</h1>');
    await call('PUT', `${path}/translations/en-us`, { translation: { draft: true } });
    expect((await fetch(address)).status).toBe(404);
    expect((await fetch(`${url}/hc/en-us/articles/1`)).status).toBe(404);
    await zendesk.close();
  });
});
