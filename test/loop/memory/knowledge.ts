import { stemmer } from 'stemmer';
import { plainText } from '../../../worker/core/html/plain.ts';
import { hashText } from '../../../worker/core/text/hash.ts';
import type { ArticleIndex, ArticleStore } from '../../../worker/loop/ports/stores/articles.ts';
import type { GapStore } from '../../../worker/loop/ports/stores/gaps.ts';
import { at, byText, copy, type Shelf } from './shelf.ts';

const TITLE_WEIGHT = 5;

export function memoryArticles(shelf: Shelf): ArticleStore {
  const of = (tenant: string) => [...shelf.articles.values()].filter((row) => row.tenant === tenant);
  return {
    get: async (tenant, id, locale) => copy(shelf.articles.get(at(tenant, id, locale))?.article ?? null),
    list: async (tenant, ids) =>
      of(tenant)
        .filter((row) => !ids || ids.includes(row.article.id))
        .map((row) => copy(row.article))
        .sort((a, b) => byText(a.id, b.id) || byText(a.locale, b.locale)),
    sections: async (tenant) => [...new Set(of(tenant).map((row) => row.article.section))].sort(byText),
    async lastChanged(tenant) {
      const changed = new Map<string, number>();
      for (const { article } of of(tenant))
        changed.set(article.id, Math.max(changed.get(article.id) ?? 0, article.updatedAt));
      return [...changed].map(([id, updatedAt]) => ({ id, updatedAt })).sort((a, b) => byText(a.id, b.id));
    },
    changes: async (tenant, since) =>
      shelf.versions
        .filter(({ tenant: own, version }) => own === tenant && version.at >= since && version.source !== 'restored')
        .map(({ version }) => ({ at: version.at, isOurs: version.source === 'published' }))
        .sort((a, b) => a.at - b.at || Number(a.isOurs) - Number(b.isOurs)),
    async put(tenant, incoming, source) {
      const changed = [];
      for (const article of incoming) {
        const key = at(tenant, article.id, article.locale);
        const known = shelf.articles.get(key)?.article;
        const hash = hashText(`${article.title}\u0000${article.bodyHtml}`);
        const seen = shelf.versions.find(
          ({ tenant: own, version: v }) =>
            own === tenant &&
            v.articleId === article.id &&
            v.locale === article.locale &&
            v.hash === hash &&
            v.at === article.updatedAt &&
            v.source === 'seen',
        );
        if (seen && source !== 'seen') seen.version.source = source;
        if (JSON.stringify(known) === JSON.stringify(article)) continue;
        if (!known || hashText(`${known.title}\u0000${known.bodyHtml}`) !== hash)
          shelf.versions.push({
            tenant,
            version: {
              articleId: article.id,
              locale: article.locale,
              hash,
              title: article.title,
              bodyHtml: article.bodyHtml,
              at: article.updatedAt,
              by: article.updatedBy,
              source,
            },
          });
        shelf.articles.set(key, { tenant, article: copy(article) });
        changed.push(article);
      }
      return changed;
    },
    async remove(tenant, ids) {
      for (const { article } of of(tenant))
        if (ids.includes(article.id)) shelf.articles.delete(at(tenant, article.id, article.locale));
    },
    count: async (tenant) => [...shelf.articles.values()].filter((row) => row.tenant === tenant).length,
    versions: async (tenant, id) =>
      shelf.versions
        .filter((row) => row.tenant === tenant && row.version.articleId === id)
        .map((row) => copy(row.version))
        .sort((a, b) => a.at - b.at),
  };
}

const wordsOf = (text: string) => (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => stemmer(word));

/** Counts stemmed words, the title's five times: enough to tell what is found from what is not. */
export function memoryArticleIndex(shelf: Shelf): ArticleIndex {
  return {
    async search(tenant, query, limit) {
      const asked = new Set(wordsOf(query));
      const scored = [...shelf.articles.values()]
        .filter((row) => row.tenant === tenant)
        .map(({ article }) => {
          const count = (text: string) => wordsOf(text).filter((word) => asked.has(word)).length;
          const score = TITLE_WEIGHT * count(article.title) + count(`${plainText(article.bodyHtml)} ${article.labels}`);
          return { articleId: article.id, locale: article.locale, score };
        });
      return scored
        .filter(({ score }) => score > 0)
        .sort((a, b) => b.score - a.score || byText(a.articleId, b.articleId))
        .slice(0, limit);
    },
  };
}

export function memoryGaps(shelf: Shelf): GapStore {
  return {
    get: async (tenant, id) => copy(shelf.gaps.get(at(tenant, id))?.gap ?? null),
    list: async (tenant, states) =>
      [...shelf.gaps.values()]
        .filter((row) => row.tenant === tenant && (!states || states.includes(row.gap.state)))
        .map((row) => copy(row.gap))
        .sort((a, b) => a.openedAt - b.openedAt || byText(a.id, b.id)),
    about: async (tenant, { issueIds, articleIds }, states) =>
      [...shelf.gaps.values()]
        .filter((row) => row.tenant === tenant && states.includes(row.gap.state))
        .filter(({ gap }) => issueIds.includes(gap.issueId) || articleIds.includes(gap.articleId ?? ''))
        .map((row) => copy(row.gap))
        .sort((a, b) => a.openedAt - b.openedAt || byText(a.id, b.id)),
    async open(tenant, gap) {
      if (!shelf.gaps.has(at(tenant, gap.id))) shelf.gaps.set(at(tenant, gap.id), { tenant, gap: copy(gap) });
    },
    async renew(tenant, gap) {
      const standing = shelf.gaps.get(at(tenant, gap.id))?.gap;
      const state = standing && standing.state !== 'withdrawn' ? standing.state : gap.state;
      shelf.gaps.set(at(tenant, gap.id), { tenant, gap: copy({ ...gap, state }) });
    },
    async setState(tenant, id, state, when) {
      const row = shelf.gaps.get(at(tenant, id));
      if (row) Object.assign(row.gap, { state, updatedAt: when });
    },
    async assign(tenant, gapId, to) {
      if (to === null) shelf.assignments.delete(at(tenant, gapId));
      else shelf.assignments.set(at(tenant, gapId), { tenant, gapId, to: copy(to) });
    },
    assignments: async (tenant) =>
      new Map(
        [...shelf.assignments.values()]
          .filter((row) => row.tenant === tenant)
          .map(({ gapId, to }) => [gapId, copy(to)]),
      ),
  };
}
