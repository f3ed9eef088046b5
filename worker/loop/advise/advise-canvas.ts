import type { Advice, Contradiction } from '../../../shared/advice.ts';
import type { Viewer } from '../../../shared/viewer.ts';
import { redacted, withoutErased } from '../observe/observe.ts';
import { AuthLost, NotFound, RetryLater } from '../ports/errors.ts';
import type { Ports } from '../ports/ports.ts';
import { advise } from './advise.ts';
import { checkDraft } from './check-draft.ts';
import { inTime } from './in-time.ts';
import { type RecordOutcomePorts, recordOutcome } from './record-outcome.ts';

type AdviseCanvasPorts = RecordOutcomePorts & Pick<Ports, 'publications'>;

/** How long a teammate waits for the conversation as it is now; without it nothing is held against their last reply. */
const READ_MS = 2_000;

/** Advice with what the last reply said otherwise than the articles it shows. */
export interface CanvasAdvice {
  advice: Advice;
  contradictions: Contradiction[];
}

/**
 * All that is to be said beside a conversation where nothing can be pushed and no draft is seen, as in Intercom's Inbox: it
 * is said when somebody looks. The last reply (`posted` where it was just posted from here) is checked after it was sent;
 * the one question comes once the conversation is solved. That it was shown is stored.
 */
export async function adviseCanvas(
  ports: AdviseCanvasPorts,
  viewer: Viewer,
  conversationId: string,
  posted: string | null = null,
): Promise<CanvasAdvice> {
  const { tenant } = viewer;
  const isKnown = (await ports.observations.find(tenant, conversationId)) !== null;
  const now = isKnown ? await readWithin(ports, tenant, conversationId) : null;
  const advice = await advise(ports, tenant, conversationId, viewer, now?.isSolved ?? false);
  const ids = advice.articles.map((article) => article.id);
  const contradictions = await checkDraft(ports, tenant, posted ?? now?.lastReply ?? '', ids);
  if (isKnown && (advice.state === 'ready' || advice.question))
    await recordOutcome(ports, viewer, conversationId, { kind: 'shown', questionId: advice.question?.id ?? null });
  return { advice, contradictions };
}

/** Whether the conversation is solved by now, and the last words of an agent in it; null where it can't be read in time. */
async function readWithin(
  ports: Pick<Ports, 'cursors' | 'helpdesk' | 'identity' | 'tenants'>,
  tenant: string,
  conversationId: string,
): Promise<{ isSolved: boolean; lastReply: string } | null> {
  const reading = async () => {
    const raw = await (await ports.helpdesk(tenant)).readConversation(conversationId);
    const kept = await withoutErased(ports, tenant, raw);
    if (!kept) return null;
    const { turns } = await redacted(ports, tenant, kept);
    return {
      isSolved: raw.state === 'solved',
      lastReply: turns.findLast((turn) => turn.author === 'agent')?.text ?? '',
    };
  };
  try {
    return await inTime(reading(), READ_MS, null);
  } catch (error) {
    if (error instanceof NotFound || error instanceof RetryLater || error instanceof AuthLost) return null;
    throw error;
  }
}
