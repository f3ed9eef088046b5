import { beforeEach, describe, expect, it } from 'vitest';
import { productFactsSchema } from '../../../shared/context/product-facts.ts';
import { Permanent, RetryLater } from '../../../worker/loop/ports/errors.ts';
import { approve } from '../../../worker/loop/review/decide-by-person.ts';
import { connectTracker, disconnectTracker, fileAgain, lookAgain } from '../../../worker/loop/track/connect-tracker.ts';
import { aConversation, aFix, aGap, anEntry, anObservation } from '../../contracts/examples.ts';
import { createWorld, OTHER, TENANT, type World } from '../world/world.ts';

const WISH = { kind: 'github' as const, place: 'acme/app', token: 't' };
const BODY =
  '<h2>What customers see</h2><ul><li>The app closes when clocking out.</li><li>Mail ada.lovelace@acme.example about it.</li></ul><h2>How many</h2><ul><li>3 conversations</li></ul>';

let world: World;
beforeEach(async () => {
  world = await createWorld();
  await world.ports.observations.record(TENANT, {
    observation: anObservation('a'),
    conversation: aConversation('a'),
    entries: [anEntry(1, 'a')],
    gaps: [aGap('g', { cause: 'product_bug', state: 'in_review', conversationIds: ['a'] })],
  });
  await world.ports.fixes.add(
    TENANT,
    aFix('bug', {
      kind: 'bug_report',
      gapId: 'g',
      articleId: null,
      state: 'in_review',
      title: 'Clocking out closes the app',
      bodyHtml: BODY,
      baseHtml: null,
      baseHash: null,
    }),
  );
});

const issues = () => world.ports.trackedIssues.list(TENANT, ['filing', 'refused', 'open', 'done', 'declined', 'gone']);
async function approved() {
  const fix = await world.ports.fixes.get(TENANT, 'bug');
  if (!fix) throw new Error('there is no report');
  await approve(world.ports, TENANT, 'bug', fix, 'ada');
  world.clock.wall += 60_000;
  await world.run();
}

describe('a bug report that a person approved', () => {
  it('is filed once, without personal data, with counts and a link to its tickets', async () => {
    await connectTracker(world.ports, TENANT, WISH, 'ada');
    const { requesterId } = aConversation('a');
    const facts = productFactsSchema.parse({ as_of: '2026-11-04T09:00:00Z', client: { app_version: '4.2.0' } });
    await world.ports.productFacts.put(TENANT, requesterId, { facts, asOf: 0, until: Number.MAX_SAFE_INTEGER });
    await approved();
    const [filed] = [...world.trackers.filed.values()];
    expect(filed?.report.parts).toEqual([
      { heading: 'What customers see', items: ['The app closes when clocking out.'] },
      { heading: 'How many', items: ['3 conversations'] },
      { heading: 'Reported so far', items: ['1 conversations of 1 organizations', 'Versions: 4.2.0 (1)'] },
    ]);
    expect(filed?.report.links.map(({ url }) => url)).toEqual([expect.stringContaining('/agent/tickets/a')]);
    expect(await issues()).toEqual([
      expect.objectContaining({ state: 'open', ref: '1', url: 'https://tracker.example/1' }),
    ]);
    await world.tell({ type: 'track', at: world.clock.event + 0, fixId: 'bug' });
    await world.run();
    expect(world.trackers.filed.size).toBe(1);
    expect(world.activity().filter((what) => what === 'filed')).toHaveLength(1);
    expect(world.activity(OTHER)).not.toContain('filed');
  });

  it('is filed once also where the answer was lost, after the tracker is sure to show it', async () => {
    await connectTracker(world.ports, TENANT, WISH, 'ada');
    world.trackers.settlesAfterMs = 120_000;
    let lost = 0;
    world.trackers.after = (call) => {
      if (call === 'file' && lost++ === 0) throw new RetryLater('reset', 1_000, 'row');
    };
    await approved();
    expect([world.trackers.filed.size, (await issues())[0]?.state]).toEqual([1, 'open']);
  });

  it('is not filed where nothing is connected, and is once something is', async () => {
    await approved();
    expect(await issues()).toEqual([]);
    world.clock.event += 1_000;
    await connectTracker(world.ports, TENANT, WISH, 'ada');
    await world.run();
    expect((await issues())[0]?.state).toBe('open');
  });

  it('links to no ticket where everybody can read it', async () => {
    await connectTracker(world.ports, TENANT, { ...WISH, isPublicConfirmed: true }, 'ada');
    await approved();
    expect([...world.trackers.filed.values()][0]?.report.links).toEqual([]);
  });

  it('that touches security is never filed by itself', async () => {
    await connectTracker(world.ports, TENANT, WISH, 'ada');
    world.shelf.fixes.forEach((row) => {
      row.fix.title = 'Security breach: password leaked';
    });
    await approved();
    expect([world.trackers.filed.size, world.activity()]).toEqual([0, expect.arrayContaining(['not filed'])]);
  });

  it('that the tracker refuses says so, and is filed where a person asks again', async () => {
    await connectTracker(world.ports, TENANT, WISH, 'ada');
    world.trackers.before = () => {
      throw new Permanent('422 labels');
    };
    await approved();
    const [refused] = await issues();
    expect(refused).toMatchObject({ state: 'refused', detail: '422 labels' });
    world.trackers.before = () => undefined;
    world.clock.event += 1_000;
    await fileAgain(world.ports, TENANT, refused?.id ?? '');
    await world.run();
    expect((await issues())[0]?.state).toBe('open');
  });
});

