import type { StoredFix } from '../../../shared/index.ts';
import type { Knowledge } from './knowledge.ts';
import type { Stage } from './stage.ts';

/** When the reviewer looks at what waits, in hours of the day (UTC). */
const OFFICE_HOURS = [9, 13, 17];
const HOUR_MS = 3_600_000;
export const REVIEWER = 'sandbox reviewer';

export const isReviewTime = (at: number): boolean => at % HOUR_MS === 0 && OFFICE_HOURS.includes((at / HOUR_MS) % 24);

/** Why a careful person would not let this out as it is; null where it is fit. */
export function objectionTo(fix: StoredFix): string | null {
  if (fix.openQuestions.length > 0) return `Agents disagree: ${fix.openQuestions[0]}`;
  const failed = fix.gates.filter((gate) => !gate.isPassed && gate.name !== 'rehearsal');
  if (failed.length > 0) return `It failed a check: ${[...new Set(failed.map((gate) => gate.name))].join(', ')}.`;
  if (fix.kind !== 'bug_report' && fix.evidence.length < 2) return 'Too little was said by agents to rest it on.';
  if (fix.rehearsal && fix.rehearsal.regressions > 0) return 'It would answer some questions worse than today.';
  return null;
}

/** One look at the queue: approves what is fit; with `isFinal` the rest is rejected with the reason, else it stays. */
export async function reviewWaiting(stage: Stage, knowledge: Knowledge, isFinal: boolean): Promise<number> {
  let decided = 0;
  for (const { fix } of await knowledge.waiting()) {
    const objection = fix.state === 'escalated' ? (objectionTo(fix) ?? fix.reason) : objectionTo(fix);
    if (objection !== null && !isFinal) continue;
    await decide(stage, fix, objection);
    decided += 1;
  }
  if (decided > 0) await stage.mend.untilIdle(stage.tenant);
  return decided;
}

async function decide(stage: Stage, fix: StoredFix, objection: string | null): Promise<void> {
  const seen = { actor: REVIEWER, patchHash: fix.patchHash, baseHash: fix.baseHash };
  const path = `/tenants/${stage.tenant}/fixes/${fix.id}`;
  if (objection === null) await stage.mend.api(`${path}/approve`, { method: 'POST', body: seen });
  else await stage.mend.api(`${path}/reject`, { method: 'POST', body: { ...seen, reason: objection } });
}
