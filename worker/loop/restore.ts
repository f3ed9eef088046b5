import type { Article } from '../../shared/article.ts';
import type { Publication } from '../../shared/gap.ts';
import { normalizeHtml } from '../core/normalize.ts';
import { revertedNotice } from '../core/notice.ts';
import { NotFound } from './errors.ts';
import type { LoopMessage } from './messages.ts';
import type { Ports } from './ports.ts';
import { tripAfterReverts } from './trip.ts';

/**
 * Puts a snapshot back, by the same rule as a publication: only over what we wrote. A person's later edit stands, and a
 * person is asked. Allowed also while publishing is stopped. A new article is archived; a finding taken back stays away.
 */
export async function restore(
  ports: Ports,
  tenant: string,
  message: Extract<LoopMessage, { type: 'restore' }>,
): Promise<LoopMessage[]> {
  const reversal = await ports.publications.get(tenant, message.publicationId);
  if (!reversal?.articleId) throw new NotFound(`rollback ${message.publicationId}`);
  if (reversal.state !== 'intent' && reversal.state !== 'sent') return [];
  const isRemoval = reversal.after.bodyHtml === '';
  const live = await liveOrNull(ports, tenant, reversal);
  if (live === null)
    return isRemoval
      ? finish(ports, tenant, reversal, message.at)
      : giveUp(ports, tenant, reversal, message.at, 'the article is gone');
  if (isSame(live, reversal.after)) return finish(ports, tenant, reversal, message.at);
  if (reversal.before && !isSame(live, reversal.before))
    return giveUp(ports, tenant, reversal, message.at, 'a person edited the article since; their words stand');
  const helpdesk = await ports.helpdesk(tenant, 'publishing');
  if (isRemoval) await helpdesk.archiveArticle(reversal.articleId);
  else await helpdesk.writeArticle(reversal.articleId, reversal.locale, reversal.after);
  const after = await liveOrNull(ports, tenant, reversal);
  if (isRemoval ? after === null : after !== null && isSame(after, reversal.after))
    return finish(ports, tenant, reversal, message.at);
  return giveUp(ports, tenant, reversal, message.at, 'the article does not read as it was put back');
}

async function liveOrNull(ports: Ports, tenant: string, { articleId, locale }: Publication): Promise<Article | null> {
  const helpdesk = await ports.helpdesk(tenant, 'publishing');
  try {
    return await helpdesk.readArticle(articleId ?? '', locale);
  } catch (error) {
    if (error instanceof NotFound) return null;
    throw error;
  }
}

async function finish(ports: Ports, tenant: string, reversal: Publication, at: number): Promise<LoopMessage[]> {
  const reason = `taken back by ${reversal.by}`;
  const activity = { at, actor: reversal.by, what: 'rolled back', subject: reversal.fixId, reason };
  await ports.publications.move(
    tenant,
    reversal.reverts ?? '',
    ['done'],
    { state: 'rolled_back', detail: reason },
    activity,
  );
  const reverted = await ports.publications.get(tenant, reversal.reverts ?? '');
  if (reverted?.reverts)
    await ports.fixes.move(tenant, reversal.fixId, ['rolled_back'], {
      change: { state: 'published', reason },
      activity,
      gap: { id: reversal.gapId, state: 'published' },
    });
  else
    await ports.fixes.move(tenant, reversal.fixId, ['published'], {
      change: { state: 'rolled_back', reason },
      activity,
      gap: { id: reversal.gapId, state: 'rejected' },
      next: [{ type: 'settle', at, gapId: reversal.gapId }],
    });
  const told = { ...activity, notice: revertedNotice(reversal, at) };
  await ports.publications.move(tenant, reversal.id, ['intent', 'sent'], { state: 'done' }, told);
  await tripAfterReverts(ports, tenant, at);
  return [{ type: 'refresh', at }];
}

async function giveUp(
  ports: Ports,
  tenant: string,
  reversal: Publication,
  at: number,
  reason: string,
): Promise<LoopMessage[]> {
  const activity = { at, actor: 'mend', what: 'rollback not possible', subject: reversal.fixId, reason };
  await ports.publications.move(
    tenant,
    reversal.id,
    ['intent', 'sent'],
    { state: 'superseded', detail: reason },
    activity,
  );
  return [{ type: 'refresh', at }];
}

function isSame(live: Article, text: { title: string; bodyHtml: string }): boolean {
  return live.title === text.title && normalizeHtml(live.bodyHtml) === normalizeHtml(text.bodyHtml);
}
