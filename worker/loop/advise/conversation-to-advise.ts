import type { Conversation } from '../../../shared/conversation.ts';
import { redacted, withoutErased } from '../observe/observe.ts';
import { AuthLost, NotFound, RetryLater } from '../ports/errors.ts';
import type { RawConversation } from '../ports/helpdesk.ts';
import { type LoopMessage, messageKey } from '../ports/messages.ts';
import type { Ports } from '../ports/ports.ts';
import { inTime } from './in-time.ts';

/** How long an agent waits for the helpdesk where a conversation is not known yet. Stated: a page that answers at all. */
const HELPDESK_BUDGET_MS = 2_500;

export type Readable =
  | { state: 'read'; conversation: Conversation }
  | { state: 'unknown_conversation' | 'not_read_yet' | 'not_connected' | 'nothing_to_say' };

/**
 * The conversation as stored, else as the helpdesk has it now; then a message to observe it is left for the loop, once.
 * One that was deleted or merged is unknown; a person who asked to be forgotten is not read.
 */
export async function conversationToAdvise(
  ports: Pick<Ports, 'cursors' | 'helpdesk' | 'identity' | 'inbox' | 'observations' | 'tenants'>,
  tenant: string,
  id: string,
): Promise<Readable> {
  const [account, stored] = await Promise.all([
    ports.tenants.find(tenant),
    ports.observations.conversation(tenant, id),
  ]);
  if (!account) throw new NotFound(`tenant ${tenant}`);
  if (account.state !== 'active') return { state: 'not_connected' };
  if (stored)
    return stored.state === 'deleted' || stored.state === 'merged' ? UNKNOWN : { state: 'read', conversation: stored };
  const raw = await readWithin(ports, tenant, id);
  if (typeof raw === 'string') return { state: raw };
  if (raw.state === 'deleted' || raw.state === 'merged') return UNKNOWN;
  const kept = await withoutErased(ports, tenant, raw);
  if (!kept) return { state: 'nothing_to_say' };
  const message: LoopMessage = { type: 'observe', at: raw.createdAt, conversationId: id, moment: 'opened' };
  await ports.inbox.add(tenant, [{ key: messageKey(message), message }]);
  return { state: 'read', conversation: await redacted(ports, tenant, kept) };
}

const UNKNOWN: Readable = { state: 'unknown_conversation' };

async function readWithin(
  ports: Pick<Ports, 'helpdesk'>,
  tenant: string,
  id: string,
): Promise<RawConversation | 'unknown_conversation' | 'not_read_yet' | 'not_connected'> {
  try {
    const reading = ports.helpdesk(tenant).then((helpdesk) => helpdesk.readConversation(id));
    return await inTime(reading, HELPDESK_BUDGET_MS, 'not_read_yet');
  } catch (error) {
    if (error instanceof NotFound) return 'unknown_conversation';
    if (error instanceof RetryLater) return 'not_read_yet';
    if (error instanceof AuthLost) return 'not_connected';
    throw error;
  }
}
