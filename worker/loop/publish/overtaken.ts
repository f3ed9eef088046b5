import type { StoredFix } from '../../../shared/gap.ts';
import { type Said, say } from '../../../shared/said/said.ts';
import { DAY_MS } from '../../../shared/time.ts';
import { rebaseFix } from '../../core/publishing/writing/rebase-fix.ts';
import type { LoopMessage } from '../ports/messages.ts';
import type { Ports } from '../ports/ports.ts';
import { eventOf } from './rebase.ts';
import { articlesOf, type TargetText } from './target-text.ts';
import { isSameAt, writtenBy } from './text-ref.ts';

/** A fix is drafted from a text that stood at most so long before it (event time). Origin: stated default. */
const BEFORE_MS = 30 * DAY_MS;

/**
 * An approved fix whose article does not read as it was drafted from, where that is our own doing: a publication of another
 * fix stands there. The same change on the new text waits for a yes again, since the approval was for another text; one
 * that nobody approved is rehearsed and decided anew. Null where a person edited, or both changed the same lines: then the
 * gap is drafted anew by who asked.
 */
export async function overtaken(
  ports: Pick<Ports, 'fixes' | 'gaps' | 'publications' | 'reservations'>,
  tenant: string,
  fix: StoredFix,
  targets: readonly TargetText[],
  at: number,
): Promise<{ next: LoopMessage[] } | { why: Said } | null> {
  const published = await ports.publications.ofArticles(tenant, articlesOf(fix), fix.createdAt - BEFORE_MS);
  const standing = published
    .filter((p) => p.state === 'done' && p.fixId !== fix.id)
    .flatMap((p) => writtenBy(p).map((written) => ({ publication: p, ...written })));
  const others = targets.filter(({ stands }) => stands === 'other');
  const causes = others.map(({ ref, live }) =>
    standing.findLast((own) => isSameRef(own.ref, ref) && live !== null && isSameAt(ref, live, own.after)),
  );
  const [cause] = causes;
  if (!cause || causes.includes(undefined)) return null;
  const event = await eventOf(ports, tenant, cause.publication);
  const to = rebaseFix(
    fix,
    others.flatMap(({ ref, live }, i) =>
      ref.in === 'article' && live
        ? [{ articleId: ref.id, locale: ref.locale, before: causes[i]?.before ?? null, live }]
        : [],
    ),
  );
  if (to.is !== 'rebased') return { why: say('rebase.afterDraft', { event }) };
  const isOwn = fix.actor === 'mend';
  const reason = say('rebase.afterApproval', { event });
  const next: LoopMessage[] = isOwn ? [{ type: 'rehearse', at, fixId: fix.id }] : [];
  if (isOwn) await ports.reservations.release(tenant, fix.id);
  await ports.fixes.move(tenant, fix.id, ['approved'], {
    change: { ...to.change, state: isOwn ? 'drafted' : 'in_review', reason, ...(isOwn ? { actor: null } : {}) },
    activity: { at, actor: 'mend', what: 'rebased', subject: fix.id, reason },
    gap: { id: fix.gapId, state: isOwn ? 'open' : 'in_review' },
    next,
    still: { patchHash: fix.patchHash, baseHash: fix.baseHash },
  });
  return { next };
}

function isSameRef(a: TargetText['ref'], b: TargetText['ref']): boolean {
  return a.in === b.in && a.id === b.id && (a.in !== 'article' || b.in !== 'article' || a.locale === b.locale);
}
