import type { Viewer } from '../../../shared/viewer.ts';
import { RetryLater } from '../ports/errors.ts';
import { type RecordOutcomePorts, recordOutcome } from './record-outcome.ts';

/** A text that a teammate posts from a card. `suggested` is the reply that the card had shown, null where it showed none. */
export interface Posting {
  text: string;
  isPublic: boolean;
  replyId: string;
  suggested: string | null;
}

/**
 * Posts a text as a reply or a note in the teammate's name, and records that a suggested reply was used. `unclear` where
 * the helpdesk's answer did not come: whether it was posted is open then, and nothing is tried again.
 */
export async function postReply(
  ports: RecordOutcomePorts,
  viewer: Viewer,
  conversationId: string,
  { text, isPublic, replyId, suggested }: Posting,
): Promise<'posted' | 'unclear'> {
  const helpdesk = await ports.helpdesk(viewer.tenant, 'publishing');
  try {
    await helpdesk.addTurn(conversationId, { text, isPublic, authorId: viewer.userId });
  } catch (error) {
    if (error instanceof RetryLater) return 'unclear';
    throw error;
  }
  if (isPublic && suggested !== null)
    await recordOutcome(ports, viewer, conversationId, { kind: 'inserted', replyId, text: suggested });
  return 'posted';
}
