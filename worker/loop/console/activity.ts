import type { ActivityEntry, ActivityPage, Undo } from '../../../shared/console/knowledge.ts';
import type { Publication, StoredFix } from '../../../shared/gap.ts';
import { FIX_STATES } from '../../../shared/gap.ts';
import type { Ports } from '../ports.ts';

export const ACTIVITY_PAGE = 50;

/** What was done and why, newest first, with what can be undone of it. `before` is an entry's id. */
export async function readActivity(ports: Ports, tenant: string, before: number | null): Promise<ActivityPage> {
  const rows = await ports.activity.before(tenant, before, ACTIVITY_PAGE);
  const fixes = new Map((await ports.fixes.list(tenant, [...FIX_STATES])).map((fix) => [fix.id, fix]));
  const publications = await ports.publications.list(tenant);
  const undone = new Set<string>();
  const entries = rows.map((row): ActivityEntry => {
    const fix = fixes.get(row.subject) ?? null;
    const isLatest = fix !== null && !undone.has(fix.id) && before === null;
    if (fix) undone.add(fix.id);
    return {
      ...row,
      title: fix?.title ?? null,
      fixId: fix?.id ?? null,
      undo: fix && isLatest ? undoOf(fix, publications) : null,
    };
  });
  const last = rows.at(-1);
  const isFull = rows.length === ACTIVITY_PAGE;
  return { entries, before: isFull && last ? last.id : null };
}

/** What can be undone of a fix as it stands; null where nothing can. */
export function undoOf(fix: StoredFix, publications: readonly Publication[]): Undo | null {
  if (fix.state === 'approved' || fix.state === 'rejected') return { kind: 'take_back', fixId: fix.id };
  const standing = publications.findLast((p) => p.fixId === fix.id && p.state === 'done' && p.reverts === null);
  return fix.state === 'published' && standing && fix.kind !== 'terms'
    ? { kind: 'rollback', publicationId: standing.id }
    : null;
}
