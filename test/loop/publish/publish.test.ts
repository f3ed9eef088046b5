import { beforeEach, describe, expect, it } from 'vitest';
import { policySchema } from '../../../shared/policy.ts';
import { AuthLost, Permanent, RetryLater } from '../../../worker/loop/ports/errors.ts';
import { inWords } from '../../ground/in-words.ts';
import { type Approved, ARTICLE_ID, approvedWorld, BASE, TARGET } from '../world/approved.ts';
import { stored, TENANT } from '../world/world.ts';

const HUMAN = '<p>Open Reports.</p><p>Ask Kit.</p>';
const DONE = { fix: 'published', gap: 'published', publication: 'done' };

let world: Approved;
beforeEach(async () => {
  world = await approvedWorld();
});
const humanEdit = (bodyHtml: string) =>
  void world.desk.articles.set(ARTICLE_ID, { ...world.live()!, bodyHtml, updatedBy: 'kit', updatedAt: 5 });
const puts = () => world.desk.writes.filter((write) => write.startsWith('writeArticle')).length;

/** Publishes as the queue would: again after a failure, then reads back. */
async function throughTrouble(): Promise<void> {
  await world.publish().catch((error: Error) => expect(error).toBeInstanceOf(RetryLater));
  world.desk.before = () => undefined;
  world.desk.after = () => undefined;
  await world.publish();
  await world.verify();
}

describe('publishing an approved fix', () => {
  it('stores the snapshot before the write, writes once, reads back and tells who approved it', async () => {
    world.desk.before = (call) => {
      if (call === 'writeArticle') expect(world.shelf.publications.size).toBe(1);
    };
    const [verify] = await world.publish();
    expect(verify?.type).toBe('verify');
    expect(await world.verify()).toEqual([]);
    expect(await world.states()).toEqual(DONE);
    expect([world.live()?.bodyHtml, puts()]).toEqual([TARGET, 1]);
    const [publication] = await world.ports.publications.list(TENANT);
    expect(publication).toMatchObject({ by: 'ada', before: { title: 'Export', bodyHtml: BASE } });
    expect(world.activity()).toEqual(['sent', 'published', 'verified']);
  });

  it('is learned once, as settled and as the article it is now', async () => {
    await world.publish();
    await world.verify();
    const entries = await world.ports.learningLog.entries(TENANT, 'en', 1, 9);
    expect(entries.map((entry) => entry.kind)).toEqual(['settled', 'article']);
    expect((await world.ports.articles.versions(TENANT, ARTICLE_ID)).map((v) => v.source)).toEqual([
      'seen',
      'published',
    ]);
  });

  it('is settled also where the article was read again before the read-back', async () => {
    await world.publish();
    await world.ports.articles.put(TENANT, [world.live()!], 'seen');
    await world.verify();
    const entries = await world.ports.learningLog.entries(TENANT, 'en', 1, 9);
    expect(entries.map((entry) => entry.kind)).toEqual(['settled']);
  });

  it('told again, at any moment, changes nothing', async () => {
    const first = await world.publish();
    expect(await world.publish()).toEqual(first);
    await world.verify();
    const before = stored(world.shelf, TENANT);
    expect(await world.publish()).toEqual(first);
    expect(await world.verify()).toEqual([]);
    expect([stored(world.shelf, TENANT) === before, puts()]).toEqual([true, 1]);
  });

  it('by two workers at once writes one wording once in effect and is logged once', async () => {
    await Promise.all([world.publish(), world.publish()]);
    await Promise.allSettled([world.verify(), world.verify()]);
    await world.verify();
    expect(await world.states()).toEqual(DONE);
    expect(world.activity().filter((what) => what !== 'sent')).toEqual(['published', 'verified']);
    expect((await world.ports.publications.list(TENANT)).length).toBe(1);
  });
});

describe('an unclear ending', () => {
  it('between intent and write is written once', async () => {
    world.desk.before = (call) => {
      if (call === 'writeArticle') throw new RetryLater('reset', 1);
    };
    await throughTrouble();
    expect([await world.states(), puts()]).toEqual([DONE, 1]);
  });

  it('after the write took effect is found by reading, and not written again', async () => {
    world.desk.after = () => {
      throw new RetryLater('timeout', 1);
    };
    await throughTrouble();
    expect([await world.states(), puts()]).toEqual([DONE, 1]);
  });

  it('is found also where the helpdesk has put its own marks into the markup', async () => {
    world.desk.after = () => {
      humanEdit(TARGET.replaceAll('<p>', '<p >'));
      throw new RetryLater('timeout', 1);
    };
    await throughTrouble();
    expect([(await world.states()).fix, puts()]).toEqual(['published', 1]);
  });

  it('after which a person edited the article leaves their words, and hands the gap on', async () => {
    world.desk.after = () => {
      humanEdit(HUMAN);
      throw new RetryLater('timeout', 1);
    };
    await throughTrouble();
    expect(await world.states()).toEqual({ fix: 'stale_base', gap: 'open', publication: 'superseded' });
    expect([world.live()?.bodyHtml, puts()]).toEqual([HUMAN, 1]);
  });

  it('of a write that took effect is finished although publishing was stopped meanwhile', async () => {
    world.desk.after = () => {
      throw new RetryLater('timeout', 1);
    };
    await world.publish().catch(() => undefined);
    await world.ports.tenants.setPolicy(TENANT, policySchema.parse({ isStopped: true }), 'ada');
    await world.publish();
    await world.verify();
    expect([await world.states(), puts()]).toEqual([DONE, 1]);
  });
});

