import { createPageServer, DEFAULT_PORT } from '../page/server.ts';
import { createFindings } from './findings.ts';
import { knowledgeOf } from './knowledge.ts';
import { openapiWords } from './once.ts';
import type { StartOptions } from './options.ts';
import { createPrinter } from './printer.ts';
import { createStage } from './stage.ts';
import { playStream } from './stream.ts';
import { counted } from './words.ts';

/** How long the fortnight takes at speed 1, and how much event time passes between two looks. */
const FORTNIGHT_MS = 80_000;
const STEP_MS = 30 * 60_000;

/** Plays the fortnight at a pace one can watch, serves the page, and stays until Ctrl-C. Answers the exit code. */
export async function runServed(options: StartOptions): Promise<number> {
  const stop = new AbortController();
  const stopped = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.once(signal, () => {
        stop.abort();
        resolve();
      });
  });
  const printer = createPrinter();
  printer.line('Mend · building the worker and setting up the helpdesk of Shiftloom …');
  const stage = await createStage(options);
  const knowledge = knowledgeOf(stage);
  const findings = createFindings(knowledge);
  const tell = async () => {
    for (const line of await findings()) printer.found(stage.now(), line);
  };
  const page = createPageServer({ stage, knowledge, onDecided: tell });
  try {
    const url = await page.listen(options.port);
    printer.line(`Open ${url} to read along and to decide what waits. Ctrl-C ends it.`);
    printer.line(`${openapiWords(stage)}\n`);
    await playStream(stage, {
      stepMs: STEP_MS,
      durationMs: (FORTNIGHT_MS / options.speed) * (options.days / 14),
      signal: stop.signal,
      onStep: async (progress) => {
        await tell();
        page.progressed(progress);
        printer.progress(progress);
      },
    });
    if (stop.signal.aborted) return 0;
    printer.end();
    page.ended();
    const waiting = (await knowledge.waiting()).length;
    printer.line(
      `\n${counted(options.days, 'day')} of support are over; ${counted(waiting, 'proposal')} wait${waiting === 1 ? 's' : ''} for you at ${url}`,
    );
    if (options.port === undefined && !url.endsWith(`:${DEFAULT_PORT}`))
      printer.line(`(port ${DEFAULT_PORT} was taken)`);
    await stopped;
    return 0;
  } finally {
    printer.end();
    await page.close();
    await stage.close();
  }
}
