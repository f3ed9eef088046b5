import { HOUR_MS } from '../../../shared/time.ts';
import { ARTICLE_REST_MS } from '../../../worker/core/publishing/deciding/caps.ts';
import type { ReservationStore } from '../../../worker/loop/ports/stores/publications.ts';
import { at, copy, type Shelf } from './shelf.ts';

export function memoryReservations(shelf: Shelf): ReservationStore {
  const isStanding = (tenant: string, publicationId: string) => {
    const state = shelf.publications.get(at(tenant, publicationId))?.publication.state;
    return state !== undefined && state !== 'failed';
  };
  const counting = (tenant: string, since: number, wallNow: number) =>
    [...shelf.reservations.values()]
      .filter((row) => row.tenant === tenant)
      .map((row) => row.wish)
      .filter((wish) => wish.at > since && (wish.expiresAt > wallNow || isStanding(tenant, wish.publicationId)));
  return {
    async reserve(tenant, wish) {
      const within = (ms: number) =>
        counting(tenant, wish.at - ms, wish.wallNow).filter((other) => other.fixId !== wish.fixId);
      const isResting = within(ARTICLE_REST_MS).some((o) => o.articles.some((id) => wish.articles.includes(id)));
      const day = within(24 * HOUR_MS);
      if (within(HOUR_MS).length >= wish.maxPerHour || day.length >= wish.maxPerDay || isResting)
        return {
          isTaken: false,
          others: day.map(({ at: when, articles }) => ({ at: when, articles: copy(articles) })),
        };
      shelf.reservations.set(at(tenant, wish.fixId), { tenant, wish: copy(wish) });
      return { isTaken: true, others: [] };
    },
    async release(tenant, fixId) {
      const held = shelf.reservations.get(at(tenant, fixId));
      if (held && !isStanding(tenant, held.wish.publicationId)) shelf.reservations.delete(at(tenant, fixId));
    },
    countSince: async (tenant, since, wallNow) => counting(tenant, since, wallNow).length,
  };
}
