import { type Value, valuesIn } from '../claim/values.ts';
import { rarity } from '../coverage/page-index.ts';
import type { Learned, LearnedArticle, Line } from '../learned/state.ts';
import { contentWords, nearValue } from './near-value.ts';

/** How much a word counts by where it stands about a line; a word of the line itself counts 1. Stated. */
const OF_HEADING = 0.8;
const OF_NEIGHBOUR = 0.6;
const OF_TITLE = 0.5;

/** Nearness of two places of one page from which they state one claim, where they state the same value. */
const ONE_CLAIM = 0.25;

/** Nearness of places of two pages from which they speak of the same thing. Stated: pages share a vocabulary. */
const SAME_THING = 0.5;

/** One place of a page that states a value: the words near it there, and those of its line with what stands about. */
export interface Place {
  line: Line;
  value: Value;
  near: Map<number, number>;
  about: Map<number, number>;
}

/** One claim of a page: the places that state it, all with one value. */
export interface PageClaim {
  articleId: string;
  dimension: string;
  value: string;
  places: Place[];
}

const read = new WeakMap<LearnedArticle, Place[]>();

/** The claims of a page that can be checked by their value, in order of reading. */
export function claimsOfPage(learned: Learned, article: LearnedArticle): PageClaim[] {
  const places = read.get(article) ?? placesOf(article);
  read.set(article, places);
  const claims: PageClaim[] = [];
  for (const place of places) {
    const { dimension, value } = place.value;
    const isOne = (other: Place) =>
      alike(learned, place.near, other) >= ONE_CLAIM || alike(learned, other.near, place) >= ONE_CLAIM;
    const same = claims.find(
      (claim) => claim.dimension === dimension && claim.value === value && claim.places.some(isOne),
    );
    if (same) same.places.push(place);
    else claims.push({ articleId: article.id, dimension, value, places: [place] });
  }
  return claims;
}

/** Whether two places, of whichever pages, speak of the same thing, whatever values they state. */
export function sayTheSame(learned: Learned, one: Place, other: Place): boolean {
  return Math.max(alike(learned, one.near, other), alike(learned, other.near, one)) >= SAME_THING;
}

/**
 * How surely words around a value speak of this place of a page, 0 to 1: harmonic mean of the share of their weight that the
 * line and what stands about it hold, and of the share of the place's own words that they hold.
 */
export function alike(learned: Learned, near: ReadonlyMap<number, number>, place: Place): number {
  const held = shareHeld(learned, near, place.about);
  const holds = shareHeld(learned, place.near, near, 1);
  return held + holds > 0 ? (2 * held * holds) / (held + holds) : 0;
}

/** Share of the weight of words that others hold; each as far as it is tied to them, or wholly. */
function shareHeld(
  learned: Learned,
  words: ReadonlyMap<number, number>,
  others: ReadonlyMap<number, number>,
  worth?: number,
): number {
  let [all, held] = [0, 0];
  for (const [word, tie] of words) {
    const weight = rarity(learned.pages, word) * tie;
    all += weight;
    if (others.has(word)) held += weight * (worth ?? others.get(word) ?? 0);
  }
  return all > 0 ? held / all : 0;
}

function placesOf(article: LearnedArticle): Place[] {
  let heading: Line | null = null;
  return article.lines.flatMap((line, at) => {
    if (line.isHeading) heading = line;
    const text = line.isHeading ? null : (line.plain ?? line.text);
    const values = text === null ? [] : valuesIn(text);
    if (text === null || values.length === 0) return [];
    const about = new Map<number, number>();
    const put = (words: readonly number[], worth: number): void => {
      for (const word of words) about.set(word, Math.max(about.get(word) ?? 0, worth));
    };
    put(contentWords(article.title), OF_TITLE);
    for (const other of [article.lines[at - 1], article.lines[at + 1]])
      if (other && other.section === line.section) put(contentWords(lineText(other)), OF_NEIGHBOUR);
    if (heading && heading.section === line.section) put(contentWords(lineText(heading)), OF_HEADING);
    put(contentWords(text), 1);
    return values.map((value) => ({ line, value, near: nearValue(text, value, values), about }));
  });
}

/** A line's sentence as it stands, or its stems where it wasn't kept. */
function lineText(line: Line): string {
  return line.plain ?? line.text ?? line.stems.join(' ');
}