describe('a filed issue', () => {
  beforeEach(async () => {
    await connectTracker(world.ports, TENANT, WISH, 'ada');
    await approved();
  });
  const stands = async (state: 'open' | 'done' | 'declined' | 'gone') => {
    for (const issue of world.trackers.filed.values()) issue.state = state;
    world.clock.event += 1_000;
    await world.tell({ type: 'follow', at: world.clock.event });
    await world.run();
    return [(await issues())[0]?.state, (await world.ports.gaps.get(TENANT, 'g'))?.state];
  };

  it('that is done closes its gap and says so once, and opens it where it comes back', async () => {
    expect(await stands('done')).toEqual(['done', 'healed']);
    expect(await stands('done')).toEqual(['done', 'healed']);
    expect((await world.ports.outbox.list(TENANT, 9, null)).filter(({ kind }) => kind === 'issue.moved')).toHaveLength(
      1,
    );
    expect(await stands('open')).toEqual(['open', 'published']);
    expect(await stands('declined')).toEqual(['declined', 'published']);
  });

  it('is told how many more there are, and not twice', async () => {
    await world.ports.observations.record(TENANT, {
      observation: anObservation('b'),
      conversation: aConversation('b'),
      entries: [],
      gaps: [aGap('g', { cause: 'product_bug', state: 'published', conversationIds: ['a', 'b'] })],
    });
    await stands('open');
    const told = () => [...world.trackers.filed.values()][0]?.told?.parts.map(({ items }) => items[0]);
    expect(told()).toEqual(['2 conversations of 1 organizations']);
    const calls: string[] = [];
    world.trackers.before = (call) => void calls.push(call);
    await stands('open');
    expect(calls).toEqual(['state']);
  });

  it('is looked at again where a webhook names it, and of no other account', async () => {
    for (const issue of world.trackers.filed.values()) issue.state = 'done';
    expect(await lookAgain(world.ports, OTHER, { kind: 'github', ref: '1' })).toBe(false);
    expect(await lookAgain(world.ports, TENANT, { kind: 'jira', ref: '1' })).toBe(false);
    expect(await lookAgain(world.ports, TENANT, { kind: 'github', ref: '1' })).toBe(true);
    await world.run();
    expect((await issues())[0]?.state).toBe('done');
  });

  it('is asked about no more once its tracker is disconnected', async () => {
    await disconnectTracker(world.ports, TENANT, 'ada');
    expect(await issues()).toEqual([]);
    const calls: string[] = [];
    world.trackers.before = (call) => void calls.push(call);
    await world.tell({ type: 'follow', at: world.clock.event });
    await world.run();
    expect(calls).toEqual([]);
  });
});
