import { storedSaid } from '../../../shared/said/stored.ts';
import { pastOf } from '../../../worker/core/publishing/earning/past.ts';
import { messageKey } from '../../../worker/loop/ports/messages.ts';
import type { ActivityStore } from '../../../worker/loop/ports/stores/activity.ts';
import type { FixStore, ReviewTimeStore } from '../../../worker/loop/ports/stores/fixes.ts';
import type { PublicationStore } from '../../../worker/loop/ports/stores/publications.ts';
import { addMessages, withdrawHeld } from './inbox.ts';
import { at, byText, copy, note, type Shelf } from './shelf.ts';

export function memoryFixes(shelf: Shelf): FixStore {
  const of = (tenant: string) =>
    [...shelf.fixes.values()]
      .filter((row) => row.tenant === tenant)
      .map((row) => copy(row.fix))
      .sort((a, b) => a.createdAt - b.createdAt || byText(a.id, b.id));
  return {
    get: async (tenant, id) => copy(shelf.fixes.get(at(tenant, id))?.fix ?? null),
    byIds: async (tenant, ids) => of(tenant).filter((fix) => ids.includes(fix.id)),
    ofGap: async (tenant, gapId) => of(tenant).filter((fix) => fix.gapId === gapId),
    ofGaps: async (tenant, gapIds, states) =>
      of(tenant).filter((fix) => gapIds.includes(fix.gapId) && states.includes(fix.state)),
    list: async (tenant, states) => of(tenant).filter((fix) => states.includes(fix.state)),
    onArticles: async (tenant, articleIds, states) =>
      of(tenant).filter(
        (fix) =>
          states.includes(fix.state) &&
          [fix.articleId, ...(fix.also ?? []).map((text) => text.articleId)].some((id) =>
            articleIds.includes(id ?? ''),
          ),
      ),
    async add(tenant, fix) {
      if (!shelf.fixes.has(at(tenant, fix.id))) shelf.fixes.set(at(tenant, fix.id), { tenant, fix: copy(fix) });
    },
    async move(tenant, id, from, { change, activity, gap, adds, next, still, holdUntil = 0, withdraws }) {
      const row = shelf.fixes.get(at(tenant, id));
      if (!row || !from.includes(row.fix.state)) return false;
      if (still && (still.patchHash !== row.fix.patchHash || still.baseHash !== row.fix.baseHash)) return false;
      if (withdraws && !withdrawHeld(shelf, tenant, withdraws.keyPrefix, withdraws)) return false;
      row.fix = { ...row.fix, ...copy(change) };
      note(shelf, tenant, activity);
      if (adds) shelf.fixes.set(at(tenant, adds.id), { tenant, fix: copy(adds) });
      const standing = gap && shelf.gaps.get(at(tenant, gap.id));
      if (gap && standing) Object.assign(standing.gap, { state: gap.state, updatedAt: activity.at });
      const rows = (next ?? []).map((message) => ({ key: messageKey(message), message, notBefore: holdUntil }));
      addMessages(shelf, tenant, rows, activity.at);
      return true;
    },
    history: async (tenant) =>
      of(tenant)
        .map((fix) => pastOf(fix, shelf.gaps.get(at(tenant, fix.gapId))?.gap.state ?? null))
        .filter((past) => past !== null),
  };
}

export function memoryPublications(shelf: Shelf): PublicationStore {
  const of = (tenant: string) =>
    [...shelf.publications.values()]
      .filter((row) => row.tenant === tenant)
      .map((row) => copy(row.publication))
      .sort((a, b) => a.at - b.at || byText(a.id, b.id));
  return {
    get: async (tenant, id) => copy(shelf.publications.get(at(tenant, id))?.publication ?? null),
    list: async (tenant) => of(tenant),
    lastAutomatic: async (limit) =>
      [...shelf.publications.values()]
        .filter(({ publication: p }) => p.by === 'mend' && !p.reverts && ['done', 'rolled_back'].includes(p.state))
        .sort(
          ({ tenant: x, publication: a }, { tenant: y, publication: b }) =>
            b.at - a.at || byText(y, x) || byText(b.id, a.id),
        )
        .slice(0, limit)
        .map(({ tenant, publication: { id, fixId } }) => {
          const isTakenBack = shelf.fixes.get(at(tenant, fixId))?.fix.state === 'rolled_back';
          return { tenant, id, isTakenBack };
        }),
    ofArticles: async (tenant, articleIds, since) =>
      of(tenant).filter((p) => p.at >= since && articleIds.includes(p.articleId ?? '')),
    async intend(tenant, publication) {
      const key = at(tenant, publication.id);
      if (!shelf.publications.has(key)) shelf.publications.set(key, { tenant, publication: copy(publication) });
      return copy(shelf.publications.get(key)?.publication ?? publication);
    },
    async move(tenant, id, from, change, activity) {
      const row = shelf.publications.get(at(tenant, id));
      if (!row || !from.includes(row.publication.state)) return false;
      row.publication = { ...row.publication, ...copy(change) };
      note(shelf, tenant, activity);
      return true;
    },
  };
}

export function memoryActivity(shelf: Shelf): ActivityStore {
  const of = (tenant: string) => shelf.activity.filter((row) => row.tenant === tenant).map((row) => row.activity);
  return {
    add: async (tenant, activity) => note(shelf, tenant, activity),
    list: async (tenant, limit) =>
      of(tenant)
        .map(({ id: _, ...activity }) => activity)
        .reverse()
        .slice(0, limit),
    after: async (tenant, afterId, limit) =>
      of(tenant)
        .filter(({ id }) => id > afterId)
        .slice(0, limit)
        .map((entry) => ({ ...entry, reason: storedSaid(entry.reason) })),
    before: async (tenant, beforeId, limit) =>
      of(tenant)
        .filter(({ id }) => beforeId === null || id < beforeId)
        .reverse()
        .slice(0, limit),
    seals: async (tenant) =>
      shelf.seals
        .filter((row) => row.tenant === tenant)
        .map((row) => row.seal)
        .sort((a, b) => a.upTo - b.upTo),
    async reseal(tenant, seals) {
      for (const { upTo, hash } of seals)
        for (const row of shelf.seals) if (row.tenant === tenant && row.seal.upTo === upTo) row.seal.hash = hash;
    },
    async seal(tenant, seal) {
      if (!shelf.seals.some((row) => row.tenant === tenant && row.seal.upTo === seal.upTo))
        shelf.seals.push({ tenant, seal });
    },
  };
}

export function memoryReviewTimes(shelf: Shelf): ReviewTimeStore {
  return {
    async add(tenant, times) {
      shelf.reviewTimes.push(...times.map((time) => ({ tenant, time: copy(time) })));
    },
    since: async (tenant, since, limit) =>
      shelf.reviewTimes
        .filter((row) => row.tenant === tenant && row.time.at >= since)
        .map((row) => copy(row.time))
        .reverse()
        .slice(0, limit),
  };
}
