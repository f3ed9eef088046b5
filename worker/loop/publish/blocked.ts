import type { StoredFix } from '../../../shared/gap.ts';
import type { Policy } from '../../../shared/policy.ts';
import { type Said, say } from '../../../shared/said/said.ts';
import { mayHoldContentBlocks } from '../../core/html/content-blocks.ts';
import type { Ports } from '../ports/ports.ts';
import { isStoppedForAll } from '../switches/stop-all.ts';
import { isAutomaticStopped } from '../switches/stop-automatic.ts';
import { articlesOf } from './target-text.ts';

/**
 * Why nothing may be sent now, or null: the switch, evidence that was taken back, and, where nobody approved it, that what
 * allowed it was taken back meanwhile. All are read at this moment.
 */
export async function whyBlocked(
  ports: Pick<Ports, 'cursors' | 'observations' | 'tenants'>,
  tenant: string,
  fix: StoredFix,
): Promise<Said | null> {
  if (await isStoppedForAll(ports)) return STOPPED;
  const policy = await ports.tenants.policy(tenant);
  const articleIds = articlesOf(fix);
  if (policy.isObserving) return say('held.observing');
  if (isStopped(policy, fix.category, articleIds)) return STOPPED;
  if (fix.actor === 'mend') {
    const { isEnabled, categories } = policy.autoPublish;
    if (await isAutomaticStopped(ports)) return say('held.autoStopped');
    if (!isEnabled || !categories.includes(fix.category)) return say('held.autoOff');
    const vendor = (await ports.tenants.find(tenant))?.vendor ?? 'zendesk';
    if (mayHoldContentBlocks(vendor, fix.kind, articleIds, policy.contentBlocks)) return say('held.blocks');
  }
  const cited = [...new Set(fix.evidence.map((quote) => quote.conversationId))];
  const read = await ports.observations.conversations(tenant, cited);
  const gone = read.filter((conversation) => conversation.state !== 'solved').length;
  return gone > 0 ? say('held.gone', { count: gone }) : null;
}

const STOPPED = say('held.stopped');

function isStopped(policy: Policy, category: string, articleIds: readonly string[]): boolean {
  return (
    policy.isStopped ||
    policy.stoppedCategories.includes(category) ||
    articleIds.some((id) => policy.stoppedArticles.includes(id))
  );
}
