import { z } from 'zod';
import { inEnglish } from '../../../shared/said/english.ts';
import { asWritten, say } from '../../../shared/said/said.ts';
import { saidSchema } from '../../../shared/said/schema.ts';
import { automaticGoesOnNotice, automaticOffForAllNotice } from '../../core/notice/notice.ts';
import { LAST_AUTOMATIC, takenBackOf } from '../../core/publishing/earning/taken-back.ts';
import type { Ports } from '../ports/ports.ts';
import { DEPLOYMENT } from './stop-all.ts';

const SWITCH = 'automatic_publishing';
/** Which position of the switch everybody concerned was told of: a run may end in between. Kept apart, so that who tells never turns it. */
const TOLD = 'automatic_publishing_told';

const switchSchema = z.object({
  isStopped: z.boolean(),
  /** Event time, ms. */
  at: z.number(),
  actor: z.string(),
  reason: saidSchema,
  /** What had been taken back when it was let go on: it does not count again. */
  judged: z.array(z.string()),
});
type Switch = z.infer<typeof switchSchema>;

const NEVER_TOUCHED: Switch = { isStopped: false, at: 0, actor: 'mend', reason: asWritten(''), judged: [] };
const UNREADABLE: Switch = { ...NEVER_TOUCHED, isStopped: true, reason: say('switch.unreadable') };

/** Whether and why nothing is published by itself in the whole deployment, since when (event time), and who said so. */
export type AutomaticStop = Omit<Switch, 'judged'>;

async function readSwitch(ports: Pick<Ports, 'cursors'>): Promise<Switch> {
  const value = await ports.cursors.get(DEPLOYMENT, SWITCH);
  if (value === null) return NEVER_TOUCHED;
  try {
    return switchSchema.parse(JSON.parse(value));
  } catch {
    return UNREADABLE;
  }
}

/** How automatic publishing of all tenants stands. What can't be read is a stop. */
export async function readAutomaticStop(ports: Pick<Ports, 'cursors'>): Promise<AutomaticStop> {
  const { judged: _, ...stop } = await readSwitch(ports);
  return stop;
}

/** Whether nothing is published by itself for any tenant. */
export async function isAutomaticStopped(ports: Pick<Ports, 'cursors'>): Promise<boolean> {
  return (await readSwitch(ports)).isStopped;
}

type Deployment = Pick<Ports, 'cursors' | 'activity' | 'outbox' | 'publications' | 'wallClock' | 'eventClock'>;

/**
 * Stops automatic publishing for every tenant, or lets it go on: then what was taken back until now does not count again.
 * What people approve is published either way.
 */
export async function setAutomaticStop(
  ports: Deployment,
  isStopped: boolean,
  actor: string,
  reason: string,
): Promise<void> {
  const before = await readSwitch(ports);
  const last = isStopped ? null : takenBackOf(await ports.publications.lastAutomatic(LAST_AUTOMATIC));
  const judged = last?.takenBack ?? before.judged;
  await turn(ports, { isStopped, at: ports.eventClock.now(), actor, reason: asWritten(reason), judged });
}

/**
 * Stops automatic publishing everywhere where more of the last automatic publications of all tenants were taken back than
 * the share allows; only the operator lets it go on. Asked again it changes nothing, but tells who was not told yet.
 */
export async function tripForAll(ports: Deployment): Promise<void> {
  const stands = await readSwitch(ports);
  if (stands.isStopped) return tell(ports, stands);
  const last = await ports.publications.lastAutomatic(LAST_AUTOMATIC);
  const { takenBack, isTooMany } = takenBackOf(last, stands.judged);
  if (!isTooMany) return;
  const reason = say('trip.lastAll', { count: takenBack.length, others: last.length });
  const what = 'automatic publishing stopped for every tenant';
  console.error(JSON.stringify({ level: 'error', what, reason: inEnglish(reason), takenBack }));
  const at = ports.eventClock.now();
  await turn(ports, { ...stands, isStopped: true, at, actor: 'mend', reason });
}

/** The switch comes first: where a run ends after it, everything stands still and the telling is made up for. */
async function turn(ports: Deployment, to: Switch): Promise<void> {
  await ports.cursors.set(DEPLOYMENT, SWITCH, JSON.stringify(to));
  await ports.activity.add(DEPLOYMENT, {
    at: ports.wallClock.now(),
    actor: to.actor,
    what: to.isStopped ? 'automatic publishing stopped' : 'automatic publishing allowed',
    subject: 'every tenant',
    reason: to.reason,
  });
  await tell(ports, to);
}

async function tell(ports: Deployment, stands: Switch): Promise<void> {
  const position = `${stands.isStopped ? 'off' : 'on'} ${stands.at}`;
  if ((await ports.cursors.get(DEPLOYMENT, TOLD)) === position) return;
  const notice = stands.isStopped
    ? automaticOffForAllNotice(stands.actor, stands.reason, stands.at)
    : automaticGoesOnNotice(stands.at);
  await ports.outbox.addForAll(DEPLOYMENT, notice, 'automatic');
  await ports.cursors.set(DEPLOYMENT, TOLD, position);
}
