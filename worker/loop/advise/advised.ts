import type { AdvisedArticle } from '../../../shared/advice.ts';
import type { Article } from '../../../shared/article.ts';
import type { StoredFix } from '../../../shared/gap.ts';
import type { Role } from '../../../shared/viewer.ts';
import { healthOf } from '../../core/advice/health.ts';
import { waitingPatch } from '../../core/advice/patch.ts';
import type { Learned } from '../../core/learning/learned.ts';
import { type AdviceRecords, flaggersOf } from './advice-records.ts';

/** An article as an agent sees it, with its health and the patch that waits. */
export function advised(
  l: Learned,
  article: Article,
  score: number,
  records: AdviceRecords,
  role: Role,
  now: number,
): AdvisedArticle {
  const { id, locale, title, url } = article;
  const gaps = records.gaps.filter((gap) => gap.articleId === id);
  const isOf = (fix: StoredFix) => gaps.some((gap) => gap.id === fix.gapId) && fix.locale === locale;
  const waiting = records.fixes.filter(isOf);
  const publications = records.publications.filter((p) => p.articleId === id);
  const record = { ...article, gaps, waiting, publications, flaggedBy: flaggersOf(article, records.outcomes) };
  return { id, locale, title, url, score, ...healthOf(l, id, record, now), patch: waitingPatch(waiting, role) };
}
