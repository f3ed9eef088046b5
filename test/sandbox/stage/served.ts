import type { Pace } from '../host/contract.ts';
import { DEFAULT_PORT } from '../host/server.ts';
import { accountOf } from './account.ts';
import { createFindings } from './findings.ts';
import { createStageHost } from './host.ts';
import { createInbox } from './inbox.ts';
import { type Knowledge, knowledgeOf } from './knowledge.ts';
import { openLandingTicket } from './landing.ts';
import { openapiWords } from './once/once.ts';
import type { StartOptions } from './options.ts';
import { sayGo } from './pilot-gate.ts';
import { createPrinter, type Printer } from './printer.ts';
import { createStage, type Stage } from './stage.ts';
import { playStream } from './stream.ts';
import { counted } from './words.ts';

/** How long the fortnight takes at speed 1, and how much event time passes between two looks. */
const FORTNIGHT_MS = 80_000;
const STEP_MS = 30 * 60_000;
/** While nobody looks, time passes in longer steps. */
const HEAD_STEP_MS = 6 * 3_600_000;

/** Plays the fortnight at a pace one can watch, serves the page, and stays until Ctrl-C. Answers the exit code. */
export async function runServed(options: StartOptions): Promise<number> {
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());
  const printer = createPrinter();
  printer.line('Mend · building the worker and setting up the helpdesk of Shiftloom …');
  const stage = await createStage({
    ...options,
    ...accountOf(options),
    hasProduct: true,
    isHelpCenterOpen: true,
  });
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
  const story = { at: stage.now(), done: 0, all: stage.acts.length, isDone: false };
  const pace: Pace = { isPaused: false, speed: 1 };
  let firstTicket: number | null = null;
  const inbox = await createInbox(stage, besidePort(options.port));
  const onStep = async (progress: { done: number; all: number; at: number }) => {
    await inbox.playUpTo(progress.at);
    await tell();
    Object.assign(story, progress);
    printer.progress(progress);
  };
  const host = await createStageHost(stage, {
    links: [{ name: 'Intercom', url: inbox.url }],
    firstTicket: () => firstTicket,
    story: () => ({ ...story, isPaused: pace.isPaused }),
    onPace: (asked) => Object.assign(pace, asked),
  });
  try {
    const url = await host.listen(options.port);
    inbox.links.push({ name: 'Zendesk', url });
    printer.line(`${openapiWords(stage)} The first days pass at once …\n`);
    await playStream(stage, { stepMs: HEAD_STEP_MS, signal, isEnough: () => hasWork(knowledge), onStep });
    if (signal.aborted) return;
    await sayGo(stage);
    firstTicket = await openLandingTicket(stage);
    printer.end();
    const isElsewhere = options.port === undefined && !url.endsWith(`:${DEFAULT_PORT}`);
    printer.line(
      `\nOpen ${url}${isElsewhere ? ` (port ${DEFAULT_PORT} is taken)` : ''}: a ticket, with Mend beside it.`,
    );
    printer.line('Mend’s console is one click away, in the bar at the left; so is the same company at Intercom.');
    printer.line('Ctrl-C ends it.\n');
    const rest = 1 - story.done / story.all;
    await playStream(stage, {
      stepMs: STEP_MS,
      durationMs: (FORTNIGHT_MS / options.speed) * (options.days / 14) * rest,
      signal,
      pace,
      onStep,
    });
    if (signal.aborted) return;
    printer.end();
    story.isDone = true;
    const waiting = (await knowledge.waiting()).length;
    const days = counted(options.days, 'day');
    printer.line(`\n${days} of support are over. ${counted(waiting, 'proposal')} for you to decide at ${url}`);
    await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
  } finally {
    await host.close();
    await inbox.close();
  }
}

/** Intercom's page is one port above the helpdesk's where that was chosen; 0 lets the system choose for both. */
function besidePort(port: number | undefined): number | undefined {
  return port === undefined || port === 0 ? port : port + 1;
}

/** Whether there is something to decide: a new article, and a change of one. */
async function hasWork(knowledge: Knowledge): Promise<boolean> {
  const kinds = (await knowledge.waiting())
    .filter(({ fix }) => fix.state === 'in_review' && !fix.note)
    .map(({ fix }) => fix.kind);
  return kinds.includes('new_article') && kinds.includes('article_patch');
}
