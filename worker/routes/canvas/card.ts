import { z } from 'zod';
import { type CanvasWords, canvasWords } from '../../../intercom-app/words.ts';
import { MAX_REASON_CHARS, QUESTION_KINDS } from '../../../shared/advice.ts';
import { hashText, idOf } from '../../core/text/hash.ts';
import { SESSION_MS } from '../../loop/account/sessions.ts';
import type { CanvasAdvice } from '../../loop/advise/advise-canvas.ts';
import type { Asked } from '../../loop/ports/session.ts';
import type { CanvasRequest, Services } from '../services.ts';

/** Who looks at a card, and by which session their presses act once. */
export interface Card {
  asked: Asked;
  conversationId: string;
  words: CanvasWords;
}

const words = z.string().max(MAX_REASON_CHARS);
const line = z.number().int().nonnegative();
const shownSchema = z.strictObject({
  reply: z
    .string()
    .max(64 * 1024)
    .nullable(),
  question: z
    .strictObject({
      questionId: z.string().max(200),
      question: z.enum(QUESTION_KINDS),
      subject: z.strictObject({
        articleId: z.string().nullable(),
        line: line.nullable(),
        gapId: z.string().nullable(),
      }),
      text: words,
    })
    .nullable(),
  contradiction: z.strictObject({ articleId: z.string().max(200), line, says: words, wrote: words }).nullable(),
});
/** What a card said that a press on it may be about: a button's id can't hold it. */
export type Shown = z.infer<typeof shownSchema>;

export const NOTHING_SHOWN: Shown = { reply: null, question: null, contradiction: null };

/** What of a home card its presses are about. */
export function shownOf({ advice, contradictions }: CanvasAdvice): Shown {
  const { reply, question } = advice;
  const [found] = contradictions;
  const cut = (text: string) => text.slice(0, MAX_REASON_CHARS);
  return {
    reply: reply?.text ?? null,
    question: question && {
      questionId: question.id,
      question: question.kind,
      subject: question.subject,
      text: cut(question.text),
    },
    contradiction: found
      ? { articleId: found.articleId, line: found.line, says: cut(found.says), wrote: cut(found.wrote) }
      : null,
  };
}

/**
 * The session of the teammate who asks: begun by the signed request, and the same for all their presses of a working day.
 * Their rights are asked of Intercom each time. Throws NoRights, SignedOut, AuthLost, RetryLater.
 */
export async function openCard(
  services: Services,
  { tenant, adminId, locale }: CanvasRequest,
  conversationId: string,
): Promise<Card> {
  const workday = Math.floor(services.ports.wallClock.now() / SESSION_MS);
  const id = idOf(tenant, 'canvas', adminId, String(workday));
  const proof = { tenant, userId: adminId, id, seal: hashText(id), isReusable: true };
  const { bearer } = await services.sessions.begin(proof);
  return { asked: await services.sessions.asked(bearer), conversationId, words: canvasWords(locale) };
}

/** Fresh stored data: each canvas can act once, on what it showed. */
export function storedFor({ asked, conversationId, words }: Card, shown: Shown): Record<string, string> {
  const [nonce, locale] = [crypto.randomUUID(), words.locale];
  return { session: asked.sessionId, nonce, conversation: conversationId, locale, shown: JSON.stringify(shown) };
}

const NONCE = /^[0-9a-f-]{36}$/;

/**
 * Lets a press that changes something through once. Canvas Kit signs no time, so the card it was pressed on is asked for:
 * one of this session and conversation (`expired` else) whose nonce was not used (`done_before` else). Answers what that
 * card had shown.
 */
export async function guardOnce(
  services: Services,
  card: Card,
  stored: CanvasRequest['stored'],
): Promise<'expired' | 'done_before' | Shown> {
  const { session, nonce, conversation } = stored;
  const isOfCard = session === card.asked.sessionId && conversation === card.conversationId;
  if (!isOfCard || typeof nonce !== 'string' || !NONCE.test(nonce)) return 'expired';
  const shown = readShown(stored.shown);
  if (shown === null) return 'expired';
  return (await services.sessions.spend(card.asked, nonce)) ? shown : 'done_before';
}

function readShown(text: unknown): Shown | null {
  if (typeof text !== 'string') return null;
  try {
    return shownSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
