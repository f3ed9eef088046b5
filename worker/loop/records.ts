import type { Article } from '../../shared/article.ts';
import type { Conversation } from '../../shared/conversation.ts';
import type { FixState, Gap, GapState, Publication, StoredFix } from '../../shared/gap.ts';
import { HEALED_RECENTLY_MS } from '../core/advice/health.ts';
import type { Ports } from './ports.ts';

const STANDING: GapState[] = ['open', 'in_review', 'escalated', 'approved'];
const WAITING: FixState[] = ['in_review', 'escalated'];

/** What storage holds of the articles and the issue that advice is about. */
export interface Records {
  articles: Article[];
  gaps: Gap[];
  fixes: StoredFix[];
  publications: Publication[];
  worked: Conversation[];
}

/** Reads them in two rounds: five statements at most, none where nothing is asked for. */
export async function recordsOf(
  ports: Ports,
  tenant: string,
  of: { articleIds: string[]; issueIds: string[]; conversationIds: string[]; now: number },
): Promise<Records> {
  const { articleIds, issueIds, conversationIds } = of;
  const hasArticles = articleIds.length > 0;
  const [articles, gaps, publications, worked] = await Promise.all([
    hasArticles ? ports.articles.list(tenant, articleIds) : [],
    hasArticles || issueIds.length > 0 ? ports.gaps.about(tenant, { issueIds, articleIds }, STANDING) : [],
    hasArticles ? ports.publications.ofArticles(tenant, articleIds, of.now - HEALED_RECENTLY_MS) : [],
    conversationIds.length > 0 ? ports.observations.conversations(tenant, conversationIds) : [],
  ]);
  const fixes = await ports.fixes.ofGaps(
    tenant,
    gaps.map((gap) => gap.id),
    WAITING,
  );
  return { articles, gaps, fixes, publications, worked };
}
