import type { Publication, StoredFix, Text } from '../../../shared/gap.ts';
import { asWritten, type Said, say } from '../../../shared/said/said.ts';
import { NotFound, Permanent, RetryLater } from '../ports/errors.ts';
import type { Helpdesk } from '../ports/helpdesk.ts';
import type { LoopMessage } from '../ports/messages.ts';
import type { Ports } from '../ports/ports.ts';
import { handBack, putOff } from './hand-back.ts';
import { overtaken } from './overtaken.ts';
import { restAfterEdit } from './reserve.ts';
import { hashOf, putBack, readTargets, type TargetText, withLeft } from './target-text.ts';
import { writeText } from './text-ref.ts';

type WriteTextsPorts = Pick<Ports, 'fixes' | 'gaps' | 'publications' | 'reservations'>;

/** So often a write may fail without a word of the vendor; then people decide. Own choice: an outage is over by then, or somebody has to look. */
export const MAX_FAILED_WRITES = 5;

/** One attempt: the fix, what an earlier one began, and what speaks against writing now. */
export interface Attempt {
  fix: StoredFix;
  id: string;
  articleId: string;
  at: number;
  begun: Publication | null;
  obstacle: Said | null;
}

/**
 * Writes every text of a fix, or none: all are read and compared first, snapshots and intent stored in one row, then each
 * is written. Where one can't be, those already written are put back. What an earlier run left is told by the live texts:
 * at the target nothing is sent again, at the base the identical write is repeated, anything else is a person's and stands.
 */
export async function writeTexts(
  ports: WriteTextsPorts,
  tenant: string,
  helpdesk: Helpdesk,
  attempt: Attempt,
): Promise<LoopMessage[]> {
  const { fix, id, at, begun, obstacle } = attempt;
  const verify: LoopMessage = { type: 'verify', at, publicationId: id };
  const targets = await readTargets(helpdesk, fix, attempt.articleId);
  if (!(begun && targets.every((target) => target.stands === 'target'))) {
    if (obstacle) return giveBack(ports, tenant, helpdesk, attempt, 'in_review', obstacle);
    const gone = targets.find((target) => target.stands === 'gone');
    if (gone)
      return giveBack(
        ports,
        tenant,
        helpdesk,
        attempt,
        'escalated',
        say('done.gone', { thing: say(`thing.${gone.ref.in}`), id: gone.ref.id }),
      );
    if (targets.some((target) => target.stands === 'other'))
      return leaveToPeople(ports, tenant, helpdesk, attempt, targets);
    if (begun && begun.attempts >= MAX_FAILED_WRITES) return giveUp(ports, tenant, helpdesk, attempt);
    const wait = fix.actor === 'mend' && !begun ? await restAfterEdit(helpdesk, targets, at) : null;
    if (wait) {
      await ports.reservations.release(tenant, fix.id);
      return putOff(ports, tenant, fix, at, wait.until, wait.why);
    }
    const stands = begun ?? (await intend(ports, tenant, intentOf(attempt, targets)));
    try {
      await write(helpdesk, fix, targets);
    } catch (error) {
      if (error instanceof RetryLater && !error.isAsked)
        await countFailure(ports, tenant, stands, at, asWritten(error.message));
      if (!(error instanceof NotFound || error instanceof Permanent)) throw error;
      return giveBack(ports, tenant, helpdesk, { ...attempt, begun: stands }, 'escalated', error.said);
    }
  }
  const reason = say('step.written');
  await ports.publications.move(tenant, id, ['intent'], { state: 'sent' }, activity(at, 'sent', fix.id, reason));
  return [verify];
}

async function write(helpdesk: Helpdesk, fix: StoredFix, targets: readonly TargetText[]): Promise<void> {
  for (const { stands, ref, after } of targets)
    if (fix.kind === 'terms') await helpdesk.addLabels(ref.id, fix.terms);
    else if (stands === 'base') await writeText(helpdesk, ref, after);
}

/** Stores snapshot and intent, also of a fix whose writes failed before and that a person approved again. */
export async function intend(
  ports: Pick<Ports, 'publications'>,
  tenant: string,
  publication: Publication,
): Promise<Publication> {
  const stands = await ports.publications.intend(tenant, publication);
  if (stands.state !== 'failed') return stands;
  const again = activity(publication.at, 'tried again', publication.fixId, say('step.triedAgain'));
  await ports.publications.move(tenant, publication.id, ['failed'], publication, again);
  return publication;
}

