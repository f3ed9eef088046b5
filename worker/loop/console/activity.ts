import type { ActivityEntry, ActivityPage, Undo } from '../../../shared/console/knowledge.ts';
import type { Publication, StoredFix } from '../../../shared/gap.ts';
import type { Said } from '../../../shared/said/said.ts';
import { TYPED, wordsOf } from '../advise/record-outcome.ts';
import type { Ports } from '../ports/ports.ts';
import type { ActivityRow } from '../ports/stores/activity.ts';
import type { Sight } from './sight.ts';

export const ACTIVITY_PAGE = 50;

/**
 * What was done and why, newest first, with what can be undone of it. `before` is an entry's id. What somebody typed about a
 * conversation is shown to who may open that conversation.
 */
export async function readActivity(
  ports: Pick<Ports, 'activity' | 'fixes' | 'outcomes' | 'publications'>,
  tenant: string,
  sight: Sight,
  before: number | null,
): Promise<ActivityPage> {
  const rows = await ports.activity.before(tenant, before, ACTIVITY_PAGE);
  const subjects = [...new Set(rows.map((row) => row.subject))];
  const fixes = new Map((await ports.fixes.byIds(tenant, subjects)).map((fix) => [fix.id, fix]));
  const isAnyPublished = [...fixes.values()].some((fix) => fix.state === 'published');
  const publications = isAnyPublished ? await ports.publications.list(tenant) : [];
  const said = await saidIn(ports, tenant, sight, rows);
  const entries = rows.map((row): ActivityEntry => {
    const fix = fixes.get(row.subject) ?? null;
    return {
      ...row,
      said: said.get(row.id) ?? null,
      title: fix?.title ?? null,
      fixId: fix?.id ?? null,
      undo: fix && row.what === fix.state ? undoOf(fix, publications) : null,
    };
  });
  const last = rows.at(-1);
  const isFull = rows.length === ACTIVITY_PAGE;
  return { entries, before: isFull && last ? last.id : null };
}

/** What people typed about conversations that the viewer may open, by the entry that tells of it. */
async function saidIn(
  ports: Pick<Ports, 'outcomes'>,
  tenant: string,
  sight: Sight,
  rows: readonly ActivityRow[],
): Promise<Map<number, Said>> {
  const typed = rows.filter(({ what }) => TYPED.has(what));
  if (typed.length === 0) return new Map();
  const since = Math.min(...typed.map(({ at }) => at));
  const outcomes = await ports.outcomes.about(tenant, [...new Set(typed.map(({ subject }) => subject))], since);
  const mayOpen = await sight.mayOpen([...new Set(outcomes.map(({ conversationId }) => conversationId))]);
  return new Map(
    typed.flatMap(({ id, at, subject }): [number, Said][] => {
      const outcome = outcomes.find((one) => one.at === at && one.about === subject && mayOpen.has(one.conversationId));
      const words = outcome && wordsOf(outcome.input);
      return words ? [[id, words]] : [];
    }),
  );
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
