import type { Gap, Publication } from '../../../shared/gap.ts';
import { say } from '../../../shared/said/said.ts';
import { DAY_MS } from '../../../shared/time.ts';
import { issueOf, type Learned } from '../../core/learning/learned.ts';
import { verdictOf, type WatchCounts } from '../../core/publishing/watching/watch.ts';
import type { LoopMessage } from '../ports/messages.ts';
import type { Ports } from '../ports/ports.ts';
import type { Observation } from '../ports/stores/observations.ts';
import { askRollback } from '../publish/ask-rollback.ts';
import { recheck } from '../publish/recheck.ts';
import { tripCategory } from '../switches/trip-category.ts';

type WatchPorts = Pick<
  Ports,
  'activity' | 'eventClock' | 'fixes' | 'gaps' | 'inbox' | 'memory' | 'observations' | 'publications' | 'tenants'
>;

/** The span before a publication (event time) that the time after it is compared with. */
const BEFORE_MS = 56 * DAY_MS;

/** Observations read at most for one watch: 20 pages of 200. */
const MAX_PAGES = 20;

/**
 * Looks at what customers met since each publication: healed and without effect are noted; a harmful one is taken back by
 * itself, and its category publishes nothing more by itself until a person lets it. A saved reply alone is not watched:
 * customers meet it only where an agent chose it.
 */
export async function watch(
  ports: Ports,
  tenant: string,
  message: Extract<LoopMessage, { type: 'watch' }>,
): Promise<LoopMessage[]> {
  const published = await ports.gaps.list(tenant, ['published']);
  if (published.length === 0) return [];
  const all = await ports.publications.list(tenant);
  await recheck(ports, tenant, all, message.at);
  const publications = all.filter((p) => p.state === 'done');
  const treated = new Set(published.map((gap) => gap.issueId));
  for (const gap of published) {
    const publication = publications.findLast((p) => p.gapId === gap.id && p.articleId !== null);
    if (publication) await judge(ports, tenant, gap, publication, treated, message.at);
  }
  return [];
}

async function judge(
  ports: WatchPorts,
  tenant: string,
  gap: Gap,
  publication: Publication,
  treated: Set<string>,
  at: number,
): Promise<void> {
  const { learned } = await ports.memory.load(tenant, gap.language);
  const counts = await countsOf(ports, tenant, gap, publication, learned, treated);
  const { verdict, statistic } = verdictOf(counts);
  if (verdict === 'watching') return;
  const reason = say('step.watched', {
    before: counts.before.issue,
    after: counts.after.issue,
    expected: Math.round(statistic.expected * 10) / 10,
  });
  await ports.activity.add(tenant, { at, actor: 'mend', what: verdict, subject: publication.fixId, reason });
  if (verdict !== 'harmful') return ports.gaps.setState(tenant, gap.id, verdict, at);
  await askRollback(ports, tenant, publication.id, 'mend', say('step.harmful', { why: reason }));
  const fix = await ports.fixes.get(tenant, publication.fixId);
  if (fix) await tripCategory(ports, tenant, fix.category, at);
}

/** Distinct customers without an answer in the help center, an issue: of this one, and of issues without a publication. */
async function countsOf(
  ports: Pick<Ports, 'observations'>,
  tenant: string,
  gap: Gap,
  publication: Publication,
  learned: Learned,
  treated: Set<string>,
): Promise<WatchCounts> {
  const own = issueOf(learned, gap.issueId);
  const treatedNow = new Set([...treated].map((id) => issueOf(learned, id)));
  const people = {
    before: { issue: new Set<string>(), control: new Set<string>() },
    after: { issue: new Set<string>(), control: new Set<string>() },
  };
  let after: { at: number; id: string } | null = { at: publication.at - BEFORE_MS, id: '' };
  for (let page = 0; after && page < MAX_PAGES; page++) {
    const observations: Observation[] = await ports.observations.list(tenant, after, 200);
    for (const o of observations) {
      if (o.state !== 'observed' || !o.issueId || o.diagnosis === 'none') continue;
      const issue = issueOf(learned, o.issueId);
      if (issue !== own && treatedNow.has(issue)) continue;
      people[o.at < publication.at ? 'before' : 'after'][issue === own ? 'issue' : 'control'].add(
        `${issue}/${o.organizationId ?? o.requesterId}`,
      );
    }
    const last = observations.at(-1);
    after = observations.length === 200 && last ? { at: last.at, id: last.id } : null;
  }
  const sizes = (side: { issue: Set<string>; control: Set<string> }) => ({
    issue: side.issue.size,
    control: side.control.size,
  });
  return { before: sizes(people.before), after: sizes(people.after) };
}
