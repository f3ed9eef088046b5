import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { replayArguments } from '../bench/replay/arguments.ts';
import { type ReplayResult, replay } from '../bench/replay/run.ts';
import { articles, conversations, product, type SeedConversation } from '../sandbox/seed/index.ts';

/** Conversations of a feature without an article and of an article that went stale, between ordinary ones. */
const STORIES = ['calendar_feed', 'stale_import', 'public_holidays'];
const TICKETS = 60;

let folder = '';

const endOf = (c: SeedConversation | undefined) => Date.parse(c?.turns.findLast((turn) => turn.public)?.at ?? '');

/** A data set in the benchmark's format; every second ticket ends in the same second as the one before it. */
async function writeDataset(): Promise<void> {
  folder = await mkdtemp(join(tmpdir(), 'mend-data-'));
  const telling = conversations.filter((c) => STORIES.includes(c.story));
  const ordinary = conversations.filter((c) => c.story === 'covered').slice(0, TICKETS - telling.length);
  const chosen = [...telling, ...ordinary].sort((a, b) => a.at.localeCompare(b.at));
  const tickets = chosen.map((c, i) => {
    const shift = i % 2 === 1 ? endOf(chosen[i - 1]) - endOf(c) : 0;
    const messages = c.turns
      .filter((turn) => turn.public)
      .map(({ author, text, at }) => ({ author, text, at: new Date(Date.parse(at) + shift).toISOString() }));
    return { id: `t${i}`, channel: c.channel, subject: c.subject, messages };
  });
  const rows = articles.map((a) => {
    const section = product.sections.find((s) => s.key === a.section)?.name ?? 'Guides';
    return { id: a.key, title: a.title, section, body_html: a.bodyHtml };
  });
  const lines = (all: object[]) => all.map((row) => `${JSON.stringify(row)}\n`).join('');
  await mkdir(join(folder, 'scenarios'));
  await writeFile(join(folder, 'scenarios', 'all.json'), '{}');
  await writeFile(join(folder, 'tickets.jsonl'), lines(tickets));
  await writeFile(join(folder, 'articles.jsonl'), lines(rows));
}

const run = (...options: string[]): Promise<ReplayResult> =>
  replay(
    replayArguments(['--data', folder, '--scenario', 'all', '--out', join(folder, 'out'), ...options]),
    () => undefined,
  );

describe('a replay of sixty tickets', () => {
  let one: ReplayResult;
  beforeAll(async () => {
    await writeDataset();
    one = await run('--in-flight', '1');
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('observes every ticket once, and finds and drafts what is missing', () => {
    const of = (kind: string) => one.lines.filter((line) => line.kind === kind);
    expect(one.summary).toMatchObject({ tickets: TICKETS, observed: TICKETS, lost: 0 });
    expect(new Set(of('observation').map((line) => line.ticket_id)).size).toBe(TICKETS);
    expect([of('gap').length > 0, of('draft').length > 0]).toEqual([true, true]);
  });

  it('ends with the same findings when eight tickets are in flight', async () => {
    expect((await run('--in-flight', '8')).lines).toEqual(one.lines);
  });

  it('ends with the same findings when every webhook comes three times', async () => {
    expect((await run('--in-flight', '8', '--times', '3')).lines).toEqual(one.lines);
  });

  it('ends with the same findings when the worker is killed while it works and started again', async () => {
    expect((await run('--in-flight', '40', '--restart-after', '60')).lines).toEqual(one.lines);
  });

  it('stays within fifty statements an observation', () => {
    expect(one.summary.d1_statements_per_ticket).toBeLessThan(50);
  });
});
