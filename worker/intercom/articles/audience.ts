import { Permanent } from '../../loop/ports/errors.ts';
import type { ArticleRow } from './article-shapes.ts';

/**
 * Who may read an article: null for everyone, else the vendor's word for the rule (`all_users`, `restricted`, …). The rule
 * behind `restricted` is not in the API, so all restricted articles count as one audience, which none of their text leaves.
 * An article without the field is in no help center yet, or of a workspace that has no such rules: everyone.
 */
export function audienceOf(article: ArticleRow): string[] | null {
  const audience = article.help_center_audience ?? 'everyone';
  return audience === 'everyone' ? null : [audience];
}

/**
 * What a new article takes from its neighbour: Fin's use of it, and Fin's audiences. The help center's audience can be
 * read and not set, so next to a restricted article none is made: it would be seen by more people than its neighbour.
 */
export function rightsLike(article: ArticleRow): Record<string, unknown> {
  const audience = audienceOf(article);
  if (audience !== null)
    throw new Permanent(
      `intercom: article ${article.id} is for ${audience[0]} alone, which the API can't give a new article: make it in Intercom`,
    );
  const { audience_ids, ai_chatbot_availability, ai_copilot_availability, ai_sales_agent_availability } = article;
  const told = { audience_ids, ai_chatbot_availability, ai_copilot_availability, ai_sales_agent_availability };
  return Object.fromEntries(Object.entries(told).filter(([, value]) => value !== null && value !== undefined));
}
