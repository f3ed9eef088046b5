import type { Publication, WrittenMacro } from '../../../shared/gap.ts';
import { type Said, say } from '../../../shared/said/said.ts';
import { revertedNotice } from '../../core/notice/notice.ts';
import { putBackTo, standingBefore } from '../../core/publishing/deciding/standing-before.ts';
import { newsOf } from '../observe/learn-written.ts';
import { NotFound } from '../ports/errors.ts';
import type { Helpdesk } from '../ports/helpdesk.ts';
import type { LoopMessage } from '../ports/messages.ts';
import type { Ports } from '../ports/ports.ts';
import type { Activity } from '../ports/stores/activity.ts';
import { tripForAll } from '../switches/stop-automatic.ts';
import { tripAfterReverts } from '../switches/trip-category.ts';
import { rebaseAfter } from './rebase.ts';
import { savedAgain } from './save-reply.ts';
import {
  asStored,
  isAsSentAt,
  isSameAt,
  type Live,
  macroNames,
  readText,
  removeText,
  writeText,
  writtenBy,
} from './text-ref.ts';

type RestorePorts = Pick<
  Ports,
  'activity' | 'cursors' | 'eventClock' | 'fixes' | 'gaps' | 'outbox' | 'publications' | 'tenants' | 'wallClock'
>;

/**
 * Puts a snapshot back, by the same rule as a publication: only over what we wrote. A person's later edit stands, and a
 * person is asked; of several texts all are put back, or none. Allowed also while publishing is stopped. A new article is
 * archived, and made again where that is taken back; a new macro is deleted; a finding taken back stays away.
 */
export async function restore(
  ports: Ports,
  tenant: string,
  message: Extract<LoopMessage, { type: 'restore' }>,
): Promise<LoopMessage[]> {
  const reversal = await ports.publications.get(tenant, message.publicationId);
  if (!reversal) throw new NotFound(`rollback ${message.publicationId}`);
  if (reversal.state === 'done') return noteReversal(ports, tenant, reversal, message.at);
  if (reversal.state !== 'intent' && reversal.state !== 'sent') return [];
  const helpdesk = await ports.helpdesk(tenant, 'publishing');
  const standing = await madeAgain(ports, tenant, helpdesk, reversal, message.at);
  const texts = writtenBy(standing).map((text) => ({ ...text, isRemoval: text.after.bodyHtml === '' }));
  type Own = (typeof texts)[number];
  const isDone = ({ ref, isRemoval, after }: Own, live: Live | null) =>
    live === null ? isRemoval : !isRemoval && isAsSentAt(ref, live, after);
  const left: Own[] = [];
  const stand: Live[] = [];
  for (const text of texts) {
    const live = await readText(helpdesk, text.ref);
    if (isDone(text, live)) {
      if (live) stand.push(live);
      continue;
    }
    if (live === null)
      return giveUp(
        ports,
        tenant,
        reversal,
        message.at,
        say('done.articleGone', { thing: say(`thing.${text.ref.in}`) }),
      );
    if (text.before && !isSameAt(text.ref, live, text.before))
      return giveUp(
        ports,
        tenant,
        reversal,
        message.at,
        say('done.editedSince', { thing: say(`thing.${text.ref.in}`) }),
      );
    left.push(text);
  }
  for (const text of left) {
    if (text.isRemoval) await removeText(helpdesk, text.ref);
    else await writeText(helpdesk, text.ref, text.after);
    const live = await readText(helpdesk, text.ref);
    if (live) stand.push(live);
    if (!isDone(text, live))
      return giveUp(ports, tenant, reversal, message.at, say('done.otherRead', { thing: say(`thing.${text.ref.in}`) }));
  }
  await keep(ports, tenant, standing, stand);
  return finish(ports, tenant, { ...standing, ...asStored(standing, stand) }, message.at);
}

/**
 * The reversal with the article that it has to make first: one that we created and archived, since no helpdesk brings an
 * archived article back to the help center by its API. Looked for before it is made, so that it is made once; it stands
 * under an id of its own, which is stored with the reversal.
 */
async function madeAgain(
  ports: Pick<Ports, 'fixes' | 'publications'>,
  tenant: string,
  helpdesk: Helpdesk,
  reversal: Publication,
  at: number,
): Promise<Publication> {
  const [gone] = (reversal.macros ?? []).filter(
    (macro) => macro.before?.bodyHtml === '' && macro.after.bodyHtml !== '',
  );
  if (gone && reversal.state === 'intent') return savedAnew(ports, tenant, helpdesk, reversal, gone, at);
  const { articleId, before, after, locale } = reversal;
  if (articleId === null || before?.bodyHtml !== '' || after.bodyHtml === '' || reversal.state === 'sent')
    return reversal;
  if (await readText(helpdesk, { in: 'article', id: articleId, locale })) return reversal;
  const fix = await ports.fixes.get(tenant, reversal.fixId);
  if (!fix?.sectionId || !fix.likeArticleId) return reversal;
  const { sectionId, likeArticleId, terms: labels } = fix;
  const there = await helpdesk.findArticle(sectionId, after.title, reversal.at);
  const id = there?.id ?? (await helpdesk.createArticle({ sectionId, locale, ...after, labels, likeArticleId }));
  const placed = { state: 'sent' as const, articleId: id };
  const reason = say('step.created');
  const sent = { at, actor: reversal.by, what: 'sent', subject: reversal.fixId, reason };
  await ports.publications.move(tenant, reversal.id, ['intent'], placed, sent);
  return { ...reversal, ...placed };
}

