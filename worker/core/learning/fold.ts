import type { Article } from '../../../shared/article.ts';
import { noteHelp, tellOf } from '../issues/staff-verdicts.ts';
import { languageIn } from '../language/space.ts';
import {
  type Learned,
  type Lesson,
  learn,
  removeArticle,
  type Solved,
  setArticle,
  settleFinding,
  withdraw,
} from './learned.ts';
import { forgetUnsaid } from './unlearn.ts';

/** One thing that learned state is folded from. */
export type Entry =
  | { kind: 'solved'; solved: Solved; language?: string }
  | { kind: 'withdrawn'; conversationId: string }
  | { kind: 'erased' }
  | { kind: 'article'; article: Article }
  | { kind: 'article_gone'; articleId: string }
  | { kind: 'settled'; findingKey: string; outcome: 'published' | 'rejected' | 'dismissed' }
  | { kind: 'told'; articleId: string; line: number; isRight: boolean; person: number }
  | { kind: 'helped'; articleId: string; asked: number[]; ref: number };

/**
 * Folds one entry into the state, in place. The same entries in the same order give the same state, so that a snapshot
 * with its tail equals the whole log. Answers the lesson of a solved conversation, else null.
 */
export function fold(learned: Learned, entry: Entry): Lesson | null {
  switch (entry.kind) {
    case 'solved':
      return learn(learned, entry.solved, entry.language === undefined ? undefined : languageIn(entry.language));
    case 'withdrawn':
      withdraw(learned, entry.conversationId);
      return null;
    case 'erased':
      forgetUnsaid(learned);
      return null;
    case 'article':
      if (isTeachable(entry.article)) setArticle(learned, entry.article);
      else removeArticle(learned, entry.article.id);
      return null;
    case 'article_gone':
      removeArticle(learned, entry.articleId);
      return null;
    case 'settled':
      settleFinding(learned, entry.findingKey, entry.outcome);
      return null;
    case 'told':
      tellOf(learned, entry);
      return null;
    case 'helped':
      noteHelp(learned, entry);
      return null;
  }
}

/** Only what everyone may read teaches and is suggested: what one audience may read never reaches another. */
export function isTeachable(article: Article): boolean {
  return !article.isDraft && article.audience === null;
}
