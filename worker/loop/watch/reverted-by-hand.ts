import type { Publication } from '../../../shared/gap.ts';
import { say } from '../../../shared/said/said.ts';
import { statementsAdded, statementsLost } from '../../core/publishing/watching/antibody.ts';
import type { Ports } from '../ports/ports.ts';
import { tripForAll } from '../switches/stop-automatic.ts';
import { tripAfterReverts } from '../switches/trip-category.ts';
import type { Edited } from './edited.ts';

type RevertedByHandPorts = Pick<
  Ports,
  'activity' | 'articles' | 'cursors' | 'eventClock' | 'fixes' | 'outbox' | 'publications' | 'tenants' | 'wallClock'
>;

/**
 * Notes that a person took a publication's text out of the article at the helpdesk. The publication counts as reverted, and
 * too many reverted ones stop automatic publishing. It counts only where the whole text stood until this edit and none of it
 * stands now: an edit of a part, or an article that is gone, says nothing of the whole. Done again it changes nothing.
 */
export async function noteRevertedByHand(
  ports: RevertedByHandPorts,
  tenant: string,
  publication: Publication,
  edited: Edited,
  at: number,
): Promise<void> {
  const { before, after, also = [], macros = [] } = publication;
  if (edited.bodyHtml === null || also.length + macros.length > 0) return;
  const added = statementsAdded(before?.bodyHtml ?? null, after.bodyHtml);
  const stood = (await ports.articles.get(tenant, edited.id, edited.locale))?.bodyHtml ?? null;
  const isWhole = statementsLost(added, edited.bodyHtml).length === added.length;
  if (added.length === 0 || !isWhole || statementsLost(added, stood).length > 0) return;
  const actor = edited.by ?? 'unknown';
  const reason = say('step.byHand');
  const activity = { at, actor, what: 'rolled back', subject: publication.fixId, reason };
  await ports.fixes.move(tenant, publication.fixId, ['published'], {
    change: { state: 'rolled_back', reason },
    activity,
  });
  await ports.publications.move(
    tenant,
    publication.id,
    ['done'],
    { state: 'rolled_back', detail: reason, undoneAt: at },
    activity,
  );
  await tripAfterReverts(ports, tenant, at);
  if (publication.by === 'mend') await tripForAll(ports);
}
