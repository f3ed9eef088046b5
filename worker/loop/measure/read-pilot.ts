import { FIGURE_IDS } from '../../../shared/measure/figure.ts';
import type {
  Observed,
  Pilot,
  PilotBaseline,
  PilotFigure,
  PilotOutcome,
  PilotView,
} from '../../../shared/measure/pilot.ts';
import { DAY_MS, WEEK_MS } from '../../../shared/time.ts';
import { added } from '../../core/measure/counts.ts';
import { demandChange, type OrganizationDemand, smallestEffect } from '../../core/measure/demand.ts';
import { COUNTED, measured } from '../../core/measure/figures.ts';
import { shifted } from '../../core/measure/local-days.ts';
import { adviceOf, proposalsOf, type SectionCounts } from '../../core/measure/pilot.ts';
import { localTime } from '../../core/publishing/deciding/local-time.ts';
import { wilson } from '../../core/statistics/intervals.ts';
import type { Ports } from '../ports/ports.ts';

/** The past by which sections are proposed. Origin: a quarter of a year, as the backfill of twelve weeks tells it. */
const PROPOSED_BY_DAYS = 84;

/** Figures of the pilot's sections that stand beside the one that is judged. */
const BESIDE: ReadonlySet<string> = new Set([
  ...['unserved', 'came_back_7', 'escalated', 'reopened', 'verified'],
  ...['time_to_solve', 'touches', 'rated_good', 'easy'],
]);

type ReadPorts = Pick<Ports, 'changeNotes' | 'endings' | 'eventClock' | 'gaps' | 'pilots' | 'publications' | 'tenants'>;

/** The pilot as it stands, the sections proposed for one, and what came after *go* with what it recommends. */
export async function readPilot(ports: ReadPorts, tenant: string): Promise<PilotView> {
  const now = ports.eventClock.now();
  const pilot = await ports.pilots.latest(tenant);
  const rows = await sectionsBefore(ports, tenant, now, PROPOSED_BY_DAYS);
  const days = new Set(rows.map((row) => row.day)).size;
  const isOpen = pilot?.state === 'observing';
  return {
    isObserving: (await ports.tenants.policy(tenant)).isObserving,
    pilot,
    observed: pilot ? await observedOf(ports, tenant, pilot, now) : null,
    preview: isOpen ? await baselineOf(ports, tenant, pilot, now) : null,
    proposals: proposalsOf(rows, Math.max(1, days / 7)),
    outcome: pilot?.goAt ? await outcomeOf(ports, tenant, { ...pilot, goAt: pilot.goAt }, now) : null,
    knownDays: days,
  };
}

/** From the beginning of observing up to *go*, or to now. */
async function observedOf(ports: ReadPorts, tenant: string, pilot: Pilot, now: number): Promise<Observed> {
  const until = Math.min(now, pilot.goAt ?? pilot.endedAt ?? now);
  const { timeZone } = await ports.tenants.policy(tenant);
  const [from, to] = [pilot.startedAt, until].map((at) => localTime(at, timeZone).date);
  const counted = await ports.endings.days(tenant, from ?? '', to ?? '');
  const opened = (await ports.gaps.list(tenant)).filter(
    ({ openedAt }) => openedAt >= pilot.startedAt && openedAt <= until,
  );
  return {
    days: Math.floor((until - pilot.startedAt) / DAY_MS),
    conversations: added(counted.map((row) => row.counts)).conversations ?? 0,
    found: opened.length,
    waiting: opened.filter(({ state }) => state === 'in_review' || state === 'escalated').length,
  };
}

async function sectionsBefore(
  ports: Pick<Ports, 'endings' | 'tenants'>,
  tenant: string,
  to: number,
  days: number,
): Promise<(SectionCounts & { day: string })[]> {
  const { timeZone } = await ports.tenants.policy(tenant);
  const today = localTime(to, timeZone).date;
  return ports.endings.days(tenant, shifted(today, -days), shifted(today, -1));
}

