import type { Notice } from '../../../shared/notice.ts';
import { type Said, say } from '../../../shared/said/said.ts';
import { WEEK_MS } from '../../../shared/time.ts';
import { automaticOffNotice, trippedNotice } from '../../core/notice/notice.ts';
import type { Ports } from '../ports/ports.ts';

/** So many publications taken back in so long switch a tenant's automatic publishing off. Own choice: what errs so often is looked at by a person. */
export const REVERTS_THAT_TRIP = 2;
export const TRIP_WINDOW_MS = WEEK_MS;

/** Stops a category and tells so; a person lets it go on by the policy. */
export async function tripCategory(
  ports: Pick<Ports, 'tenants'>,
  tenant: string,
  category: string,
  at: number,
): Promise<void> {
  const policy = await ports.tenants.policy(tenant);
  if (policy.stoppedCategories.includes(category)) return;
  await ports.tenants.setPolicy(
    tenant,
    { ...policy, stoppedCategories: [...policy.stoppedCategories, category] },
    'mend',
    trippedNotice(category, at),
  );
}

/**
 * Switches automatic publishing off where too much was taken back lately, here or by hand at the helpdesk; a person switches it on
 * again. What takes back a taking back brings a fix back, and counts as none.
 */
export async function tripAfterReverts(
  ports: Pick<Ports, 'activity' | 'publications' | 'tenants'>,
  tenant: string,
  at: number,
): Promise<void> {
  const policy = await ports.tenants.policy(tenant);
  if (!policy.autoPublish.isEnabled) return;
  const since = at - TRIP_WINDOW_MS;
  const all = await ports.publications.list(tenant);
  const ofFixes = new Set(all.filter((p) => p.reverts === null).map(({ id }) => id));
  const reverts = all.filter(
    (p) => (ofFixes.has(p.reverts ?? '') && p.state === 'done' && p.at > since) || (p.undoneAt ?? since) > since,
  );
  if (reverts.length < REVERTS_THAT_TRIP) return;
  const taken = { count: reverts.length };
  const notice = automaticOffNotice(say('notice.automaticOff', taken), at);
  await switchAutomaticOff(ports, tenant, say('step.tripped', taken), notice, at);
}

/** Switches a tenant's automatic publishing off and tells so; where it is off already nothing is told again. */
export async function switchAutomaticOff(
  ports: Pick<Ports, 'activity' | 'tenants'>,
  tenant: string,
  reason: Said,
  notice: Notice,
  at: number,
): Promise<void> {
  const policy = await ports.tenants.policy(tenant);
  if (!policy.autoPublish.isEnabled) return;
  const autoPublish = { ...policy.autoPublish, isEnabled: false };
  await ports.tenants.setPolicy(tenant, { ...policy, autoPublish }, 'mend', notice);
  await ports.activity.add(tenant, { at, actor: 'mend', what: 'automatic publishing off', subject: tenant, reason });
}
