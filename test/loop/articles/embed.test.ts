import { beforeEach, describe, expect, it } from 'vitest';
import type { Article } from '../../../shared/article.ts';
import { RetryLater } from '../../../worker/loop/ports/errors.ts';
import { searchKnowledge } from '../../../worker/loop/search/search.ts';
import { runStep } from '../../../worker/loop/steps.ts';
import { createVectorizeVectors } from '../../../worker/vectorize/vectors.ts';
import { anArticle } from '../../contracts/examples.ts';
import { createVectorizeDouble } from '../../vectorize/double.ts';
import { ledgerInMemory } from '../../vectorize/ledger.ts';
import { createWorld, OTHER, TENANT, type World } from '../world/world.ts';

/** Two directions: what is about pay, in whatever words, and the rest. */
const embedded = (text: string) => (/wage|salary|payroll/i.test(text) ? Float32Array.of(1, 0) : Float32Array.of(0, 1));

let world: World;
let asked: string[][];
let settle: () => Promise<void>;
const embed = () => runStep(world.ports, TENANT, { type: 'embed', at: 1 });
const put = (...articles: Article[]) => world.ports.articles.put(TENANT, articles, 'seen');
const known = async () =>
  (await world.ports.dense!.vectors.known(TENANT)).map(({ articleId, passage }) => `${articleId}/${passage}`).sort();

beforeEach(async () => {
  world = await createWorld();
  asked = [];
  const double = createVectorizeDouble(2);
  settle = double.settle;
  world.ports.dense = {
    vectors: createVectorizeVectors(double.index, ledgerInMemory()),
    embedder: {
      model: 'e',
      dimensions: 2,
      languages: ['en'],
      async embed(_tenant, texts) {
        asked.push([...texts]);
        return texts.map(embedded);
      },
    },
  };
  await put(
    anArticle('1', {
      title: 'Wages',
      bodyHtml: '<h2>Export</h2><p>Open the payroll.</p><h2>Correct</h2><p>Ask us.</p>',
    }),
    anArticle('2', { title: 'Invite', bodyHtml: '<p>Press Invite.</p>' }),
    anArticle('3', { title: 'Staff only', bodyHtml: '<p>Secret wages.</p>', audience: ['staff'] }),
  );
});

describe('vectors of articles', () => {
  it('are made of what anybody may read, a passage under its title, and once', async () => {
    await embed();
    expect(await known()).toEqual(['1/0', '1/1', '2/0']);
    expect(asked).toEqual([['Wages\nExport\nOpen the payroll.', 'Wages\nCorrect\nAsk us.', 'Invite\nPress Invite.']]);
    expect(await embed()).toEqual([]);
    expect(asked).toHaveLength(1);
  });

  it('follow what changes, and forget what is gone', async () => {
    await embed();
    await put(anArticle('1', { title: 'Wages', bodyHtml: '<h2>Export</h2><p>Open the ledger.</p>' }));
    await world.ports.articles.remove(TENANT, ['2']);
    await embed();
    expect(asked.at(-1)).toEqual(['Wages\nExport\nOpen the ledger.']);
    expect(await known()).toEqual(['1/0']);
  });

  it('are made a number at a time', async () => {
    await put(...Array.from({ length: 70 }, (_, i) => anArticle(`a${i}`, { bodyHtml: `<p>Line ${i}.</p>` })));
    expect(await embed()).toEqual([{ type: 'embed', at: 1, part: 1 }]);
    expect(asked[0]).toHaveLength(64);
    expect(await runStep(world.ports, TENANT, { type: 'embed', at: 1, part: 1 })).toEqual([]);
    expect((await known()).length).toBe(73);
  });

  it('are asked for after articles were read, and not where no model is set', async () => {
    const read = () => runStep(world.ports, TENANT, { type: 'refresh', at: 2 });
    expect((await read()).map(({ type }) => type)).toContain('embed');
    delete world.ports.dense;
    expect((await read()).map(({ type }) => type)).not.toContain('embed');
    expect(await embed()).toEqual([]);
  });
});

describe('a search', () => {
  const found = async (tenant = TENANT) =>
    (await searchKnowledge(world.ports, tenant, 'en', 'Where is my salary?', 5)).articles.map((a) => a.articleId);

  it('finds by meaning what shares no word with the question', async () => {
    await embed();
    await settle();
    expect((await found())[0]).toBe('1');
  });

  it('is by words alone while the model does not answer, and never of another tenant', async () => {
    await embed();
    await settle();
    expect(await found(OTHER)).toEqual([]);
    world.ports.dense!.embedder.embed = async () => {
      throw new RetryLater('down', 1_000, 'row');
    };
    const exported = await searchKnowledge(world.ports, TENANT, 'en', 'How do I invite somebody?', 5);
    expect(exported.articles[0]?.articleId).toBe('2');
  });
});
