import type { RawConversation } from '../ports/helpdesk.ts';
import type { LoopMessage } from '../ports/messages.ts';
import type { Ports } from '../ports/ports.ts';

/** What follows from a conversation that was read: the survey's question, where an admin switched it on and it is solved. */
export async function effortToAsk(
  ports: Pick<Ports, 'tenants'>,
  tenant: string,
  { id, state }: Pick<RawConversation, 'id' | 'state'>,
  at: number,
): Promise<LoopMessage[]> {
  if (state !== 'solved') return [];
  const { effort, isObserving } = await ports.tenants.policy(tenant);
  return effort.isOn && !isObserving ? [{ type: 'ask_effort', at, conversationId: id }] : [];
}
