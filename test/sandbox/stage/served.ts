import { createPageServer, DEFAULT_PORT } from '../page/server.ts';
import { createFindings } from './findings.ts';
import { knowledgeOf } from './knowledge.ts';
import { openapiWords } from './once.ts';
import type { StartOptions } from './options.ts';
import { createPrinter, type Printer } from './printer.ts';
import { createStage, type Stage } from './stage.ts';
import { playStream } from './stream.ts';
import { counted } from './words.ts';

/** How long the fortnight takes at speed 1, and how much event time passes between two looks. */
const FORTNIGHT_MS = 80_000;
const STEP_MS = 30 * 60_000;

/** Plays the fortnight at a pace one can watch, serves the page, and stays until Ctrl-C. Answers the exit code. */
export async function runServed(options: StartOptions): Promise<number> {
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());
  const printer = createPrinter();
  printer.line('Mend · building the worker and setting up the helpdesk of Shiftloom …');
  const stage = await createStage(options);
  try {
    await serve(stage, options, printer, stop.signal);
  } catch (error) {
    // Ctrl-C reaches the worker's runtime as well: what was under way then fails, and that is the end that was asked for.
    if (!stop.signal.aborted) throw error;
  } finally {
    printer.end();
    await stage.close().catch(() => undefined);
  }
  return 0;
}

async function serve(stage: Stage, options: StartOptions, printer: Printer, signal: AbortSignal): Promise<void> {
  const knowledge = knowledgeOf(stage);
  const findings = createFindings(knowledge);
  const tell = async () => {
    for (const line of await findings()) printer.found(stage.now(), line);
  };
  const page = createPageServer({ stage, knowledge, onDecided: tell });
  try {
    const url = await page.listen(options.port);
    const isElsewhere = options.port === undefined && !url.endsWith(`:${DEFAULT_PORT}`);
    printer.line(
      `Open ${url} to read along and to decide what waits${isElsewhere ? ` (port ${DEFAULT_PORT} is taken)` : ''}.`,
    );
    printer.line(`Ctrl-C ends it. ${openapiWords(stage)}\n`);
    await playStream(stage, {
      stepMs: STEP_MS,
      durationMs: (FORTNIGHT_MS / options.speed) * (options.days / 14),
      signal,
      onStep: async (progress) => {
        await tell();
        page.progressed(progress);
        printer.progress(progress);
      },
    });
    if (signal.aborted) return;
    printer.end();
    page.ended();
    const waiting = (await knowledge.waiting()).length;
    const days = counted(options.days, 'day');
    printer.line(`\n${days} of support are over. ${counted(waiting, 'proposal')} for you to decide: ${url}/#/review`);
    await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
  } finally {
    await page.close();
  }
}
