import type { MeasuredEnding } from '../../core/measure/counts.ts';
import { dayOf, type Stretch, weekOf } from '../../core/measure/local-days.ts';
import { rollUp } from '../../core/measure/roll-up.ts';
import { type LoopMessage, nextPart } from '../ports/messages.ts';
import type { Ports } from '../ports/ports.ts';
import { QUARTER_MS } from '../ports/stores/endings.ts';
import { departuresKnown } from './departures.ts';
import { noticeDrift } from './drift.ts';
import { reckonValue } from './value.ts';

/** Days counted in one run: about nine statements and, at 60 conversations a day, 2,000 rows each. */
const DAYS_A_RUN = 8;

/** Quarters of an hour looked at in one run: more than eight days have. */
const QUARTERS_A_RUN = 800;

/** Endings read at a time. */
const PAGE = 500;

/** The cursor that holds the time zone in which the tenant's days were counted. */
const ZONE = 'measured zone';

export type MeasurePorts = Pick<
  Ports,
  'activity' | 'tenants' | 'cursors' | 'endings' | 'gaps' | 'publications' | 'memory'
>;

/**
 * Counts anew the days in which something ended, moved or has now lasted long enough; a bounded number a run, the rest in the
 * next. Where the tenant's time zone changed, every day is counted anew.
 */
export async function measure(
  ports: MeasurePorts,
  tenant: string,
  message: Extract<LoopMessage, { type: 'measure' }>,
): Promise<LoopMessage[]> {
  const { timeZone } = await ports.tenants.policy(tenant);
  if ((await ports.cursors.get(tenant, ZONE)) !== timeZone) {
    await ports.endings.dueAll(tenant);
    await ports.cursors.set(tenant, ZONE, timeZone);
  }
  const quarters = await ports.endings.due(tenant, message.at, QUARTERS_A_RUN);
  const departures = await departuresKnown(ports, tenant);
  let left = quarters;
  for (let n = 0; n < DAYS_A_RUN && left[0] !== undefined; n++) {
    const day = dayOf(left[0], timeZone);
    await countDay(ports, tenant, {
      ...{ ...day, timeZone, departures },
      ...{ now: message.at, quarters: left.filter(isIn(day)) },
    });
    left = left.filter((at) => !isIn(day)(at));
  }
  if (left.length > 0 || quarters.length === QUARTERS_A_RUN) return [nextPart(message)];
  await reckonValue(ports, tenant, message.at, timeZone);
  await noticeDrift(ports, tenant, message.at, timeZone);
  return [];
}

const isIn =
  ({ from, to }: Stretch) =>
  (at: number) =>
    at >= from && at < to;

async function countDay(
  ports: Pick<Ports, 'endings'>,
  tenant: string,
  of: Stretch & { day: string; timeZone: string; now: number; quarters: number[]; departures: Stretch | null },
): Promise<void> {
  const { rows, changesAt } = rollUp(await endingsIn(ports, tenant, of), of.now, of.departures);
  const week = weekOf(of, of.timeZone);
  const asked = await ports.endings.asked(tenant, week.from, week.to);
  await ports.endings.count(tenant, {
    day: of.day,
    rows,
    week: week.week,
    asked,
    quarters: of.quarters,
    again: changesAt === null ? null : { at: Math.floor(of.from / QUARTER_MS) * QUARTER_MS, dueAt: changesAt },
  });
}

/** All endings of a stretch, page by page. */
export async function endingsIn(
  { endings }: Pick<Ports, 'endings'>,
  tenant: string,
  { from, to }: Stretch,
): Promise<MeasuredEnding[]> {
  const all = new Map<string, MeasuredEnding>();
  for (let since = from, limit = PAGE; ; ) {
    const page = await endings.between(tenant, since, to, limit);
    for (const ending of page) all.set(ending.conversationId, ending);
    if (page.length < limit) return [...all.values()];
    const last = page.at(-1)?.openedAt ?? to;
    if (last === since) limit *= 2;
    since = last;
  }
}
