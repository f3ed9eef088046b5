import { hashText, idOf } from '../core/hash.ts';
import type { Asked } from '../loop/session.ts';
import { SESSION_MS } from '../loop/sessions.ts';
import type { CanvasRequest, Services } from './services.ts';

/** Who looks at a card, and by which session their presses act once. */
export interface Card {
  asked: Asked;
  conversationId: string;
}

/** What a card puts aside for its next press. */
interface Stored {
  session: string;
  nonce: string;
  conversation: string;
}

const NONCE = /^[0-9a-f-]{36}$/;

/**
 * The session of the teammate who asks: begun by the signed request, and the same for all their presses of a working day.
 * Their rights are asked of Intercom each time. Throws NoRights, SignedOut, AuthLost, RetryLater.
 */
export async function openCard(
  services: Services,
  { tenant, adminId }: CanvasRequest,
  conversationId: string,
): Promise<Card> {
  const workday = Math.floor(services.ports.wallClock.now() / SESSION_MS);
  const id = idOf(tenant, 'canvas', adminId, String(workday));
  const { bearer } = await services.sessions.begin({
    tenant,
    userId: adminId,
    id,
    seal: hashText(id),
    isReusable: true,
  });
  return { asked: await services.sessions.asked(bearer), conversationId };
}

/** Fresh stored data: each canvas can act once. */
export function storedFor({ asked, conversationId }: Card): Record<string, string> {
  const stored: Stored = { session: asked.sessionId, nonce: crypto.randomUUID(), conversation: conversationId };
  return { ...stored };
}

/**
 * Lets a press that changes something through once. Canvas Kit signs no time, so the card it was pressed on is asked for:
 * one of this session and conversation (`expired` else) whose nonce was not used (`done_before` else). Null lets through.
 */
export async function guardOnce(
  services: Services,
  card: Card,
  stored: CanvasRequest['stored'],
): Promise<'expired' | 'done_before' | null> {
  const { session, nonce, conversation } = stored;
  const isOfCard = session === card.asked.sessionId && conversation === card.conversationId;
  if (!isOfCard || typeof nonce !== 'string' || !NONCE.test(nonce)) return 'expired';
  return (await services.sessions.spend(card.asked, nonce)) ? null : 'done_before';
}
