import type { Policy } from '../../../shared/policy.ts';
import { say } from '../../../shared/said/said.ts';
import type { Tenant } from '../../../shared/tenant.ts';
import { type LoopMessage, messageKey } from '../ports/messages.ts';
import type { Ports } from '../ports/ports.ts';
import { purgeIfDue } from './purge.ts';

/**
 * Stores a tenant and what its first minutes need: all articles, which lead to the past, and what webhooks lose from now on.
 * An account that was disconnected and comes back in time finds what was learned, but publishes nothing by itself until a
 * person says so again; one that comes back later finds nothing.
 */
export async function install(
  ports: Pick<Ports, 'cursors' | 'eventClock' | 'inbox' | 'retention' | 'tenants' | 'wallClock'>,
  tenant: Tenant,
  policy: Policy,
): Promise<LoopMessage[]> {
  await purgeIfDue(ports, tenant.id);
  const isBack = (await ports.tenants.find(tenant.id))?.state === 'closing';
  await ports.tenants.put(tenant, policy);
  if (isBack) await welcomeBack(ports, tenant.id);
  await takeAddress(ports, tenant);
  const at = ports.eventClock.now();
  if (!(await ports.cursors.get(tenant.id, 'export_since')))
    await ports.cursors.set(tenant.id, 'export_since', String(at));
  const first: LoopMessage[] = [
    { type: 'refresh', at },
    { type: 'repair', at },
  ];
  await ports.inbox.add(
    tenant.id,
    first.map((message) => ({ key: messageKey(message), message })),
  );
  return first;
}

async function welcomeBack(ports: Pick<Ports, 'tenants'>, tenant: string): Promise<void> {
  const policy = await ports.tenants.policy(tenant);
  const autoPublish = { ...policy.autoPublish, isEnabled: false };
  await ports.tenants.setPolicy(tenant, { ...policy, autoPublish }, 'mend: connected again');
}

/** A subdomain can change hands: who had this address before is asked nothing there until its admin connects it again. */
async function takeAddress(ports: Pick<Ports, 'tenants'>, { id, vendor, subdomain, baseUrl }: Tenant): Promise<void> {
  const others = await ports.tenants.ofSubdomain(vendor, subdomain);
  for (const other of others.filter((one) => one.id !== id && one.baseUrl === baseUrl))
    await ports.tenants.setState(other.id, 'auth_required', say('leave.address'));
}
