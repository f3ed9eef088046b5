import { z } from 'zod';
import type { DeparturesTold, DeparturesView, TellDepartures } from '../../../shared/measure/departures.ts';
import { say } from '../../../shared/said/said.ts';
import { DAY_MS } from '../../../shared/time.ts';
import { readDepartures } from '../../core/measure/departures-csv.ts';
import type { Stretch } from '../../core/measure/local-days.ts';
import { erasedAmong } from '../observe/erase.ts';
import { Invalid } from '../ports/errors.ts';
import type { Ports } from '../ports/ports.ts';
import type { Departure } from '../ports/stores/departures.ts';

/** Of which stretch the company told everyone who left in it. */
const KNOWN = 'departures known';
const knownSchema = z.object({ from: z.number(), to: z.number() });

/** Lines that are named where they could not be read. */
const SHOWN_LINES = 20;

type DeparturePorts = Pick<Ports, 'activity' | 'cursors' | 'departures' | 'eventClock' | 'identity'>;

/** The stretch of event time of which is known who left; null where nobody said so. */
export async function departuresKnown(ports: Pick<Ports, 'cursors'>, tenant: string): Promise<Stretch | null> {
  const stored = await ports.cursors.get(tenant, KNOWN);
  return stored ? knownSchema.parse(JSON.parse(stored)) : null;
}

export async function readDeparturesOf(
  ports: Pick<Ports, 'cursors' | 'departures'>,
  tenant: string,
): Promise<DeparturesView> {
  return { count: await ports.departures.count(tenant), known: await departuresKnown(ports, tenant) };
}

/**
 * Takes a list of customers who left. People and companies are kept as keyed hashes or by the helpdesk's own id, never by name;
 * of a person who asked to be forgotten nothing is taken. Throws Invalid for a list without its columns, or a stretch that is none.
 */
export async function importDepartures(
  ports: DeparturePorts,
  tenant: string,
  told: TellDepartures,
  actor: string,
): Promise<DeparturesTold> {
  const now = ports.eventClock.now();
  const span = { from: Date.parse(told.from), to: Date.parse(told.to) + DAY_MS };
  if (span.from >= span.to || span.to - DAY_MS > now) throw new Invalid(say('refused.departuresSpan'));
  const read = readDepartures(told.csv);
  if (!read) throw new Invalid(say('refused.departures'));
  const departures: Departure[] = [];
  for (const { by, id, leftAt } of read.departures)
    departures.push({
      customer: by === 'organization' ? id : await ports.identity.personId(tenant, id),
      ...{ leftAt, source: 'import' },
    });
  const erased = await erasedAmong(
    ports,
    tenant,
    departures.map(({ customer }) => customer),
  );
  const kept = departures.filter(({ customer }) => !erased.has(customer));
  const before = await departuresKnown(ports, tenant);
  const known = before ? joined(before, span) : span;
  await ports.departures.put(tenant, kept, span);
  await ports.cursors.set(tenant, KNOWN, JSON.stringify(known));
  const reason = say('step.departures', { count: kept.length, odd: read.oddLines.length });
  await ports.activity.add(tenant, { at: now, actor, what: 'departures told', subject: tenant, reason });
  return {
    ...(await readDeparturesOf(ports, tenant)),
    stored: kept.length,
    oddLines: read.oddLines.slice(0, SHOWN_LINES),
  };
}

/** Stretches that meet are one; a new one apart from the old takes its place, since between them nothing is known. */
function joined(before: Stretch, next: Stretch): Stretch {
  if (next.from > before.to || next.to < before.from) return next;
  return { from: Math.min(before.from, next.from), to: Math.max(before.to, next.to) };
}

/** Forgets everything that was told of customers who left. */
export async function forgetDepartures(ports: DeparturePorts, tenant: string, actor: string): Promise<DeparturesView> {
  const now = ports.eventClock.now();
  const known = await departuresKnown(ports, tenant);
  await ports.departures.put(tenant, [], known ?? { from: now, to: now });
  await ports.departures.forget(tenant, Number.MAX_SAFE_INTEGER);
  await ports.cursors.set(tenant, KNOWN, '');
  const reason = say('step.departuresGone');
  await ports.activity.add(tenant, { at: now, actor, what: 'departures forgotten', subject: tenant, reason });
  return readDeparturesOf(ports, tenant);
}
