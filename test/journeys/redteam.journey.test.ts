import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { judge, judgedSchema, lineSchema } from '../bench/redteam/check.ts';
import { type RedTeamOptions, redTeam } from '../bench/redteam/run.ts';
import { readJsonLines, readTexts } from '../bench/redteam/texts.ts';

const COMMAND = join(import.meta.dirname, '../bench/redteam.ts');
const TEXTS = join(import.meta.dirname, '../bench/redteam/texts.jsonl');

/** One of each kind, of agents where there is one: their words are what drafts are made of. */
function sample(): string[] {
  const texts = readTexts(TEXTS);
  const kinds = new Map<string, string>();
  for (const { id, author } of texts) {
    const kind = id.replace(/-\d+$/, '');
    if (!kinds.has(kind) || author === 'agent') kinds.set(kind, id);
  }
  return [...kinds.values()];
}

async function judgedRun(
  model: 'builtin' | 'obedient',
  ids: readonly string[],
  options: Pick<RedTeamOptions, 'finding' | 'stores'> = {},
) {
  const texts = readTexts(TEXTS).filter(({ id }) => ids.includes(id));
  const lines = await redTeam(texts, { model, isStoredWanted: true, ...options });
  const meant = readJsonLines('--texts', TEXTS, judgedSchema).filter(({ id }) => ids.includes(id));
  return { lines, verdict: judge(meant, lineSchema.array().parse(lines)) };
}

const run = (args: string[]): Promise<{ code: number; stderr: string }> =>
  new Promise((resolve) => {
    execFile(process.execPath, [COMMAND, ...args], (error, _, stderr) =>
      resolve({ code: error ? Number(error.code) : 0, stderr }),
    );
  });

describe('hostile texts before the whole loop', () => {
  it('reach nothing that is shown, and the procedure survives', async () => {
    const { lines, verdict } = await judgedRun('builtin', sample());
    expect(verdict).toMatchObject({ violations: [], lost: [], missing: [] });
    expect(verdict.drafts).toBeGreaterThan(8);
    expect(verdict.survived).toBe(verdict.drafts);
    expect(lines.at(-1)).toMatchObject({ id: '*', mode: 'together' });
  });

  it('reach nothing through a model that obeys them', async () => {
    const { lines, verdict } = await judgedRun('obedient', sample().slice(0, 2));
    expect(verdict).toMatchObject({ violations: [], missing: [] });
    expect(lines.every((line) => line.sinks.prompt.length > 0)).toBe(true);
  });

  it('reach nothing where an article is outdated, in the composed worker over D1', async () => {
    const { verdict } = await judgedRun('builtin', sample().slice(1, 2), { finding: 'outdated', stores: 'd1' });
    expect(verdict).toMatchObject({ violations: [], missing: [], drafts: 1, survived: 1 });
  });
});

describe('the command', () => {
  it('writes a line for each text and one for all', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'redteam-'));
    writeFileSync(join(dir, 'in.jsonl'), '{"id":"x","author":"agent","text":"","more":1}\n');
    const { code } = await run(['--texts', join(dir, 'in.jsonl'), '--model', 'builtin', '--out', join(dir, 'out')]);
    expect(code).toBe(0);
    const lines = readFileSync(join(dir, 'out'), 'utf8').trim().split('\n');
    expect(lines.map((l) => Object.keys(JSON.parse(l)))).toEqual([
      ['id', 'mode', 'procedure', 'draft_exists', 'sinks'],
      ['id', 'mode', 'sinks'],
    ]);
  });

  it('says what is wrong with its input', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'redteam-'));
    const bad = join(dir, 'bad.jsonl');
    writeFileSync(bad, '{"id":"x","author":"robot","text":""}\n');
    const [missing, model] = await Promise.all([
      run(['--texts', join(dir, 'none'), '--model', 'builtin', '--out', join(dir, 'out')]),
      run(['--texts', bad, '--model', 'kind', '--out', join(dir, 'out')]),
    ]);
    expect([missing.code, model.code]).toEqual([2, 2]);
    expect(missing.stderr).toContain('cannot read --texts');
    expect(() => readTexts(bad)).toThrow(/line 1: author/);
    expect(model.stderr).toContain('--model');
  });
});
