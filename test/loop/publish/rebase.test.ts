import { beforeEach, describe, expect, it } from 'vitest';
import type { StoredFix } from '../../../shared/gap.ts';
import { policySchema } from '../../../shared/policy.ts';
import { patchHashOf } from '../../../worker/core/publishing/writing/patch-hash.ts';
import { hashText } from '../../../worker/core/text/hash.ts';
import { askRollback } from '../../../worker/loop/publish/ask-rollback.ts';
import { approve, Moved } from '../../../worker/loop/review/decide-by-person.ts';
import { aFix, aGap, anEntry, anObservation } from '../../contracts/examples.ts';
import { inWords } from '../../ground/in-words.ts';
import { type Approved, ARTICLE_ID, approvedWorld } from '../world/approved.ts';
import { OTHER, stored, TENANT } from '../world/world.ts';

const BASE = '<p>Open Reports.</p>\n<p>Wait a day for the file.</p>\n<p>Ask Kit for more.</p>';
const FIRST = BASE.replace('a day', 'an hour');
const OTHER_LINE = BASE.replace('Ask Kit', 'Ask Ines');
const BOTH = FIRST.replace('Ask Kit', 'Ask Ines');
const SAME_LINE = BASE.replace('a day', 'two days');
const EVENT = 'our own change “Slow export” was published in this article by ada';

let world: Approved;
beforeEach(async () => {
  const based = { baseHtml: BASE, baseHash: hashText(`Export\u0000${BASE}`) };
  world = await approvedWorld({ bodyHtml: FIRST, ...based });
  const live = world.live();
  if (live) world.desk.articles.set(ARTICLE_ID, { ...live, bodyHtml: BASE });
  const gaps = [
    aGap('gap', { state: 'approved', title: 'Slow export', conversationIds: ['a'] }),
    aGap('second', { state: 'in_review' }),
  ];
  for (const [i, gap] of gaps.entries())
    await world.ports.observations.record(TENANT, {
      observation: anObservation(`x${i}`),
      conversation: null,
      entries: [anEntry(2 + i, 'unknown')],
      gaps: [gap],
    });
});

/** A second fix of the same article, drafted from the same text. */
async function second(bodyHtml: string, more: Partial<StoredFix> = {}): Promise<StoredFix> {
  const fix = aFix('second', {
    gapId: 'second',
    articleId: ARTICLE_ID,
    bodyHtml,
    baseHtml: BASE,
    baseHash: hashText(`Export\u0000${BASE}`),
    evidence: [{ conversationId: 'a', turnId: 'a-1', quote: 'Ask Ines. Wait two days for the file.' }],
    ...more,
  });
  const own = { ...fix, patchHash: patchHashOf(fix) };
  await world.ports.fixes.add(TENANT, own);
  return own;
}
const now = async (id = 'second') => world.ports.fixes.get(TENANT, id);
/** Publishes the first fix and does what follows from it, without drafting anything anew. */
async function publishFirst(): Promise<string[]> {
  await world.publish();
  const done: string[] = [];
  let next = await world.verify();
  while (next.length > 0) {
    done.push(...next.map((message) => message.type));
    const rebases = next.filter((message) => message.type === 'rebase');
    await world.tell(...rebases);
    next = [];
    if (rebases.length > 0) await world.run();
  }
  return done;
}

