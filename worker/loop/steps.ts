import { repairConnection } from './account/repair-connection.ts';
import { sealActivity } from './account/seal-activity.ts';
import { applyOutcome } from './advise/apply-outcome.ts';
import { answer } from './answer/answer.ts';
import { judge } from './answer/judge.ts';
import { embed } from './articles/embed.ts';
import { refresh } from './articles/refresh.ts';
import { refreshMacros } from './articles/refresh-macros.ts';
import { foresee } from './foresee/foresee.ts';
import { poll } from './foresee/poll.ts';
import { askEffort } from './measure/ask-effort.ts';
import { measure } from './measure/measure.ts';
import { digest } from './notices/digest.ts';
import { notify } from './notices/notify.ts';
import { backfill } from './observe/backfill.ts';
import { consolidate } from './observe/consolidate.ts';
import { erase } from './observe/erase.ts';
import { forget } from './observe/forget.ts';
import { observe } from './observe/observe.ts';
import { reconcile } from './observe/reconcile.ts';
import type { LoopMessage } from './ports/messages.ts';
import type { Ports } from './ports/ports.ts';
import { calibrate } from './propose/calibrate.ts';
import { decide } from './propose/decide.ts';
import { dismiss } from './propose/dismiss.ts';
import { draft } from './propose/draft.ts';
import { rehearse } from './propose/rehearse.ts';
import { score } from './propose/score.ts';
import { publish } from './publish/publish.ts';
import { rebase } from './publish/rebase.ts';
import { restore } from './publish/restore.ts';
import { verify } from './publish/verify.ts';
import { follow } from './track/follow.ts';
import { track } from './track/track.ts';
import { watch } from './watch/watch.ts';

/** A step: loads what it needs or throws, thinks in core, writes once, answers the next messages. */
export type Step<M extends LoopMessage = LoopMessage> = (
  ports: Ports,
  tenant: string,
  message: M,
) => Promise<LoopMessage[]>;

/** The loop on one screen. */
export const steps: { [T in LoopMessage['type']]: Step<Extract<LoopMessage, { type: T }>> } = {
  observe,
  answer,
  judge,
  draft,
  rehearse,
  score,
  decide,
  publish,
  verify,
  restore,
  rebase,
  settle: dismiss,
  apply_outcome: applyOutcome,
  watch,
  seal: sealActivity,
  notify,
  digest,
  refresh,
  embed,
  collect: refreshMacros,
  reconcile,
  repair: repairConnection,
  backfill,
  consolidate,
  measure,
  ask_effort: askEffort,
  calibrate,
  forget,
  erase,
  foresee,
  poll,
  track,
  follow,
};

/** D1 statements a step needs at most, with its row's end; counted by the tests. */
const STATEMENTS: Partial<Record<LoopMessage['type'], number>> = {
  backfill: 800,
  erase: 600,
  forget: 350,
  refresh: 700,
  watch: 200,
  rebase: 180,
  restore: 60,
  rehearse: 45,
  notify: 35,
  draft: 40,
  collect: 40,
  measure: 90,
  foresee: 120,
  poll: 260,
  track: 60,
  follow: 400,
  observe: 25,
  answer: 45,
  judge: 200,
};
const STATEMENTS_A_STEP = 20;

export function statementsOf(message: LoopMessage): number {
  return STATEMENTS[message.type] ?? STATEMENTS_A_STEP;
}

/** Runs the step of a message. Run twice it changes nothing the second time and answers the same messages. */
export function runStep(ports: Ports, tenant: string, message: LoopMessage): Promise<LoopMessage[]> {
  const step = steps[message.type] as Step;
  return step(ports, tenant, message);
}
