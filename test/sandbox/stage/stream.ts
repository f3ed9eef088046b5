import { DAY_MS, HOUR_MS } from '../../../shared/time.ts';
import type { Pace } from '../host/contract.ts';
import type { Act } from './acts.ts';
import type { Stage } from './stage.ts';

/** How often a held play looks whether it may go on. */
const PAUSE_LOOK_MS = 200;

/** When cron's sweeps run in the sandbox, in hours of each day (UTC): often enough to see, seldom enough to be quick. */
const SWEEPS: { cron: string; hours: number[] }[] = [
  { cron: '*/5 * * * *', hours: [0, 6, 12, 18] },
  { cron: '*/15 * * * *', hours: [0, 6, 12, 18] },
  { cron: '7 * * * *', hours: [6, 18] },
  { cron: '23 3 * * *', hours: [3] },
];

export interface StreamOptions {
  /** How much event time passes between two looks: the reviewer's and the printer's. Divides six hours evenly. */
  stepMs?: number;
  /** The whole stream takes about this long; as fast as it goes when absent. */
  durationMs?: number;
  /** After each step: everything that happened up to now was worked. */
  onStep?: (progress: { done: number; all: number; at: number }) => Promise<void>;
  signal?: AbortSignal;
  /** Read between two steps: who watches may hold the play, or slow it. */
  pace?: Readonly<Pace>;
  /** Asked after each step: true ends here; what is left can be played later. */
  isEnough?: () => Promise<boolean>;
}

/**
 * Plays what is still to happen in order of event time: webhooks in, cron on time, the worker idle before the next step.
 */
export async function playStream(stage: Stage, options: StreamOptions = {}): Promise<void> {
  const { stepMs = HOUR_MS, durationMs = 0, signal } = options;
  const { acts } = stage;
  const left = acts.filter((act) => act.at > stage.now());
  const before = acts.length - left.length;
  let free = Date.now();
  let done = 0;
  for (const { at, due } of stepsOf(left, stage.now(), stepMs)) {
    if (signal?.aborted) return;
    for (const act of due) act.play();
    await stage.zendesk.flushWebhooks();
    await stage.moveTo(at);
    await stage.shiftloom?.releaseUpTo(at);
    await sweep(stage, at);
    await stage.mend.untilIdle(stage.tenant);
    done += due.length;
    await options.onStep?.({ done: before + done, all: acts.length, at });
    if (await options.isEnough?.()) return;
    free += (durationMs * due.length) / left.length / (options.pace?.speed ?? 1);
    await until(free, signal);
    while (options.pace?.isPaused && !signal?.aborted) {
      await until(Date.now() + PAUSE_LOOK_MS, signal);
      free = Date.now();
    }
  }
}

/** The ends of the steps in which something happens or a sweep is due, each with what happens in it. */
function stepsOf(acts: Act[], start: number, stepMs: number): { at: number; due: Act[] }[] {
  const end = (acts.at(-1)?.at ?? start) + 2 * DAY_MS;
  const steps: { at: number; due: Act[] }[] = [];
  let next = 0;
  for (let at = start + stepMs; at <= end; at += stepMs) {
    const due: Act[] = [];
    for (let act = acts[next]; act && act.at <= at; act = acts[++next]) due.push(act);
    if (due.length > 0 || cronsAt(at).length > 0) steps.push({ at, due });
  }
  return steps;
}

function cronsAt(at: number): string[] {
  const hour = (at % DAY_MS) / HOUR_MS;
  return SWEEPS.filter(({ hours }) => hours.includes(hour)).map(({ cron }) => cron);
}

async function sweep(stage: Stage, at: number): Promise<void> {
  for (const cron of cronsAt(at)) await stage.mend.cron(cron);
}

/** Lets so much event time pass in which nobody writes, with every sweep at its end. */
export async function letPass(stage: Stage, ms: number): Promise<void> {
  await stage.zendesk.flushWebhooks();
  await stage.moveTo(stage.now() + ms);
  for (const { cron } of SWEEPS) await stage.mend.cron(cron);
  await stage.mend.untilIdle(stage.tenant);
}

async function until(at: number, signal?: AbortSignal): Promise<void> {
  const left = at - Date.now();
  if (left <= 0 || signal?.aborted) return;
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, left);
    const stop = () => {
      clearTimeout(timer);
      resolve();
    };
    signal?.addEventListener('abort', stop, { once: true });
  });
}