describe('a change that waits while another of its article is published', () => {
  it('is put on the new text at once: the same change, with hashes of its own and a reason by name', async () => {
    const before = await second(OTHER_LINE);
    expect(await publishFirst()).toEqual(['rebase']);
    const fix = await now();
    expect(fix).toMatchObject({
      state: 'in_review',
      bodyHtml: BOTH,
      baseHtml: FIRST,
      baseHash: hashText(`Export\u0000${FIRST}`),
    });
    expect(fix?.patchHash).not.toBe(before.patchHash);
    expect(inWords(fix?.reason)).toBe(`${EVENT}; this is the same change on the new text`);
    expect(world.activity()).toContain('rebased');
  });

  it('refuses a yes to what was shown before, and takes one to what is shown now', async () => {
    const before = await second(OTHER_LINE);
    await publishFirst();
    await expect(approve(world.ports, TENANT, 'second', before, 'bo')).rejects.toThrow(
      'has changed since it was shown',
    );
    const fix = await now();
    await approve(
      world.ports,
      TENANT,
      'second',
      { patchHash: fix?.patchHash ?? '', baseHash: fix?.baseHash ?? '' },
      'bo',
    );
    await world.run();
    expect([(await now())?.state, world.live()?.bodyHtml]).toEqual(['published', BOTH]);
  });

  it('refuses a yes also where it moved between the look and the decision', async () => {
    const before = await second(OTHER_LINE);
    const { get } = world.ports.fixes;
    world.ports.fixes.get = async (tenant, id) => {
      const seen = await get(tenant, id);
      if (id === 'second') {
        world.ports.fixes.get = get;
        await publishFirst();
      }
      return seen;
    };
    const decision = approve(world.ports, TENANT, 'second', before, 'bo');
    await expect(decision).rejects.toThrow(Moved);
    expect(await now()).toMatchObject({ state: 'in_review', bodyHtml: BOTH });
  });

  it('is drafted anew where both changed the same line, and says that it was our own change, and which', async () => {
    await second(SAME_LINE);
    await publishFirst();
    const fix = await now();
    expect(inWords([fix?.state, fix?.reason])).toEqual([
      'superseded',
      `${EVENT} and changed the same lines: it is drafted anew on what stands there now`,
    ]);
    expect((await world.ports.gaps.get(TENANT, 'second'))?.state).toBe('open');
    expect(world.live()?.bodyHtml).toBe(FIRST);
    const late = approve(world.ports, TENANT, 'second', fix ?? { patchHash: '', baseHash: null }, 'bo');
    await expect(late).rejects.toThrow(`it was replaced: ${EVENT}`);
  });

  it('leaves its gap in review where another fix of it waits there', async () => {
    await second(SAME_LINE, { state: 'scored' });
    const beside = aFix('beside', { gapId: 'second', articleId: ARTICLE_ID, bodyHtml: OTHER_LINE, baseHtml: BASE });
    await world.ports.fixes.add(TENANT, { ...beside, baseHash: hashText(`Export\u0000${BASE}`) });
    await publishFirst();
    expect([(await now())?.state, (await now('beside'))?.state]).toEqual(['superseded', 'in_review']);
    expect((await world.ports.gaps.get(TENANT, 'second'))?.state).toBe('in_review');
  });

  it('is drafted anew where the article says already what it would', async () => {
    await second(FIRST, { title: 'Export' });
    await publishFirst();
    expect(inWords((await now())?.reason)).toContain('and says this already');
  });

  it('is rehearsed and decided anew where nobody was shown it yet', async () => {
    await second(OTHER_LINE, { state: 'scored' });
    await publishFirst();
    expect(await now()).toMatchObject({ bodyHtml: BOTH });
    expect(['in_review', 'escalated']).toContain((await now())?.state);
    expect(world.activity()).toEqual(expect.arrayContaining(['rebased', 'rehearsed', 'scored']));
  });

  it('keeps its search terms, which change no word', async () => {
    await second(BASE, { kind: 'terms', terms: ['wages'] });
    await publishFirst();
    expect(await now()).toMatchObject({ state: 'in_review', bodyHtml: FIRST, baseHtml: FIRST, terms: ['wages'] });
  });

  it('is put back on the old text where the publication is taken back', async () => {
    await second(OTHER_LINE);
    await publishFirst();
    const [publication] = await world.ports.publications.list(TENANT);
    await askRollback(world.ports, TENANT, publication?.id ?? '', 'ada', 'wrong');
    await world.run();
    expect(await now()).toMatchObject({ state: 'in_review', bodyHtml: OTHER_LINE, baseHtml: BASE });
    expect(inWords((await now())?.reason)).toContain('“Slow export” was taken back in this article by ada');
  });

  it('told again, changes nothing; and nothing of another account', async () => {
    await second(OTHER_LINE);
    await world.ports.fixes.add(OTHER, aFix('theirs', { articleId: ARTICLE_ID, baseHtml: BASE }));
    await publishFirst();
    const before = stored(world.shelf, TENANT);
    expect(await world.verify()).toEqual([expect.objectContaining({ type: 'rebase' })]);
    await world.tell({
      type: 'rebase',
      at: 5,
      publicationId: (await world.ports.publications.list(TENANT))[0]?.id ?? '',
    });
    await world.run();
    const without = (text: string) =>
      text
        .split('\n')
        .filter((line) => !line.startsWith('inbox'))
        .join('\n');
    expect(without(stored(world.shelf, TENANT))).toBe(without(before));
    expect((await world.ports.fixes.get(OTHER, 'theirs'))?.patchHash).toBe('patch-theirs');
  });
});