/** The same for a saved reply that was deleted. */
async function savedAnew(
  ports: Pick<Ports, 'publications'>,
  tenant: string,
  helpdesk: Helpdesk,
  reversal: Publication,
  gone: WrittenMacro,
  at: number,
): Promise<Publication> {
  const macroId = await savedAgain(helpdesk, gone, reversal.at);
  const placed = { state: 'sent' as const, macros: [{ ...gone, macroId }] };
  const reason = say('step.created');
  const sent = { at, actor: reversal.by, what: 'sent', subject: reversal.fixId, reason };
  await ports.publications.move(tenant, reversal.id, ['intent'], placed, sent);
  return { ...reversal, ...placed };
}

/** Stores what stands again as a version of ours, before anybody reads it as somebody's edit. */
async function keep(
  ports: Pick<Ports, 'articles' | 'gaps' | 'memory'>,
  tenant: string,
  reversal: Publication,
  lives: readonly Live[],
): Promise<void> {
  const language = (await ports.gaps.get(tenant, reversal.gapId))?.language ?? 'en';
  const articles = lives.flatMap((live) => (live.in === 'article' ? [live.article] : []));
  await ports.memory.append(tenant, await newsOf(ports, tenant, language, articles));
  await ports.articles.put(tenant, articles, 'restored');
}

async function finish(ports: RestorePorts, tenant: string, reversal: Publication, at: number): Promise<LoopMessage[]> {
  const names = macroNames(reversal);
  const reason =
    names.length === 0
      ? say('step.takenBack', { actor: reversal.by })
      : say('step.takenBackMacros', { actor: reversal.by, names: { all: names } });
  const activity = { at, actor: reversal.by, what: 'rolled back', subject: reversal.fixId, reason };
  await ports.publications.move(
    tenant,
    reversal.reverts ?? '',
    ['done'],
    { state: 'rolled_back', detail: reason },
    activity,
  );
  await moveFix(ports, tenant, reversal, activity);
  const told = { ...activity, notice: revertedNotice(reversal, at) };
  await ports.publications.move(tenant, reversal.id, ['intent', 'sent'], { ...reversal, state: 'done' }, told);
  return noteReversal(ports, tenant, reversal, at);
}

/**
 * The fix and its gap after a reversal: taken back, or exactly as they stood before they were. Which of both is told by how
 * often the publication was turned: a reversal of a reversal puts the change in again.
 */
async function moveFix(
  ports: Pick<Ports, 'fixes' | 'gaps' | 'publications'>,
  tenant: string,
  reversal: Publication,
  activity: Activity,
): Promise<void> {
  const { fixId, gapId } = reversal;
  const fix = await ports.fixes.get(tenant, fixId);
  if (!fix) return;
  if (await takesOut(ports, tenant, reversal)) {
    const was = standingBefore(fix, (await ports.gaps.get(tenant, gapId))?.state ?? 'published');
    await ports.fixes.move(tenant, fixId, ['published'], {
      change: { state: 'rolled_back', reason: activity.reason, was },
      activity,
      gap: { id: gapId, state: 'rejected' },
      next: [{ type: 'settle', at: activity.at, gapId }],
    });
    return;
  }
  const stood =
    fix.was?.state === 'published' ? fix.was : { ...standingBefore(fix, 'published'), state: 'published' as const };
  await ports.fixes.move(tenant, fixId, ['rolled_back'], { ...putBackTo(fix, stood), activity });
}

/** Whether a reversal takes the change out of the help center, rather than putting it in again. */
async function takesOut(ports: Pick<Ports, 'publications'>, tenant: string, reversal: Publication): Promise<boolean> {
  let turns = 0;
  for (let one: Publication | null = reversal; one?.reverts; turns++)
    one = await ports.publications.get(tenant, one.reverts);
  return turns % 2 === 1;
}

/** What follows from a publication that was taken back; done again, also by a run after one that ended too early, it is the same. */
async function noteReversal(
  ports: RestorePorts,
  tenant: string,
  reversal: Publication,
  at: number,
): Promise<LoopMessage[]> {
  await tripAfterReverts(ports, tenant, at);
  const reverted = await ports.publications.get(tenant, reversal.reverts ?? '');
  if (reverted?.by === 'mend' && reverted.reverts === null) await tripForAll(ports);
  return [{ type: 'refresh', at }, ...(await rebaseAfter(ports, tenant, reversal, at))];
}

async function giveUp(
  ports: Pick<Ports, 'publications'>,
  tenant: string,
  reversal: Publication,
  at: number,
  reason: Said,
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
