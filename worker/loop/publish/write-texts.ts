import type { Publication, StoredFix, Text } from '../../../shared/gap.ts';
import { asWritten, type Said, say } from '../../../shared/said/said.ts';
import { NotFound, Permanent, RetryLater } from '../ports/errors.ts';
import type { Helpdesk } from '../ports/helpdesk.ts';
import type { Ports } from '../ports/ports.ts';
import { type Attempt, activity, type Outcome } from './attempt.ts';
import { overtaken } from './overtaken.ts';
import { restAfterEdit } from './reserve.ts';
import { hashOf, readTargets, type TargetText } from './target-text.ts';
import { writeText } from './text-ref.ts';

/** So often a write may fail without a word of the vendor; then people decide. Own choice: an outage is over by then, or somebody has to look. */
export const MAX_FAILED_WRITES = 5;

/**
 * Writes every text of a fix, or none: all are read and compared first, snapshots and intent stored in one row, then each
 * is written. Where one can't be, those already written are put back. What an earlier run left is told by the live texts:
 * at the target nothing is sent again, at the base the identical write is repeated, anything else is a person's and stands.
 */
export async function writeTexts(
  ports: Pick<Ports, 'gaps' | 'publications'>,
  tenant: string,
  helpdesk: Helpdesk,
  attempt: Attempt,
  articleId: string,
  obstacle: Said | null,
): Promise<Outcome> {
  const { fix, at, begun } = attempt;
  const sent: Outcome = { is: 'sent', reason: say('step.written') };
  const targets = await readTargets(helpdesk, fix, articleId);
  if (begun && targets.every((target) => target.stands === 'target')) return sent;
  if (obstacle) return { is: 'handed back', to: 'in_review', reason: obstacle, begun };
  const gone = targets.find((target) => target.stands === 'gone');
  if (gone) {
    const reason = say('done.gone', { thing: say(`thing.${gone.ref.in}`), id: gone.ref.id });
    return { is: 'handed back', to: 'escalated', reason, begun };
  }
  const edited = targets.find((target) => target.stands === 'other');
  if (edited) {
    const reason = say('step.staleBase', { thing: say(`thing.${edited.ref.in}`) });
    return (begun ? null : await overtaken(ports, tenant, fix, targets)) ?? { is: 'stale', reason, begun };
  }
  if (begun && begun.attempts >= MAX_FAILED_WRITES) {
    const reason = say('step.failedWrite', { count: MAX_FAILED_WRITES, detail: begun.detail ?? '' });
    return { is: 'handed back', to: 'in_review', reason, begun, isFailed: true };
  }
  const wait = fix.actor === 'mend' && !begun ? await restAfterEdit(helpdesk, targets, at) : null;
  if (wait) return { is: 'put off', ...wait };
  const stands = begun ?? (await intend(ports, tenant, intentOf(attempt, articleId, targets)));
  try {
    await write(helpdesk, fix, targets);
  } catch (error) {
    if (error instanceof RetryLater && !error.isAsked)
      await countFailure(ports, tenant, stands, at, asWritten(error.message));
    if (!(error instanceof NotFound || error instanceof Permanent)) throw error;
    return { is: 'handed back', to: 'escalated', reason: error.said, begun: stands };
  }
  return sent;
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

function intentOf({ fix, id, at }: Attempt, articleId: string, targets: readonly TargetText[]): Publication {
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