/** What was so in as many days before *go* as the pilot runs, of what is known of them. */
export async function baselineOf(
  ports: Pick<Ports, 'endings' | 'tenants'>,
  tenant: string,
  pilot: Pilot,
  goAt: number,
): Promise<PilotBaseline> {
  const from = goAt - pilot.days * DAY_MS;
  const asked = await ports.endings.byOrganization(tenant, from, goAt, pilot.categories);
  const [inside, outside] = [sum(asked.map((one) => one.inside)), sum(asked.map((one) => one.outside))];
  const rows = await sectionsBefore(ports, tenant, goAt, pilot.days);
  const counts = added(rows.filter((row) => pilot.categories.includes(row.category)).map((row) => row.counts));
  const [unserved = 0, all = 0] = [counts.unserved, counts.conversations];
  const weeks = pilot.days / 7;
  return {
    ...{ from, to: goAt, perWeek: inside / weeks, othersPerWeek: outside / weeks, organizations: asked.length },
    unserved: all === 0 ? null : { value: unserved / all, ...wilson(unserved, all) },
    detectable: smallestEffect(asked),
  };
}

async function outcomeOf(
  ports: ReadPorts,
  tenant: string,
  pilot: Pilot & { goAt: number },
  now: number,
): Promise<PilotOutcome> {
  const { goAt, days, categories } = pilot;
  const until = Math.min(now, pilot.endedAt ?? now, goAt + days * DAY_MS);
  const before = await ports.endings.byOrganization(tenant, goAt - days * DAY_MS, goAt, categories);
  const after = await ports.endings.byOrganization(tenant, goAt, until, categories);
  const change = demandChange(joined(before, after));
  const publications = await ports.publications.list(tenant);
  const hasHarmed = publications.some((p) => p.reverts !== null && p.at >= goAt && p.by === 'mend');
  const weeksAfter = Math.max(DAY_MS, until - goAt) / WEEK_MS;
  return {
    figures: await besideOf(ports, tenant, pilot, until),
    meanwhile: {
      othersBefore: (sum(before.map((one) => one.outside)) / days) * 7,
      othersAfter: sum(after.map((one) => one.outside)) / weeksAfter,
      changesTold: await ports.changeNotes.countSince(tenant, goAt),
      published: publications.filter((p) => p.at >= goAt && p.state === 'done' && p.reverts === null).length,
    },
    perWeek: sum(after.map((one) => one.inside)) / weeksAfter,
    ...{ ratio: change?.ratio ?? 1, low: change?.low ?? 0, high: change?.high ?? Number.MAX_VALUE },
    organizations: change?.organizations ?? 0,
    ...adviceOf(change, { isOver: now >= goAt + days * DAY_MS, hasHarmed }),
  };
}

/** The sections' other figures, of whole local days: up to the day before *go*, and from the day after it. */
async function besideOf(
  ports: ReadPorts,
  tenant: string,
  { goAt, days, categories }: Pilot & { goAt: number },
  until: number,
): Promise<PilotFigure[]> {
  const { timeZone } = await ports.tenants.policy(tenant);
  const [went, last] = [goAt, until].map((at) => localTime(at, timeZone).date);
  if (went === undefined || last === undefined) return [];
  const inside = async (from: string, to: string) =>
    added(
      (await ports.endings.days(tenant, from, to))
        .filter((row) => categories.includes(row.category))
        .map((row) => row.counts),
    );
  const [before, after] = [await inside(shifted(went, -days), shifted(went, -1)), await inside(shifted(went, 1), last)];
  return FIGURE_IDS.flatMap((id) => {
    const definition = COUNTED[id];
    if (!definition || !BESIDE.has(id)) return [];
    const { formula, unit } = definition;
    return [{ id, unit, before: measured(formula, before), after: measured(formula, after) }];
  });
}

type Asked = { organization: string; inside: number; outside: number };

function joined(before: readonly Asked[], after: readonly Asked[]): OrganizationDemand[] {
  const none = { inside: 0, outside: 0 };
  const [was, is] = [before, after].map((side) => new Map(side.map((one) => [one.organization, one])));
  return [...new Set([...before, ...after].map((one) => one.organization))].map((organization) => ({
    ...{ organization, before: was?.get(organization) ?? none, after: is?.get(organization) ?? none },
  }));
}

const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0);
