import type { Conversation, ConversationState } from '../../../shared/conversation.ts';
import type { LoopMessage } from '../ports/messages.ts';
import type { Ports } from '../ports/ports.ts';
import type { Observation } from '../ports/stores/observations.ts';
import { draftsOf } from './open-gap.ts';

/**
 * Takes a conversation's evidence back: it was deleted, merged or reopened. The gaps that cited it lose it and are drafted
 * anew; of a deleted conversation the text leaves too, also where nothing was learned from it yet.
 */
export async function withdrawEvidence(
  ports: Pick<Ports, 'gaps' | 'learningLog' | 'observations'>,
  tenant: string,
  known: Observation | null,
  at: number,
  became: Exclude<ConversationState, 'solved'>,
): Promise<LoopMessage[]> {
  if (known?.state === 'withdrawn') return draftsOf(await ports.gaps.list(tenant), known.at);
  if (known?.state === 'suggested' && became !== 'open') await leaveUnlearned(ports, tenant, known, at, became);
  if (known?.state !== 'observed') return [];
  const when = Math.max(at, known.at);
  const conversation = await ports.observations.conversation(tenant, known.conversationId);
  const cited = (await ports.gaps.list(tenant)).filter((gap) => gap.conversationIds.includes(known.conversationId));
  const gaps = cited.map((gap) => ({
    ...gap,
    updatedAt: when,
    conversationIds: gap.conversationIds.filter((id) => id !== known.conversationId),
  }));
  const head = await ports.learningLog.head(tenant);
  await ports.observations.record(tenant, {
    observation: {
      ...known,
      state: 'withdrawn',
      at: when,
      revision: '',
      question: became === 'deleted' ? '' : known.question,
    },
    conversation: conversation && left(conversation, became, when),
    entries: [{ seq: head + 1, language: known.language, kind: 'withdrawn', conversationId: known.conversationId }],
    gaps,
  });
  return draftsOf(gaps, when);
}

/** One that was only opened: there is no evidence to take back, but it is there no more. */
async function leaveUnlearned(
  ports: Pick<Ports, 'observations'>,
  tenant: string,
  known: Observation,
  at: number,
  became: 'deleted' | 'merged',
): Promise<void> {
  const conversation = await ports.observations.conversation(tenant, known.conversationId);
  await ports.observations.record(tenant, {
    observation: { ...known, state: 'withdrawn', at, question: became === 'deleted' ? '' : known.question },
    conversation: conversation && left(conversation, became, at),
    entries: [],
    gaps: [],
  });
}

function left(conversation: Conversation, became: ConversationState, at: number): Conversation {
  const stands = { ...conversation, state: became, updatedAt: at };
  return became === 'deleted' ? { ...stands, subject: '', turns: [] } : stands;
}
