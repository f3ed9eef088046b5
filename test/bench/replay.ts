import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { replayArguments } from './replay/arguments.ts';
import { replay } from './replay/run.ts';

/** Replays a data set's tickets through the real worker and writes what it learned. See the usage in arguments.ts. */
async function main(): Promise<void> {
  const args = replayArguments(process.argv.slice(2));
  const started = Date.now();
  let shown = 0;
  const { lines, summary, violations } = await replay(args, (done, all) => {
    if (Date.now() - shown < 1000 && done < all) return;
    shown = Date.now();
    const left = Math.round((((Date.now() - started) / done) * (all - done)) / 1000);
    process.stderr.write(
      `${process.stderr.isTTY ? '\r' : ''}${args.scenario}: ${done} of ${all} webhooks, about ${left} s left   ${process.stderr.isTTY ? '' : '\n'}`,
    );
  });
  await mkdir(args.out, { recursive: true });
  await writeFile(join(args.out, 'events.jsonl'), lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  await writeFile(join(args.out, 'summary.json'), `${JSON.stringify(summary, null, 2)}\n`);
  process.stderr.write(
    `\n${violations.length === 0 ? 'every request fitted the API descriptions' : violations.slice(0, 5).join('\n')}\n`,
  );
  console.log(JSON.stringify(summary, null, 2));
  if (summary.lost !== 0) process.exitCode = 1;
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exit(2);
});
