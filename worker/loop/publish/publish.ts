import { say } from '../../../shared/said/said.ts';
import { idOf } from '../../core/text/hash.ts';
import { NotFound, Permanent } from '../ports/errors.ts';
import type { LoopMessage } from '../ports/messages.ts';
import type { Ports } from '../ports/ports.ts';
import { whyBlocked } from './blocked.ts';
import { createNew } from './create-new.ts';
import { handBack, putOff } from './hand-back.ts';
import { handOver, isHandedOver } from './hand-over.ts';
import { reserve } from './reserve.ts';
import { becomesMacro } from './save-reply.ts';
import { putBack, withLeft } from './target-text.ts';
import { writeTexts } from './write-texts.ts';

/**
 * Writes an approved fix: the switch is read, a place under the caps is taken where nobody approved it, the live texts are
 * compared with what the fix was drafted from, snapshots and intent stored, then sent (write-texts.ts). Where the article
 * is gone or the helpdesk refuses, the fix goes back to people with the reason. A reply template becomes a macro where the
 * helpdesk's can be written; what else is no text of the help center is handed over and never written.
 */
export async function publish(
  ports: Ports,
  tenant: string,
  message: Extract<LoopMessage, { type: 'publish' }>,
): Promise<LoopMessage[]> {
  const { at } = message;
  const fix = await ports.fixes.get(tenant, message.fixId);
  if (!fix) throw new NotFound(`fix ${message.fixId}`);
  if (isHandedOver(fix.kind) && !(await becomesMacro(ports, tenant, fix))) {
    await handOver(ports, tenant, fix, at);
    return fix.kind === 'bug_report' ? [{ type: 'track', at, fixId: fix.id }] : [];
  }
  const id = idOf(tenant, 'publication', fix.id);
  const verify: LoopMessage = { type: 'verify', at, publicationId: id };
  const known = await ports.publications.get(tenant, id);
  if (fix.state !== 'approved') return fix.state === 'published' && known ? [verify] : [];
  if (known?.state === 'sent') return [verify];
  const begun = known?.state === 'intent' ? known : null;
  if (known && !begun && known.state !== 'failed')
    return handBack(ports, tenant, fix, at, 'escalated', say('step.repeated', { why: known.detail ?? known.state }));
  const obstacle = await whyBlocked(ports, tenant, fix);
  if (obstacle && !begun) return handBack(ports, tenant, fix, at, 'in_review', obstacle);
  if (fix.note && fix.note.at > at && !begun) return putOff(ports, tenant, fix, at, fix.note.at, say('wait.launch'));
  const wait = fix.actor === 'mend' && !begun ? await reserve(ports, tenant, fix, id, at) : null;
  if (wait) return putOff(ports, tenant, fix, at, wait.until, wait.why);
  const helpdesk = await ports.helpdesk(tenant, 'publishing');
  try {
    const articleId = isHandedOver(fix.kind) ? null : fix.articleId;
    if (articleId) return await writeTexts(ports, tenant, helpdesk, { fix, id, articleId, at, begun, obstacle });
    if (obstacle) return await handBack(ports, tenant, fix, at, 'in_review', obstacle);
    return await createNew(ports, tenant, helpdesk, fix, id, at);
  } catch (error) {
    if (!(error instanceof NotFound || error instanceof Permanent)) throw error;
    const left = begun ? await putBack(helpdesk, begun) : null;
    return handBack(ports, tenant, fix, at, 'escalated', withLeft(error.said, left));
  }
}
