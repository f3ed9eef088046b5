import type { BeginPilot, Pilot } from '../../../shared/measure/pilot.ts';
import { say } from '../../../shared/said/said.ts';
import { idOf } from '../../core/text/hash.ts';
import { Invalid } from '../ports/errors.ts';
import type { Ports } from '../ports/ports.ts';
import { baselineOf } from './read-pilot.ts';

type PilotPorts = Pick<Ports, 'activity' | 'endings' | 'eventClock' | 'pilots' | 'tenants'>;

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

/**
 * A person says *go*: what was so is frozen as the baseline, and approved changes are written from now on. A new account, which
 * observes from the start, may go without a pilot: then nothing is frozen and nothing compared.
 */
export async function goPilot(ports: PilotPorts, tenant: string, actor: string): Promise<void> {
  const pilot = await ports.pilots.latest(tenant);
  const { isObserving } = await ports.tenants.policy(tenant);
  if (isObserving && (pilot === null || pilot.state === 'ended')) {
    await observe(ports, tenant, false, actor);
    const reason = say('step.goWithout');
    const entry = { at: ports.eventClock.now(), actor, what: 'pilot go', subject: tenant, reason };
    return ports.activity.add(tenant, entry);
  }
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

async function observe(ports: PilotPorts, tenant: string, isObserving: boolean, actor: string): Promise<void> {
  const policy = await ports.tenants.policy(tenant);
  if (policy.isObserving !== isObserving) await ports.tenants.setPolicy(tenant, { ...policy, isObserving }, actor);
}

async function note(ports: PilotPorts, tenant: string, pilot: Pilot, actor: string, what: string): Promise<void> {
  const reason = say('step.pilot', { sections: { all: pilot.categories }, days: pilot.days });
  await ports.activity.add(tenant, { at: ports.eventClock.now(), actor, what, subject: pilot.id, reason });
}
