import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Mend, startMend } from '../sandbox/mend/mend.ts';
import { startFloor } from './load/floor.ts';
import { middleOf, type Rate, rateOf } from './load/rates.ts';
import type { Target } from './load/send.ts';
import { sendThrice } from './load/thrice.ts';
import { createZendeskStage } from './replay/stage-zendesk.ts';

const USAGE = 'usage: npm run bench:load -- [--seconds 5] [--rounds 3] [--events 10000]';

/** Senders at once: what one account's helpdesk keeps open at its busiest. */
const LANES = 16;

/** Event time of what is sent lies so far ahead of the driver's clock: receiving alone is measured, nothing is worked. */
const AHEAD_MS = 3_600_000;

const START = Date.parse('2026-01-05T09:00:00Z');

/** Measures how webhooks are received, in turn with a bare receiver in the same run; then that none is lost and none counted twice. */
async function main(): Promise<void> {
  const options = { seconds: { type: 'string' }, rounds: { type: 'string' }, events: { type: 'string' } } as const;
  const given = parseArgs({ options }).values;
  const [seconds, rounds, events] = [given.seconds ?? '5', given.rounds ?? '3', given.events ?? '10000'].map(Number);
  if (![seconds, rounds, events].every((n) => Number.isInteger(n) && Number(n) > 0)) throw new Error(USAGE);
  const persistTo = await mkdtemp(join(tmpdir(), 'mend-load-'));
  const stage = createZendeskStage({ articles: [], tickets: [], now: () => START, openapi: undefined, times: 1 });
  const running = { mend: await startMend({ persistTo }) };
  try {
    await running.mend.setClock(START);
    const tenant = await stage.connect(running.mend);
    await running.mend.untilIdle(tenant);
    const target = targetOf(running.mend, tenant, stage.webhook());
    const from = await paired(target, { seconds: Number(seconds), rounds: Number(rounds) });
    await countThrice(running, persistTo, { target, tenant, from, events: Number(events) });
  } finally {
    await running.mend.dispose();
    await stage.close();
    await rm(persistTo, { recursive: true, force: true });
  }
}

/** Numbers given out so far, and how many of them Mend has stored. */
interface Received {
  next: number;
  stored: number;
}

function targetOf(mend: Mend, tenant: string, { id, secret }: { id: string; secret: string }): Target {
  const accountId = tenant.replace('zendesk:', '');
  return { url: new URL(`${mend.url}/webhooks/zendesk/${accountId}`), secret, webhookId: id, accountId };
}

async function paired(target: Target, { seconds, rounds }: { seconds: number; rounds: number }): Promise<Received> {
  const floor = await startFloor(target.secret);
  const bare = { ...target, url: new URL('/webhooks', floor.url) };
  const [ours, theirs]: [Rate[], Rate[]] = [[], []];
  const from: Received = { next: 0, stored: 0 };
  try {
    for (let round = 0; round <= rounds; round++) {
      const how = { lanes: LANES, seconds: round === 0 ? 1 : seconds, from: from.next, at: START + AHEAD_MS };
      const [a, b] = [await rateOf(target, how), await rateOf(bare, how)];
      from.next += Math.max(a.sent, b.sent);
      from.stored += a.sent - a.refused;
      if (round > 0) [ours.push(a), theirs.push(b)];
    }
  } finally {
    await floor.dispose();
  }
  const [own, bottom] = [middleOf(ours), middleOf(theirs)];
  console.log('| receiver | webhooks a second | p50 ms | p99 ms | refused |\n|---|---|---|---|---|');
  for (const [name, r] of [
    ['Mend', own],
    ['floor', bottom],
  ] as const)
    console.log(`| ${name} | ${r.perSecond.toFixed(0)} | ${r.p50.toFixed(1)} | ${r.p99.toFixed(1)} | ${r.refused} |`);
  const [share, tail] = [own.perSecond / bottom.perSecond, own.p99 / bottom.p99];
  console.log(`\n${share.toFixed(2)} of the floor; p99 ${tail.toFixed(2)} times the floor's\n`);
  return from;
}

async function countThrice(
  running: { mend: Mend },
  persistTo: string,
  { target, tenant, from, events }: { target: Target; tenant: string; from: Received; events: number },
): Promise<void> {
  const port = Number(target.url.port);
  const again = await sendThrice(target, { from: from.next, count: events, at: START + AHEAD_MS }, async () => {
    await running.mend.kill();
    running.mend = await startMend({ persistTo, port });
    await running.mend.setClock(START);
  });
  const db = await running.mend.database();
  const counted = db.prepare("SELECT count(*) AS n FROM inbox WHERE tenant = ? AND type = 'observe'").bind(tenant);
  const rows = ((await counted.first<{ n: number }>())?.n ?? 0) - from.stored;
  console.log(
    `${events} events, each three times, out of order, the runtime killed in the middle: ${rows} rows (${again} sent again)`,
  );
  if (rows !== events) process.exitCode = 1;
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exit(2);
});
