import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../../shared/time.ts';

/** One article is changed by itself at most once in so long, so that what one change did can be seen before the next. Own choice. */
export const ARTICLE_REST_MS = DAY_MS;

/** A person who edited an article is not written over so soon: they may still be at it. Own choice. */
export const EDIT_REST_MS = 30 * MINUTE_MS;

/** How many places there are; `articles` are ids that the publication writes. */
export interface Caps {
  maxPerHour: number;
  maxPerDay: number;
}
export interface TakenPlace {
  at: number;
  articles: string[];
}

/**
 * When (event time, ms) the caps have a place for a publication of these articles that is asked for at `at`, given the
 * places that others hold; `at` itself where there is one now.
 */
export function freeAt(taken: readonly TakenPlace[], wish: TakenPlace, caps: Caps): number {
  const within = (ms: number) =>
    taken
      .map((place) => place.at)
      .filter((at) => at > wish.at - ms)
      .sort((a, b) => a - b);
  const after = (times: number[], most: number, ms: number) =>
    times.length < most ? wish.at : (times[times.length - Math.max(1, most)] ?? wish.at) + ms;
  const resting = taken
    .filter((place) => place.articles.some((id) => wish.articles.includes(id)))
    .map((place) => place.at + ARTICLE_REST_MS);
  return Math.max(
    after(within(HOUR_MS), caps.maxPerHour, HOUR_MS),
    after(within(DAY_MS), caps.maxPerDay, DAY_MS),
    ...resting.filter((until) => until > wish.at),
  );
}
