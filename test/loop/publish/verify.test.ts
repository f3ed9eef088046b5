import { beforeEach, describe, expect, it } from 'vitest';
import { asWritten } from '../../../shared/said/said.ts';
import { RetryLater } from '../../../worker/loop/ports/errors.ts';
import { type Approved, ARTICLE_ID, approvedWorld, BASE, TARGET } from '../world/approved.ts';
import { stored, TENANT } from '../world/world.ts';

const TAKEN_BACK = { fix: 'escalated', gap: 'escalated', publication: 'rolled_back' };

let world: Approved;
beforeEach(async () => {
  world = await approvedWorld();
});
const becomes = (bodyHtml: string) => void world.desk.articles.set(ARTICLE_ID, { ...world.live()!, bodyHtml });

describe('reading back', () => {
  it('puts the article back where the helpdesk dropped words, and asks a person', async () => {
    await world.publish();
    becomes('<p>Open Reports.</p><p>Choose Wages.</p>');
    await world.verify();
    expect([world.live()?.bodyHtml, await world.states()]).toEqual([BASE, TAKEN_BACK]);
    const before = stored(world.shelf, TENANT);
    expect(await world.verify()).toEqual([]);
    expect([stored(world.shelf, TENANT) === before, world.desk.writes.length]).toEqual([true, 2]);
  });

  it('finds the article put back although the answer was lost, and takes nobody for its author', async () => {
    await world.publish();
    becomes('<p>Open Reports.</p><p>Choose Wages.</p>');
    world.desk.after = () => {
      throw new RetryLater('timeout', 1);
    };
    await expect(world.verify()).rejects.toThrow(RetryLater);
    world.desk.after = () => undefined;
    await world.verify();
    expect([world.live()?.bodyHtml, await world.states(), world.desk.writes.length]).toEqual([BASE, TAKEN_BACK, 2]);
  });

  it('leaves what a person wrote since, and opens the gap again', async () => {
    await world.publish();
    becomes('<p>Ask Kit.</p>');
    expect(await world.verify()).toMatchObject([{ type: 'refresh' }]);
    expect(await world.states()).toEqual({ fix: 'superseded', gap: 'open', publication: 'superseded' });
    expect(world.live()?.bodyHtml).toBe('<p>Ask Kit.</p>');
  });

  it('takes a person who put the old words back at their word', async () => {
    await world.publish();
    becomes(BASE);
    await world.verify();
    expect(await world.states()).toEqual(TAKEN_BACK);
    await world.ports.fixes.move(TENANT, 'f', ['escalated'], {
      change: { state: 'approved' },
      activity: { at: 1, actor: 'ada', what: 'approved', subject: 'f', reason: asWritten('again') },
    });
    expect(await world.publish()).toEqual([]);
    expect([world.live()?.bodyHtml, (await world.states()).fix]).toEqual([BASE, 'escalated']);
  });

  it('asks a person where the article is gone', async () => {
    await world.publish();
    world.desk.articles.clear();
    await world.verify();
    expect(await world.states()).toEqual(TAKEN_BACK);
  });

  it('takes a new article that lost words out of the help center', async () => {
    world = await approvedWorld({ kind: 'new_article', articleId: null, baseHash: null, baseHtml: null });
    await world.publish();
    const [id, made] = [...world.desk.articles].at(-1)!;
    world.desk.articles.set(id, { ...made, bodyHtml: '<p>Open Reports.</p>' });
    await world.verify();
    expect([world.desk.articles.has(id), (await world.states()).publication]).toEqual([false, 'rolled_back']);
  });

  it.each(['memory', 'articles', 'fixes', 'publications'] as const)(
    'ends the same when the worker dies before its write to %s',
    async (store) => {
      await world.publish();
      const { ports } = world;
      const method = { memory: 'append', articles: 'put', fixes: 'move', publications: 'move' }[store];
      const target = ports[store] as unknown as Record<string, unknown>;
      const real = target[method];
      target[method] = async () => {
        target[method] = real;
        throw new Error('killed');
      };
      await expect(world.verify()).rejects.toThrow('killed');
      await world.verify();
      expect(await world.states()).toEqual({ fix: 'published', gap: 'published', publication: 'done' });
      expect(world.live()?.bodyHtml).toBe(TARGET);
      expect(world.activity()).toEqual(['sent', 'published', 'verified']);
      const { learned } = await ports.memory.load(TENANT, 'en');
      expect([...learned.articles.keys()]).toEqual([ARTICLE_ID]);
    },
  );
});
