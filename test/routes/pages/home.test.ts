import { describe, expect, it } from 'vitest';
import { createApp } from '../../../worker/app.ts';
import { createWorld } from '../../loop/world/world.ts';
import { createOperator } from '../services.ts';

async function home(): Promise<Response> {
  return createApp(createOperator(await createWorld()).services).request('/');
}

describe('the first page', () => {
  it('says what Mend is, what is read and kept, and leads to either helpdesk', async () => {
    const response = await home();
    const page = await response.text();
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/html; charset=UTF-8']);
    for (const words of ['/oauth/zendesk/start', '/oauth/intercom/start', 'What is read and kept', 'name="subdomain"'])
      expect(page).toContain(words);
  });

  it('runs no script, is framed by nobody, and its forms lead to helpdesks alone', async () => {
    const response = await home();
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toMatch(/form-action 'self' https:\/\/\*\.zendesk\.com https:\/\/app\.intercom\.com/);
    expect(policy).not.toContain('script-src');
    expect(await response.text()).not.toContain('<script');
  });
});
