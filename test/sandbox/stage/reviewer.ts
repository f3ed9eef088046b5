import type { Article, Gap, StoredFix } from '../../../shared/index.ts';
import { inEnglish } from '../../../shared/said/english.ts';
import { HOUR_MS } from '../../../shared/time.ts';
import type { Knowledge } from './knowledge.ts';
import { articleWithTheSame, type Edited, struckOut } from './red-pen.ts';
import type { Stage } from './stage.ts';

/** When the reviewer looks at what waits, in hours of the day (UTC). */
const OFFICE_HOURS = [9, 13, 17];
/** A draft that must be worked over is left to ripen for so long: better ones may follow. */
const RIPE_MS = 36 * HOUR_MS;
export const REVIEWER = 'sandbox reviewer';

/** Whether this is a time at which the reviewer looks. */
export const isReviewTime = (at: number): boolean => at % HOUR_MS === 0 && OFFICE_HOURS.includes((at / HOUR_MS) % 24);

type Verdict = { what: 'approve' } | { what: 'edit'; edited: Edited } | { what: 'reject'; reason: string };

/** Why a careful person would not let this out as it is; null where it is fit. */
export function objectionTo(fix: StoredFix): string | null {
  if (fix.openQuestions.length > 0) return fix.openQuestions.map(inEnglish).join(' ');
  const failed = fix.gates.filter((gate) => !gate.isPassed && gate.name !== 'rehearsal');
  if (failed.length > 0) return `It failed a check: ${[...new Set(failed.map((gate) => gate.name))].join(', ')}.`;
  if (fix.kind !== 'bug_report' && fix.evidence.length < 2) return 'Too little was said by agents to rest it on.';
  if (fix.rehearsal && fix.rehearsal.regressions > 0) return 'It would answer some questions worse than today.';
  return null;
}

/** What a careful person does with it: a new article is read with a red pen, anything else is fit or not. */
export function verdictOn(fix: StoredFix, articles: Article[], subjects: string[]): Verdict {
  const objection =
    fix.state === 'escalated' ? (objectionTo(fix) ?? (fix.reason && inEnglish(fix.reason))) : objectionTo(fix);
  if (fix.kind !== 'new_article')
    return objection === null ? { what: 'approve' } : { what: 'reject', reason: objection };
  const same = articleWithTheSame(fix, articles);
  if (same) return { what: 'reject', reason: `“${same.title}” says this already.` };
  const edited = struckOut(fix, subjects);
  if (!edited) return { what: 'reject', reason: 'Too little of it would help a customer.' };
  return { what: 'edit', edited };
}

/** One look at the queue: what is ripe is decided; with `isFinal` all of it. Answers how many were decided. */
export async function reviewWaiting(stage: Stage, knowledge: Knowledge, isFinal: boolean): Promise<number> {
  const waiting = await knowledge.waiting();
  if (waiting.length === 0) return 0;
  const articles = await knowledge.articles();
  let decided = 0;
  for (const { fix, gap } of waiting) {
    const verdict = verdictOn(fix, articles, subjectsOf(stage, gap));
    if (verdict.what !== 'approve' && !isFinal && stage.now() - fix.createdAt < RIPE_MS) continue;
    await carryOut(stage, fix, verdict);
    decided += 1;
  }
  if (decided > 0) await stage.mend.untilIdle(stage.tenant);
  return decided;
}

function subjectsOf({ zendesk }: Stage, gap: Gap | null): string[] {
  return (gap?.conversationIds ?? []).map((id) => zendesk.ticket(Number(id)).subject);
}

async function carryOut({ mend, tenant }: Stage, fix: StoredFix, verdict: Verdict): Promise<void> {
  const post = (to: StoredFix, action: string, more: object = {}) =>
    mend.api<{ fix: StoredFix }>(`/tenants/${tenant}/fixes/${to.id}/${action}`, {
      method: 'POST',
      body: { actor: REVIEWER, patchHash: to.patchHash, baseHash: to.baseHash, ...more },
    });
  if (verdict.what === 'reject') await post(fix, 'reject', { reason: verdict.reason });
  else if (verdict.what === 'approve') await post(fix, 'approve');
  else await post((await post(fix, 'edit', verdict.edited)).fix, 'approve');
}
