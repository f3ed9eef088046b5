import type { Gap, GapState } from '../../../shared/gap.ts';
import type { Finding } from '../../core/learned/finding.ts';
import { idOf } from '../../core/text/hash.ts';
import type { LoopMessage } from '../ports/messages.ts';
import type { Ports } from '../ports/ports.ts';

const UNDECIDED: readonly GapState[] = ['open', 'in_review', 'escalated'];

/** Whether nobody has decided it yet: only such a gap is drafted. */
export function isUndecided(gap: Gap): boolean {
  return UNDECIDED.includes(gap.state);
}

/** What a gap of a change note has in the place of an issue: no issue is called so. */
const OF_NOTE = 'change:';

/** The issue's place in a gap that a change note opened. */
export function issueOfNote(noteId: string): string {
  return `${OF_NOTE}${noteId}`;
}

/** The change note that a gap was opened for. */
export function noteIdOf(gap: Pick<Gap, 'issueId'>): string {
  return gap.issueId.slice(OF_NOTE.length);
}

/**
 * One draft for each undecided gap that moved at `at`: what moved it answers the same when it is run again. A gap may be
 * moved by a conversation that it does not cite, since issues merge and split.
 */
export function draftsOf(gaps: Gap[], at: number): LoopMessage[] {
  return gaps
    .filter((gap) => isUndecided(gap) && gap.updatedAt === at)
    .map((gap) => ({ type: 'draft', at, gapId: gap.id }));
}

/** The gap of a finding: the one that stands, with its evidence brought up to date, or a new one. Writes nothing. */
export async function gapOf(
  ports: Pick<Ports, 'gaps'>,
  tenant: string,
  finding: Finding,
  language: string,
  at: number,
): Promise<Gap> {
  const id = idOf(tenant, 'gap', language, finding.key);
  const standing = await ports.gaps.get(tenant, id);
  return {
    id,
    findingKey: finding.key,
    language,
    cause: finding.cause,
    issueId: finding.issueId,
    articleId: finding.articleId,
    ...titleOf(standing, finding),
    state: standing && standing.state !== 'withdrawn' ? standing.state : 'open',
    openedAt: standing?.openedAt ?? at,
    updatedAt: at,
    conversationIds: finding.conversationIds,
    openedWith: standing?.openedWith ?? finding.conversationIds,
    statistics: finding.statistics,
  };
}

/** The title of a gap: its finding's, which may change once; after that the gap keeps the name that people know it by. */
function titleOf(standing: Gap | null, { title }: Pick<Finding, 'title'>): Pick<Gap, 'title' | 'hasNewTitle'> {
  if (standing === null || standing.state === 'withdrawn') return { title };
  if (standing.hasNewTitle) return { title: standing.title, hasNewTitle: true };
  return title === standing.title ? { title } : { title, hasNewTitle: true };
}
