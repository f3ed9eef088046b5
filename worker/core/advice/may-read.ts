import type { Article } from '../../../shared/article.ts';
import { isAtLeast, type Role } from '../../../shared/viewer.ts';

/** Whether everybody may read an article: it is published and for no audience of its own. */
export function isForEverybody({ audience, isDraft }: Pick<Article, 'audience' | 'isDraft'>): boolean {
  return audience === null && !isDraft;
}

/**
 * Whether a person may read an article in Mend. One that is a draft or for an audience of its own is for who runs the help
 * center, a lead: which segments an agent is in, the helpdesk does not say.
 */
export function mayRead(article: Pick<Article, 'audience' | 'isDraft'>, role: Role): boolean {
  return isForEverybody(article) || isAtLeast(role, 'lead');
}
