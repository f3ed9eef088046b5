import type { StoredFix } from '../../shared/gap.ts';
import { idOf } from '../core/hash.ts';
import { NotFound, Permanent, RetryLater } from './errors.ts';
import { handBack, putOff } from './hand-back.ts';
import { handOver, isHandedOver } from './hand-over.ts';
import type { Helpdesk } from './helpdesk.ts';
import type { LoopMessage } from './messages.ts';
import { obstacleTo } from './obstacle.ts';
import type { Ports } from './ports.ts';
import { reserve } from './reserve.ts';
import { activity, countFailure, intend, MAX_FAILED_WRITES, newPublication, writePlaces } from './write-places.ts';

const REPEATED = 'this wording was written before and did not stand';

/**
 * Writes an approved fix: the switch is read, a place under the caps is taken where nobody approved it, the live texts are
 * compared with what the fix was drafted from, snapshots and intent stored, then sent (write-places.ts). Where the article
 * is gone or the helpdesk refuses, the fix goes back to people with the reason. What is no text of the help center is handed
 * over and never written.
 */
export async function publish(
  ports: Ports,
  tenant: string,
  message: Extract<LoopMessage, { type: 'publish' }>,
): Promise<LoopMessage[]> {
  const { at } = message;
  const fix = await ports.fixes.get(tenant, message.fixId);
  if (!fix) throw new NotFound(`fix ${message.fixId}`);
  if (isHandedOver(fix.kind)) {
    await handOver(ports, tenant, fix, at);
    return [];
  }
  const id = idOf(tenant, 'publication', fix.id);
  const verify: LoopMessage = { type: 'verify', at, publicationId: id };
  if (fix.state !== 'approved') return fix.state === 'published' ? [verify] : [];
  const known = await ports.publications.get(tenant, id);
  if (known?.state === 'sent') return [verify];
  const begun = known?.state === 'intent' ? known : null;
  if (known && !begun && known.state !== 'failed')
    return handBack(ports, tenant, fix, at, 'escalated', `${REPEATED}: ${known.detail ?? known.state}`);
  const obstacle = await obstacleTo(ports, tenant, fix);
  if (obstacle && !begun) return handBack(ports, tenant, fix, at, 'in_review', obstacle);
  const wait = fix.actor === 'mend' && !begun ? await reserve(ports, tenant, fix, id, at) : null;
  if (wait) return putOff(ports, tenant, fix, at, wait.until, wait.why);
  const helpdesk = await ports.helpdesk(tenant, 'publishing');
  try {
    const { articleId } = fix;
    if (articleId) return await writePlaces(ports, tenant, helpdesk, { fix, id, articleId, at, begun, obstacle });
    if (obstacle) return await handBack(ports, tenant, fix, at, 'in_review', obstacle);
    return await createNew(ports, tenant, helpdesk, fix, id, at);
  } catch (error) {
    if (!(error instanceof NotFound || error instanceof Permanent)) throw error;
    return handBack(ports, tenant, fix, at, 'escalated', error.message);
  }
}

async function createNew(
  ports: Ports,
  tenant: string,
  helpdesk: Helpdesk,
  fix: StoredFix,
  id: string,
  at: number,
): Promise<LoopMessage[]> {
  const { sectionId, likeArticleId } = fix;
  if (!sectionId || !likeArticleId)
    throw new Permanent('the help center has no section that a new article could go to');
  const stands = await intend(ports, tenant, newPublication(fix, id, at));
  const there = await helpdesk.findArticle(sectionId, fix.title, stands.at);
  if (!there && stands.attempts >= MAX_FAILED_WRITES) {
    const reason = `the helpdesk failed ${MAX_FAILED_WRITES} times when it was to be created: ${stands.detail ?? ''}`;
    const failed = activity(at, 'failed', fix.id, reason);
    await ports.publications.move(tenant, id, ['intent'], { state: 'failed', detail: reason }, failed);
    return handBack(ports, tenant, fix, at, 'in_review', reason);
  }
  const { locale, title, bodyHtml, terms: labels } = fix;
  const create = () => helpdesk.createArticle({ sectionId, locale, title, bodyHtml, labels, likeArticleId });
  const articleId =
    there?.id ??
    (await create().catch(async (error: unknown) => {
      if (error instanceof RetryLater && !error.isAsked) await countFailure(ports, tenant, stands, at, error.message);
      throw error;
    }));
  const reason = 'created in the helpdesk, not yet verified';
  await ports.publications.move(
    tenant,
    id,
    ['intent'],
    { state: 'sent', articleId },
    activity(at, 'sent', fix.id, reason),
  );
  return [{ type: 'verify', at, publicationId: id }];
}
