import type { AdvisedArticle, Question, QuestionKind, QuestionSubject } from '../../../shared/advice.ts';
import type { Conversation } from '../../../shared/conversation.ts';
import type { Gap, StoredFix } from '../../../shared/gap.ts';
import { isRepeatable } from '../drafts/repeatable.ts';
import { lineKey } from '../learning/article-lines.ts';
import { idOf } from '../text/hash.ts';
import { sentences } from '../text/sentences.ts';
import { statementsIn } from './article-statements.ts';

/** Questions an agent is asked in a day at most. Source: the complaint that prompts in the middle of work are noise. */
export const MAX_QUESTIONS_A_DAY = 3;

/** What may be asked of a solved conversation. */
export interface Askable {
  conversation: Conversation;
  articles: readonly AdvisedArticle[];
  gaps: readonly Gap[];
  fixes: readonly StoredFix[];
}

/**
 * The one question whose answer would tell most: what a fix of its gap states and its agents said, then the sentence of an
 * article that is in doubt, then whether an article of unproven worth helped. Null where nothing is worth asking.
 */
export function questionOn({ conversation, articles, gaps, fixes }: Askable): Question | null {
  const ask = (kind: QuestionKind, subject: QuestionSubject, text: string, articleTitle: string | null): Question => ({
    id: idOf(conversation.id, kind, subject.articleId ?? '', String(subject.line), subject.gapId ?? ''),
    kind,
    conversationId: conversation.id,
    subject,
    text,
    other: null,
    articleTitle,
  });
  const said = new Set(
    conversation.turns
      .filter((turn) => turn.author === 'agent')
      .flatMap((turn) => sentences(turn.text).map((s) => lineKey(s.text))),
  );
  for (const fix of fixes.filter((f) => f.kind === 'new_article' && gaps.some((g) => g.id === f.gapId))) {
    const stated = statementsIn(fix.bodyHtml).filter((s) => isRepeatable(s.text));
    const step = stated.find((s) => said.has(s.key)) ?? stated[0];
    if (step) return ask('step_missing', { articleId: null, line: step.key, gapId: fix.gapId }, step.text, null);
  }
  for (const { id, title, why } of articles) {
    const doubted = why.doubted.find((d) => said.has(d.line)) ?? why.doubted[0];
    if (doubted) return ask('statement_right', { articleId: id, line: doubted.line, gapId: null }, doubted.text, title);
  }
  const unproven = articles.find(({ health }) => health === 'unproven');
  if (!unproven) return null;
  return ask('article_helped', { articleId: unproven.id, line: null, gapId: null }, unproven.title, unproven.title);
}
