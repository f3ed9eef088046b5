import type { StoredFix } from '../../../shared/gap.ts';
import { say } from '../../../shared/said/said.ts';
import { DAY_MS } from '../../../shared/time.ts';
import { rebaseFix } from '../../core/publishing/writing/rebase-fix.ts';
import type { Ports } from '../ports/ports.ts';
import type { Outcome } from './attempt.ts';
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
  ports: Pick<Ports, 'gaps' | 'publications'>,
  tenant: string,
  fix: StoredFix,
  targets: readonly TargetText[],
): Promise<Extract<Outcome, { is: 'rebased' | 'stale' }> | null> {
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
  if (to.is !== 'rebased') return { is: 'stale', reason: say('rebase.afterDraft', { event }), begun: null };
  return { is: 'rebased', change: to.change, reason: say('rebase.afterApproval', { event }) };
}

function isSameRef(a: TargetText['ref'], b: TargetText['ref']): boolean {
  return a.in === b.in && a.id === b.id && (a.in !== 'article' || b.in !== 'article' || a.locale === b.locale);
}
