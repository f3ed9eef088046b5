import type { Overview } from '../../../shared/console/overview.ts';
import { WEEK_MS } from '../../../shared/time.ts';
import type { Viewer } from '../../../shared/viewer.ts';
import { NotFound } from '../ports/errors.ts';
import type { Ports } from '../ports/ports.ts';
import { queueOf, UNFINISHED } from './queue.ts';
import { readWork } from './work.ts';

type OverviewPorts = Pick<
  Ports,
  | 'articles'
  | 'cursors'
  | 'eventClock'
  | 'fixes'
  | 'gaps'
  | 'inbox'
  | 'memory'
  | 'observations'
  | 'publications'
  | 'reviewDesk'
  | 'reviewTimes'
  | 'tenants'
  | 'wallClock'
>;

/** What is wrong with an article's own words. */
const WRONG = ['outdated', 'incomplete', 'contradictory'] as const;

/** The counts a lead needs in the morning. */
export async function readOverview(ports: OverviewPorts, viewer: Viewer): Promise<Overview> {
  const { tenant } = viewer;
  const known = await ports.tenants.find(tenant);
  if (!known) throw new NotFound('this account is not connected');
  const now = ports.eventClock.now();
  const isThisWeek = (at: number) => at > now - WEEK_MS;
  const gaps = await ports.gaps.list(tenant);
  const unfinished = gaps.filter((gap) => UNFINISHED.includes(gap.state));
  const queue = await queueOf(ports, tenant, viewer.role, unfinished);
  const assignments = await ports.gaps.assignments(tenant);
  const standing = (await ports.publications.list(tenant)).filter((p) => p.state === 'done' && p.reverts === null);
  const healed = gaps.filter((gap) => gap.state === 'healed');
  const best = queue.items[0];
  return {
    now,
    tenantState: known.state,
    isStopped: queue.isStopped,
    review: {
      waiting: queue.items.filter((item) => item.state === 'in_review').length,
      escalated: queue.items.filter((item) => item.state === 'escalated').length,
      pace: queue.pace,
      best: best ? { fixId: best.fixId, title: best.title, prevented: best.worth.prevented } : null,
    },
    gaps: {
      open: unfinished.length,
      newThisWeek: unfinished.filter((gap) => isThisWeek(gap.openedAt)).length,
      mine: unfinished.filter((gap) => assignments.get(gap.id)?.userId === viewer.userId).length,
    },
    published: {
      thisWeek: standing.filter((p) => isThisWeek(p.at)).length,
      awaitingProof: gaps.filter((gap) => gap.state === 'published').length,
    },
    healed: { thisWeek: healed.filter((gap) => isThisWeek(gap.updatedAt)).length, all: healed.length },
    found: {
      missing: unfinished.filter((gap) => gap.cause === 'missing').length,
      wrong: unfinished.filter((gap) => WRONG.some((cause) => cause === gap.cause)).length,
    },
    conversations: { thisWeek: await ports.observations.countSince(tenant, now - WEEK_MS) },
    work: await readWork(ports, tenant),
  };
}
