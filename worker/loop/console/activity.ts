import type { ActivityEntry, ActivityPage, Undo } from '../../../shared/console/knowledge.ts';
import type { Publication, StoredFix } from '../../../shared/gap.ts';
import type { Ports } from '../ports/ports.ts';

export const ACTIVITY_PAGE = 50;

/** What was done and why, newest first, with what can be undone of it. `before` is an entry's id. */
export async function readActivity(ports: Ports, tenant: string, before: number | null): Promise<ActivityPage> {
  const rows = await ports.activity.before(tenant, before, ACTIVITY_PAGE);
  const subjects = [...new Set(rows.map((row) => row.subject))];
  const read = await Promise.all(subjects.map((subject) => ports.fixes.get(tenant, subject)));
  const fixes = new Map(read.filter((fix) => fix !== null).map((fix) => [fix.id, fix]));
  const isAnyPublished = [...fixes.values()].some((fix) => fix.state === 'published');
  const publications = isAnyPublished ? await ports.publications.list(tenant) : [];
  const entries = rows.map((row): ActivityEntry => {
    const fix = fixes.get(row.subject) ?? null;
    return {
      ...row,
      title: fix?.title ?? null,
      fixId: fix?.id ?? null,
      undo: fix && row.what === fix.state ? undoOf(fix, publications) : null,
    };
  });
  const last = rows.at(-1);
  const isFull = rows.length === ACTIVITY_PAGE;
  return { entries, before: isFull && last ? last.id : null };
}

/** What can be undone of a fix as it stands, at the entry that made it so; null where nothing can. */
export function undoOf(fix: StoredFix, publications: readonly Publication[]): Undo | null {
  if (fix.state === 'approved' || fix.state === 'rejected') return { kind: 'take_back', fixId: fix.id };
  const own = publications.filter((p) => p.fixId === fix.id);
  const isAsked = (id: string) => own.some((p) => p.reverts === id && (p.state === 'intent' || p.state === 'sent'));
  const standing = own.findLast((p) => p.state === 'done' && !isAsked(p.id));
  return fix.state === 'published' && standing && fix.kind !== 'terms'
    ? { kind: 'rollback', publicationId: standing.id }
    : null;
}
