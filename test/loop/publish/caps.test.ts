import { beforeEach, describe, expect, it } from 'vitest';
import { type Policy, policySchema } from '../../../shared/policy.ts';
import { asWritten } from '../../../shared/said/said.ts';
import { HOUR_MS } from '../../../shared/time.ts';
import { RetryLater } from '../../../worker/loop/ports/errors.ts';
import { takeBack } from '../../../worker/loop/review/take-back.ts';
import { runStep } from '../../../worker/loop/steps.ts';
import { inWords } from '../../ground/in-words.ts';
import { type Approved, ARTICLE_ID, approvedWorld, TARGET } from '../world/approved.ts';
import { TENANT } from '../world/world.ts';

const ATTESTED = { attested: 'none' as const, actor: 'ada', at: 1 };
const automatic = (autoPublish: Partial<Policy['autoPublish']> = {}, more: Partial<Policy> = {}) =>
  policySchema.parse({
    autoPublish: { isEnabled: true, categories: ['Guides'], ...autoPublish },
    contentBlocks: ATTESTED,
    ...more,
  });

let world: Approved;
let now: number;
beforeEach(async () => {
  world = await approvedWorld({ actor: 'mend' });
  now = world.clock.event;
  await world.ports.tenants.setPolicy(TENANT, automatic(), 'ada');
  editedAt(now - HOUR_MS);
});
const taken = async (fixId: string, hoursAgo: number, articles = [`another-${fixId}`]) =>
  world.ports.reservations.reserve(TENANT, {
    ...{ fixId, publicationId: `p-${fixId}`, articles, at: now - hoursAgo * HOUR_MS, wallNow: 0, maxPerHour: 99 },
    ...{ expiresAt: Number.MAX_SAFE_INTEGER, maxPerDay: 99 },
  });
const editedAt = (at: number, by = 'kit') =>
  void world.desk.articles.set(ARTICLE_ID, { ...world.live()!, updatedAt: at, updatedBy: by });
const reason = async () => (await world.ports.fixes.get(TENANT, 'f'))?.reason;

/** What publish answers: when it is tried again, in hours from now; null where it went out. */
async function publishedAfter(): Promise<number | null> {
  const [next] = await world.publish();
  return next?.type === 'publish' ? (next.at - now) / HOUR_MS : null;
}

describe('a publication that nobody approved', () => {
  it('goes out within the caps, and tells people with what takes it back', async () => {
    expect(await publishedAfter()).toBeNull();
    await world.verify();
    expect(world.live()?.bodyHtml).toBe(TARGET);
    const [notice] = await world.ports.outbox.list(TENANT, 9, null);
    expect(notice).toMatchObject({ kind: 'publication.automatic', about: { fixId: 'f' } });
    expect(notice?.about.undo).toBe((await world.ports.publications.list(TENANT))[0]?.id);
  });

  it('waits its turn beyond two an hour, and then goes out: it is put off, not dropped', async () => {
    for (const [id, ago] of [
      ['a', 0.75],
      ['b', 0.5],
    ] as const)
      await taken(id, ago);
    const [next] = await world.publish();
    expect(await publishedAfter()).toBeCloseTo(0.25);
    expect([(await world.states()).fix, world.desk.writes, world.activity().slice(1)]).toEqual([
      'approved',
      [],
      ['put off'],
    ]);
    expect(inWords(await reason())).toContain('as much as the limits allow');
    expect((await runStep(world.ports, TENANT, next!)).map((message) => message.type)).toEqual(['verify']);
  });

  it('waits a day after the same article was changed by itself', async () => {
    await taken('a', 3, [ARTICLE_ID]);
    expect(await publishedAfter()).toBe(21);
  });

  it('waits for the end of quiet hours in the tenant’s zone', async () => {
    const quietHours = { fromMinute: 0, toMinute: 60 };
    await world.ports.tenants.setPolicy(TENANT, automatic({ quietHours }), 'ada');
    expect(await publishedAfter()).toBeCloseTo(
      (HOUR_MS - Math.floor(now / 60_000) * 60_000 - (now % 60_000)) / HOUR_MS,
      1,
    );
    expect(inWords(await reason())).toContain('quiet hours');
    await world.ports.tenants.setPolicy(TENANT, automatic({ quietHours }, { timeZone: 'Asia/Tokyo' }), 'ada');
    expect(await publishedAfter()).toBeNull();
  });

  it('waits half an hour after a person edited the article, gives its place back, but not after its own hand', async () => {
    editedAt(now - 600_000);
    expect(await publishedAfter()).toBeCloseTo(1 / 3);
    expect([await world.ports.reservations.countSince(TENANT, 0, 0), world.desk.writes]).toEqual([0, []]);
    editedAt(now - 600_000, await world.desk.ownUserId());
    expect(await publishedAfter()).toBeNull();
  });

  it('goes to people where automatic publishing was switched off while it waited, or the attestation was taken back', async () => {
    for (const policy of [
      automatic({ isEnabled: false }),
      automatic({ categories: [] }),
      automatic({}, { contentBlocks: { attested: 'nothing' } }),
    ]) {
      world = await approvedWorld({ actor: 'mend' });
      await world.ports.tenants.setPolicy(TENANT, policy, 'ada');
      await world.publish();
      expect([(await world.states()).fix, world.desk.writes]).toEqual(['in_review', []]);
    }
  });

  it('can be taken back while it waits', async () => {
    editedAt(now - 600_000);
    const next = await world.publish();
    await world.tell(...next);
    await takeBack(world.ports, TENANT, 'f', 'ada');
    world.clock.event += HOUR_MS;
    await world.run();
    expect([(await world.states()).fix, world.desk.writes]).toEqual(['in_review', []]);
  });
});

