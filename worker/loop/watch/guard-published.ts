import type { Publication } from '../../../shared/gap.ts';
import { say } from '../../../shared/said/said.ts';
import { antibodyNotice } from '../../core/notice/notice.ts';
import { statementsAdded, statementsLost } from '../../core/publishing/watching/antibody.ts';
import type { Ports } from '../ports/ports.ts';
import { isAsSent } from '../publish/same-html.ts';
import { writtenBy } from '../publish/text-ref.ts';
import type { Edited } from './edited.ts';
import { noteRevertedByHand } from './reverted-by-hand.ts';

type GuardPublishedPorts = Pick<
  Ports,
  | 'activity'
  | 'articles'
  | 'cursors'
  | 'eventClock'
  | 'fixes'
  | 'gaps'
  | 'outbox'
  | 'publications'
  | 'tenants'
  | 'wallClock'
>;

/**
 * The permanent check of every healed question: where an edit, also a person's, takes out what a publication had put in,
 * the gap is handed to people with what was lost, before the next customer asks. The edit itself stands. One that takes a
 * whole publication out is a revert by hand.
 */
export async function guardPublished(
  ports: GuardPublishedPorts,
  tenant: string,
  edited: Edited[],
  at: number,
): Promise<void> {
  if (edited.length === 0) return;
  const all = await ports.publications.list(tenant);
  const publications = all.filter((p) => p.state === 'done' && p.reverts === null);
  const written = publications.flatMap((publication) => writtenBy(publication).map((text) => ({ publication, text })));
  for (const one of edited) {
    const { id, locale, bodyHtml, by } = one;
    if (isBeingWritten(all, one)) continue;
    const own = written.filter(({ text: { ref } }) => ref.in === 'article' && ref.id === id && ref.locale === locale);
    for (const { publication, text } of own) {
      const added = statementsAdded(text.before?.bodyHtml ?? null, text.after.bodyHtml);
      const lost = statementsLost(added, bodyHtml);
      if (lost.length === 0) continue;
      await noteRevertedByHand(ports, tenant, publication, one, at);
      const gap = await ports.gaps.get(tenant, publication.gapId);
      if (gap?.state !== 'published' && gap?.state !== 'healed' && gap?.state !== 'no_effect') continue;
      const lines = { all: lost.map((line) => `"${line}"`) };
      const reason = say('step.guarded', { title: gap.title, lines });
      await ports.activity.add(tenant, {
        at,
        actor: by ?? 'unknown',
        what: 'antibody broken',
        subject: gap.id,
        reason,
        notice: antibodyNotice(gap, id, at),
      });
      await ports.gaps.setState(tenant, gap.id, 'escalated', at);
    }
  }
}

/** Whether it reads as a write of ours that was not read back yet: no edit of a person's. */
function isBeingWritten(publications: readonly Publication[], { id, locale, bodyHtml }: Edited): boolean {
  const title = '';
  return publications
    .filter((p) => p.state === 'intent' || p.state === 'sent')
    .flatMap(writtenBy)
    .some(({ ref, after }) => {
      const isHere = ref.in === 'article' && ref.id === id && ref.locale === locale;
      return isHere && isAsSent({ title, bodyHtml: bodyHtml ?? '' }, { title, bodyHtml: after.bodyHtml });
    });
}
