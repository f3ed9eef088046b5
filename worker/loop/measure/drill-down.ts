import type { FigureDrill, FigureId, FigurePeriod } from '../../../shared/measure/figure.ts';
import { HOUR_MS } from '../../../shared/time.ts';
import { countsOf, type MeasuredEnding } from '../../core/measure/counts.ts';
import { COUNTED, isIn } from '../../core/measure/figures.ts';
import { dayOf, periodEnd } from '../../core/measure/local-days.ts';
import { knownAt } from '../../core/measure/roll-up.ts';
import type { Sight } from '../console/sight.ts';
import { NotFound } from '../ports/errors.ts';
import type { Ports } from '../ports/ports.ts';
import { departuresKnown } from './departures.ts';

/** Conversations looked through and shown at most: a drill-down is a look, not an export. */
const LOOKED_AT = 2_000;
const SHOWN = 50;

/**
 * The conversations that a figure's numerator counts in one period, newest first: those that the viewer may open, by their
 * number and address, of the others how many there are.
 */
export async function drillDown(
  ports: Pick<Ports, 'cursors' | 'tenants' | 'eventClock' | 'endings'>,
  tenant: string,
  sight: Sight,
  of: { id: FigureId; period: FigurePeriod; at: string; category: string | null },
): Promise<FigureDrill> {
  const definition = COUNTED[of.id];
  if (!definition) throw new NotFound('this figure is not made of conversations');
  const { timeZone } = await ports.tenants.policy(tenant);
  const from = dayOf(Date.parse(of.at) + 12 * HOUR_MS, timeZone).from;
  const to = dayOf(Date.parse(periodEnd(of.at, of.period)) + 12 * HOUR_MS, timeZone).from;
  const known = { asOf: knownAt(ports.eventClock.now()), departures: await departuresKnown(ports, tenant) };
  const isCounted = (ending: MeasuredEnding) =>
    (of.category === null || ending.category === of.category) && isIn(definition, countsOf(ending, known));
  const counted = (await ports.endings.between(tenant, from, to, LOOKED_AT)).filter(isCounted).reverse();
  const mayOpen = await sight.mayOpen(counted.slice(0, SHOWN).map((ending) => ending.conversationId));
  const shown = counted.slice(0, SHOWN).filter((ending) => mayOpen.has(ending.conversationId));
  return {
    conversations: shown.map(({ conversationId, openedAt }) => ({
      ...{ conversationId, openedAt },
      url: sight.urlOf(conversationId),
    })),
    others: counted.length - shown.length,
  };
}
