import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Gap, StoredFix } from '../../shared/index.ts';
import { hashText } from '../../worker/core/text/hash.ts';
import { SANDBOX_CLIENT } from '../sandbox/intercom/driver.ts';
import { API_TOKEN } from '../sandbox/mend/mend.ts';
import { playTwoTenants, type Tenant, type TwoTenants } from './harness/two-tenants.ts';

/** What an operator may ask of a tenant. */
const PATHS = [
  '',
  '/observations',
  '/issues',
  '/gaps',
  '/articles',
  '/review',
  '/fixes',
  '/publications',
  '/activity',
  '/dead-letters',
  '/notices',
  '/autonomy',
  '/audit',
  '/search?q=Can%20I%20see%20my%20shifts%20in%20a%20calendar',
];

describe('a tenant on each helpdesk, in one worker', () => {
  let all: TwoTenants;
  const answers: { tenant: string; path: string; status: number; text: string }[] = [];
  const other = (tenant: Tenant) => (tenant === all.zendesk ? all.intercom : all.zendesk);
  const both = () => [all.zendesk, all.intercom];
  const ask = async (tenant: Tenant, path: string, init: { method?: string; body?: object } = {}) => {
    const response = await fetch(`${all.mend.url}/api/tenants/${tenant.id}${path}`, {
      method: init.method ?? 'GET',
      headers: { authorization: `Bearer ${API_TOKEN}`, 'content-type': 'application/json' },
      ...(init.body ? { body: JSON.stringify(init.body) } : {}),
    });
    const answer = { tenant: tenant.id, path, status: response.status, text: await response.text() };
    answers.push(answer);
    return answer;
  };
  const listed = async <T>(tenant: Tenant, path: string) => JSON.parse((await ask(tenant, path)).text) as T;

  beforeAll(async () => {
    all = await playTwoTenants();
    for (const tenant of both()) {
      const { fixes } = await listed<{ fixes: StoredFix[] }>(tenant, '/fixes');
      const [fix] = fixes.filter((one) => one.state === 'in_review' || one.state === 'escalated');
      const { patchHash, baseHash } = fix ?? { patchHash: '', baseHash: null };
      await ask(tenant, `/fixes/${fix?.id}/approve`, { method: 'POST', body: { patchHash, baseHash, actor: 'ada' } });
      await all.mend.untilIdle(tenant.id);
    }
  });
  afterAll(() => all?.close());

  it('finds and drafts the same for both, so that each has what the other must not see', async () => {
    for (const tenant of both()) {
      const { gaps } = await listed<{ gaps: Gap[] }>(tenant, '/gaps');
      const { fixes } = await listed<{ fixes: StoredFix[] }>(tenant, '/fixes');
      expect(gaps.length).toBeGreaterThan(0);
      expect(JSON.stringify(fixes)).toContain(tenant.canary);
    }
  });

  it('keeps every row of every table to its tenant', async () => {
    const db = await all.mend.database();
    const { results: tables } = await db
      .prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_cf%' ESCAPE '\\'")
      .all<{ name: string }>();
    const marks = new Set<string>();
    const strays: string[] = [];
    for (const { name } of tables) {
      const { results } = await db.prepare(`SELECT * FROM "${name}"`).all<Record<string, unknown>>();
      for (const row of results) {
        const text = JSON.stringify(row, (_, value) => (value instanceof Uint8Array ? [...value] : value));
        for (const tenant of both()) {
          if (!text.includes(tenant.canary)) continue;
          marks.add(`${name} ${tenant.id}`);
          if (!isOf(row, tenant)) strays.push(`${name}: ${text.slice(0, 200)}`);
        }
      }
    }
    expect(strays).toEqual([]);
    for (const name of ['articles', 'articles_fts', 'conversations', 'observations', 'gaps', 'fixes', 'publications'])
      expect([...marks]).toEqual(expect.arrayContaining(both().map(({ id }) => `${name} ${id}`)));
  });

  /** Whether a row is this tenant's: by its key, or in the search's tables by the scope that every match carries. */
  const isOf = (row: Record<string, unknown>, { id }: Tenant) => {
    const scope = `t${hashText(id).slice(0, 24)}`;
    return row.tenant === id || row.scope === scope || row.c0 === scope;
  };

  it('puts no word of one into a prompt about the other', () => {
    const prompts = all.model.prompts.map(({ body }) => body);
    for (const { canary } of both()) expect(prompts.some((body) => body.includes(canary))).toBe(true);
    const mixed = prompts.filter((body) => both().every(({ canary }) => body.includes(canary)));
    expect(mixed).toEqual([]);
    expect(prompts.filter((body) => both().some(({ id }) => body.includes(id)))).toEqual([]);
  });

  it('answers of one nothing that is the other’s, and of the other’s ids nothing at all', async () => {
    for (const tenant of both()) {
      for (const path of PATHS) expect([path, (await ask(tenant, path)).status]).toEqual([path, 200]);
      const theirs = other(tenant);
      const { gaps } = await listed<{ gaps: Gap[] }>(theirs, '/gaps');
      const { fixes } = await listed<{ fixes: StoredFix[] }>(theirs, '/fixes');
      const seen = fixes[0] ? { patchHash: fixes[0].patchHash, baseHash: fixes[0].baseHash, actor: 'eve' } : {};
      const tries = await Promise.all([
        ...gaps.map(({ id }) => ask(tenant, `/gaps/${id}`)),
        ...fixes.map(({ id }) => ask(tenant, `/fixes/${id}`)),
        ask(tenant, `/fixes/${fixes[0]?.id}/approve`, { method: 'POST', body: seen }),
        ...[...theirs.stage.ticketIds.keys()].slice(0, 5).map((id) => ask(tenant, `/conversations/${id}`)),
      ]);
      const own = new Set(tenant.stage.ticketIds.keys());
      for (const { path, status } of tries)
        if (!own.has(path.split('/').at(-1) ?? '')) expect([path, status]).toEqual([path, 404]);
    }
    const leaks = answers.filter(({ tenant, text }) =>
      both().some(({ id, canary }) => id !== tenant && text.includes(canary)),
    );
    expect(leaks).toEqual([]);
  });

  it('shows nothing of the Zendesk account on a card in the Inbox, also for its conversations’ numbers', async () => {
    const [, workspace = ''] = all.intercom.id.split(':');
    const cards: string[] = [];
    const ids = [...all.zendesk.stage.ticketIds.keys(), ...all.intercom.stage.ticketIds.keys()];
    for (const id of ids) {
      const body = JSON.stringify({
        workspace_id: workspace,
        admin: { type: 'admin', id: all.intercom.stage.installerId },
        conversation: { type: 'conversation', id },
      });
      const signature = createHmac('sha256', SANDBOX_CLIENT.secret).update(body).digest('hex');
      const headers = { 'content-type': 'application/json', 'x-body-signature': signature };
      const response = await fetch(`${all.mend.url}/canvas/initialize`, { method: 'POST', headers, body });
      expect(response.status).toBe(200);
      cards.push(await response.text());
    }
    expect(cards.some((card) => card.includes(all.intercom.canary))).toBe(true);
    expect(cards.filter((card) => card.includes(all.zendesk.canary))).toEqual([]);
  });

  it('answers a webhook of a workspace that nobody knows with a success, in half a second, and keeps nothing of it', async () => {
    const times: number[] = [];
    for (let i = 0; i < 20; i++) {
      const data = { type: 'notification_event_data', item: { type: 'conversation', id: '1' } };
      const head = { type: 'notification_event', topic: 'conversation.user.created', app_id: 'nobody', created_at: 1 };
      const body = JSON.stringify({ ...head, id: `notif_${i}`, data });
      const signature = `sha1=${createHmac('sha1', SANDBOX_CLIENT.secret).update(body).digest('hex')}`;
      const headers = { 'content-type': 'application/json', 'x-hub-signature': signature };
      const started = performance.now();
      const response = await fetch(`${all.mend.url}/webhooks/intercom`, { method: 'POST', headers, body });
      times.push(performance.now() - started);
      expect([response.status, await response.json()]).toEqual([200, { status: 'ignored' }]);
    }
    expect(times.toSorted((a, b) => a - b)[10]).toBeLessThan(500);
    const db = await all.mend.database();
    const { results } = await db.prepare("SELECT key FROM inbox WHERE tenant = 'intercom:nobody'").all();
    expect(results).toEqual([]);
  });

  it('writes no customer’s word, token or secret to its console', () => {
    const told = all.log.join('\n');
    for (const { canary } of both()) expect(told).not.toContain(canary);
    expect(told).not.toContain(SANDBOX_CLIENT.secret);
  });

  it('tells neither helpdesk anything of the other', () => {
    for (const tenant of both()) {
      const sent = JSON.stringify(tenant.stage.requests());
      expect(sent).toContain(tenant.canary);
      expect(sent).not.toContain(other(tenant).canary);
    }
  });
});
