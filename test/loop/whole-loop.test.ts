import { beforeAll, describe, expect, it } from 'vitest';
import type { Ports } from '../../worker/loop/ports/ports.ts';
import { reject } from '../../worker/loop/review/decide-by-person.ts';
import { runStep } from '../../worker/loop/steps.ts';
import { seededArticles, seededConversations, toldOf } from './world/seeded.ts';
import { createWorld, OTHER, stored, TENANT, type World } from './world/world.ts';

const FORTNIGHT = Date.parse('2026-11-30T00:00:00Z');

async function seededWorld(): Promise<World> {
  const world = await createWorld();
  for (const article of seededArticles()) world.desk.articles.set(article.id, article);
  for (const c of seededConversations((c) => c.story !== 'covered')) world.desk.conversations.set(c.id, c);
  world.clock.event = FORTNIGHT;
  const first = Math.min(...[...world.desk.conversations.values()].map((c) => c.createdAt));
  await world.tell({ type: 'refresh', at: first - 1 });
  await world.tell(...[...world.desk.conversations.values()].flatMap(toldOf));
  world.shelf.cursors.set(JSON.stringify([TENANT, 'backfill']), JSON.stringify(NO_PAST));
  return world;
}
const NO_PAST = { since: 0, cursor: null, done: 0, readTo: null, isDone: true };

/** What was found, without the times at which the worker came to it. */
const found = async (ports: Ports) => ({
  observations: await ports.observations.list(TENANT, null, 1000),
  gaps: await ports.gaps.list(TENANT),
  fixes: (await Promise.all((await ports.gaps.list(TENANT)).map((g) => ports.fixes.ofGap(TENANT, g.id)))).flat(),
});

describe('fourteen days of support', { timeout: 60_000 }, () => {
  let once: Awaited<ReturnType<typeof found>>;
  let world: World;
  beforeAll(async () => {
    world = await seededWorld();
    await world.run();
    once = await found(world.ports);
  });

  it('leave an observation of every conversation, gaps, and drafts that wait for a person', () => {
    expect(once.observations.length).toBe(world.desk.conversations.size);
    expect(new Set(once.observations.map((o) => o.state))).toEqual(new Set(['observed']));
    expect(once.gaps.length).toBeGreaterThan(1);
    expect(once.fixes.filter((fix) => fix.state === 'in_review' || fix.state === 'escalated').length).toBeGreaterThan(
      1,
    );
    expect(world.shelf.dead.size).toBe(0);
  });

  it('touch nothing of another tenant', () => {
    expect(
      stored(world.shelf, OTHER)
        .split('\n')
        .filter((line) => !line.endsWith(': []')),
    ).toEqual([expect.stringMatching(/^tenants: /)]);
  });

  it('write nothing to the help center while nobody has approved anything', () => {
    expect(world.desk.writes).toEqual([]);
  });

  it('leave findings that a person dismisses once, however often that is told', async () => {
    const [waiting] = await world.ports.fixes.list(TENANT, ['in_review', 'escalated']);
    const { id = '', gapId = '', patchHash = '', baseHash = null } = waiting ?? {};
    await reject(world.ports, TENANT, id, { patchHash, baseHash }, 'ada', 'not ours');
    await world.run();
    const before = stored(world.shelf, TENANT);
    await runStep(world.ports, TENANT, { type: 'settle', at: FORTNIGHT, gapId });
    expect(stored(world.shelf, TENANT)).toBe(before);
    const entries = await world.ports.learningLog.entries(TENANT, 'en', 0, 9999);
    expect(entries.filter((entry) => entry.kind === 'settled').length).toBe(1);
  });

  it('give the same when every step is run twice: the second changes nothing and answers the same', async () => {
    const twice = await seededWorld();
    const { ports } = twice;
    for (let [row] = await next(); row; [row] = await next()) {
      const first = await runStep(ports, TENANT, row.message);
      const before = stored(twice.shelf, TENANT);
      const again = await runStep(ports, TENANT, row.message);
      expect({ message: row.message, stored: stored(twice.shelf, TENANT) === before }).toEqual({
        message: row.message,
        stored: true,
      });
      const drafts = (messages: typeof first) =>
        messages.filter((m) => m.type !== 'consolidate' && m.type !== 'backfill');
      expect({ message: row.message, next: sorted(drafts(again)) }).toEqual({
        message: row.message,
        next: sorted(drafts(first)),
      });
      await ports.inbox.settle(TENANT, [row.key], first);
    }
    expect(await found(ports)).toEqual(once);

    function next() {
      return ports.inbox.due(TENANT, FORTNIGHT, twice.clock.wall, 1);
    }
  });

  it('give the same when every message is told three times under other names', async () => {
    const thrice = await seededWorld();
    const told = [...thrice.desk.conversations.values()].flatMap(toldOf);
    for (const copy of ['b', 'c'])
      await thrice.ports.inbox.add(
        TENANT,
        told.map((message, i) => ({ key: `event:${copy}${i}`, message })),
      );
    await thrice.run();
    expect(await found(thrice.ports)).toEqual(once);
  });

  it('give the same when the isolate forgets what it holds again and again', async () => {
    const cold = await seededWorld();
    const { settle } = cold.ports.inbox;
    let steps = 0;
    cold.ports.inbox.settle = async (...args) => {
      await settle(...args);
      steps += 1;
      if (steps % 13 === 0) cold.ports.memory.drop(TENANT);
    };
    await cold.run();
    expect(await found(cold.ports)).toEqual(once);
  });
});

function sorted<T>(messages: T[]): string[] {
  return messages.map((message) => JSON.stringify(message)).sort();
}
