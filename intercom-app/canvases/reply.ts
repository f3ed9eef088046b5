import type { SuggestedReply } from '../../shared/advice.ts';
import { encodeComponentId } from '../component-id.ts';
import { button, type Component, muted, textarea } from '../kit.ts';
import { type CanvasWords, sourceWords } from '../words.ts';

/** The id of the field that holds the reply, and of the one that holds why something is wrong. */
export const REPLY_FIELD = 'reply_text';

/**
 * A suggested reply to be edited here and sent from here: Canvas Kit can't put a text into the composer, so it is posted as
 * a reply or a note.
 */
export function replyPart(words: CanvasWords, reply: SuggestedReply | null): Component[] {
  if (!reply) return [];
  const { t, percent } = words;
  const about = `${sourceWords(words, reply.sources)} ${t('reply.sure', { share: percent(reply.confidence) })}`.trim();
  return [
    textarea(REPLY_FIELD, t('reply.label'), reply.text),
    muted(about),
    button(encodeComponentId({ action: 'reply', replyId: reply.id }), t('reply.send'), 'primary'),
    button(encodeComponentId({ action: 'note', replyId: reply.id }), t('reply.note')),
  ];
}
