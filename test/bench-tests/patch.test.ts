import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { patchAll } from '../bench/patch/run.ts';

const COMMAND = join(import.meta.dirname, '../bench/patch.ts');
const CASE = { id: 'c1', after: 'Parcels can be returned within 30 days.', before: 'secret', article_id: 'secret' };
const ARTICLE = {
  id: 'a1',
  title: 'Returns',
  section: 's',
  body: 'Parcels can be returned within 14 days.\nBring the box.\n',
};

function dataSet(files: Record<string, string>): string {
  const dir = mkdtempSync(join(tmpdir(), 'patch-'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(dir, name), text);
  return dir;
}

const run = (args: string[]): Promise<{ code: number; stderr: string }> =>
  new Promise((resolve) => {
    execFile(process.execPath, [COMMAND, ...args], (error, _, stderr) =>
      resolve({ code: error ? Number(error.code) : 0, stderr }),
    );
  });

const good = { 'cases.jsonl': JSON.stringify(CASE), 'articles.jsonl': JSON.stringify(ARTICLE) };

it('writes one line a case and shows progress', async () => {
  const dir = dataSet(good);
  const out = join(dir, 'out.jsonl');
  const { code, stderr } = await run(['--data', dir, '--out', out]);
  expect([code, stderr]).toEqual([0, expect.stringContaining('1 of 1 notes')]);
  expect(JSON.parse(readFileSync(out, 'utf8'))).toMatchObject({
    id: 'c1',
    article_id: 'a1',
    body: ARTICLE.body.replace('14', '30'),
  });
});

it.each<[string, string[], number, string]>([
  ['no arguments', [], 2, '--data is missing'],
  ['no output', ['--data', '.'], 2, '--out is missing'],
  ['an unknown option', ['--date', '.'], 2, 'usage:'],
  ['no such directory', ['--data', '/nowhere', '--out', '/tmp/x'], 1, '--data /nowhere is not a directory'],
])('refuses %s', async (_, args, code, message) => {
  expect(await run(args)).toEqual({ code, stderr: expect.stringContaining(message) });
});

it.each<[string, Record<string, string>, string]>([
  ['a missing file', { 'cases.jsonl': JSON.stringify(CASE) }, 'articles.jsonl is missing'],
  ['a broken row', { ...good, 'cases.jsonl': `${JSON.stringify(CASE)}\n{"id":` }, 'cases.jsonl: line 2 is not JSON'],
  ['a row without a note', { ...good, 'cases.jsonl': '{"id":"c"}' }, 'cases.jsonl: line 1: after'],
  ['an article without a body', { ...good, 'articles.jsonl': '{"id":"a","title":"t"}' }, 'article a has neither body'],
  ['an empty file', { ...good, 'cases.jsonl': '\n' }, 'cases.jsonl has no rows'],
])('refuses %s and says where', async (_, files, message) => {
  const dir = dataSet(files);
  expect(await run(['--data', dir, '--out', join(dir, 'o')])).toEqual({
    code: 1,
    stderr: expect.stringContaining(message),
  });
});

it('refuses an output it cannot write before it works', async () => {
  const dir = dataSet(good);
  const result = await run(['--data', dir, '--out', join(dir, 'no/such/file')]);
  expect(result).toEqual({ code: 1, stderr: expect.stringContaining('cannot write --out') });
});

it('says which notes were refused', () => {
  const set = { cases: [{ id: 'c', note: 'Dark mode exists on watches.' }], articles: [{ ...ARTICLE }] };
  expect(patchAll(set)).toEqual([{ id: 'c', article_id: null, body: null, refused: 'nothing_alike' }]);
});
