import type { Decision } from '../../../shared/fix.ts';
import type { FixState, GapState, StoredFix } from '../../../shared/gap.ts';
import { DAY_MS } from '../../../shared/time.ts';
import { isSensitiveCategory } from '../../core/gates/sensitive.ts';
import { mayHoldContentBlocks } from '../../core/html/content-blocks.ts';
import { escalatedNotice } from '../../core/notice/notice.ts';
import { autonomyOf } from '../../core/publishing/deciding/autonomy.ts';
import { confidenceFloor, decide as decideFix } from '../../core/publishing/deciding/decide.ts';
import { outcomesThatCount } from '../../core/publishing/earning/unlock.ts';
import { NotFound } from '../ports/errors.ts';
import type { LoopMessage } from '../ports/messages.ts';
import type { Ports } from '../ports/ports.ts';
import { articlesOf } from '../publish/target-text.ts';
import { isStoppedForAll } from '../switches/stop-all.ts';
import { isAutomaticStopped } from '../switches/stop-automatic.ts';
import { takesItsPlace } from './best-draft.ts';
import { prepareQuestion } from './escalate.ts';
import { doubtOf } from './same-issue.ts';

const LEADS_TO: Record<Decision, { fix: FixState; gap: GapState }> = {
  publish: { fix: 'approved', gap: 'approved' },
  review: { fix: 'in_review', gap: 'in_review' },
  escalate: { fix: 'escalated', gap: 'escalated' },
};

/**
 * Publishes, asks or escalates, with the reason and the actor in the same batch as the decision; nothing where a better fix of
 * the gap waits already.
 */
export async function decide(
  ports: Ports,
  tenant: string,
  message: Extract<LoopMessage, { type: 'decide' }>,
): Promise<LoopMessage[]> {
  const fix = await ports.fixes.get(tenant, message.fixId);
  if (!fix) throw new NotFound(`fix ${message.fixId}`);
  if (fix.state !== 'scored')
    return fix.state === 'approved' && fix.actor === 'mend' ? [publishOf(fix, message.at)] : [];
  if (!(await takesItsPlace(ports, tenant, fix, message.at))) return [];
  const policy = await ports.tenants.policy(tenant);
  const vendor = (await ports.tenants.find(tenant))?.vendor ?? 'zendesk';
  const history = await ports.fixes.history(tenant);
  const decided = decideFix({
    policy,
    isStoppedGlobally: await isStoppedForAll(ports),
    isAutomaticStopped: await isAutomaticStopped(ports),
    category: fix.category,
    articleId: fix.articleId,
    isSensitive: isSensitiveCategory(`${fix.category} ${fix.title}`),
    kind: fix.kind,
    cause: fix.cause,
    confidence: fix.confidence,
    autonomy: autonomyOf(outcomesThatCount(history, fix.category, confidenceFloor(policy)), policy.targetBadRate),
    gates: fix.gates.filter((gate) => gate.name !== 'rehearsal'),
    rehearsal: fix.rehearsal,
    openQuestions: fix.openQuestions,
    evidence: fix.support,
    texts: 1 + (fix.also?.length ?? 0) + (fix.macros?.length ?? 0),
    mayHoldContentBlocks: mayHoldContentBlocks(vendor, fix.kind, articlesOf(fix), policy.contentBlocks),
    reviewedCount: history.length,
    publishedToday: await ports.reservations.countSince(tenant, message.at - DAY_MS, ports.wallClock.now()),
  });
  const doubt = decided.decision === 'publish' ? await doubtOf(ports, tenant, fix) : null;
  const { decision, reason } = doubt === null ? decided : { decision: 'review' as const, reason: doubt };
  if (decision === 'escalate') await prepareQuestion(ports, tenant, fix, message.at);
  const leadsTo = LEADS_TO[decision];
  await ports.fixes.move(tenant, fix.id, ['scored'], {
    change: { state: leadsTo.fix, decision, reason, actor: 'mend' },
    activity: {
      ...{ at: message.at, actor: 'mend', what: decision, subject: fix.id, reason },
      ...(decision === 'escalate' ? { notice: escalatedNotice(fix, message.at) } : {}),
    },
    gap: { id: fix.gapId, state: leadsTo.gap },
  });
  return decision === 'publish' ? [publishOf(fix, message.at)] : [];
}

function publishOf(fix: StoredFix, at: number): LoopMessage {
  return { type: 'publish', at, fixId: fix.id };
}
