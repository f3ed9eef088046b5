import type { Value } from '../../../shared/measure/figure.ts';
import { issueOf } from '../../core/learning/learned.ts';
import { periodOf, shifted } from '../../core/measure/local-days.ts';
import { type IssueSeries, measureValue } from '../../core/measure/value.ts';
import { localTime } from '../../core/publishing/deciding/local-time.ts';
import type { Ports } from '../ports/ports.ts';

/** Weeks that changes are compared over. */
const WEEKS = 53;

/** Where the day's reckoning is kept: the day it was made, and what it came to. */
const KEPT = 'value';

type ValuePorts = Pick<Ports, 'cursors' | 'endings' | 'gaps' | 'publications' | 'memory'>;

/** What the account's changes were worth, as last reckoned; null before the first time. */
export async function readValue(ports: Pick<Ports, 'cursors'>, tenant: string): Promise<Value | null> {
  const kept = await ports.cursors.get(tenant, KEPT);
  return kept === null ? null : (JSON.parse(kept) as { value: Value }).value;
}

/** Reckons once a local day what the changes were worth, over the weeks that are over. */
export async function reckonValue(ports: ValuePorts, tenant: string, now: number, timeZone: string): Promise<void> {
  const day = localTime(now, timeZone).date;
  const kept = await ports.cursors.get(tenant, KEPT);
  if (kept !== null && (JSON.parse(kept) as { day: string }).day === day) return;
  const value = measureValue(await seriesOf(ports, tenant, day, timeZone));
  await ports.cursors.set(tenant, KEPT, JSON.stringify({ day, value }));
}

async function seriesOf(ports: ValuePorts, tenant: string, day: string, timeZone: string): Promise<IssueSeries[]> {
  const end = periodOf(day, 'week');
  const weeks = Array.from({ length: WEEKS }, (_, i) => shifted(end, -7 * (WEEKS - i)));
  const place = new Map(weeks.map((week, i) => [week, i]));
  const counted = await ports.endings.weeks(tenant, weeks[0] ?? end);
  const first = Math.min(WEEKS, ...counted.map(({ week }) => place.get(week) ?? WEEKS));
  const asked = new Map<string, number[]>();
  for (const { week, issueId, asked: times } of counted) {
    const at = place.get(week);
    if (at === undefined) continue;
    const series = asked.get(issueId) ?? Array.from({ length: WEEKS - first }, () => 0);
    series[at - first] = (series[at - first] ?? 0) + times;
    asked.set(issueId, series);
  }
  const treatedIn = await treatmentsOf(ports, tenant, (at) => {
    const week = place.get(periodOf(localTime(at, timeZone).date, 'week'));
    return week === undefined ? null : week - first;
  });
  return [...asked].map(([issueId, series]) => ({
    issueId,
    asked: series,
    treatedIn: treatedIn.get(issueId) ?? null,
  }));
}

/** In which week each treated issue's first standing change was published; merges of issues are followed. */
async function treatmentsOf(
  ports: ValuePorts,
  tenant: string,
  weekOf: (at: number) => number | null,
): Promise<Map<string, number>> {
  const published = new Map<string, number>();
  for (const { gapId, at, state, reverts } of await ports.publications.list(tenant))
    if (state === 'done' && reverts === null) published.set(gapId, Math.min(published.get(gapId) ?? at, at));
  const treated = new Map<string, number>();
  for (const gap of await ports.gaps.list(tenant)) {
    const at = published.get(gap.id);
    const week = at === undefined ? null : weekOf(at);
    if (week === null) continue;
    const { learned } = await ports.memory.load(tenant, gap.language);
    const issueId = issueOf(learned, gap.issueId);
    treated.set(issueId, Math.min(treated.get(issueId) ?? week, week));
  }
  return treated;
}
