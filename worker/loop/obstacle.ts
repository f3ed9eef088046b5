import type { StoredFix } from '../../shared/gap.ts';
import type { Ports } from './ports.ts';
import { isStoppedForAll } from './stop.ts';

/** Why nothing may be sent now, or null: the switch, or evidence that was taken back. Both are read at this moment. */
export async function obstacleTo(ports: Ports, tenant: string, fix: StoredFix): Promise<string | null> {
  if (await isStopped(ports, tenant, fix)) return 'publishing is stopped';
  const cited = [...new Set(fix.evidence.map((quote) => quote.conversationId))];
  const read = await ports.observations.conversations(tenant, cited);
  const gone = read.filter((conversation) => conversation.state !== 'solved').length;
  return gone > 0 ? `${gone} of the conversations it cites were reopened, merged or deleted` : null;
}

async function isStopped(ports: Ports, tenant: string, fix: StoredFix): Promise<boolean> {
  if (await isStoppedForAll(ports)) return true;
  const policy = await ports.tenants.policy(tenant);
  return (
    policy.isStopped ||
    policy.stoppedCategories.includes(fix.category) ||
    policy.stoppedArticles.includes(fix.articleId ?? '')
  );
}
