import { describe, expect, it } from 'vitest';
import { startArticle } from '../../../worker/loop/advise/start-article.ts';
import { NotFound } from '../../../worker/loop/ports/errors.ts';
import { aConversation, anArticle, anEntry, anObservation } from '../../contracts/examples.ts';
import { createWorld, TENANT } from '../world/world.ts';

const ADA = { tenant: TENANT, userId: '7', name: 'Ada' };
const WORDS = { title: 'Wages by branch', text: 'You can export them.\n\n1. Open Reports\n2. Choose Wages' };

async function world() {
  const made = await createWorld();
  await made.ports.articles.put(TENANT, [anArticle('77', { title: 'Export' })], 'seen');
  await made.ports.observations.record(TENANT, {
    observation: anObservation('a'),
    conversation: aConversation('a'),
    entries: [anEntry(1, 'unknown')],
    gaps: [],
  });
  return made;
}

describe('an article that an agent starts', () => {
  it('waits for a reviewer in their words, beside its like, and is in nobody’s help center', async () => {
    const { ports, desk } = await world();
    const started = await startArticle(ports, ADA, 'a', WORDS);
    const [fix] = await ports.fixes.list(TENANT, ['in_review']);
    expect(started).toEqual({ state: 'in_review', fixId: fix?.id });
    expect([fix?.title, fix?.kind, fix?.isEdited, fix?.likeArticleId]).toEqual([
      'Wages by branch',
      'new_article',
      true,
      '77',
    ]);
    expect(fix?.bodyHtml).toBe('<p>You can export them.</p><ol><li>Open Reports</li><li>Choose Wages</li></ol>');
    expect((await ports.gaps.get(TENANT, fix?.gapId ?? ''))?.cause).toBe('missing');
    expect(desk.writes).toEqual([]);
  });

  it('is one proposal however often it is sent', async () => {
    const { ports } = await world();
    await startArticle(ports, ADA, 'a', WORDS);
    await startArticle(ports, ADA, 'a', WORDS);
    expect((await ports.fixes.list(TENANT, ['in_review'])).length).toBe(1);
  });

  it('is held to the content rules of a person’s wording, and markup in it is words', async () => {
    const { ports } = await world();
    expect(await startArticle(ports, ADA, 'a', { title: 'Call', text: 'Write to karin.aberg@example.com' })).toEqual({
      state: 'refused',
      refused: ['personal_data'],
    });
    await startArticle(ports, ADA, 'a', { title: 'Tags', text: 'Type <b> there.' });
    const [fix] = await ports.fixes.list(TENANT, ['in_review']);
    expect(fix?.bodyHtml).toBe('<p>Type &lt;b&gt; there.</p>');
  });

  it('is not started for a conversation that nobody knows', async () => {
    const { ports } = await world();
    await expect(startArticle(ports, ADA, 'unknown', WORDS)).rejects.toThrow(NotFound);
  });
});
