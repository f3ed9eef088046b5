import type { Publication, StoredFix } from '../../shared/gap.ts';
import { hashText, idOf } from '../core/hash.ts';
import { escalatedNotice } from '../core/notice.ts';
import { NotFound, Permanent } from './errors.ts';
import { handOver, isHandedOver } from './hand-over.ts';
import type { Helpdesk } from './helpdesk.ts';
import type { LoopMessage } from './messages.ts';
import { obstacleTo } from './obstacle.ts';
import type { Ports } from './ports.ts';
import { isSame } from './written.ts';

const REPEATED = 'this wording was written before and did not stand';

/**
 * Writes an approved fix: the switch is read, the live article compared with what the fix was drafted from, snapshot
 * and intent stored, then sent. Where an earlier run ended unclear, the live body decides: at target it is verified, at
 * base the identical write is repeated, at anything else a person's words stand and the fix goes back to review. Where
 * the article is gone or the helpdesk refuses, the fix goes back to people with the reason. What is no text of the help
 * center is handed over and never written.
 */
export async function publish(
  ports: Ports,
  tenant: string,
  message: Extract<LoopMessage, { type: 'publish' }>,
): Promise<LoopMessage[]> {
  const fix = await ports.fixes.get(tenant, message.fixId);
  if (!fix) throw new NotFound(`fix ${message.fixId}`);
  if (isHandedOver(fix.kind)) {
    await handOver(ports, tenant, fix, message.at);
    return [];
  }
  const id = publicationIdOf(tenant, fix);
  const verify: LoopMessage = { type: 'verify', at: message.at, publicationId: id };
  if (fix.state !== 'approved') return fix.state === 'published' ? [verify] : [];
  const begun = await ports.publications.get(tenant, id);
  if (begun?.state === 'sent') return [verify];
  if (begun && begun.state !== 'intent')
    return handBack(ports, tenant, fix, message.at, 'escalated', `${REPEATED}: ${begun.detail ?? begun.state}`);
  const obstacle = await obstacleTo(ports, tenant, fix);
  const helpdesk = await ports.helpdesk(tenant, 'publishing');
  try {
    if (fix.articleId)
      return await patchArticle(ports, tenant, helpdesk, fix, fix.articleId, message.at, { verify, begun, obstacle });
    if (obstacle) return await handBack(ports, tenant, fix, message.at, 'in_review', obstacle);
    return await createNew(ports, tenant, helpdesk, fix, id, message.at, verify);
  } catch (error) {
    if (!(error instanceof NotFound || error instanceof Permanent)) throw error;
    return handBack(ports, tenant, fix, message.at, 'escalated', error.message);
  }
}

/** Gives an approved fix back to people with the reason; what was sent of it, if anything, was looked at before. */
async function handBack(
  ports: Ports,
  tenant: string,
  fix: StoredFix,
  at: number,
  state: 'in_review' | 'escalated',
  reason: string,
): Promise<LoopMessage[]> {
  await ports.fixes.move(tenant, fix.id, ['approved'], {
    change: { state, reason },
    activity: {
      ...activity(at, state === 'in_review' ? 'held' : 'escalated', fix.id, reason),
      ...(state === 'escalated' ? { notice: escalatedNotice(fix, at) } : {}),
    },
    gap: { id: fix.gapId, state },
  });
  return [];
}

async function patchArticle(
  ports: Ports,
  tenant: string,
  helpdesk: Helpdesk,
  fix: StoredFix,
  articleId: string,
  at: number,
  { verify, begun, obstacle }: { verify: LoopMessage; begun: Publication | null; obstacle: string | null },
): Promise<LoopMessage[]> {
  const id = publicationIdOf(tenant, fix);
  const live = await helpdesk.readArticle(articleId, fix.locale);
  const liveHash = hashOf(live);
  const isThere = fix.kind !== 'terms' && isSame(live, fix);
  if (obstacle && !(begun && isThere)) return handBack(ports, tenant, fix, at, 'in_review', obstacle);
  if (liveHash !== fix.baseHash && !isThere) {
    const reason = 'the article was edited after the draft; the edit stands';
    const next: LoopMessage[] = [
      { type: 'refresh', at },
      { type: 'draft', at, gapId: fix.gapId },
    ];
    await ports.publications.move(
      tenant,
      id,
      ['intent'],
      { state: 'superseded', detail: reason },
      activity(at, 'superseded', fix.id, reason),
    );
    await ports.fixes.move(tenant, fix.id, ['approved'], {
      change: { state: 'stale_base' },
      activity: activity(at, 'stale base', fix.id, reason),
      gap: { id: fix.gapId, state: 'open' },
      next,
    });
    return next;
  }
  await ports.publications.intend(
    tenant,
    intent(fix, id, at, { before: { title: live.title, bodyHtml: live.bodyHtml }, articleId }),
  );
  if (fix.kind === 'terms') await helpdesk.addLabels(articleId, fix.terms);
  else if (!isThere) await helpdesk.writeArticle(articleId, fix.locale, { title: fix.title, bodyHtml: fix.bodyHtml });
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
    reverts: null,
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

function publicationIdOf(tenant: string, fix: StoredFix): string {
  return idOf(tenant, 'publication', fix.id);
}

function hashOf(text: { title: string; bodyHtml: string }): string {
  return hashText(`${text.title}\u0000${text.bodyHtml}`);
}

function activity(at: number, what: string, subject: string, reason: string) {
  return { at, actor: 'mend', what, subject, reason };
}
