import { env } from 'cloudflare:workers';
import { expect, it } from 'vitest';
import { policySchema } from '../../shared/policy.ts';
import { compose } from '../../worker/compose.ts';
import type { Env } from '../../worker/env.ts';
import { readRunning } from '../../worker/loop/console/running.ts';
import { runStep } from '../../worker/loop/steps.ts';
import { createZendeskHelpdesk } from '../../worker/zendesk/helpdesk.ts';
import { aTenant } from '../contracts/examples.ts';
import { twoTenants } from '../contracts/stores.ts';

const AT = Date.parse('2026-11-02T08:00:00Z');
const TIME = '2026-11-02T07:00:00Z';

const ticket = (id: number, more: Record<string, unknown> = {}) => ({
  id,
  status: 'open',
  created_at: TIME,
  updated_at: TIME,
  ...more,
});
const article = (id: number, more: Record<string, unknown> = {}) => ({
  id,
  section_id: 1,
  title: 'Page',
  locale: 'en-us',
  created_at: TIME,
  translations: [{ locale: 'en-us', title: 'Page', body: '<p>Press Export.</p>', updated_at: TIME, draft: false }],
  ...more,
});

/** What the account answers, by path: the second row of each list is one that others' connectors broke on. */
const ANSWERS: Record<string, unknown> = {
  '/api/v2/incremental/tickets/cursor': {
    tickets: [
      ticket(1),
      ticket(2, { updated_at: null }),
      ticket(3, { status: 'someday' }),
      null,
      ticket(5, { tags: {} }),
    ],
    after_cursor: 'behind-them',
    end_of_stream: true,
  },
  '/api/v2/help_center/articles': {
    articles: [article(11), article(12, { user_segment_id: 'x'.repeat(65) }), article(13, { section_id: null })],
    sections: [{ id: 1, name: null }],
  },
  '/api/v2/help_center/incremental/articles': { articles: [] },
  '/api/v2/help_center/sections/1': { section: { id: 1, name: 'Billing' } },
  '/api/v2/macros': { macros: [{ id: 21, title: null, actions: [] }] },
};

it('an odd row stops no sweep and no look at the articles: cursors move, and it is named once', async () => {
  const { ports } = compose({ ...env, SETTLE_MS: '0' } as never as Env);
  const [tenant] = twoTenants();
  await ports.tenants.put(aTenant(tenant), policySchema.parse({}));
  const helpdesk = createZendeskHelpdesk({
    tenant: { subdomain: 'sandbox', baseUrl: 'https://sandbox.zendesk.com' },
    token: () => 'token',
    fetch: async (input) => Response.json(ANSWERS[new URL(String(input)).pathname] ?? {}),
    eventNow: () => AT,
  });
  ports.helpdesk = async () => helpdesk;

  for (let run = 0; run < 2; run++) {
    expect(await runStep(ports, tenant, { type: 'reconcile', at: AT })).toEqual([]);
    await runStep(ports, tenant, { type: 'collect', at: AT });
  }
  expect(await ports.cursors.get(tenant, 'export_cursor')).toBe('behind-them');
  const waiting = await ports.inbox.due(tenant, AT, Date.now() + 1_000, 10);
  expect(waiting.map(({ message }) => 'conversationId' in message && message.conversationId).sort()).toEqual([
    '1',
    '3',
    '5',
  ]);

  let more = await runStep(ports, tenant, { type: 'refresh', at: AT });
  if (more.some(({ type }) => type === 'refresh')) more = await runStep(ports, tenant, { type: 'refresh', at: AT });
  expect(more.map(({ type }) => type)).toContain('backfill');
  expect((await ports.articles.list(tenant)).map(({ id }) => id)).toEqual(['11', '13']);

  const { setAside } = await readRunning(ports, tenant);
  expect(setAside.map(({ what, id }) => [what, id])).toEqual([
    ['articles', '12'],
    ['macros', '21'],
    ['tickets', 'row 4'],
    ['tickets', '2'],
  ]);
  const named = (await ports.activity.list(tenant, 50)).filter(({ what }) => what === 'row set aside');
  expect(named.map(({ subject }) => subject).sort()).toEqual([
    'articles/12',
    'macros/21',
    'tickets/2',
    'tickets/row 4',
  ]);
});
