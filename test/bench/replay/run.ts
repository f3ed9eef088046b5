import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Mend, MendOptions } from '../../sandbox/mend/mend.ts';
import { startMend } from '../../sandbox/mend/mend.ts';
import { earnHistory } from '../../sandbox/seed/earned.ts';
import type { Act } from './acts.ts';
import type { ReplayArguments } from './arguments.ts';
import { readDataset } from './dataset.ts';
import { embedderVars } from './embedder.ts';
import { collectEvents, type Names } from './events.ts';
import { startReplayModel } from './model.ts';
import { approveAll } from './reviewer.ts';
import { createIntercomStage } from './stage-intercom.ts';
import { createZendeskStage } from './stage-zendesk.ts';

const STAGES = { zendesk: createZendeskStage, intercom: createIntercomStage };

export interface ReplayResult {
  lines: Awaited<ReturnType<typeof collectEvents>>;
  summary: Record<string, number | string>;
  violations: string[];
}

/** Plays a scenario through the real worker: signed webhooks in, findings out. `onProgress` is told acts done of all. */
export async function replay(
  args: ReplayArguments,
  onProgress: (done: number, all: number) => void,
): Promise<ReplayResult> {
  const data = readDataset(args.data, args.scenario);
  const tickets = data.tickets.slice(0, args.limit ?? data.tickets.length);
  let now = Date.parse(tickets[0]?.messages[0]?.at ?? '') - 1;
  const openapi = process.env.OPENAPI_DIR;
  const { articles } = data;
  const stage = STAGES[args.helpdesk]({ articles, tickets, now: () => now, openapi, times: args.times });
  const persistTo = await mkdtemp(join(tmpdir(), 'mend-replay-'));
  const model = await startReplayModel(args.model);
  const vars = { ...model.vars, ...stage.vars, ...embedderVars(args.embedder) };
  let mend = await startMend({ persistTo, vars });
  try {
    await mend.setClock(now);
    const tenant = await stage.connect(mend);
    await mend.untilIdle(tenant);
    if (args.autopublish === 'earned')
      await earnHistory(
        mend,
        tenant,
        articles.map((a) => a.section),
      );
    const before = await mend.usage();
    const started = Date.now();
    const size = args.reviewer === 'approve' ? 1 : args['in-flight'];
    let [peakRss, waves] = [0, 0];
    for (let i = 0, end = 0; i < stage.acts.length; i = end) {
      end = endOfWave(stage.acts, i + size);
      const acts = stage.acts.slice(i, end);
      for (const act of acts) stage.play(act);
      await stage.flush();
      now = acts.at(-1)?.at ?? now;
      await mend.setClock(now);
      if (args['restart-after'] !== undefined && i <= args['restart-after'] && args['restart-after'] < end)
        mend = await restart(mend, { persistTo, vars }, now);
      await mend.untilIdle(tenant);
      if (args.reviewer === 'approve' && (await approveAll(mend, tenant))) await mend.untilIdle(tenant);
      if (waves++ % 8 === 0) peakRss = Math.max(peakRss, await mend.rssMb());
      onProgress(end, stage.acts.length);
    }
    const wallS = (Date.now() - started) / 1000;
    const after = await mend.usage();
    const names: Names = { articles: stage.articleIds, tickets: stage.ticketIds };
    const lines = await collectEvents(mend, tenant, names);
    const observed = lines.filter((line) => line.kind === 'observation').length;
    const per = (key: 'statements' | 'rowsRead' | 'rowsWritten') =>
      Math.round((100 * (after[key] - before[key])) / tickets.length) / 100;
    const spent = await model.spent(mend);
    const perThousand = (count: number) => Math.round((10_000 * count) / tickets.length) / 10;
    const summary = {
      tickets: tickets.length,
      observed,
      lost: tickets.length - observed,
      wall_s: Math.round(wallS * 10) / 10,
      tickets_per_s: Math.round((10 * tickets.length) / wallS) / 10,
      d1_rows_read_per_ticket: per('rowsRead'),
      d1_rows_written_per_ticket: per('rowsWritten'),
      d1_statements_per_ticket: per('statements'),
      model: args.model,
      chat_calls_per_1000: perThousand(spent.calls),
      embedding_calls_per_1000: 0,
      tokens_per_1000: perThousand(spent.tokens),
      peak_rss_mb: peakRss,
      server_mode: mend.serverMode,
    };
    return { lines, summary, violations: stage.violations };
  } finally {
    await mend.dispose();
    await model.close();
    await stage.close();
    await rm(persistTo, { recursive: true, force: true });
  }
}

/** A wave ends between two moments, never in one: what happens in one moment is ordered by the worker, not by us. */
function endOfWave(acts: Act[], least: number): number {
  let end = Math.min(least, acts.length);
  while (end < acts.length && acts[end]?.at === acts[end - 1]?.at) end += 1;
  return end;
}

/** Ends the worker's process while it works, and starts it on what D1 holds. */
async function restart(mend: Mend, options: MendOptions, now: number): Promise<Mend> {
  const port = Number(new URL(mend.url).port);
  await mend.kill();
  const fresh = await startMend({ ...options, port });
  await fresh.setClock(now);
  return fresh;
}
