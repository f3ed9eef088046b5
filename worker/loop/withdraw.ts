import type { LoopMessage } from './messages.ts';
import type { Observation, Ports } from './ports.ts';

/** Takes a conversation's evidence back: it was deleted, merged or reopened. What was never learned needs nothing. */
export async function withdrawEvidence(
  ports: Ports,
  tenant: string,
  known: Observation | null,
  at: number,
): Promise<LoopMessage[]> {
  if (known?.state !== 'observed') return [];
  const conversation = await ports.observations.conversation(tenant, known.conversationId);
  if (!conversation) return [];
  const head = await ports.learningLog.head(tenant);
  await ports.observations.record(tenant, {
    observation: { ...known, state: 'withdrawn', at, revision: '' },
    conversation: { ...conversation, updatedAt: at },
    entries: [{ seq: head + 1, language: known.language, kind: 'withdrawn', conversationId: known.conversationId }],
    gaps: [],
  });
  return [];
}
