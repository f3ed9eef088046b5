import type { AutonomyStatus, WhatIf } from '../../../shared/autonomy.ts';
import { autonomyStatusOf } from '../../core/publishing/earning/unlock.ts';
import { whatIf } from '../../core/publishing/earning/what-if.ts';
import { Invalid } from '../ports/errors.ts';
import type { Ports } from '../ports/ports.ts';
import { isStoppedForAll } from './stop-all.ts';
import { isAutomaticStopped } from './stop-automatic.ts';

/** Where automatic publishing stands, category by category: what is earned, and what is missing. */
export async function readAutonomyStatus(
  ports: Pick<Ports, 'articles' | 'cursors' | 'eventClock' | 'fixes' | 'tenants'>,
  tenant: string,
): Promise<AutonomyStatus> {
  const policy = await ports.tenants.policy(tenant);
  const history = await ports.fixes.history(tenant);
  const [isStopped, isAutomatic] = [await isStoppedForAll(ports), await isAutomaticStopped(ports)];
  return autonomyStatusOf(history, policy, await ports.articles.sections(tenant), {
    at: ports.eventClock.now(),
    isStoppedGlobally: isStopped,
    isAutomaticStopped: isAutomatic,
  });
}

/** What a slider asks: anything not given is as the policy has it. */
export interface Wish {
  floor?: number;
  target?: number;
  categories?: string[];
}

/** What the policy with these wishes would have published of the past. Invalid for a floor or target out of range. */
export async function askWhatIf(ports: Pick<Ports, 'fixes' | 'tenants'>, tenant: string, wish: Wish): Promise<WhatIf> {
  const policy = await ports.tenants.policy(tenant);
  const { floor = policy.autoPublish.confidenceFloor, target = policy.targetBadRate, categories = null } = wish;
  if (!(floor >= 0 && floor <= 1)) throw new Invalid('floor must be from 0 to 1');
  if (!(target >= 0.001 && target <= 0.5)) throw new Invalid('target must be from 0.001 to 0.5');
  const asked = { ...policy, autoPublish: { ...policy.autoPublish, confidenceFloor: floor }, targetBadRate: target };
  return whatIf(await ports.fixes.history(tenant), asked, categories);
}
