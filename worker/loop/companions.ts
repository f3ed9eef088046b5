import type { AlsoChanged } from '../../shared/gap.ts';
import { companionsOf, exchanged } from '../core/companions.ts';
import type { Ports } from './ports.ts';

/** Articles looked at for each sentence that a fix exchanges: the nearest by its words. */
const LOOKED_AT = 20;

/** What else a fix changes: the texts that go with it, and the translations that it leaves behind. */
export interface Companions {
  also: AlsoChanged[];
  outdated: { articleId: string; locale: string }[];
}

/** Companions as a fix holds them: nothing where there are none. */
export function withCompanions({ also, outdated }: Companions): Partial<Companions> {
  return { ...(also.length > 0 ? { also } : {}), ...(outdated.length > 0 ? { outdated } : {}) };
}

/** The other texts that state what a patch changes, as they stand stored; publishing compares them with the live ones. */
export async function readCompanions(
  ports: Ports,
  tenant: string,
  fix: { kind: string; articleId: string | null; locale: string; baseHtml: string | null; bodyHtml: string },
): Promise<Companions> {
  const { articleId, locale, baseHtml, bodyHtml } = fix;
  if (fix.kind !== 'article_patch' || articleId === null || baseHtml === null) return { also: [], outdated: [] };
  const ids = new Set([articleId]);
  for (const { removed } of exchanged({ baseHtml, bodyHtml }))
    for (const hit of await ports.articleIndex.search(tenant, removed, LOOKED_AT)) ids.add(hit.articleId);
  return companionsOf({ articleId, locale, baseHtml, bodyHtml }, await ports.articles.list(tenant, [...ids]));
}
