import type { Publication, StoredFix } from '../../shared/gap.ts';
import { hashText, idOf } from '../core/hash.ts';
import { NotFound, Permanent } from './errors.ts';
import type { Helpdesk } from './helpdesk.ts';
import type { LoopMessage } from './messages.ts';
import type { Ports } from './ports.ts';

/**
 * Writes an approved fix: the switch is read, the live article compared with what the fix was drafted from, snapshot
 * and intent stored, then sent. Where an earlier run ended unclear, the live body decides: at target it is verified, at
 * base the identical write is repeated, at anything else a person's words stand and the fix goes back to review.
 */
export async function publish(
  ports: Ports,
  tenant: string,
  message: Extract<LoopMessage, { type: 'publish' }>,
): Promise<LoopMessage[]> {
  const fix = await ports.fixes.get(tenant, message.fixId);
  if (!fix) throw new NotFound(`fix ${message.fixId}`);
  const id = idOf(tenant, 'publication', fix.id);
  const verify: LoopMessage = { type: 'verify', at: message.at, publicationId: id };
  if (fix.state !== 'approved') return fix.state === 'published' ? [verify] : [];
  if (await isStopped(ports, tenant, fix)) {
    await ports.fixes.move(tenant, fix.id, ['approved'], {
      change: { state: 'in_review' },
      activity: activity(message.at, 'held', fix.id, 'publishing is stopped'),
      gap: { id: fix.gapId, state: 'in_review' },
    });
    return [];
  }
  const helpdesk = await ports.helpdesk(tenant, 'publishing');
  const begun = await ports.publications.get(tenant, id);
  if (begun && begun.state !== 'intent' && begun.state !== 'sent') return [];
  return fix.articleId
    ? patchArticle(ports, tenant, helpdesk, fix, fix.articleId, id, message.at, verify)
    : createNew(ports, tenant, helpdesk, fix, id, message.at, verify);
}

async function isStopped(ports: Ports, tenant: string, fix: StoredFix): Promise<boolean> {
  const policy = await ports.tenants.policy(tenant);
  return (
    policy.isStopped ||
    policy.stoppedCategories.includes(fix.category) ||
    policy.stoppedArticles.includes(fix.articleId ?? '')
  );
}

async function patchArticle(
  ports: Ports,
  tenant: string,
  helpdesk: Helpdesk,
  fix: StoredFix,
  articleId: string,
  id: string,
  at: number,
  verify: LoopMessage,
): Promise<LoopMessage[]> {
  const live = await helpdesk.readArticle(articleId, fix.locale);
  const liveHash = hashOf(live);
  const targetHash = hashOf(fix);
  if (liveHash !== fix.baseHash && liveHash !== targetHash) {
    await ports.fixes.move(tenant, fix.id, ['approved'], {
      change: { state: 'stale_base' },
      activity: activity(at, 'stale base', fix.id, 'the article was edited after the draft; the edit stands'),
      gap: { id: fix.gapId, state: 'open' },
    });
    return [
      { type: 'refresh', at },
      { type: 'draft', at, gapId: fix.gapId },
    ];
  }
  await ports.publications.intend(
    tenant,
    intent(fix, id, at, { before: { title: live.title, bodyHtml: live.bodyHtml }, articleId }),
  );
  if (fix.kind === 'terms') await helpdesk.addLabels(articleId, fix.terms);
  else if (liveHash !== targetHash)
    await helpdesk.writeArticle(articleId, fix.locale, { title: fix.title, bodyHtml: fix.bodyHtml });
  await ports.publications.move(
    tenant,
    id,
    ['intent'],
    { state: 'sent' },
    activity(at, 'sent', fix.id, 'written to the helpdesk, not yet verified'),
  );
  return [verify];
}

async function createNew(
  ports: Ports,
  tenant: string,
  helpdesk: Helpdesk,
  fix: StoredFix,
  id: string,
  at: number,
  verify: LoopMessage,
): Promise<LoopMessage[]> {
  if (!fix.sectionId || !fix.likeArticleId)
    throw new Permanent('the help center has no section that a new article could go to');
  const stands = await ports.publications.intend(tenant, intent(fix, id, at, { before: null, articleId: null }));
  const there = await helpdesk.findArticle(fix.sectionId, fix.title, stands.at);
  const articleId =
    there?.id ??
    (await helpdesk.createArticle({
      sectionId: fix.sectionId,
      locale: fix.locale,
      title: fix.title,
      bodyHtml: fix.bodyHtml,
      labels: fix.terms,
      likeArticleId: fix.likeArticleId,
    }));
  await ports.publications.move(
    tenant,
    id,
    ['intent'],
    { state: 'sent', articleId },
    activity(at, 'sent', fix.id, 'created in the helpdesk, not yet verified'),
  );
  return [verify];
}

function intent(fix: StoredFix, id: string, at: number, what: Pick<Publication, 'before' | 'articleId'>): Publication {
  return {
    id,
    fixId: fix.id,
    gapId: fix.gapId,
    locale: fix.locale,
    state: 'intent',
    after: { title: fix.title, bodyHtml: fix.bodyHtml },
    baseHash: fix.baseHash,
    targetHash: hashOf(fix),
    by: fix.actor ?? 'mend',
    at,
    attempts: 0,
    detail: null,
    ...what,
  };
}

function hashOf(text: { title: string; bodyHtml: string }): string {
  return hashText(`${text.title}\u0000${text.bodyHtml}`);
}

function activity(at: number, what: string, subject: string, reason: string) {
  return { at, actor: 'mend', what, subject, reason };
}
