import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rankArguments } from './arguments.ts';
import { readDataset } from './dataset.ts';
import { rankDataset } from './ranking.ts';

let root = '';
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'rank-'));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const folder = (name: string, files: Record<string, unknown[]>): string => {
  const dir = join(root, name);
  mkdirSync(dir, { recursive: true });
  for (const [file, rows] of Object.entries(files))
    writeFileSync(join(dir, file), rows.map((row) => JSON.stringify(row)).join('\n'));
  return dir;
};
const ARTICLES = [
  {
    id: 'set-lids',
    title: 'Order a spare lid',
    section: 'pots',
    body_html: '<p>Choose the size.</p>',
    removed_in_gap: true,
  },
  { id: 'set-rust', title: 'Remove rust', section: 'pots', body_html: '<p>Use vinegar.</p>', removed_in_gap: false },
];

describe('the rank command', () => {
  test('needs both options and knows no other', () => {
    expect(rankArguments(['--data', 'd', '--out', 'o'])).toEqual({ data: 'd', out: 'o', embedder: 'static' });
    expect(() => rankArguments(['--data', 'd', '--out', 'o', '--embedder', 'some'])).toThrow('neither none');
    expect(() => rankArguments(['--data', 'd'])).toThrow('both needed');
    expect(() => rankArguments(['--data', '--out', 'o'])).toThrow('needs a value');
    expect(() => rankArguments(['--limit', '3'])).toThrow('unknown option');
  });

  test('says what is wrong with its input, and where', () => {
    expect(() => readDataset(join(root, 'nowhere'))).toThrow('no such folder');
    expect(() => readDataset(folder('bare', { 'articles.jsonl': ARTICLES }))).toThrow('neither questions.jsonl nor');
    expect(() => readDataset(folder('none', { 'articles.jsonl': [] }))).toThrow('holds no article');
    expect(() => readDataset(folder('odd', { 'articles.jsonl': [{ id: 'x' }] }))).toThrow('articles.jsonl:1');
    writeFileSync(join(folder('torn', {}), 'articles.jsonl'), '{"id":');
    expect(() => readDataset(join(root, 'torn'))).toThrow('not JSON');
  });

  test('lets no label cross', () => {
    const data = readDataset(
      folder('labels', {
        'articles.jsonl': ARTICLES,
        'questions.jsonl': [{ id: 'q', text: 'lid', gold_article_ids: ['set-lids'], covered_in_gap: false }],
      }),
    );
    expect(JSON.stringify(data.questions)).not.toMatch(/gold|covered/);
    expect(data.isTransductive).toBe(true);
  });

  test('learns from the training texts and ranks the test texts', () => {
    const row = (id: string, split: string, text: string) => ({ id, text, split, intent: 'x', article_id: 'set-rust' });
    const data = readDataset(
      folder('split', {
        'articles.jsonl': ARTICLES,
        'utterances.jsonl': [row('t', 'train', 'rusty pan'), row('u', 'test', 'a rusty pot')],
      }),
    );
    expect(data.past.map(({ id }) => id)).toEqual(['t']);
    expect(data.questions.map(({ id }) => id)).toEqual(['u']);
  });

  test('writes one row a question, in order, and covers less without the removed article', async () => {
    const questions = [
      { id: 'q1', text: 'a spare lid' },
      { id: 'q2', text: 'rust in the pot' },
      { id: 'q3', text: '' },
    ];
    const rows = await rankDataset(
      readDataset(folder('whole', { 'articles.jsonl': ARTICLES, 'questions.jsonl': questions })),
      null,
      () => {},
    );
    expect(rows.map(({ id }) => id)).toEqual(['q1', 'q2', 'q3']);
    expect(rows[0]?.article_ids[0]).toBe('set-lids');
    expect(rows[0]?.coverage_in_gap).toBeLessThan(rows[0]?.coverage ?? 0);
    expect(rows[2]).toMatchObject({ article_ids: [], coverage: 0 });
  });
});
