import type { Viewer } from '../../../shared/viewer.ts';
import type { Ports } from '../ports/ports.ts';

/** Whether advice on the conversation was put before this person, within the time that outcomes are kept. */
export async function hasSeen(
  ports: Pick<Ports, 'identity' | 'outcomes'>,
  { tenant, userId }: Pick<Viewer, 'tenant' | 'userId'>,
  conversationId: string,
): Promise<boolean> {
  const personId = await ports.identity.personId(tenant, userId);
  const outcomes = await ports.outcomes.ofConversation(tenant, conversationId);
  return outcomes.some((outcome) => outcome.personId === personId);
}
