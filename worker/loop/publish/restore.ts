import type { Publication } from '../../../shared/gap.ts';
import { revertedNotice } from '../../core/notice/notice.ts';
import { newsOf } from '../observe/learn-written.ts';
import { NotFound } from '../ports/errors.ts';
import type { LoopMessage } from '../ports/messages.ts';
import type { Ports } from '../ports/ports.ts';
import { tripForAll } from '../switches/stop-automatic.ts';
import { tripAfterReverts } from '../switches/trip-category.ts';
import { rebaseAfter } from './rebase.ts';
import {
  asStored,
  isAsSentAt,
  isSameAt,
  type Live,
  macroNames,
  readSpot,
  removeSpot,
  type Spot,
  writeSpot,
  writtenBy,
} from './text-ref.ts';

/**
 * Puts a snapshot back, by the same rule as a publication: only over what we wrote. A person's later edit stands, and a
 * person is asked; of several texts all are put back, or none. Allowed also while publishing is stopped. A new article is
 * archived, a new macro deleted; a finding taken back stays away.
 */
export async function restore(
  ports: Ports,
  tenant: string,
  message: Extract<LoopMessage, { type: 'restore' }>,
): Promise<LoopMessage[]> {
  const reversal = await ports.publications.get(tenant, message.publicationId);
  if (!reversal) throw new NotFound(`rollback ${message.publicationId}`);
  if (reversal.state === 'done') return heedReversal(ports, tenant, reversal, message.at);
  if (reversal.state !== 'intent' && reversal.state !== 'sent') return [];
  const helpdesk = await ports.helpdesk(tenant, 'publishing');
  const texts = writtenBy(reversal).map((text) => ({ ...text, isRemoval: text.after.bodyHtml === '' }));
  type Own = (typeof texts)[number];
  const isDone = ({ spot, isRemoval, after }: Own, live: Live | null) =>
    live === null ? isRemoval : !isRemoval && isAsSentAt(spot, live, after);
  const left: Own[] = [];
  const stand: Live[] = [];
  for (const text of texts) {
    const live = await readSpot(helpdesk, text.spot);
    if (isDone(text, live)) {
      if (live) stand.push(live);
      continue;
    }
    if (live === null) return giveUp(ports, tenant, reversal, message.at, `the ${text.spot.in} is gone`);
    if (text.before && !isSameAt(text.spot, live, text.before))
      return giveUp(ports, tenant, reversal, message.at, editedSince(text.spot));
    left.push(text);
  }
  for (const text of left) {
    if (text.isRemoval) await removeSpot(helpdesk, text.spot);
    else await writeSpot(helpdesk, text.spot, text.after);
    const live = await readSpot(helpdesk, text.spot);
    if (live) stand.push(live);
    if (!isDone(text, live))
      return giveUp(ports, tenant, reversal, message.at, `the ${text.spot.in} does not read as it was put back`);
  }
  await keep(ports, tenant, reversal, stand);
  return finish(ports, tenant, { ...reversal, ...asStored(reversal, stand) }, message.at);
}

/** Stores what stands again as a version of ours, before anybody reads it as somebody's edit. */
async function keep(ports: Ports, tenant: string, reversal: Publication, lives: readonly Live[]): Promise<void> {
  const language = (await ports.gaps.get(tenant, reversal.gapId))?.language ?? 'en';
  const articles = lives.flatMap((live) => (live.in === 'article' ? [live.article] : []));
  await ports.memory.append(tenant, await newsOf(ports, tenant, language, articles));
  await ports.articles.put(tenant, articles, 'restored');
}

function editedSince(spot: Spot): string {
  return `a person edited the ${spot.in} since; their words stand`;
}

async function finish(ports: Ports, tenant: string, reversal: Publication, at: number): Promise<LoopMessage[]> {
  const reason = `taken back by ${reversal.by}${macroNames(reversal)}`;
  const activity = { at, actor: reversal.by, what: 'rolled back', subject: reversal.fixId, reason };
  await ports.publications.move(
    tenant,
    reversal.reverts ?? '',
    ['done'],
    { state: 'rolled_back', detail: reason },
    activity,
  );
  const reverted = await ports.publications.get(tenant, reversal.reverts ?? '');
  if (!(await isForth(ports, tenant, reverted)))
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
  await ports.publications.move(tenant, reversal.id, ['intent', 'sent'], { ...reversal, state: 'done' }, told);
  return heedReversal(ports, tenant, reversal, at);
}

/** Whether a publication put the change into the help center: the first does, and every second one that took one back. */
async function isForth(ports: Ports, tenant: string, publication: Publication | null): Promise<boolean> {
  let taken = 0;
  let at = publication;
  while (at?.reverts) {
    taken += 1;
    at = await ports.publications.get(tenant, at.reverts);
  }
  return taken % 2 === 0;
}

/** What follows from a publication that was taken back; done again, also by a run after one that ended too early, it is the same. */
async function heedReversal(ports: Ports, tenant: string, reversal: Publication, at: number): Promise<LoopMessage[]> {
  await tripAfterReverts(ports, tenant, at);
  const reverted = await ports.publications.get(tenant, reversal.reverts ?? '');
  if (reverted?.by === 'mend' && reverted.reverts === null) await tripForAll(ports);
  return [{ type: 'refresh', at }, ...(await rebaseAfter(ports, tenant, reversal, at))];
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
