import type { Progress } from '../../../shared/console/running.ts';
import { BEFORE_MS, lastPeriods, progressOf, type Treated } from '../../core/console/periods.ts';
import type { Observation } from '../ports/observations.ts';
import type { Ports } from '../ports/ports.ts';
import { askedSince, eachSince } from './asked.ts';

const MONTHS = 6;
const WEEKS = 12;

/** What was found, changed and proved, month by month and week by week; prevented tickets are estimated. */
export async function readProgress(
  ports: Pick<Ports, 'eventClock' | 'gaps' | 'memory' | 'observations' | 'publications'>,
  tenant: string,
): Promise<Progress> {
  const now = ports.eventClock.now();
  const months = lastPeriods('month', now, MONTHS);
  const weeks = lastPeriods('week', now, WEEKS);
  const since = Math.min(months[0] ?? now, weeks[0] ?? now);
  const gaps = await ports.gaps.list(tenant);
  const publications = await ports.publications.list(tenant);
  const conversations: { at: number }[] = [];
  await eachSince(ports, tenant, since, (o) => {
    if (o.state === 'observed') conversations.push({ at: o.at });
  });
  const treated: Treated[] = [];
  const changed = gaps.filter((gap) => gap.state === 'published' || gap.state === 'healed');
  const asked = await askedSince(ports, tenant, changed, since - BEFORE_MS);
  for (const gap of changed) {
    const ofGap = publications.filter((p) => p.gapId === gap.id && p.articleId !== null);
    const publication = ofGap.findLast((p) => p.state === 'done' && p.reverts === null);
    if (publication) treated.push({ publishedAt: publication.at, asked: (asked.get(gap.id) ?? []).map(asParty) });
  }
  const of = { gaps, publications, treated, conversations };
  return { months: progressOf(months, now, of), weeks: progressOf(weeks, now, of) };
}

const asParty = (o: Observation) => ({ at: o.at, party: o.organizationId ?? o.requesterId });
