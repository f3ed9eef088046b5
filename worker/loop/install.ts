import type { Policy } from '../../shared/policy.ts';
import type { Tenant } from '../../shared/tenant.ts';
import { type LoopMessage, messageKey } from './messages.ts';
import type { Ports } from './ports.ts';

/** Stores a tenant and what its first minutes need: all articles, which lead to the past, and what webhooks lose from now on. */
export async function install(ports: Ports, tenant: Tenant, policy: Policy): Promise<LoopMessage[]> {
  await ports.tenants.put(tenant, policy);
  const at = ports.eventClock.now();
  if (!(await ports.cursors.get(tenant.id, 'export_since')))
    await ports.cursors.set(tenant.id, 'export_since', String(at));
  const first: LoopMessage[] = [{ type: 'refresh', at }];
  await ports.inbox.add(
    tenant.id,
    first.map((message) => ({ key: messageKey(message), message })),
  );
  return first;
}
