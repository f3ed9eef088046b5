import type { Contradiction } from '../../shared/advice.ts';
import { encodeComponentId } from '../component-id.ts';
import { button, type Component, muted, warning } from '../kit.ts';
import type { CanvasWords } from '../words.ts';

/** "The article says 14 days, you wrote 30 days", and which of the two is to be mended. Sending was never held up. */
export function contradictionPart({ t }: CanvasWords, found: Contradiction): Component[] {
  const { articleId, line, articleTitle: title, says, wrote } = found;
  return [
    warning(t('contra.says', { title, says, wrote })),
    muted(t('contra.article', { text: found.statement })),
    muted(t('contra.reply', { text: found.sentence })),
    button(encodeComponentId({ action: 'fix_article', articleId, line }), t('contra.fixArticle')),
    button(encodeComponentId({ action: 'fix_reply', articleId, line }), t('contra.fixReply')),
  ];
}
