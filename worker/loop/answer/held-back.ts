import type { Policy } from '../../../shared/policy.ts';
import type { Ports } from '../ports/ports.ts';
import { isStoppedForAll } from '../switches/stop-all.ts';
import { isAutomaticStopped } from '../switches/stop-automatic.ts';

/** Acts that the record is read from: of more the oldest have long lost their weight. */
export const RECORD_ACTS = 1_000;

/** Whether a switch says that nothing is written without a person. One that can't be read says so too. */
export async function isHeldBack(ports: Pick<Ports, 'cursors'>, policy: Policy, category: string): Promise<boolean> {
  if (policy.isObserving || policy.isStopped || policy.stoppedCategories.includes(category)) return true;
  return (await isStoppedForAll(ports)) || (await isAutomaticStopped(ports));
}
