import type { AdvisedArticle, ReplySource, SuggestedReply } from '../../../shared/advice.ts';
import type { Gap, StoredFix } from '../../../shared/gap.ts';
import { plainText } from '../html/plain.ts';
import { hashText } from '../text/hash.ts';

/** A reply that a person took over as a template, with the gap it came from. */
export interface Template {
  fix: StoredFix;
  gap: Gap;
}

/**
 * The reply of an approved template, with the address of the article that goes along. Null where that article is in doubt:
 * what says the same may be wrong, too.
 */
export function replyFromTemplate({ fix, gap }: Template, articles: readonly AdvisedArticle[]): SuggestedReply | null {
  const article = articles.find(({ id }) => id === fix.articleId);
  if (article && (article.health === 'stale' || article.health === 'contested')) return null;
  const lines = plainText(fix.bodyHtml)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const text = [lines.join('\n'), ...(article ? [`${article.title}: ${article.url}`] : [])].join('\n\n');
  const { people = 0, works = 0 } = gap.statistics;
  const sources: ReplySource[] = [{ kind: 'conversations', count: people }];
  if (article)
    sources.push({
      kind: 'article',
      articleId: article.id,
      title: article.title,
      url: article.url,
      section: null,
      isPatched: false,
    });
  return { id: hashText(text).slice(0, 32), text, confidence: fix.confidence ?? works, sources };
}
