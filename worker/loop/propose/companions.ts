import type { AlsoChanged, MacroChange, StoredFix } from '../../../shared/gap.ts';
import type { Macro } from '../../../shared/macro.ts';
import { companionMacros } from '../../core/fix/companion-macros.ts';
import { companionsOf, exchanged, type Pair } from '../../core/fix/companions.ts';
import type { Ports } from '../ports/ports.ts';

/** Articles looked at for each sentence that a fix exchanges: the nearest by its words. */
const LOOKED_AT = 20;

/** Macros looked at and changed at most in one fix: each costs five calls where it is written, read back and put back. */
export const MACROS_A_FIX = 50;

/** Words of a sentence that macros are found by: its longest, which say most of what it is about. */
const WORDS_LOOKED_FOR = 12;

/** What else a fix changes: the texts that go with it, and the translations that it leaves behind. */
export interface Companions {
  also: AlsoChanged[];
  outdated: { articleId: string; locale: string }[];
  macros: MacroChange[];
}

/** Companions as a fix holds them: nothing where there are none. */
export function withCompanions({ also, outdated, macros }: Companions): Partial<Companions> {
  return {
    ...(also.length > 0 ? { also } : {}),
    ...(outdated.length > 0 ? { outdated } : {}),
    ...(macros.length > 0 ? { macros } : {}),
  };
}

/** A fix without its companions, which follow its wording and are looked for anew. */
export function withoutCompanions({ also: _, outdated: __, macros: ___, ...own }: StoredFix): StoredFix {
  return own;
}

/** Whether more than a fix's own text changes with it. */
export function hasCompanions({ also, macros }: Pick<StoredFix, 'also' | 'macros'>): boolean {
  return (also?.length ?? 0) + (macros?.length ?? 0) > 0;
}

/** The other texts that state what a patch changes, as they stand stored; publishing compares them with the live ones. */
export async function readCompanions(
  ports: Pick<Ports, 'articleIndex' | 'articles' | 'macros'>,
  tenant: string,
  fix: { kind: string; articleId: string | null; locale: string; baseHtml: string | null; bodyHtml: string },
): Promise<Companions> {
  const { articleId, locale, baseHtml, bodyHtml } = fix;
  if (fix.kind !== 'article_patch' || articleId === null || baseHtml === null)
    return { also: [], outdated: [], macros: [] };
  const pairs = exchanged({ baseHtml, bodyHtml });
  const ids = new Set([articleId]);
  for (const { removed } of pairs)
    for (const hit of await ports.articleIndex.search(tenant, removed, LOOKED_AT)) ids.add(hit.articleId);
  const articles = await ports.articles.list(tenant, [...ids]);
  const own = articles.find((article) => article.id === articleId && article.locale === locale);
  const macros = own && own.audience === null ? await nearMacros(ports, tenant, pairs) : [];
  return {
    ...companionsOf({ articleId, locale, baseHtml, bodyHtml }, articles),
    macros: own ? companionMacros(own, pairs, macros).slice(0, MACROS_A_FIX) : [],
  };
}

/** The macros that say most of these sentences' words, each once. */
async function nearMacros(ports: Pick<Ports, 'macros'>, tenant: string, pairs: readonly Pair[]): Promise<Macro[]> {
  const found = new Map<string, Macro>();
  for (const { removed } of pairs) {
    const said = removed.match(/[\p{L}\p{N}]{3,}/gu) ?? [];
    const longest = [...new Set(said)].sort((a, b) => b.length - a.length).slice(0, WORDS_LOOKED_FOR);
    for (const macro of await ports.macros.holding(tenant, longest, MACROS_A_FIX)) found.set(macro.id, macro);
  }
  return [...found.values()];
}
