import { describe, expect, it } from 'vitest';
import { createIdentity } from '../../worker/crypto/person.ts';
import { createSurveyLinks } from '../../worker/crypto/survey-links.ts';
import type { Usage } from '../../worker/d1/database.ts';
import { advise } from '../../worker/loop/advise/advise.ts';
import { readActivity } from '../../worker/loop/console/activity.ts';
import { readArticles } from '../../worker/loop/console/articles.ts';
import { readDecision } from '../../worker/loop/console/decision.ts';
import { readGaps } from '../../worker/loop/console/gaps.ts';
import { readOverview } from '../../worker/loop/console/overview.ts';
import { readQueue } from '../../worker/loop/console/queue.ts';
import { readRunning } from '../../worker/loop/console/running.ts';
import type { Ports } from '../../worker/loop/ports/ports.ts';
import { twoTenants } from '../contracts/stores.ts';
import { createMemoryFeeds } from '../loop/memory/connected/change-feeds.ts';
import { createMemoryCourier } from '../loop/memory/connected/courier.ts';
import { createMemoryProduct } from '../loop/memory/connected/product.ts';
import { createMemoryTracker } from '../loop/memory/connected/trackers.ts';
import { createDesk } from '../loop/world/desk.ts';
import { fill, NOW, SIZE } from './stage/size.ts';
import { createD1Stores } from './stage/stores.ts';

/** What one request may cost, however large the account is. Origin: D1 allows 1,000 statements and bills by rows read. */
const STATEMENTS = 40;
const ROWS = 5_000;

/** The first advice of a day in an isolate builds the search from every article and a sample of what was asked. */
const ROWS_OF_A_BUILD = 7_500;

function portsOf(usage: Usage): Ports {
  const { secrets: _, ...stores } = createD1Stores({ usage });
  const desk = createDesk(() => NOW);
  return {
    ...stores,
    wallClock: { now: () => NOW },
    eventClock: { now: () => NOW },
    identity: createIdentity(new Uint8Array(32)),
    courier: createMemoryCourier(),
    surveys: createSurveyLinks(new Uint8Array(32), 'https://mend.example', () => 0),
    helpdesk: async () => desk,
    prove: async () => [],
    changeFeeds: createMemoryFeeds(),
    product: createMemoryProduct(),
    trackers: createMemoryTracker(),
  };
}

describe(`with ${SIZE.articles} articles, ${SIZE.waiting} waiting, ${SIZE.conversations} conversations and ${SIZE.inbox} inbox rows`, () => {
  it('no request takes more than its statements and rows', { timeout: 300_000 }, async () => {
    const [tenant] = twoTenants();
    await fill(tenant);
    const usage: Usage = { statements: 0, rowsRead: 0, rowsWritten: 0 };
    const ports = portsOf(usage);
    const viewer = { tenant, userId: '7', name: 'Lead', role: 'admin', locale: 'en' } as const;
    const sight = { mayOpen: async (ids: string[]) => new Set(ids), urlOf: (id: string) => id };
    const requests: Record<string, () => Promise<unknown>> = {
      overview: () => readOverview(ports, viewer),
      review: () => readQueue(ports, tenant, 'admin'),
      decision: () => readDecision(ports, tenant, 'admin', 'fix-3', sight),
      gaps: () => readGaps(ports, tenant),
      activity: () => readActivity(ports, tenant, sight, null),
      articles: () => readArticles(ports, tenant, 'admin'),
      running: () => readRunning(ports, tenant),
      'first advice': () => advise(ports, tenant, 'asked', viewer),
      advice: () => advise(ports, tenant, 'asked', viewer),
    };
    await ports.memory.load(tenant, 'en');
    const table: [string, number, number, number][] = [];
    for (const [name, ask] of Object.entries(requests)) {
      const [before, start] = [{ ...usage }, performance.now()];
      await ask();
      const ms = Math.round(performance.now() - start);
      table.push([name, usage.statements - before.statements, usage.rowsRead - before.rowsRead, ms]);
    }
    for (const [name, statements, rows, ms] of table)
      console.log(`${name}: ${statements} statements, ${rows} rows, ${ms} ms`);
    const most = (name: string) => (name === 'first advice' ? ROWS_OF_A_BUILD : ROWS);
    expect(table.filter(([name, statements, rows]) => statements > STATEMENTS || rows > most(name))).toEqual([]);
  });
});
