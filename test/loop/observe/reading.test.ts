import { beforeEach, describe, expect, it } from 'vitest';
import { policySchema } from '../../../shared/policy.ts';
import { DAY_MS } from '../../../shared/time.ts';
import { install } from '../../../worker/loop/account/install.ts';
import { RetryLater } from '../../../worker/loop/ports/errors.ts';
import { type LoopMessage, messageKey } from '../../../worker/loop/ports/messages.ts';
import { runStep } from '../../../worker/loop/steps.ts';
import { anArticle, aTenant } from '../../contracts/examples.ts';
import { aRaw } from '../world/raw.ts';
import { createWorld, OTHER, stored, TENANT, type World } from '../world/world.ts';

const NOW = 100 * DAY_MS;

let world: World;
beforeEach(async () => {
  world = await createWorld();
  world.clock.event = NOW;
  for (let i = 0; i < 5; i++) world.desk.articles.set(`${i}`, anArticle(`${i}`, { title: `Article ${i}` }));
});
const past = (count: number) => {
  for (let i = 0; i < count; i++) world.desk.conversations.set(`c${i}`, aRaw(`c${i}`, NOW - DAY_MS + i * 60_000));
};
const connect = () => install(world.ports, aTenant(TENANT), policySchema.parse({}));
const observed = async () => (await world.ports.observations.list(TENANT, null, 500)).length;
const progress = async () => JSON.parse((await world.ports.cursors.get(TENANT, 'backfill')) ?? 'null');
const refresh: LoopMessage = { type: 'refresh', at: NOW };

describe('a new tenant', () => {
  it('has all its articles before the first conversation of its past', async () => {
    past(3);
    world.desk.pageSize = 2;
    await connect();
    await world.run();
    const calls = world.desk.reads.map((read) => read.split(' ')[0]);
    expect(calls.lastIndexOf('changedArticles')).toBeLessThan(calls.indexOf('solvedPage'));
    expect([(await world.ports.articles.list(TENANT)).length, await observed()]).toEqual([5, 3]);
    expect((await world.ports.articles.list(OTHER)).length).toBe(0);
  });

  it('that connects again learns nothing twice', async () => {
    past(3);
    await connect();
    await world.run();
    const entries = await world.ports.learningLog.head(TENANT);
    world.clock.event += 1000;
    await connect();
    await world.run();
    expect([await observed(), await world.ports.learningLog.head(TENANT)]).toEqual([3, entries]);
  });
});

describe('what the articles say of a tenant', () => {
  const german = 'Wie kann ich den Bericht vom letzten Monat als Tabelle herunterladen und speichern?';
  const asked = (id: string) => {
    const raw = aRaw(id, NOW - DAY_MS);
    const [first, ...rest] = raw.turns;
    world.desk.conversations.set(id, { ...raw, turns: [{ ...first!, text: german, html: null }, ...rest] });
  };
  const languages = async () => (await world.ports.observations.list(TENANT, null, 500)).map((one) => one.language);

  it('makes a conversation one of a language that they are in, and of the tenant’s own elsewhere', async () => {
    asked('c1');
    await connect();
    await world.run();
    expect(await languages()).toEqual(['en']);
  });

  it('is read again when they change, so that the next conversation is one of theirs', async () => {
    world.desk.articles.set('de', anArticle('de', { locale: 'de', title: 'Berichte', bodyHtml: '<p>Berichte.</p>' }));
    asked('c1');
    await connect();
    await world.run();
    expect(await languages()).toEqual(['de']);
  });
});

