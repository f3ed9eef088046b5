import { type Said, say } from '../../../shared/said/said.ts';
import { idOf } from '../../core/text/hash.ts';
import { NotFound, Permanent } from '../ports/errors.ts';
import type { LoopMessage } from '../ports/messages.ts';
import type { Ports } from '../ports/ports.ts';
import type { Attempt, Outcome } from './attempt.ts';
import { whyBlocked } from './blocked.ts';
import { createNew } from './create-new.ts';
import { endAttempt } from './end-attempt.ts';
import { isHandedOver } from './hand-over.ts';
import { reserve } from './reserve.ts';
import { becomesMacro } from './save-reply.ts';
import { writeTexts } from './write-texts.ts';

type AttemptPorts = Pick<
  Ports,
  'cursors' | 'gaps' | 'helpdesk' | 'observations' | 'publications' | 'reservations' | 'tenants' | 'wallClock'
>;

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
  const { at, fixId } = message;
  const fix = await ports.fixes.get(tenant, fixId);
  if (!fix) throw new NotFound(`fix ${fixId}`);
  const id = idOf(tenant, 'publication', fix.id);
  return endAttempt(ports, tenant, { fix, id, at }, await attempted(ports, tenant, { fix, id, at }));
}

async function attempted(ports: AttemptPorts, tenant: string, own: Omit<Attempt, 'begun'>): Promise<Outcome> {
  const { fix, id, at } = own;
  if (isHandedOver(fix.kind) && !(await becomesMacro(ports, tenant, fix))) return { is: 'handed over' };
  const known = await ports.publications.get(tenant, id);
  if (fix.state !== 'approved') return { is: fix.state === 'published' && known ? 'already sent' : 'over' };
  if (known?.state === 'sent') return { is: 'already sent' };
  const begun = known?.state === 'intent' ? known : null;
  if (known && !begun && known.state !== 'failed')
    return peopleDecide('escalated', say('step.repeated', { why: known.detail ?? known.state }));
  const obstacle = await whyBlocked(ports, tenant, fix);
  if (obstacle && !begun) return peopleDecide('in_review', obstacle);
  if (fix.note && fix.note.at > at && !begun) return { is: 'put off', until: fix.note.at, why: say('wait.launch') };
  const wait = fix.actor === 'mend' && !begun ? await reserve(ports, tenant, fix, id, at) : null;
  if (wait) return { is: 'put off', ...wait };
  const helpdesk = await ports.helpdesk(tenant, 'publishing');
  const articleId = isHandedOver(fix.kind) ? null : fix.articleId;
  try {
    if (articleId) return await writeTexts(ports, tenant, helpdesk, { ...own, begun }, articleId, obstacle);
    return obstacle ? peopleDecide('in_review', obstacle) : await createNew(ports, tenant, helpdesk, own);
  } catch (error) {
    if (!(error instanceof NotFound || error instanceof Permanent)) throw error;
    return { ...peopleDecide('escalated', error.said), begun };
  }
}

function peopleDecide(to: 'in_review' | 'escalated', reason: Said) {
  return { is: 'handed back' as const, to, reason, begun: null };
}
