import type { PilotView } from '../../../shared/measure/pilot.ts';
import type { Stage } from './stage.ts';

/** Who says *go* in the sandbox. */
const ADMIN = 'Priya Raman';

/** Days that the sandbox's pilot compares: the fewest there may be, since all of it lasts fourteen. */
const DAYS = 7;

/**
 * An account begins by observing; here its admin takes the sections that Mend proposes, says *go* and so lets approved changes be
 * written. Where nothing is proposed yet they go without a pilot.
 */
export async function sayGo({ mend, tenant }: Pick<Stage, 'mend' | 'tenant'>): Promise<PilotView> {
  const path = `/tenants/${tenant}/pilot`;
  const { proposals } = await mend.api<PilotView>(path);
  const categories = proposals.map(({ category }) => category);
  if (categories.length > 0) await mend.api(path, { method: 'POST', body: { actor: ADMIN, categories, days: DAYS } });
  return mend.api<PilotView>(`${path}/go`, { method: 'POST', body: { actor: ADMIN } });
}

/** The pilot in a line, as a report shows it. */
export function pilotWords({ pilot, outcome, isObserving }: PilotView): string {
  if (isObserving) return 'observing: nothing was written';
  if (!pilot || pilot.goAt === null) return 'none: go was said without one';
  const went = new Date(pilot.goAt).toISOString().slice(0, 10);
  return `${pilot.categories.join(', ')}: go on ${went}, ${outcome?.advice ?? 'hold'} (${(outcome?.reason ?? 'too_early').replaceAll('_', ' ')})`;
}
