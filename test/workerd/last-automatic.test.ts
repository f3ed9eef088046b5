import { env } from 'cloudflare:workers';
import { expect, it } from 'vitest';
import { openDatabase, type Usage } from '../../worker/d1/database.ts';
import { createPublicationStore } from '../../worker/d1/fixes/publications.ts';
import { aPublication } from '../contracts/examples.ts';

const TENANTS = 5_000;
const EACH = 4;

it('finds the last automatic publications of five thousand tenants by reading little more than those', async () => {
  const usage: Usage = { statements: 0, rowsRead: 0, rowsWritten: 0 };
  const publications = createPublicationStore(openDatabase(env.DB, usage));
  const body = JSON.stringify(aPublication('p', { state: 'done', fixId: 'f', by: 'mend' }));
  const theirs = JSON.stringify(aPublication('p', { state: 'done', fixId: 'f', by: 'ada' }));
  await env.DB.prepare(
    `INSERT INTO publications (tenant, id, state, at, body)
     SELECT 'zendesk:' || (value / ${EACH}), 'p' || value, 'done', value, CASE WHEN value % 2 THEN ?1 ELSE ?2 END
     FROM json_each(?3)`,
  )
    .bind(body, theirs, JSON.stringify(Array.from({ length: TENANTS * EACH }, (_, i) => i)))
    .run();
  const before = { ...usage };
  const last = await publications.lastAutomatic(200);
  expect([last.length, last[0]?.id, last.at(-1)?.id]).toEqual([200, 'p19999', 'p19601']);
  expect(usage.statements - before.statements).toBe(1);
  expect(usage.rowsRead - before.rowsRead).toBeLessThanOrEqual(1_000);
});
