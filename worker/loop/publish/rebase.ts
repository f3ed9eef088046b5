import type { FixState, Publication, StoredFix } from '../../../shared/gap.ts';
import { type Said, say } from '../../../shared/said/said.ts';
import { type Moved, type Rebase, rebaseFix } from '../../core/publishing/writing/rebase-fix.ts';
import { isUndecided } from '../observe/open-gap.ts';
import { NotFound } from '../ports/errors.ts';
import type { Helpdesk } from '../ports/helpdesk.ts';
import { type LoopMessage, nextPart } from '../ports/messages.ts';
import type { Ports } from '../ports/ports.ts';
import { isHandedOver } from './hand-over.ts';
import { isSameAt, readText, writtenBy } from './text-ref.ts';

/** What a person was shown. */
const SHOWN: FixState[] = ['in_review', 'escalated'];

/** What waits for a decision; what is approved is looked at when it is about to be written. */
const WAITING: FixState[] = ['drafted', 'rehearsed', 'scored', ...SHOWN];

/** Fixes put on a new text in one run, about eight statements each; the rest follows with the next. */
const FIXES_A_RUN = 20;

/**
 * What a publication (or one taken back) changed lies under other fixes of the same article: each that waits is put on the
 * new text at once, the same change with hashes of its own, so that a decision on what was shown before is refused. Where
 * both changed the same lines it is drafted anew, with a reason that says it was our own change and which.
 */
export async function rebase(
  ports: Ports,
  tenant: string,
  message: Extract<LoopMessage, { type: 'rebase' }>,
): Promise<LoopMessage[]> {
  const { at, publicationId } = message;
  const publication = await ports.publications.get(tenant, publicationId);
  if (!publication) throw new NotFound(`publication ${publicationId}`);
  const waiting = await waitingOn(ports, tenant, publication);
  if (waiting.length === 0) return [];
  const texts = await textsNow(await ports.helpdesk(tenant, 'publishing'), publication);
  const touched = waiting.map((fix) => ({ fix, to: rebaseFix(fix, texts) })).filter(({ to }) => to.is !== 'current');
  const event = await eventOf(ports, tenant, publication);
  const next: LoopMessage[] = [];
  for (const { fix, to } of touched.slice(0, FIXES_A_RUN))
    next.push(...(await move(ports, tenant, fix, to, event, at)));
  return touched.length > FIXES_A_RUN ? [...next, nextPart(message)] : next;
}

/** The message that puts waiting fixes on what a publication left, where there are any. */
export async function rebaseAfter(
  ports: Pick<Ports, 'fixes'>,
  tenant: string,
  publication: Publication,
  at: number,
): Promise<LoopMessage[]> {
  const waiting = await waitingOn(ports, tenant, publication);
  return waiting.length === 0 ? [] : [{ type: 'rebase', at, publicationId: publication.id }];
}

async function waitingOn(ports: Pick<Ports, 'fixes'>, tenant: string, publication: Publication): Promise<StoredFix[]> {
  const ids = articlesOf(publication);
  const fixes = ids.length === 0 ? [] : await ports.fixes.onArticles(tenant, ids, WAITING);
  return fixes.filter((fix) => fix.id !== publication.fixId && !isHandedOver(fix.kind));
}

function articlesOf(publication: Publication): string[] {
  return writtenBy(publication).flatMap(({ ref }) => (ref.in === 'article' ? [ref.id] : []));
}

/** The articles of a publication that read as it left them: what a person changed since is no doing of ours. */
export async function textsNow(helpdesk: Helpdesk, publication: Publication): Promise<Moved[]> {
  const texts: Moved[] = [];
  for (const { ref, before, after } of writtenBy(publication)) {
    if (ref.in !== 'article') continue;
    const live = await readText(helpdesk, ref);
    if (live && isSameAt(ref, live, after))
      texts.push({
        articleId: ref.id,
        locale: ref.locale,
        before,
        live: { title: live.title, bodyHtml: live.bodyHtml },
      });
  }
  return texts;
}

/** What we did to the article, by name: half of a reason. */
export async function eventOf(ports: Pick<Ports, 'gaps'>, tenant: string, publication: Publication): Promise<Said> {
  const title = (await ports.gaps.get(tenant, publication.gapId))?.title ?? publication.after.title;
  return say(publication.reverts === null ? 'event.published' : 'event.takenBack', { title, actor: publication.by });
}

async function move(
  ports: Pick<Ports, 'fixes' | 'gaps'>,
  tenant: string,
  fix: StoredFix,
  to: Rebase,
  event: Said,
  at: number,
): Promise<LoopMessage[]> {
  const still = { patchHash: fix.patchHash, baseHash: fix.baseHash };
  if (to.is === 'rebased') {
    const isShown = SHOWN.includes(fix.state);
    const reason = say('rebase.moved', { event });
    const next: LoopMessage[] = isShown ? [] : [{ type: 'rehearse', at, fixId: fix.id }];
    const moved = await ports.fixes.move(tenant, fix.id, [fix.state], {
      change: {
        ...to.change,
        state: isShown ? fix.state : 'drafted',
        ...(fix.state === 'in_review' ? { reason } : {}),
      },
      activity: { at, actor: 'mend', what: 'rebased', subject: fix.id, reason },
      next,
      still,
    });
    return moved ? next : [];
  }
  const next: LoopMessage[] = [{ type: 'draft', at, gapId: fix.gapId }];
  const reason = say(to.is === 'said' ? 'rebase.says' : 'rebase.overlaps', { event });
  const moved = await ports.fixes.move(tenant, fix.id, [fix.state], {
    change: { state: 'superseded', reason },
    activity: { at, actor: 'mend', what: 'superseded', subject: fix.id, reason },
    ...((await leavesOpen(ports, tenant, fix)) ? { gap: { id: fix.gapId, state: 'open' as const } } : {}),
    next,
    still,
  });
  return moved ? next : [];
}

/** Whether a fix that goes leaves its gap open: no other fix of it waits for a person, and none was decided while this one was drafted. */
async function leavesOpen(ports: Pick<Ports, 'fixes' | 'gaps'>, tenant: string, fix: StoredFix): Promise<boolean> {
  const gap = await ports.gaps.get(tenant, fix.gapId);
  const shown = await ports.fixes.ofGaps(tenant, [fix.gapId], SHOWN);
  return shown.every(({ id }) => id === fix.id) && (gap === null || isUndecided(gap));
}
