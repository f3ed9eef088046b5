import { statementsAdded, statementsLost } from '../core/antibody.ts';
import { antibodyNotice } from '../core/notice.ts';
import type { Ports } from './ports.ts';
import { writtenBy } from './spots.ts';

/** What an article reads like now; null where it is gone. */
export interface Edited {
  id: string;
  bodyHtml: string | null;
  by: string | null;
}

/**
 * The permanent check of every healed question: where an edit, also a person's, takes out what a publication had put in,
 * the gap is handed to people with what was lost, before the next customer asks. The edit itself stands.
 */
export async function guard(ports: Ports, tenant: string, edited: Edited[], at: number): Promise<void> {
  if (edited.length === 0) return;
  const publications = (await ports.publications.list(tenant)).filter((p) => p.state === 'done' && p.reverts === null);
  const written = publications.flatMap((publication) => writtenBy(publication).map((text) => ({ publication, text })));
  for (const { id, bodyHtml, by } of edited)
    for (const { publication, text } of written.filter(
      (one) => one.text.spot.in === 'article' && one.text.spot.id === id,
    )) {
      const added = statementsAdded(text.before?.bodyHtml ?? null, text.after.bodyHtml);
      const lost = statementsLost(added, bodyHtml);
      const gap = lost.length > 0 ? await ports.gaps.get(tenant, publication.gapId) : null;
      if (gap?.state !== 'published' && gap?.state !== 'healed' && gap?.state !== 'no_effect') continue;
      const reason = `"${gap.title}" is open again: the edit took out ${lost.map((line) => `"${line}"`).join(', ')}`;
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
