import type { Press } from '../../../intercom-app/component-id.ts';
import { MAX_REASON_CHARS, type OutcomeInput } from '../../../shared/advice.ts';
import type { Shown } from './card.ts';

type Telling = Press & { action: 'flag' | 'linked' | 'fix_article' | 'fix_reply' | 'answer' };

/** Why a sentence is flagged where nothing was written beside it. */
const FLAGGED = 'said to be wrong beside a conversation';

/** What a telling press says, as the loop stores it; null where the press is about something that its card did not show. */
export function outcomeOf(press: Telling, shown: Shown, reason: string): OutcomeInput | null {
  switch (press.action) {
    case 'flag': {
      const { articleId, line } = press;
      return { kind: 'flagged', articleId, line, reason: (reason || FLAGGED).slice(0, MAX_REASON_CHARS) };
    }
    case 'linked':
      return { kind: 'linked', articleId: press.articleId };
    case 'fix_article':
    case 'fix_reply': {
      const { contradiction: found } = shown;
      if (found?.articleId !== press.articleId || found.line !== press.line) return null;
      return { kind: press.action, ...found };
    }
    case 'answer': {
      const { question } = shown;
      if (question?.questionId !== press.questionId) return null;
      return { kind: 'answered', ...question, answer: press.answer };
    }
  }
}
