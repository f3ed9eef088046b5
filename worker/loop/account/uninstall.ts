import { asWritten, type Said, say } from '../../../shared/said/said.ts';
import type { Tenant } from '../../../shared/tenant.ts';
import { NotFound } from '../ports/errors.ts';
import type { Ports } from '../ports/ports.ts';

/** Takes back what we made in the helpdesk, as far as it still lets us; a failure is told and stops nothing. */
export type Leave = (tenant: Tenant) => Promise<void>;

/**
 * Disconnects an account: the helpdesk is told as far as it listens, then the tenant is closing and its secrets are gone in
 * one batch. From there nothing is asked of the helpdesk any more, jobs end after the row at hand, webhooks are dropped, and
 * the data goes on schedule (`purge.ts`). Done again it changes nothing. NotFound for an unknown tenant.
 */
export async function uninstall(
  ports: Pick<Ports, 'tenants'>,
  leave: Leave,
  id: string,
  actor: string,
  reason: string,
): Promise<void> {
  const tenant = await ports.tenants.find(id);
  if (!tenant) throw new NotFound('unknown tenant');
  if (tenant.state === 'closing') return;
  await ports.tenants.setState(id, 'closing', await leaving(leave, tenant, asWritten(reason)), { actor });
}

/** Why the account leaves, and what of ours it kept. */
async function leaving(leave: Leave, tenant: Tenant, why: Said): Promise<Said> {
  try {
    await leave(tenant);
    return say('leave.clean', { why });
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    return say('leave.rest', { why, detail: words.slice(0, 200) });
  }
}
