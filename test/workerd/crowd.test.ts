import { createScheduledController } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { expect, it } from 'vitest';
import { policySchema } from '../../shared/policy.ts';
import { compose } from '../../worker/compose.ts';
import type { Env, WakeMessage } from '../../worker/env.ts';
import worker from '../../worker/index.ts';
import { aTenant } from '../contracts/examples.ts';
import { createD1Stores } from './stores.ts';

const TENANTS = 3_000;
const MESSAGES_A_SEND = 100;

it('asks three thousand tenants in a handful of statements and wakes them a hundred at a time', async () => {
  const row = aTenant('zendesk:0');
  await env.DB.prepare(
    `INSERT INTO tenants (id, vendor, account_id, subdomain, base_url, state, locale, policy, created_at)
     SELECT 'zendesk:' || value, 'zendesk', value, 't' || value, ?, 'active', ?, '{}', 0 FROM json_each(?)`,
  )
    .bind(row.baseUrl, row.locale, JSON.stringify(Array.from({ length: TENANTS }, (_, i) => i + 1)))
    .run();
  const sends: number[] = [];
  const woken = new Set<string>();
  const WAKE = {
    send: async () => Promise.reject(new Error('one by one')),
    sendBatch: async (batch: { body: WakeMessage }[]) => {
      sends.push(batch.length);
      for (const { body } of batch) woken.add(body.tenant);
    },
  };
  const own = { ...env, WAKE, EVENT_CLOCK: 'driver' } as never as Env;
  const { driver } = compose(own);
  await driver?.setClock(Date.now());
  const before = driver?.usage().statements ?? 0;
  await worker.scheduled(
    createScheduledController({ cron: '7 * * * *', scheduledTime: new Date(Date.now() - 1000) }),
    own,
  );
  expect((driver?.usage().statements ?? 0) - before).toBeLessThanOrEqual(5);
  expect(woken.size).toBe(TENANTS);
  expect(Math.max(...sends)).toBe(MESSAGES_A_SEND);
  expect(sends.length).toBe(TENANTS / MESSAGES_A_SEND);
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
