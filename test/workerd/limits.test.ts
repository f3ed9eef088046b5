import { describe, expect, it } from 'vitest';
import { aConversation, aGap, anArticle, anEntry, anObservation } from '../contracts/examples.ts';
import { twoTenants } from '../contracts/stores.ts';
import { createD1Stores } from './stage/stores.ts';

const MB = 1_000_000;

describe('D1 limits', () => {
  it('a snapshot of thousands of rows, each full of quotes, is written and read back', async () => {
    const { learningLog } = createD1Stores();
    const [tenant] = twoTenants();
    const json = JSON.stringify(Array.from({ length: 40_000 }, () => '"'));
    const large = Array.from({ length: 24 }, (_, i) => ({ kind: 'issue', key: `large ${i}`, json }));
    const small = Array.from({ length: 4000 }, (_, i) => ({ kind: 'act', key: `"small" ${i}`, json: '{"a":"ä€🎉"}' }));
    await learningLog.writeSnapshot(tenant, 'en', 1, [...large, ...small], []);
    expect((await learningLog.snapshot(tenant, 'en'))?.rows.length).toBe(4024);
    await learningLog.writeSnapshot(tenant, 'en', 2, [], small);
    const left = await learningLog.snapshot(tenant, 'en');
    expect([left?.seq, left?.rows.length, left?.rows.every((row) => row.json === json)]).toEqual([2, 24, true]);
  });

  it('a gap of ten thousand conversations is stored', async () => {
    const { observations, gaps } = createD1Stores();
    const [tenant] = twoTenants();
    const conversationIds = Array.from({ length: 10_000 }, (_, i) => `conversation ${i}`);
    const gap = aGap('g', { conversationIds, openedWith: conversationIds });
    await observations.record(tenant, {
      observation: anObservation('a'),
      conversation: aConversation('a'),
      entries: [anEntry(1)],
      gaps: [gap],
    });
    expect(await gaps.get(tenant, 'g')).toEqual(gap);
    expect((await observations.conversations(tenant, ['a', ...conversationIds])).length).toBe(1);
  });

  it('a hundred articles are put at once, and one of 1.9 MB', { timeout: 60_000 }, async () => {
    const usage = { statements: 0, rowsRead: 0, rowsWritten: 0 };
    const { articles } = createD1Stores({ usage });
    const [tenant] = twoTenants();
    const many = Array.from({ length: 100 }, (_, i) => anArticle(`${i}`));
    expect((await articles.put(tenant, many, 'seen')).length).toBe(100);
    expect(usage.statements).toBeLessThanOrEqual(401);
    const huge = anArticle('huge', { bodyHtml: `<p>${'a '.repeat((1.9 * MB) / 2 - 500)}</p>` });
    await articles.put(tenant, [huge], 'seen');
    expect((await articles.get(tenant, 'huge', 'en-us'))?.bodyHtml.length).toBe(huge.bodyHtml.length);
  });
});
