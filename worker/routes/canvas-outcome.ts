import type { Press } from '../../intercom-app/component-id.ts';
import { MAX_REASON_CHARS, type OutcomeInput } from '../../shared/advice.ts';
import type { Shown } from './canvas-card.ts';

type Telling = Press & { action: 'flag' | 'linked' | 'fix_article' | 'fix_reply' | 'answer' };

/** Why a sentence is flagged where nothing was written beside it. */
const FLAGGED = 'said to be wrong beside a conversation';

/**
 * What a telling press says, as the loop stores it, and what the teammate reads then; null where the press is about
 * something that its card did not show.
 */
export function outcomeOf(
  press: Telling,
  shown: Shown,
  reason: string,
): { input: OutcomeInput; notice: string } | null {
  switch (press.action) {
    case 'flag': {
      const { articleId, line } = press;
      const why = (reason || FLAGGED).slice(0, MAX_REASON_CHARS);
      return { input: { kind: 'flagged', articleId, line, reason: why }, notice: 'Thank you: it is flagged.' };
    }
    case 'linked':
      return {
        input: { kind: 'linked', articleId: press.articleId },
        notice: 'Thank you: it counts for this article.',
      };
    case 'fix_article':
    case 'fix_reply': {
      const { contradiction: found } = shown;
      if (found?.articleId !== press.articleId || found.line !== press.line) return null;
      const isArticle = press.action === 'fix_article';
      const notice = isArticle
        ? 'Thank you: the article will be looked at.'
        : 'Thank you. Tell the customer what is right.';
      return { input: { kind: press.action, ...found }, notice };
    }
    case 'answer': {
      const { question } = shown;
      if (question?.questionId !== press.questionId) return null;
      return { input: { kind: 'answered', ...question, answer: press.answer }, notice: 'Thank you for the answer.' };
    }
  }
}
