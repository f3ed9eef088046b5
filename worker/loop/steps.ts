import { backfill } from './backfill.ts';
import { calibrate } from './calibrate.ts';
import { collect } from './collect.ts';
import { consolidate } from './consolidate.ts';
import { decide } from './decide.ts';
import { digest } from './digest.ts';
import { draft } from './draft.ts';
import { embed } from './embed.ts';
import { erase } from './erase.ts';
import { forget } from './forget.ts';
import { heed } from './heed.ts';
import type { LoopMessage } from './messages.ts';
import { notify } from './notify.ts';
import { observe } from './observe.ts';
import type { Ports } from './ports.ts';
import { publish } from './publish.ts';
import { rebase } from './rebase.ts';
import { reconcile } from './reconcile.ts';
import { refresh } from './refresh.ts';
import { rehearse } from './rehearse.ts';
import { repair } from './repair.ts';
import { restore } from './restore.ts';
import { score } from './score.ts';
import { seal } from './seal.ts';
import { settle } from './settle.ts';
import { verify } from './verify.ts';
import { watch } from './watch.ts';

/** A step: loads what it needs or throws, thinks in core, writes once, answers the next messages. */
export type Step<M extends LoopMessage = LoopMessage> = (
  ports: Ports,
  tenant: string,
  message: M,
) => Promise<LoopMessage[]>;

/** The loop on one screen. */
export const steps: { [T in LoopMessage['type']]: Step<Extract<LoopMessage, { type: T }>> } = {
  observe,
  draft,
  rehearse,
  score,
  decide,
  publish,
  verify,
  restore,
  rebase,
  settle,
  heed,
  watch,
  seal,
  notify,
  digest,
  refresh,
  embed,
  collect,
  reconcile,
  repair,
  backfill,
  consolidate,
  calibrate,
  forget,
  erase,
};

/** D1 statements a step needs at most, with its row's end; counted by the tests. */
const STATEMENTS: Partial<Record<LoopMessage['type'], number>> = {
  backfill: 800,
  refresh: 700,
  watch: 200,
  rebase: 180,
  restore: 60,
  rehearse: 45,
  notify: 35,
  draft: 40,
  collect: 40,
  observe: 25,
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