/** Notes a write that failed without a word of the vendor; the live text tells next time whether it took effect. */
export async function countFailure(
  ports: Pick<Ports, 'publications'>,
  tenant: string,
  { id, fixId, attempts }: Publication,
  at: number,
  words: Said,
): Promise<void> {
  const change = { state: 'intent' as const, attempts: attempts + 1, detail: words };
  await ports.publications.move(tenant, id, ['intent'], change, activity(at, 'write failed', fixId, words));
}

/** Puts back what was written so far and hands the fix to people. */
async function giveBack(
  ports: Pick<Ports, 'fixes' | 'reservations'>,
  tenant: string,
  helpdesk: Helpdesk,
  { fix, begun, at }: Attempt,
  state: 'in_review' | 'escalated',
  reason: Said,
): Promise<LoopMessage[]> {
  const left = begun ? await putBack(helpdesk, begun) : null;
  return handBack(ports, tenant, fix, at, state, withLeft(reason, left));
}

async function giveUp(
  ports: Pick<Ports, 'fixes' | 'publications' | 'reservations'>,
  tenant: string,
  helpdesk: Helpdesk,
  attempt: Attempt,
): Promise<LoopMessage[]> {
  const { fix, id, at, begun } = attempt;
  const left = begun ? await putBack(helpdesk, begun) : null;
  const why = say('step.failedWrite', { count: MAX_FAILED_WRITES, detail: begun?.detail ?? '' });
  const reason = withLeft(why, left);
  const failed = activity(at, 'failed', fix.id, reason);
  await ports.publications.move(tenant, id, ['intent'], { state: 'failed', detail: reason }, failed);
  return handBack(ports, tenant, fix, at, 'in_review', reason);
}

/**
 * One of the texts changed after the draft: what stands there stays, and the gap is drafted anew. Where it was another change
 * of ours that lies beside this one, this one waits for a decision on the new text instead.
 */
async function leaveToPeople(
  ports: WriteTextsPorts,
  tenant: string,
  helpdesk: Helpdesk,
  { fix, id, at, begun }: Attempt,
  targets: readonly TargetText[],
): Promise<LoopMessage[]> {
  const ours = begun ? null : await overtaken(ports, tenant, fix, targets, at);
  if (ours && 'next' in ours) return ours.next;
  const left = begun ? await putBack(helpdesk, begun) : null;
  const edited = targets.find(({ stands }) => stands === 'other');
  const staleBase = say('step.staleBase', { thing: say(`thing.${edited?.ref.in ?? 'article'}`) });
  const reason = ours?.why ?? withLeft(staleBase, left);
  const next: LoopMessage[] = [
    { type: 'refresh', at },
    { type: 'draft', at, gapId: fix.gapId },
  ];
  const superseded = { state: 'superseded' as const, detail: reason };
  await ports.publications.move(tenant, id, ['intent'], superseded, activity(at, 'superseded', fix.id, reason));
  if (fix.actor === 'mend') await ports.reservations.release(tenant, fix.id);
  await ports.fixes.move(tenant, fix.id, ['approved'], {
    change: { state: 'stale_base', reason },
    activity: activity(at, 'stale base', fix.id, reason),
    gap: { id: fix.gapId, state: 'open' },
    next,
  });
  return next;
}

function intentOf({ fix, id, articleId, at }: Attempt, targets: readonly TargetText[]): Publication {
  const before = ({ live }: TargetText): Text | null => live && { title: live.title, bodyHtml: live.bodyHtml };
  const [own, ...others] = targets.flatMap((target) =>
    target.ref.in === 'article'
      ? [{ articleId: target.ref.id, locale: target.ref.locale, before: before(target), after: target.after }]
      : [],
  );
  const macros = targets.flatMap((target) =>
    target.ref.in === 'macro'
      ? [{ macroId: target.ref.id, isHtml: target.ref.isHtml, before: before(target), after: target.after }]
      : [],
  );
  return {
    ...newPublication(fix, id, at),
    articleId,
    before: own?.before ?? null,
    ...(others.length > 0 ? { also: others } : {}),
    ...(macros.length > 0 ? { macros } : {}),
  };
}

/** The publication of a fix before anything is known of the article it will stand in. */
export function newPublication(fix: StoredFix, id: string, at: number): Publication {
  return {
    id,
    fixId: fix.id,
    gapId: fix.gapId,
    articleId: null,
    locale: fix.locale,
    reverts: null,
    state: 'intent',
    before: null,
    after: { title: fix.title, bodyHtml: fix.bodyHtml },
    baseHash: fix.baseHash,
    targetHash: hashOf(fix),
    by: fix.actor ?? 'mend',
    at,
    attempts: 0,
    detail: null,
  };
}

/** An entry of the activity log about what we did by ourselves. */
export function activity(at: number, what: string, subject: string, reason: Said) {
  return { at, actor: 'mend', what, subject, reason };
}
