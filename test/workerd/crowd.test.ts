import { createScheduledController } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import { policySchema } from '../../shared/policy.ts';
import { HOUR_MS } from '../../shared/time.ts';
import { compose } from '../../worker/compose.ts';
import type { Env, WakeMessage } from '../../worker/env.ts';
import worker from '../../worker/index.ts';
import { messagesOf } from '../../worker/scheduled.ts';
import { aTenant } from '../contracts/examples.ts';
import { createD1Stores } from './stage/stores.ts';

const TENANTS = 5_000;
const MESSAGES_A_SEND = 100;
const ASKED_HOURLY = messagesOf('7 * * * *', 0).length;

/** A worker with five thousand active tenants, its queue a list of what was sent. */
async function crowd() {
  const row = aTenant('zendesk:0');
  await env.DB.prepare(
    `INSERT OR IGNORE INTO tenants (id, vendor, account_id, subdomain, base_url, state, locale, policy, created_at)
     SELECT 'zendesk:' || value, 'zendesk', value, 't' || value, ?, 'active', ?, '{}', 0 FROM json_each(?)`,
  )
    .bind(row.baseUrl, row.locale, JSON.stringify(Array.from({ length: TENANTS }, (_, i) => i + 1)))
    .run();
  const sends: { tenants: string[]; delaySeconds: number }[] = [];
  const WAKE = {
    send: async () => Promise.reject(new Error('one by one')),
    sendBatch: async (batch: { body: WakeMessage; delaySeconds: number }[]) =>
      void sends.push({ tenants: batch.map(({ body }) => body.tenant), delaySeconds: batch[0]?.delaySeconds ?? 0 }),
  };
  const own = { ...env, WAKE, EVENT_CLOCK: 'driver' } as never as Env;
  const { driver } = compose(own);
  const tick = async (cron: string, at: number) => {
    await driver?.setClock(at);
    sends.length = 0;
    const [before, start] = [driver?.usage(), performance.now()];
    await worker.scheduled(createScheduledController({ cron, scheduledTime: new Date(at) }), own);
    const after = driver?.usage();
    const spent = (of: 'statements' | 'rowsRead' | 'rowsWritten') => (after?.[of] ?? 0) - (before?.[of] ?? 0);
    return {
      ...{ statements: spent('statements'), rowsRead: spent('rowsRead'), rowsWritten: spent('rowsWritten') },
      ms: performance.now() - start,
    };
  };
  const rows = async (where: string) =>
    (await env.DB.prepare(`SELECT count(*) AS n FROM inbox WHERE ${where}`).first<{ n: number }>())?.n;
  return { tick, sends, rows };
}

describe('a tick of five thousand tenants', () => {
  it('is a handful of statements, within seconds, and wakes them a hundred at a time, spread over minutes', async () => {
    const { tick, sends, rows } = await crowd();
    const at = Date.now() - 1000;
    const hourly = await tick('7 * * * *', at);
    expect(hourly.statements).toBeLessThanOrEqual(8);
    expect(hourly.ms).toBeLessThan(15_000);
    expect(hourly.rowsRead).toBeLessThanOrEqual(3 * ASKED_HOURLY * TENANTS);
    expect(await rows("state = 'new'")).toBe(ASKED_HOURLY * TENANTS);
    expect(new Set(sends.flatMap((send) => send.tenants)).size).toBe(TENANTS);
    expect(sends.length).toBe(TENANTS / MESSAGES_A_SEND);
    const delays = sends.map((send) => send.delaySeconds);
    expect([delays[0], Math.max(...delays) < 240]).toEqual([0, true]);
    expect(delays).toEqual(delays.toSorted((a, b) => a - b));

    const again = await tick('7 * * * *', at);
    const later = await tick('7 * * * *', at + HOUR_MS);
    expect(await rows("state = 'new'")).toBe(ASKED_HOURLY * TENANTS);
    for (const spent of [again, later]) expect(spent.statements).toBeLessThanOrEqual(8);
  });

  it('lets what earlier ticks asked go once it is done, and keeps what webhooks brought', async () => {
    const { tick, rows } = await crowd();
    const { inbox } = createD1Stores();
    await inbox.add('zendesk:1', [
      { key: 'event:1', message: { type: 'observe', at: 1, conversationId: 'c', moment: 'solved' } },
    ]);
    await env.DB.prepare("UPDATE inbox SET state = 'done', received_at = ?")
      .bind(Date.now() - 7 * HOUR_MS)
      .run();
    const spent = await tick('*/5 * * * *', Date.now() - 1000);
    expect([await rows("state = 'done'"), await rows("state = 'new'")]).toEqual([1, TENANTS]);
    expect(spent.statements).toBeLessThanOrEqual(8);
    expect(spent.ms).toBeLessThan(15_000);
  });

  it('stays within a tick’s statements when thousands of them were abandoned at once, and still wakes the others', async () => {
    const { tick, sends, rows } = await crowd();
    await env.DB.prepare("UPDATE inbox SET state = 'done'").run();
    await env.DB.prepare(
      "UPDATE tenants SET state = 'auth_required', state_since = 0 WHERE CAST(account_id AS INTEGER) > 2000",
    ).run();
    const spent = await tick('*/5 * * * *', Date.now() - 500);
    expect(spent.statements).toBeLessThanOrEqual(500);
    expect(new Set(sends.flatMap((send) => send.tenants)).size).toBe(2000);
    expect(await rows("state = 'new'")).toBe(2000);
  });
});

it('makes a row that this version cannot read a dead letter, and works the rows after it', async () => {
  const { inbox, tenants } = createD1Stores();
  const tenant = 'zendesk:99001';
  await tenants.put(aTenant(tenant), policySchema.parse({}));
  const strange = async (key: string, message: string) =>
    env.DB.prepare(
      `INSERT INTO inbox (tenant, key, type, message, at, rank, received_at) VALUES (?, ?, 'dance', ?, 1, 0, 0)`,
    )
      .bind(tenant, key, message)
      .run();
  await strange('a', '{"type":"dance","at":1}');
  await strange('b', 'no JSON');
  await inbox.add(tenant, [{ key: 'c', message: { type: 'seal', at: 2 } }]);
  expect(await inbox.due(tenant, 9, 0, 1)).toEqual([{ key: 'c', message: { type: 'seal', at: 2 }, attempts: 0 }]);
  const letters = await inbox.deadLetters(tenant);
  expect(letters.map(({ key, message, reason }) => [key, message, reason])).toEqual([
    ['a', { type: 'dance', at: 1 }, 'Invalid: a message "dance" that this version can\'t read'],
    ['b', 'no JSON', 'Invalid: a message "dance" that this version can\'t read'],
  ]);
  expect(await inbox.replay(tenant, 'a')).toBe(true);
  expect((await inbox.due(tenant, 9, 0, 9)).map((row) => row.key)).toEqual(['c']);
});