describe('a publication that a person approved', () => {
  it('waits for none of it', async () => {
    world = await approvedWorld();
    const quietHours = { fromMinute: 0, toMinute: 60 };
    await world.ports.tenants.setPolicy(TENANT, automatic({ isEnabled: false, quietHours, maxPerDay: 0 }), 'ada');
    for (const [id, ago] of [
      ['a', 0.75],
      ['b', 0.5],
    ] as const)
      await taken(id, ago, [`${ARTICLE_ID}${id}`]);
    editedAt(now - 600_000);
    expect(await publishedAfter()).toBeNull();
  });
});

describe('a helpdesk that fails', () => {
  const failing = (isAsked: boolean) => {
    world.desk.before = (call) => {
      if (call === 'writeArticle') throw new RetryLater('PUT: 502', 1, 'tenant', isAsked);
    };
  };
  const tries = async (times: number) => {
    for (let i = 0; i < times; i++)
      await world.publish().catch((error: Error) => expect(error).toBeInstanceOf(RetryLater));
  };

  it('five times in a row without a word leaves the fix to people, and they may try again', async () => {
    world = await approvedWorld();
    failing(false);
    await tries(5);
    expect(await world.states()).toMatchObject({ fix: 'approved', publication: 'intent' });
    await tries(1);
    expect(await world.states()).toEqual({ fix: 'in_review', gap: 'in_review', publication: 'failed' });
    expect(inWords(await reason())).toContain('failed 5 times when it was to be written: PUT: 502');
    world.desk.before = () => undefined;
    await world.ports.fixes.move(TENANT, 'f', ['in_review'], {
      change: { state: 'approved' },
      activity: { at: now, actor: 'ada', what: 'approved', subject: 'f', reason: asWritten('again') },
    });
    await world.publish();
    await world.verify();
    expect(await world.states()).toEqual({ fix: 'published', gap: 'published', publication: 'done' });
  });

  it('but took the fifth is found by its text, and the fix is finished', async () => {
    world = await approvedWorld();
    failing(false);
    await tries(4);
    world.desk.before = () => undefined;
    world.desk.after = (call) => {
      if (call === 'writeArticle') throw new RetryLater('PUT: the connection failed', 1);
    };
    await tries(1);
    await world.publish();
    await world.verify();
    expect(await world.states()).toEqual({ fix: 'published', gap: 'published', publication: 'done' });
  });

  it('and asks for pauses is waited for, however often', async () => {
    world = await approvedWorld();
    failing(true);
    await tries(9);
    expect(await world.states()).toMatchObject({ fix: 'approved', publication: 'intent' });
  });
});
