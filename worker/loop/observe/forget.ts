import { DAY_MS } from '../../../shared/time.ts';
import type { LoopMessage } from '../ports/messages.ts';
import type { Ports } from '../ports/ports.ts';
import { withdrawEvidence } from './withdraw.ts';

/** Redacted text leaves after this; counts and features stay for theirs. Own choice; docs/operations.md tells it. */
export const TEXT_RETENTION_MS = 30 * DAY_MS;
export const INBOX_RETENTION_MS = 30 * DAY_MS;
export const OUTCOME_RETENTION_MS = 400 * DAY_MS;

/** Observations, what they taught as entries of the log, and endings leave after this. Own choice; docs/operations.md tells it. */
export const FEATURE_RETENTION_MS = 400 * DAY_MS;

/** Notices leave after this; the record of what was done says the same for longer. Origin: stated default. */
export const NOTICE_RETENTION_MS = 90 * DAY_MS;

/** Redacted text that is older than its time leaves, but what open gaps cite: answers which conversations those are. */
export async function forgetOldText(
  ports: Pick<Ports, 'gaps' | 'retention'>,
  tenant: string,
  at: number,
): Promise<string[]> {
  const open = await ports.gaps.list(tenant, ['open', 'in_review', 'escalated', 'approved']);
  const cited = [...new Set(open.flatMap((gap) => gap.conversationIds))];
  await ports.retention.forgetText(tenant, at - TEXT_RETENTION_MS, cited);
  return cited;
}

/** Conversations of private groups that leave in one run: about twelve statements each. */
const PRIVATE_A_RUN = 25;

/** Retention: text and features that no open gap cites, quotes of what came to nothing, and rows of work long done leave. */
export async function forget(
  ports: Ports,
  tenant: string,
  message: Extract<LoopMessage, { type: 'forget' }>,
): Promise<LoopMessage[]> {
  await forgetPrivate(ports, tenant, message.at);
  const cited = await forgetOldText(ports, tenant, message.at);
  await ports.retention.forgetQuotes(tenant, message.at - TEXT_RETENTION_MS);
  await ports.retention.forgetFeatures(tenant, message.at - FEATURE_RETENTION_MS, cited);
  await ports.retention.forgetDoneWork(tenant, ports.wallClock.now() - INBOX_RETENTION_MS);
  await ports.endings.forget(tenant, message.at - FEATURE_RETENTION_MS);
  await ports.automaticActs.forget(tenant, message.at - FEATURE_RETENTION_MS);
  await ports.efforts.forget(tenant, message.at - FEATURE_RETENTION_MS);
  await ports.departures.forget(tenant, message.at - FEATURE_RETENTION_MS);
  await ports.outbox.forget(tenant, message.at - NOTICE_RETENTION_MS);
  await ports.productFacts.forget(tenant, ports.wallClock.now());
  await ports.changeNotes.forget(tenant, message.at - FEATURE_RETENTION_MS);
  await ports.outcomes.forget(tenant, message.at - OUTCOME_RETENTION_MS);
  return [];
}

/** What was learned of private conversations leaves once no admin lets them teach any more, a number a run. */
async function forgetPrivate(
  ports: Pick<Ports, 'gaps' | 'learningLog' | 'memory' | 'observations' | 'retention' | 'tenants'>,
  tenant: string,
  at: number,
): Promise<void> {
  const { learnsFromPrivate } = await ports.tenants.policy(tenant);
  const left = await ports.observations.keptForOthers(tenant, learnsFromPrivate, PRIVATE_A_RUN);
  for (const known of left) {
    await withdrawEvidence(ports, tenant, known, at, 'deleted');
    await ports.retention.eraseConversation(tenant, known.conversationId);
  }
  for (const language of new Set(left.map((one) => one.language))) {
    await ports.memory.append(tenant, [{ kind: 'erased', language }]);
    await ports.memory.snapshot(tenant, language);
  }
}