describe('reading the past', () => {
  it('goes on page by page to the end and says how far it is', async () => {
    past(90);
    await connect();
    await world.run();
    expect(await observed()).toBe(90);
    expect(await progress()).toMatchObject({ done: 90, isDone: true, cursor: null });
  });

  it('keeps how conversations of twelve weeks ended, and the texts of the last thirty days alone', async () => {
    for (const days of [2, 40, 80, 90]) world.desk.conversations.set(`d${days}`, aRaw(`d${days}`, NOW - days * DAY_MS));
    await connect();
    await world.run();
    const endings = await world.ports.endings.between(TENANT, 0, NOW, 9);
    expect(endings.map((one) => one.conversationId)).toEqual(['d80', 'd40', 'd2']);
    const texts = await world.ports.observations.conversations(TENANT, ['d2', 'd40', 'd80', 'd90']);
    expect(texts.map(({ id }) => id)).toEqual(['d2']);
    const questions = (await world.ports.observations.list(TENANT, null, 9)).map((one) => one.question !== '');
    expect(questions.filter(Boolean)).toHaveLength(1);
  });

  it('killed in the middle of a page reads it again and learns nothing twice', async () => {
    past(30);
    const { record } = world.ports.observations;
    let left = 12;
    world.ports.observations.record = async (tenant, what) => {
      if (left-- === 0) throw new RetryLater('killed here', 1);
      return record(tenant, what);
    };
    await connect();
    await world.run();
    expect([await observed(), (await progress()).done]).toEqual([30, 30]);
    const entries = await world.ports.learningLog.entries(TENANT, 'en', 0, 500);
    expect(entries.filter((entry) => entry.kind === 'solved').length).toBe(30);
  });

  it('goes on past a conversation that cannot be read, which is buried alone', async () => {
    past(5);
    const { personId } = world.ports.identity;
    world.ports.identity = {
      personId: async (tenant, id) => {
        if (id === 'customer c2') throw new TypeError('a bug');
        return personId(tenant, id);
      },
    };
    await connect();
    await world.run();
    expect([await observed(), (await progress()).isDone]).toEqual([4, true]);
    const dead = (await world.ports.inbox.deadLetters(TENANT)).map((letter) => letter.message);
    expect(dead).toMatchObject([{ type: 'observe', conversationId: 'c2' }]);
  });

  it('stores what a page set off before it moves on, so that a kill between loses no draft', async () => {
    past(3);
    const order: string[] = [];
    const { add } = world.ports.inbox;
    const { set } = world.ports.cursors;
    world.ports.inbox.add = async (...args) => {
      order.push('inbox');
      return add(...args);
    };
    world.ports.cursors.set = async (...args) => {
      order.push(args[1]);
      return set(...args);
    };
    await runStep(world.ports, TENANT, { type: 'backfill', at: NOW });
    expect(order).toEqual(['inbox', 'backfill']);
  });
});

describe('reading articles', () => {
  const read = () => runStep(world.ports, TENANT, refresh);

  it('notes who edited what, keeps every wording, and learns the new one', async () => {
    await read();
    world.desk.articles.set('1', anArticle('1', { bodyHtml: '<p>New.</p>', updatedBy: 'kit', updatedAt: NOW }));
    world.desk.articles.delete('2');
    await read();
    expect((await world.ports.articles.list(TENANT)).map((a) => a.id)).toEqual(['0', '1', '3', '4']);
    expect((await world.ports.articles.versions(TENANT, '1')).length).toBe(2);
    expect(world.shelf.activity.map((row) => [row.activity.actor, row.activity.what])).toContainEqual([
      'kit',
      'article edited',
    ]);
    const { learned } = await world.ports.memory.load(TENANT, 'en');
    expect([...learned.articles.keys()].sort()).toEqual(['0', '1', '3', '4']);
  });

  it('changes nothing where nobody edited anything', async () => {
    await read();
    const before = stored(world.shelf, TENANT);
    await read();
    expect(stored(world.shelf, TENANT)).toBe(before);
  });

  it('leaves out one that is too large to store, says so, and takes the others', async () => {
    world.desk.articles.set('1', anArticle('1', { bodyHtml: `<p>${'a'.repeat(2_000_000)}</p>` }));
    await read();
    expect((await world.ports.articles.list(TENANT)).map((a) => a.id)).toEqual(['0', '2', '3', '4']);
    expect(world.activity()).toContain('article left out');
  });

  it('killed between the log and the articles ends the same', async () => {
    const { put } = world.ports.articles;
    world.ports.articles.put = async () => {
      world.ports.articles.put = put;
      throw new Error('killed');
    };
    await expect(read()).rejects.toThrow('killed');
    world.ports.memory.drop(TENANT);
    await read();
    const { learned } = await world.ports.memory.load(TENANT, 'en');
    expect([learned.articles.size, (await world.ports.articles.list(TENANT)).length]).toEqual([5, 5]);
  });
});

describe('the sweep', () => {
  it('finds what webhooks lost, and asks nothing of what is known already', async () => {
    past(3);
    await world.tell({ type: 'observe', at: NOW, conversationId: 'c0', moment: 'solved' });
    await world.run();
    world.desk.reads.length = 0;
    for (const id of ['c0', 'c1', 'c2'])
      world.desk.changes.push({
        conversationId: id,
        moment: 'solved',
        at: world.desk.conversations.get(id)!.updatedAt,
      });
    await world.tell({ type: 'reconcile', at: NOW });
    await world.run();
    expect(await observed()).toBe(3);
    expect(world.desk.reads.filter((r) => r.startsWith('readConversation'))).toEqual([
      'readConversation c1',
      'readConversation c2',
    ]);
  });

  it('goes on where it stopped, and run again finds nothing more', async () => {
    past(7);
    world.desk.pageSize = 1;
    for (const [id, c] of world.desk.conversations)
      world.desk.changes.push({ conversationId: id, moment: 'solved', at: c.updatedAt });
    const message: LoopMessage = { type: 'reconcile', at: NOW };
    expect(await runStep(world.ports, TENANT, message)).toEqual([{ ...message, part: 1 }]);
    expect(messageKey({ ...message, part: 1 })).not.toBe(messageKey(message));
    expect(await runStep(world.ports, TENANT, { ...message, part: 1 })).toEqual([]);
    await world.run();
    expect(await observed()).toBe(7);
  });
});
