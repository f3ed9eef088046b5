import { plainText } from '../../../worker/core/html/plain.ts';
import type { MacroStore } from '../../../worker/loop/ports/stores/articles.ts';
import { at, byText, copy, type Shelf } from './shelf.ts';

export function memoryMacros(shelf: Shelf): MacroStore {
  const of = (tenant: string) => [...shelf.macros.values()].filter((row) => row.tenant === tenant);
  return {
    async put(tenant, macros) {
      for (const macro of macros) shelf.macros.set(at(tenant, macro.id), { tenant, macro: copy(macro) });
    },
    async keepOnly(tenant, ids) {
      for (const { macro } of of(tenant)) if (!ids.includes(macro.id)) shelf.macros.delete(at(tenant, macro.id));
    },
    async holding(tenant, words, limit) {
      const scored = of(tenant).map(({ macro }) => {
        const said = (macro.isHtml ? plainText(macro.text) : macro.text).toLowerCase();
        return { macro, hits: words.filter((word) => said.includes(word.toLowerCase())).length };
      });
      const found = scored.filter(({ hits }) => hits > 0);
      found.sort((a, b) => b.hits - a.hits || byText(a.macro.id, b.macro.id));
      return found.slice(0, limit).map(({ macro }) => copy(macro));
    },
  };
}
