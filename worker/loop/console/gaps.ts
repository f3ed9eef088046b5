import type { GapRow, GapView, LifeEvent } from '../../../shared/console/knowledge.ts';
import type { Gap, StoredFix } from '../../../shared/gap.ts';
import { say } from '../../../shared/said/said.ts';
import { WEEK_MS } from '../../../shared/time.ts';
import type { Role } from '../../../shared/viewer.ts';
import { mayRead } from '../../core/advice/may-read.ts';
import { impactOf } from '../../core/fix/priority.ts';
import { NotFound } from '../ports/errors.ts';
import type { Ports } from '../ports/ports.ts';
import type { Activity } from '../ports/stores/activity.ts';
import type { Assignment } from '../ports/stores/gaps.ts';
import type { Asked } from '../ports/stores/observations.ts';
import { askedLately } from './asked.ts';
import { questionsOf } from './decision.ts';
import { readableFixes } from './queue.ts';
import type { Sight } from './sight.ts';

type GapsPorts = Pick<Ports, 'activity' | 'articles' | 'eventClock' | 'fixes' | 'gaps' | 'memory' | 'observations'>;

/** Entries of the activity log in which a gap's life is looked for. */
const LIFE_ENTRIES = 2_000;

/** Every gap with what it costs, the most pressing first; what is over comes last. */
export async function readGaps(
  ports: Pick<Ports, 'eventClock' | 'fixes' | 'gaps' | 'memory' | 'observations'>,
  tenant: string,
): Promise<GapRow[]> {
  const gaps = await ports.gaps.list(tenant);
  const asked = await askedLately(ports, tenant, gaps);
  const assignments = await ports.gaps.assignments(tenant);
  const waiting = new Map((await waitingFixes(ports, tenant)).map((fix) => [fix.gapId, fix]));
  const now = ports.eventClock.now();
  return gaps
    .map((gap) => rowOf(gap, asked.get(gap.id) ?? [], now, assignments.get(gap.id), waiting.get(gap.id)))
    .sort((a, b) => Number(isOver(a)) - Number(isOver(b)) || b.impact.score - a.impact.score || (a.id < b.id ? -1 : 1));
}

/** One gap with why it stands, its questions and its life. */
export async function readGap(
  ports: GapsPorts,
  tenant: string,
  role: Role,
  id: string,
  sight: Sight,
): Promise<GapView> {
  const gap = await ports.gaps.get(tenant, id);
  if (!gap) throw new NotFound(say('moved.noGap'));
  const fixes = await readableFixes(ports, tenant, role, await ports.fixes.ofGap(tenant, id));
  const asked = await askedLately(ports, tenant, [gap]);
  const assignments = await ports.gaps.assignments(tenant);
  const waiting = fixes.find(isWaiting);
  const [article] = gap.articleId === null ? [] : await ports.articles.list(tenant, [gap.articleId]);
  return {
    ...rowOf(gap, asked.get(id) ?? [], ports.eventClock.now(), assignments.get(id), waiting),
    statistics: gap.statistics,
    questions: await questionsOf(ports, tenant, gap, sight),
    life: await lifeOf(ports, tenant, gap, fixes),
    fixes: fixes.map(({ id: fixId, kind, state, title, createdAt, reason }) => ({
      id: fixId,
      ...{ kind, state, title, createdAt, reason },
    })),
    article:
      article && mayRead(article, role)
        ? { id: article.id, locale: article.locale, title: article.title, url: article.url }
        : null,
  };
}

const isWaiting = (fix: StoredFix): boolean => fix.state === 'in_review' || fix.state === 'escalated';
const isOver = ({ state }: GapRow): boolean => ['healed', 'no_effect', 'rejected', 'withdrawn'].includes(state);

function waitingFixes(ports: Pick<Ports, 'fixes'>, tenant: string): Promise<StoredFix[]> {
  return ports.fixes.list(tenant, ['in_review', 'escalated']);
}

function rowOf(
  gap: Gap,
  asked: readonly Asked[],
  now: number,
  assignment: Assignment | undefined,
  waiting: StoredFix | undefined,
): GapRow {
  const { score, components } = impactOf({ conversations: asked, now });
  const { customers, organizations, perWeek, severity, shares } = components;
  const { id, title, cause, state, language, openedAt, updatedAt, articleId } = gap;
  return {
    ...{ id, title, cause, state, language, openedAt, updatedAt, articleId },
    people: gap.statistics.people ?? gap.conversationIds.length,
    weeks: weeksOf(asked, now),
    impact: { score, customers, organizations, perWeek, severity, shares },
    assignee: assignment ? { userId: assignment.userId, name: assignment.name } : null,
    waitingFixId: waiting?.id ?? null,
  };
}

const WEEKS = 4;

/** Conversations in each of the weeks before now, oldest first. */
function weeksOf(asked: readonly Asked[], now: number): number[] {
  const weeks = Array<number>(WEEKS).fill(0);
  for (const { at } of asked) {
    const ago = Math.max(0, Math.floor((now - at) / WEEK_MS));
    if (ago < WEEKS) weeks[WEEKS - 1 - ago] = (weeks[WEEKS - 1 - ago] ?? 0) + 1;
  }
  return weeks;
}

/** What was done about a gap, as the activity log has it, oldest first. */
async function lifeOf(
  ports: Pick<Ports, 'activity'>,
  tenant: string,
  gap: Gap,
  fixes: readonly StoredFix[],
): Promise<LifeEvent[]> {
  const subjects = new Set([gap.id, ...fixes.map((fix) => fix.id)]);
  const entries: Activity[] = await ports.activity.list(tenant, LIFE_ENTRIES);
  const life = entries
    .filter((entry) => subjects.has(entry.subject))
    .map(({ at, actor, what, reason }) => ({ at, actor, what, reason }))
    .reverse();
  const people = gap.openedWith.length;
  return [{ at: gap.openedAt, actor: 'mend', what: 'opened', reason: say('step.agreed', { count: people }) }, ...life];
}
