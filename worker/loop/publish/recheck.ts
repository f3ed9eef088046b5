import type { Publication } from '../../../shared/gap.ts';
import { say } from '../../../shared/said/said.ts';
import { WEEK_MS } from '../../../shared/time.ts';
import { type ContentRule, checkContent } from '../../core/gates/check-content.ts';
import { gateNamed } from '../../core/gates/gate-name.ts';
import { automaticOffNotice } from '../../core/notice/notice.ts';
import { NOBODY } from '../../core/redact/known.ts';
import type { Ports } from '../ports/ports.ts';
import { switchAutomaticOff } from '../switches/trip-category.ts';
import { askRollback } from './ask-rollback.ts';

/** What must not stand in an article by itself, whatever else is right with it. Both harm people at once. */
const NEVER: readonly ContentRule[] = ['personal_data', 'new_link'];

/** So long (event time) after it was published a change is held against the rules that hold now. Origin: as the trip's window. */
const LOOKED_AT_MS = WEEK_MS;

/**
 * Holds what was published by itself against the content rules once more: as it is read back, and for a week, since rules
 * grow. Personal data or a link that it brought takes it back and switches the tenant's automatic publishing off. One that
 * is being taken back already is left. `all` are the tenant's publications.
 */
export async function recheck(
  ports: Pick<Ports, 'activity' | 'eventClock' | 'inbox' | 'publications' | 'tenants'>,
  tenant: string,
  all: readonly Publication[],
  at: number,
): Promise<void> {
  const reverted = new Set(all.map((p) => p.reverts));
  const own = all.filter((p) => p.by === 'mend' && p.reverts === null && p.state === 'done' && !reverted.has(p.id));
  for (const publication of own.filter((p) => p.at > at - LOOKED_AT_MS)) {
    const rules = brokenRules(publication);
    if (rules.length === 0) continue;
    const found = { rules: { all: rules.map(gateNamed) } };
    const why = say('step.recheck', found);
    await switchAutomaticOff(ports, tenant, why, automaticOffNotice(say('notice.recheckOff', found), at), at);
    await askRollback(ports, tenant, publication.id, 'mend', why);
  }
}

function brokenRules({ before, after }: Publication): ContentRule[] {
  const { problems } = checkContent({
    baseHtml: before?.bodyHtml ?? null,
    nextHtml: after.bodyHtml,
    quotes: [],
    knownNames: NOBODY,
  });
  return NEVER.filter((rule) => problems.some((problem) => problem.rule === rule));
}
