import { describe, expect, it } from 'vitest';
import { DAY_MS } from '../../../shared/time.ts';
import { toRows } from '../../../worker/core/learning/learned.ts';
import { createMemory } from '../../../worker/loop/observe/memory.ts';
import { runStep } from '../../../worker/loop/steps.ts';
import { anArticle } from '../../contracts/examples.ts';
import { aRaw } from '../world/raw.ts';
import { createWorld, TENANT } from '../world/world.ts';

const NOW = 100 * DAY_MS;

describe('a snapshot', () => {
  it('of one isolate holds although another wrote one in between', async () => {
    const { ports, desk, shelf, clock } = await createWorld();
    clock.event = NOW;
    for (let i = 0; i < 5; i++) desk.articles.set(`${i}`, anArticle(`${i}`, { title: `Article ${i}` }));
    for (let i = 0; i < 40; i++) desk.conversations.set(`c${i}`, aRaw(`c${i}`, NOW - DAY_MS + i * 60_000));
    const other = createMemory(ports.learningLog);
    const learn = async (from: number, to: number) => {
      for (let i = from; i < to; i++)
        await runStep(ports, TENANT, { type: 'observe', at: NOW, conversationId: `c${i}`, moment: 'solved' });
    };
    await runStep(ports, TENANT, { type: 'refresh', at: NOW });
    await learn(0, 10);
    await ports.memory.snapshot(TENANT, 'en');
    await learn(10, 20);
    desk.articles.set('brief', anArticle('brief', { title: 'A brief notice', updatedAt: NOW }));
    await runStep(ports, TENANT, { type: 'refresh', at: NOW });
    await other.snapshot(TENANT, 'en');
    desk.articles.delete('brief');
    await runStep(ports, TENANT, { type: 'refresh', at: NOW + 1 });
    await learn(20, 40);
    await ports.memory.snapshot(TENANT, 'en');
    const written = await ports.learningLog.snapshot(TENANT, 'en');
    shelf.snapshots.clear();
    const fresh = createMemory(ports.learningLog);
    await fresh.snapshot(TENANT, 'en');
    const rebuilt = await ports.learningLog.snapshot(TENANT, 'en');
    expect(written?.seq).toBe(rebuilt?.seq);
    expect(written?.rows).toEqual(rebuilt?.rows);
  });
});

describe('an isolate that fell behind', () => {
  it('starts from the snapshot, since the log may have lost its words by then', async () => {
    const { ports, desk, clock } = await createWorld();
    clock.event = NOW;
    for (let i = 0; i < 12; i++) desk.conversations.set(`c${i}`, aRaw(`c${i}`, NOW - 60 * DAY_MS + i * 60_000));
    const behind = createMemory(ports.learningLog);
    const learn = async (from: number, to: number) => {
      for (let i = from; i < to; i++)
        await runStep(ports, TENANT, { type: 'observe', at: NOW, conversationId: `c${i}`, moment: 'solved' });
    };
    await learn(0, 4);
    await behind.load(TENANT, 'en');
    await learn(4, 10);
    await ports.memory.snapshot(TENANT, 'en');
    await ports.retention.forgetText(TENANT, NOW - 30 * DAY_MS, []);
    await learn(10, 12);
    const rows = async (memory: typeof behind) => toRows((await memory.load(TENANT, 'en')).learned);
    expect(await rows(behind)).toEqual(await rows(createMemory(ports.learningLog)));
  });

  it('is not told of a state it no longer holds', async () => {
    const { ports, desk } = await createWorld();
    desk.conversations.set('c', aRaw('c', 1000));
    const { learned } = await ports.memory.load(TENANT, 'en');
    ports.memory.drop(TENANT);
    await ports.memory.load(TENANT, 'en');
    ports.memory.keep(TENANT, 'en', learned, 7);
    expect((await ports.memory.load(TENANT, 'en')).head).toBe(0);
  });
});
