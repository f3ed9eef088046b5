import { asWritten } from '../../../shared/said/said.ts';
import { stoppedNotice } from '../../core/notice/notice.ts';
import type { Ports } from '../ports/ports.ts';

/** Where the deployment's own settings are kept: no tenant's key holds a star. */
export const DEPLOYMENT = '*';
const SWITCH = 'publishing_stopped';

/** Whether publishing is stopped for every tenant. A switch that can't be read throws: then nothing is written either. */
export async function isStoppedForAll(ports: Pick<Ports, 'cursors'>): Promise<boolean> {
  const value = await ports.cursors.get(DEPLOYMENT, SWITCH);
  return value !== null && value !== 'no';
}

/** Stops publishing for every tenant, or lets it go on. Rollbacks are possible either way. */
export async function setStopForAll(
  ports: Pick<Ports, 'cursors' | 'activity' | 'outbox' | 'wallClock' | 'eventClock'>,
  isStopped: boolean,
  actor: string,
  reason: string,
): Promise<void> {
  await ports.cursors.set(DEPLOYMENT, SWITCH, isStopped ? 'yes' : 'no');
  await ports.activity.add(DEPLOYMENT, {
    at: ports.wallClock.now(),
    actor,
    what: isStopped ? 'publishing stopped' : 'publishing allowed',
    subject: 'every tenant',
    reason: asWritten(reason),
  });
  await ports.outbox.addForAll(DEPLOYMENT, stoppedNotice({ isStopped, isForAll: true, actor }, ports.eventClock.now()));
}
