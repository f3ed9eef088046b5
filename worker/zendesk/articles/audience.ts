import type { ArticleRow } from '../shapes.ts';

/**
 * Who may read an article: null for everyone, else the segment ids. Zendesk means everyone by `user_segment_id: null`
 * or empty `user_segment_ids`; where the two disagree the restriction counts.
 */
export function audienceOf(article: ArticleRow): string[] | null {
  const ids = new Set([
    ...(article.user_segment_ids ?? []),
    ...(article.user_segment_id ? [article.user_segment_id] : []),
  ]);
  return ids.size === 0 ? null : [...ids].sort();
}

/** The visibility and rights a new article takes from its neighbour; one of the two segment fields must be sent. */
export function rightsLike(article: ArticleRow): Record<string, unknown> {
  const segments = article.user_segment_ids ?? [];
  const segment =
    segments.length > 1
      ? { user_segment_ids: segments.map(Number) }
      : { user_segment_id: idNumber(segments[0] ?? article.user_segment_id) };
  return { ...segment, permission_group_id: idNumber(article.permission_group_id) };
}

function idNumber(id: string | null | undefined): number | null {
  return id ? Number(id) : null;
}