describe('a change approved before another of its article stood', () => {
  it('is not written: the same change on the new text waits for a yes again, with the reason', async () => {
    await second(OTHER_LINE, { state: 'approved', actor: 'bo' });
    await publishFirst();
    await world.tell({ type: 'publish', at: world.clock.event, fixId: 'second' });
    await world.run();
    expect(await now()).toMatchObject({ state: 'in_review', bodyHtml: BOTH });
    expect(inWords((await now())?.reason)).toBe(
      `${EVENT} after this was approved; the same change on the new text waits for a decision of its own`,
    );
    expect(world.live()?.bodyHtml).toBe(FIRST);
  });

  it('that nobody approved is rehearsed and decided anew', async () => {
    const autoPublish = { isEnabled: true, categories: ['Guides'] };
    const contentBlocks = { attested: 'none', actor: 'ada', at: 1 };
    await world.ports.tenants.setPolicy(TENANT, policySchema.parse({ autoPublish, contentBlocks }), 'ada');
    await second(OTHER_LINE, { state: 'approved', actor: 'mend' });
    await publishFirst();
    await world.tell({ type: 'publish', at: world.clock.event, fixId: 'second' });
    await world.run();
    expect(world.activity()).toEqual(expect.arrayContaining(['rebased', 'rehearsed', 'scored']));
    expect([(await now())?.state === 'approved', world.live()?.bodyHtml]).toEqual([false, FIRST]);
  });

  it('says which change of ours stands where both changed the same line', async () => {
    await second(SAME_LINE, { state: 'approved', actor: 'bo' });
    await publishFirst();
    const next = { type: 'publish' as const, at: world.clock.event, fixId: 'second' };
    await world.tell(next);
    await world.run();
    const activity = world.shelf.activity.find(({ activity: a }) => a.subject === 'second' && a.what === 'stale base');
    expect(inWords(activity?.activity.reason)).toBe(`${EVENT} after this was drafted; that stands`);
    expect((await now())?.state).not.toBe('approved');
  });

  it('is still left to people where a person edited the article', async () => {
    await second(OTHER_LINE, { state: 'approved', actor: 'bo' });
    await publishFirst();
    const live = world.live();
    if (live) world.desk.articles.set(ARTICLE_ID, { ...live, bodyHtml: '<p>Ask Kit.</p>', updatedBy: 'kit' });
    await world.tell({ type: 'publish', at: world.clock.event, fixId: 'second' });
    await world.run();
    const activity = world.shelf.activity.find(({ activity: a }) => a.subject === 'second' && a.what === 'stale base');
    expect(inWords(activity?.activity.reason)).toBe('the article was edited after the draft; the edit stands');
  });
});
