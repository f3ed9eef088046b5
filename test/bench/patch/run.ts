import { applyChange, changeIndex, isRefusal, searchStale } from '../../../worker/core/change/change-note.ts';
import type { PatchSet } from './dataset.ts';

/** A case's answer, as the scorer reads it; `article_id` and `body` are null where the note was refused. */
export interface PatchRow {
  id: string;
  article_id: string | null;
  body: string | null;
  confidence?: number;
  refused?: string;
}

/**
 * Answers each case in order. The core sees articles under opaque ids and the note alone. `onDone` is called after
 * each case with how many are done.
 */
export function patchAll(set: PatchSet, onDone: (done: number) => void = () => {}): PatchRow[] {
  const opaque = new Map(set.articles.map((article, i) => [String(i + 1), article]));
  const index = changeIndex([...opaque].map(([id, { title, body }]) => ({ id, title, body })));
  return set.cases.map(({ id, note }, i) => {
    const found = searchStale(index, note);
    onDone(i + 1);
    if (isRefusal(found)) return { id, article_id: null, body: null, refused: found.reason };
    const article = opaque.get(found.articleId)!;
    return { id, article_id: article.id, body: applyChange(article.body, found), confidence: found.confidence };
  });
}
