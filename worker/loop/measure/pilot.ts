import type { BeginPilot, Pilot, PilotBaseline, PilotOutcome, PilotView } from '../../../shared/pilot.ts';
import { say } from '../../../shared/said/said.ts';
import { DAY_MS, WEEK_MS } from '../../../shared/time.ts';
import { added } from '../../core/measure/counts.ts';
import { demandChange, type OrganizationDemand, smallestEffect } from '../../core/measure/demand.ts';
import { shifted } from '../../core/measure/local-days.ts';
import { adviceOf, proposalsOf, type SectionCounts } from '../../core/measure/pilot.ts';
import { localTime } from '../../core/publishing/deciding/local-time.ts';
import { wilson } from '../../core/statistics/intervals.ts';
import { idOf } from '../../core/text/hash.ts';
import { Invalid } from '../ports/errors.ts';
import type { Ports } from '../ports/ports.ts';

/** The past by which sections are proposed. Origin: a quarter of a year, as the backfill of twelve weeks tells it. */
const PROPOSED_BY_DAYS = 84;

type PilotPorts = Pick<Ports, 'activity' | 'endings' | 'eventClock' | 'gaps' | 'pilots' | 'publications' | 'tenants'>;

/**
 * Begins a pilot: from now on Mend observes. Everything is read, learned and drafted, and nothing is written to the helpdesk
 * until a person says *go*.
 */
export async function beginPilot(ports: PilotPorts, tenant: string, wish: BeginPilot, actor: string): Promise<void> {
  const latest = await ports.pilots.latest(tenant);
  if (latest && latest.state !== 'ended') throw new Invalid(say('refused.pilot'));
  const at = ports.eventClock.now();
  const pilot: Pilot = {
    ...{ id: idOf(tenant, 'pilot', String(at)), state: 'observing', startedAt: at, startedBy: actor, ...wish },
    ...{ baseline: null, goAt: null, goBy: null, endedAt: null },
  };
  await ports.pilots.put(tenant, pilot);
  await observe(ports, tenant, true, actor);
  await note(ports, tenant, pilot, actor, 'pilot begun');
}

/** A person says *go*: what was so is frozen as the baseline, and approved changes are written from now on. */
export async function goPilot(ports: PilotPorts, tenant: string, actor: string): Promise<void> {
  const pilot = await ports.pilots.latest(tenant);
  if (pilot?.state !== 'observing') throw new Invalid(say('refused.pilot'));
  const at = ports.eventClock.now();
  const baseline = await baselineOf(ports, tenant, pilot, at);
  await ports.pilots.put(tenant, { ...pilot, state: 'running', goAt: at, goBy: actor, baseline });
  await observe(ports, tenant, false, actor);
  await note(ports, tenant, pilot, actor, 'pilot go');
}

/** Ends a pilot. Where it only observed, the observation ends with it. */
export async function endPilot(ports: PilotPorts, tenant: string, actor: string): Promise<void> {
  const pilot = await ports.pilots.latest(tenant);
  if (!pilot || pilot.state === 'ended') throw new Invalid(say('refused.pilot'));
  await ports.pilots.put(tenant, { ...pilot, state: 'ended', endedAt: ports.eventClock.now() });
  await observe(ports, tenant, false, actor);
  await note(ports, tenant, pilot, actor, 'pilot ended');
}

/** The pilot as it stands, the sections proposed for one, and what came after *go* with what it recommends. */
export async function readPilot(ports: PilotPorts, tenant: string): Promise<PilotView> {
  const now = ports.eventClock.now();
  const pilot = await ports.pilots.latest(tenant);
  const rows = await sectionsBefore(ports, tenant, now, PROPOSED_BY_DAYS);
  const days = new Set(rows.map((row) => row.day)).size;
  return {
    pilot,
    proposals: proposalsOf(rows, Math.max(1, days / 7)),
    outcome: pilot?.goAt ? await outcomeOf(ports, tenant, { ...pilot, goAt: pilot.goAt }, now) : null,
    knownDays: days,
  };
}

async function observe(ports: PilotPorts, tenant: string, isObserving: boolean, actor: string): Promise<void> {
  const policy = await ports.tenants.policy(tenant);
  if (policy.isObserving !== isObserving) await ports.tenants.setPolicy(tenant, { ...policy, isObserving }, actor);
}

async function note(ports: PilotPorts, tenant: string, pilot: Pilot, actor: string, what: string): Promise<void> {
  const reason = say('step.pilot', { sections: { all: pilot.categories }, days: pilot.days });
  await ports.activity.add(tenant, { at: ports.eventClock.now(), actor, what, subject: pilot.id, reason });
}

async function sectionsBefore(
  ports: PilotPorts,
  tenant: string,
  to: number,
  days: number,
): Promise<(SectionCounts & { day: string })[]> {
  const { timeZone } = await ports.tenants.policy(tenant);
  const today = localTime(to, timeZone).date;
  return ports.endings.days(tenant, shifted(today, -days), shifted(today, -1));
}

/** What was so in as many days before *go* as the pilot runs, of what is known of them. */
async function baselineOf(ports: PilotPorts, tenant: string, pilot: Pilot, goAt: number): Promise<PilotBaseline> {
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
  ports: PilotPorts,
  tenant: string,
  pilot: Pilot & { goAt: number },
  now: number,
): Promise<PilotOutcome> {
  const { goAt, days, categories } = pilot;
  const until = Math.min(now, pilot.endedAt ?? now, goAt + days * DAY_MS);
  const before = await ports.endings.byOrganization(tenant, goAt - days * DAY_MS, goAt, categories);
  const after = await ports.endings.byOrganization(tenant, goAt, until, categories);
  const change = demandChange(joined(before, after));
  const hasHarmed = (await ports.publications.list(tenant)).some(
    (p) => p.reverts !== null && p.at >= goAt && p.by === 'mend',
  );
  return {
    perWeek: (sum(after.map((one) => one.inside)) / Math.max(DAY_MS, until - goAt)) * WEEK_MS,
    ...{ ratio: change?.ratio ?? 1, low: change?.low ?? 0, high: change?.high ?? Number.MAX_VALUE },
    organizations: change?.organizations ?? 0,
    ...adviceOf(change, { isOver: now >= goAt + days * DAY_MS, hasHarmed }),
  };
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
