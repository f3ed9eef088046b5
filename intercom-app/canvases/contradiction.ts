import type { Contradiction } from '../../shared/advice.ts';
import { encodeComponentId } from '../component-id.ts';
import { button, type Component, muted, warning } from '../kit.ts';

/** "The article says 14 days, you wrote 30 days", and which of the two is to be mended. Sending was never held up. */
export function contradictionPart(found: Contradiction): Component[] {
  const { articleId, line } = found;
  return [
    warning(`“${found.articleTitle}” says ${found.says}, your last reply says ${found.wrote}.`),
    muted(`Article: ${found.statement}`),
    muted(`Reply: ${found.sentence}`),
    button(encodeComponentId({ action: 'fix_article', articleId, line }), 'The article is wrong'),
    button(encodeComponentId({ action: 'fix_reply', articleId, line }), 'My reply was wrong'),
  ];
}
