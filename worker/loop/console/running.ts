import type { Running } from '../../../shared/console/running.ts';
import { verifyChain } from '../account/seal-activity.ts';
import { readSetAside } from '../observe/set-aside.ts';
import { NotFound } from '../ports/errors.ts';
import type { Ports } from '../ports/ports.ts';
import { readWork } from './work.ts';

const RECENT_SHOWN = 40;

/** How the connection runs: what came last, what failed for good, what is under way. */
export async function readRunning(
  ports: Pick<Ports, 'activity' | 'cursors' | 'eventClock' | 'inbox' | 'publications' | 'tenants'>,
  tenantId: string,
): Promise<Running> {
  const tenant = await ports.tenants.find(tenantId);
  if (!tenant) throw new NotFound('this account is not connected');
  const { id, vendor, subdomain, state, locale, createdAt } = tenant;
  const dead = await ports.inbox.deadLetters(tenantId);
  return {
    tenant: { id, vendor, subdomain, state, locale, createdAt },
    work: await readWork(ports, tenantId),
    recent: await ports.inbox.recent(tenantId, RECENT_SHOWN),
    deadLetters: dead.map(({ key, reason, attempts, at }) => ({
      ...{ key, reason, attempts, at },
      type: key.split(':')[0] ?? '',
    })),
    setAside: (await readSetAside(ports, tenantId)).reverse(),
    audit: await verifyChain(ports, tenantId),
  };
}
