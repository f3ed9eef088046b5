import { beforeAll, describe, expect, it } from 'vitest';
import { asWritten } from '../../../shared/said/said.ts';
import { advise } from '../../../worker/loop/advise/advise.ts';
import { AuthLost, RetryLater } from '../../../worker/loop/ports/errors.ts';
import { OTHER, stored, TENANT, type World } from '../world/world.ts';
import { asks, learnedWorld } from './advised.ts';

const LEAD = { tenant: TENANT, userId: '1', name: 'Ada', role: 'lead', locale: 'en-US' } as const;

describe('advice beside a conversation', { timeout: 30_000 }, () => {
  let world: World;
  beforeAll(async () => {
    world = await learnedWorld();
  }, 30_000);
  const ask = (id: string, text: string) => {
    asks(world, id, text);
    return advise(world.ports, TENANT, id, LEAD);
  };

  it('warns of a gap, counts who asks now, and offers what agents told before, in their order', async () => {
    const advice = await ask('n1', 'Can I see my shifts in Google Calendar? I would like to subscribe to them.');
    expect(advice).toMatchObject({ state: 'ready', articles: [], gap: { cause: 'missing', articleId: null } });
    expect(advice.gap?.people).toBeGreaterThan(5);
    expect(advice.gap?.thisWeek).toBeGreaterThan(1);
    expect(advice.reply?.sources).toEqual([{ kind: 'conversations', count: expect.any(Number) }]);
    const lines = advice.reply?.text.split('\n') ?? [];
    expect(lines.indexOf('Then click Copy feed link.')).toBeGreaterThan(lines.indexOf('There, turn on Calendar feed.'));
    const again = await ask('n2', 'Can I see my shifts in Google Calendar? I would like to subscribe to them.');
    expect(again.reply?.id).toBe(advice.reply?.id);
  });

  it('shows the article with its health, the sentence in doubt, the patch that waits, and answers with the patch', async () => {
    const advice = await ask('n3', 'Which columns does the staff import need, and how many rows may the file have?');
    const [article] = advice.articles;
    expect(article).toMatchObject({
      title: 'Import your staff from a spreadsheet',
      health: 'patch_waiting',
      patch: {
        removed: ['A file can hold up to 500 rows.'],
        added: ['A file can hold up to 2,000 rows.'],
        mayApprove: true,
      },
    });
    expect(article?.why.doubted).toContainEqual(
      expect.objectContaining({
        text: 'A file can hold up to 500 rows.',
        instead: 'A file can hold up to 2,000 rows.',
      }),
    );
    expect(advice.reply?.text).toContain('2,000 rows');
    expect(advice.reply?.text).not.toContain('500 rows');
    expect(advice.reply?.sources[0]).toMatchObject({ kind: 'article', isPatched: true, section: 'Prepare the file' });
  });

  it('lets an agent see a small patch, and not approve it', async () => {
    asks(world, 'n4', 'Which columns does the staff import need?');
    const advice = await advise(world.ports, TENANT, 'n4', { ...LEAD, role: 'agent' });
    expect(advice.articles[0]?.patch?.mayApprove).toBe(false);
  });

  it('knows an issue that hits many, how many and since when', async () => {
    const { knownIssue } = await ask('n5', 'Since this morning the Android app crashes when I tap Clock out.');
    expect(knownIssue).toMatchObject({ isAcknowledged: true });
    expect(knownIssue?.people).toBeGreaterThan(3);
    expect(knownIssue?.since).toBeLessThan(world.clock.event);
  });

  it('never offers what an agent did for somebody else', async () => {
    const { reply } = await ask('n6', 'You charged us twice in October, please refund the second payment.');
    expect(reply).toBeNull();
  });

  it('has nothing to say to what says nothing', async () => {
    expect(await ask('n7', '👍')).toMatchObject({ state: 'nothing_to_say', articles: [], reply: null, gap: null });
  });

  it('makes no replies in a language that it does not serve, and says so', async () => {
    const advice = await ask(
      'n8',
      'Wie kann ich meine Schichten in den Kalender übernehmen? Ich finde dazu leider nichts in der Hilfe.',
    );
    expect(advice).toMatchObject({ state: 'language_unsupported', language: 'en', reply: null });
    await world.ports.cursors.set(TENANT, 'desk', JSON.stringify({ languages: ['de', 'en'], named: [] }));
    const again = await ask('n81', 'Wie kann ich meine Schichten in den Kalender übernehmen? Ich finde dazu nichts.');
    expect(again).toMatchObject({ state: 'language_unsupported', language: 'de', reply: null });
  });

  it('reads a conversation not known yet once, and leaves it to the loop', async () => {
    asks(world, 'n9', 'How do I approve a request for time off?');
    await advise(world.ports, TENANT, 'n9');
    await advise(world.ports, TENANT, 'n9');
    await world.run();
    world.desk.reads.length = 0;
    expect((await advise(world.ports, TENANT, 'n9')).state).toBe('ready');
    expect(world.desk.reads).toEqual([]);
  });

  it('says what it can’t read: unknown, deleted, late, not connected', async () => {
    const state = async (id: string) => (await advise(world.ports, TENANT, id)).state;
    asks(world, 'gone', 'How?', { state: 'deleted' });
    expect([await state('no such one'), await state('gone')]).toEqual(['unknown_conversation', 'unknown_conversation']);
    for (const [error, said] of [
      [new RetryLater('slow down', 1000), 'not_read_yet'],
      [new AuthLost('who?'), 'not_connected'],
    ] as const) {
      world.desk.before = () => {
        throw error;
      };
      expect(await state('elsewhere')).toBe(said);
    }
    world.desk.before = () => undefined;
    await world.ports.tenants.setState(TENANT, 'paused', asWritten('a test'));
    expect(await state('n1')).toBe('not_connected');
    await world.ports.tenants.setState(TENANT, 'active', asWritten('a test'));
  });

  it('tells another tenant nothing of it, and writes nothing of either', async () => {
    asks(world, 'n10', 'Can I see my shifts in Google Calendar?');
    const before = stored(world.shelf, TENANT);
    expect(await advise(world.ports, OTHER, 'n10')).toMatchObject({ state: 'nothing_to_say', reply: null, gap: null });
    expect(stored(world.shelf, TENANT)).toBe(before);
  });
});
