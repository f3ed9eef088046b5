import { existsSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { replay } from './replay/run.ts';

const USAGE = 'usage: npm run bench:scale -- --data DIR [--scenario drift] [--tickets 2000,20000]';

/** Webhooks between two lines of progress. */
const TOLD_EVERY = 1_000;

/** Replays the same conversations over and over, each round later and by other customers, and compares the cost. */
async function main(): Promise<void> {
  const options = { data: { type: 'string' }, scenario: { type: 'string' }, tickets: { type: 'string' } } as const;
  const { data, scenario = 'drift', tickets = '2000,20000' } = parseArgs({ options }).values;
  if (!data) throw new Error(USAGE);
  if (!existsSync(data)) {
    console.log(`skipped: ${data} is not there`);
    return;
  }
  console.log('| tickets | wall s | statements a ticket | rows read a ticket | rows written a ticket | peak RSS MB |');
  console.log('|---|---|---|---|---|---|');
  for (const size of tickets.split(',').map(Number)) {
    const folder = await cycled(data, scenario, size);
    const args = {
      data: folder,
      scenario,
      out: folder,
      helpdesk: 'zendesk',
      model: 'builtin',
      reviewer: 'none',
      autopublish: 'off',
      'in-flight': 64,
      times: 1,
    } as const;
    let told = 0;
    const { summary: s } = await replay(args, (done, all) => {
      if (done < told + TOLD_EVERY && done < all) return;
      told = done;
      process.stderr.write(`${size}: ${done} of ${all} webhooks\n`);
    });
    console.log(
      `| ${s.tickets} | ${s.wall_s} | ${s.d1_statements_per_ticket} | ${s.d1_rows_read_per_ticket} | ${s.d1_rows_written_per_ticket} | ${s.peak_rss_mb} |`,
    );
    await rm(folder, { recursive: true });
  }
}

/** A data set of `size` tickets: those of `data`, round after round, each round as much later as one round lasts. */
async function cycled(data: string, scenario: string, size: number): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'mend-scale-'));
  await mkdir(join(folder, 'scenarios'));
  const articles = join('scenarios', `${scenario}-articles.jsonl`);
  for (const file of ['articles.jsonl', articles, join('scenarios', `${scenario}.json`)])
    if (existsSync(join(data, file))) await copyFile(join(data, file), join(folder, file));
  const rows = (await readFile(join(data, 'tickets.jsonl'), 'utf8')).split('\n').filter(Boolean);
  const tickets = rows.map((row) => JSON.parse(row) as { id: string; messages: { at: string }[] });
  const times = tickets.flatMap((ticket) => ticket.messages.map((message) => Date.parse(message.at)));
  const round = times.reduce((a, b) => Math.max(a, b)) - times.reduce((a, b) => Math.min(a, b)) + 60_000;
  const lines = Array.from({ length: size }, (_, n) => {
    const ticket = tickets[n % tickets.length];
    const later = Math.floor(n / tickets.length) * round;
    const messages = ticket?.messages.map((m) => ({ ...m, at: new Date(Date.parse(m.at) + later).toISOString() }));
    return JSON.stringify({ ...ticket, id: `${ticket?.id}-${n}`, messages });
  });
  await writeFile(join(folder, 'tickets.jsonl'), `${lines.join('\n')}\n`);
  return folder;
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exit(2);
});
