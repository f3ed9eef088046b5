import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, it } from 'vitest';
import { policySchema } from '../../shared/policy.ts';
import { asWritten } from '../../shared/said/said.ts';
import { install } from '../../worker/loop/account/install.ts';
import { PURGE_AFTER_MS, purge } from '../../worker/loop/account/purge.ts';
import type { Ports } from '../../worker/loop/ports/ports.ts';
import { anArticle, aSolvedEntry, aTenant } from '../contracts/examples.ts';
import type { Stores } from '../contracts/stores.ts';
import { createD1Stores } from './stage/stores.ts';

const LEAVING = 'zendesk:7001';
const STAYING = 'zendesk:7002';
const POLICY = policySchema.parse({});

let wall: number;
let stores: Stores;
let ports: Ports;

beforeEach(async () => {
  wall = 1_000;
  stores = createD1Stores({ now: () => wall });
  const clock = { now: () => wall };
  ports = { ...stores, wallClock: clock, eventClock: clock } as never as Ports;
  await env.DB.batch((await tables()).map((table) => env.DB.prepare(`DELETE FROM "${table}"`)));
  await env.DB.prepare('DELETE FROM tenants').run();
  for (const id of [LEAVING, STAYING]) await ports.tenants.put(aTenant(id), POLICY);
});

/** Every table of the real migrations that has a column for the tenant. */
async function tables(): Promise<string[]> {
  const { results } = await env.DB.prepare(
    `SELECT name FROM sqlite_master WHERE type = 'table' AND name GLOB '[a-z]*' AND name NOT GLOB 'sqlite*'`,
  ).all<{ name: string }>();
  const found: string[] = [];
  for (const { name } of results)
    if ((await columnsOf(name)).some((column) => column.name === 'tenant')) found.push(name);
  return found;
}

async function columnsOf(table: string): Promise<{ name: string; type: string }[]> {
  return (await env.DB.prepare(`PRAGMA table_info("${table}")`).all<{ name: string; type: string }>()).results;
}

/** Rows in every table, whatever its columns are: what no table may be forgotten for. */
async function fill(tenant: string, rows: number): Promise<void> {
  for (const table of await tables()) {
    const columns = (await columnsOf(table)).filter(({ name, type }) => !(name === 'id' && type === 'INTEGER'));
    const isTenantKey = ['leases', 'token_locks'].includes(table);
    for (let i = 0; i < (isTenantKey ? 1 : rows); i++) {
      const values = columns.map(({ name, type }) =>
        name === 'tenant' ? tenant : type === 'TEXT' ? `"${tenant}/${i}"` : i,
      );
      const slots = values.map(() => '?').join(', ');
      const names = columns.map(({ name }) => `"${name}"`).join(', ');
      await env.DB.prepare(`INSERT OR REPLACE INTO "${table}" (${names}) VALUES (${slots})`)
        .bind(...values)
        .run();
    }
  }
}

async function rowsOf(tenant: string): Promise<Record<string, number>> {
  const found: Record<string, number> = {};
  for (const table of await tables()) {
    const row = await env.DB.prepare(`SELECT count(*) AS n FROM "${table}" WHERE tenant = ?`)
      .bind(tenant)
      .first<{ n: number }>();
    if (row && row.n > 0) found[table] = row.n;
  }
  return found;
}

describe('what a disconnected account leaves', () => {
  it('waits for its time and is then gone from every table there is, and nothing of another account is', async () => {
    await fill(LEAVING, 3);
    await fill(STAYING, 3);
    await ports.articles.put(LEAVING, [anArticle('1', { title: 'Export' })], 'seen');
    expect(Object.keys(await rowsOf(LEAVING)).sort()).toEqual((await tables()).sort());
    const staying = await rowsOf(STAYING);
    await ports.tenants.setState(LEAVING, 'closing', asWritten('disconnected'), { actor: 'ada' });
    wall += PURGE_AFTER_MS - 1;
    await purge(ports);
    const { secrets: _, ...others } = await rowsOf(STAYING);
    expect(Object.keys(await rowsOf(LEAVING)).sort()).toEqual(Object.keys(others).sort());
    wall += 1;
    for (let tick = 0; tick < 2; tick++) await purge(ports);
    expect(await rowsOf(LEAVING)).toEqual({});
    expect(await rowsOf(STAYING)).toEqual(staying);
    const left = await env.DB.prepare('SELECT count(*) AS n FROM tenants WHERE id = ?').bind(LEAVING).first();
    expect(left).toEqual({ n: 0 });
    const fts = await env.DB.prepare('SELECT count(*) AS n FROM articles_fts').first();
    expect(fts).toEqual({ n: 0 });
    expect((await ports.activity.list('*', 9)).map((a) => [a.what, a.subject])).toEqual([['tenant removed', LEAVING]]);
  });

  it('goes in pieces where it is much, a tick after the other', async () => {
    await env.DB.prepare(`INSERT INTO cursors (tenant, name, value) SELECT ?, value, '1' FROM json_each(?)`)
      .bind(LEAVING, JSON.stringify(Array.from({ length: 25_000 }, (_, i) => `erased:${i}`)))
      .run();
    await ports.tenants.setState(LEAVING, 'closing', asWritten('disconnected'));
    wall += PURGE_AFTER_MS;
    await purge(ports);
    expect((await rowsOf(LEAVING)).cursors).toBe(5_000);
    await purge(ports);
    expect(await rowsOf(LEAVING)).toEqual({});
  });

  it('is all there for an account that comes back in time, which publishes nothing by itself at first', async () => {
    const policy = policySchema.parse({ autoPublish: { isEnabled: true, categories: ['5'] }, backfillDays: 9 });
    await ports.tenants.setPolicy(LEAVING, policy, 'ada');
    await ports.articles.put(LEAVING, [anArticle('1')], 'seen');
    await ports.tenants.setState(LEAVING, 'closing', asWritten('disconnected'));
    wall += PURGE_AFTER_MS - 1;
    await install(ports, aTenant(LEAVING), POLICY);
    wall += PURGE_AFTER_MS;
    await purge(ports);
    expect((await ports.articles.list(LEAVING)).length).toBe(1);
    const { autoPublish, backfillDays } = await ports.tenants.policy(LEAVING);
    expect([autoPublish.isEnabled, autoPublish.categories, backfillDays]).toEqual([false, ['5'], 9]);
  });

  it('is gone for an account that comes back too late, also from what the isolate holds', async () => {
    const solved = { conversationId: 'c1', language: 'en' };
    await ports.learningLog.append(LEAVING, [
      aSolvedEntry(1, solved),
      aSolvedEntry(2, { ...solved, conversationId: 'c2' }),
    ]);
    expect((await ports.memory.load(LEAVING, 'en')).head).toBe(2);
    const policy = policySchema.parse({ autoPublish: { isEnabled: true, categories: ['5'] } });
    await ports.tenants.setPolicy(LEAVING, policy, 'ada');
    await ports.tenants.setState(LEAVING, 'closing', asWritten('disconnected'));
    wall += PURGE_AFTER_MS;
    await install(ports, aTenant(LEAVING), POLICY);
    expect(await ports.tenants.policy(LEAVING)).toEqual(POLICY);
    const { learned, head } = await ports.memory.load(LEAVING, 'en');
    expect([head, JSON.stringify([...learned.settled])]).toEqual([0, '[]']);
    expect(Object.keys(await rowsOf(LEAVING)).sort()).toEqual(['cursors', 'inbox']);
  });
});