describe('nothing is written', () => {
  const held = { fix: 'in_review', gap: 'in_review', publication: undefined };

  it('over a human edit: the fix is stale and the gap drafted anew', async () => {
    humanEdit(HUMAN);
    const next = await world.publish();
    expect(next.map((message) => message.type)).toEqual(['refresh', 'draft']);
    expect(await world.states()).toEqual({ fix: 'stale_base', gap: 'open', publication: undefined });
    expect([world.live()?.bodyHtml, puts()]).toEqual([HUMAN, 0]);
    const waiting = (await world.ports.inbox.due(TENANT, world.clock.event, world.clock.wall, 9)).map(
      (row) => row.message,
    );
    expect(waiting).toEqual(expect.arrayContaining(next));
  });

  it.each([
    ['all', { isStopped: true }],
    ['its category', { stoppedCategories: ['Guides'] }],
    ['its article', { stoppedArticles: [ARTICLE_ID] }],
  ])('while publishing is stopped for %s', async (_, policy) => {
    await world.ports.tenants.setPolicy(TENANT, policySchema.parse(policy), 'ada');
    expect(await world.publish()).toEqual([]);
    expect([await world.states(), puts()]).toEqual([held, 0]);
    expect(world.activity().at(-1)).toBe('held');
  });

  it('while the switch cannot be read, and the fix waits as it is', async () => {
    world.ports.tenants.policy = async () => policySchema.parse('unreadable');
    await expect(world.publish()).rejects.toThrow();
    expect([(await world.states()).fix, puts()]).toEqual(['approved', 0]);
  });

  it('that cites a conversation which was reopened since', async () => {
    const conversation = (await world.ports.observations.conversation(TENANT, 'a'))!;
    const row = world.shelf.conversations.get(JSON.stringify([TENANT, 'a']))!;
    row.conversation = { ...conversation, state: 'open' };
    await world.publish();
    expect([await world.states(), puts()]).toEqual([held, 0]);
  });

  it('to an article that is gone, or that the helpdesk refuses: people are told why', async () => {
    world.desk.before = (call) => {
      if (call === 'writeArticle') throw new Permanent('422: the body is too long');
    };
    await world.publish();
    expect(await world.states()).toMatchObject({ fix: 'escalated', gap: 'escalated' });
    expect(inWords((await world.ports.fixes.get(TENANT, 'f'))?.reason)).toContain('too long');
    world = await approvedWorld();
    world.desk.articles.clear();
    await world.publish();
    expect([(await world.states()).fix, world.desk.writes]).toEqual(['escalated', []]);
  });

  it('without a token, and nothing is lost', async () => {
    world.desk.before = () => {
      throw new AuthLost('401');
    };
    await expect(world.publish()).rejects.toThrow(AuthLost);
    expect((await world.states()).fix).toBe('approved');
  });
});

describe('a new article', () => {
  const asNew = () => approvedWorld({ kind: 'new_article', articleId: null, baseHash: null, baseHtml: null });

  it('is created once, although the answer to the first try was lost', async () => {
    world = await asNew();
    world.desk.after = () => {
      throw new RetryLater('timeout', 1);
    };
    await throughTrouble();
    expect(world.desk.writes).toEqual(['createArticle Export']);
    expect(await world.states()).toEqual(DONE);
  });

  it('is not created again where a person renamed it before it was read back', async () => {
    world = await asNew();
    await world.publish();
    const [id, made] = [...world.desk.articles].at(-1)!;
    world.desk.articles.set(id, { ...made, title: 'Exporting' });
    await world.publish();
    await world.verify();
    expect(world.desk.writes).toEqual(['createArticle Export']);
    expect((await world.states()).publication).toBe('superseded');
  });

  it('needs a neighbour whose audience it takes', async () => {
    world = await approvedWorld({ kind: 'new_article', articleId: null, baseHash: null, likeArticleId: null });
    await world.publish();
    expect([(await world.states()).fix, world.desk.writes]).toEqual(['escalated', []]);
  });
});
