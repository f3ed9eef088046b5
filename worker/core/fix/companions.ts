import type { Article } from '../../../shared/article.ts';
import type { AlsoChanged } from '../../../shared/gap.ts';
import { claimsOf, compareClaims } from '../claim/claims.ts';
import { blocksOf, replaceText } from '../html/blocks.ts';
import { statementsAdded } from '../publishing/watching/antibody.ts';
import { hashText } from '../text/hash.ts';
import { sentences } from '../text/sentences.ts';
import { words } from '../text/words.ts';

/** Share of a sentence's words, its values apart, that another must hold to state the same fact. Origin: stated default. */
const SAME_FACT = 0.7;

/** A fix that changes more lines than this rewrites an article; what it changes is no one fact. */
const MAX_PAIRS = 5;

/** What a fix changes: the text it was drafted from and as it would stand. */
export interface Changed {
  articleId: string;
  locale: string;
  baseHtml: string;
  bodyHtml: string;
}

/** A sentence that goes and the one that comes for it. */
export interface Pair {
  removed: string;
  added: string;
}

/** The sentences that a fix exchanges one for one; none where it only adds or takes away, or changes too many. */
export function exchanged({ baseHtml, bodyHtml }: Pick<Changed, 'baseHtml' | 'bodyHtml'>): Pair[] {
  const [removed, added] = [statementsAdded(bodyHtml, baseHtml), statementsAdded(baseHtml, bodyHtml)];
  if (removed.length !== added.length || removed.length > MAX_PAIRS) return [];
  return removed.map((line, i) => ({ removed: line, added: added[i] ?? '' }));
}

/**
 * The other articles that state what a fix changes, each changed alike: the same sentence is exchanged, and where another
 * wording states the same typed values of the same thing, its values alone. Only articles of the same language, brand and
 * audience, since a change crosses none of them. `outdated` are other locales of a changed article: they state it too, but
 * can't be changed here.
 */
export function companionsOf(
  changed: Changed,
  articles: readonly Article[],
): { also: AlsoChanged[]; outdated: { articleId: string; locale: string }[] } {
  const own = articles.find(({ id, locale }) => id === changed.articleId && locale === changed.locale);
  const pairs = exchanged(changed);
  if (!own || pairs.length === 0) return { also: [], outdated: [] };
  const also: AlsoChanged[] = [];
  for (const other of articles.filter((article) => isKin(article, own))) {
    let bodyHtml = other.bodyHtml;
    let first: Pair | null = null;
    for (const pair of pairs) {
      const found = exchangedIn(bodyHtml, pair);
      if (!found) continue;
      bodyHtml = found.bodyHtml;
      first ??= found.pair;
    }
    if (!first) continue;
    also.push({
      ...{ articleId: other.id, locale: other.locale, title: other.title, bodyHtml, baseHtml: other.bodyHtml },
      ...{ baseHash: hashText(`${other.title}\u0000${other.bodyHtml}`), ...first },
    });
  }
  const ids = new Set([changed.articleId, ...also.map(({ articleId }) => articleId)]);
  const isWritten = (article: Article) =>
    article === own || also.some(({ articleId, locale }) => articleId === article.id && locale === article.locale);
  const outdated = articles
    .filter((article) => ids.has(article.id) && !article.isDraft && !isWritten(article))
    .map(({ id, locale }) => ({ articleId: id, locale }));
  return { also, outdated };
}

function isKin(article: Article, own: Article): boolean {
  return (
    article.id !== own.id &&
    !article.isDraft &&
    article.brand === own.brand &&
    languageOf(article.locale) === languageOf(own.locale) &&
    JSON.stringify(article.audience) === JSON.stringify(own.audience)
  );
}

const languageOf = (locale: string): string => locale.toLowerCase().split('-')[0] ?? locale;

/** The HTML with the pair exchanged in the one place that states it, and the pair as it stood there; null where none does. */
export function exchangedIn(html: string, pair: Pair): { bodyHtml: string; pair: Pair } | null {
  const restate = restating(pair);
  for (const block of blocksOf(html)) {
    if (block.text.includes(pair.removed)) {
      const bodyHtml = replaceText(html, block, pair.removed, pair.added);
      if (bodyHtml !== null) return { bodyHtml, pair };
    }
    for (const { text } of sentences(block.text)) {
      const changed = restate(text);
      const bodyHtml = changed === null ? null : replaceText(html, block, text, changed);
      if (changed !== null && bodyHtml !== null) return { bodyHtml, pair: { removed: text, added: changed } };
    }
  }
  return null;
}

/** A sentence with the values that the pair exchanges; null where it does not state the same values of the same thing. */
export function restating({ removed, added }: Pair): (sentence: string) => string | null {
  const { differing } = compareClaims(claimsOf(removed), claimsOf(added));
  const ofRemoved = plainWords(removed);
  return (sentence) => {
    if (differing.length === 0 || !isSameFact(ofRemoved, plainWords(sentence))) return null;
    const stated = claimsOf(sentence);
    let changed = sentence;
    for (const { from, to } of differing) {
      const own = stated.find((claim) => compareClaims([from], [claim]).same.length === 1);
      if (!own || changed.indexOf(own.text) !== changed.lastIndexOf(own.text)) return null;
      changed = changed.replace(own.text, () => to.text);
    }
    return changed;
  };
}

/** Whether two sentences speak of the same thing: most words of either, values apart, stand in the other. */
function isSameFact(x: ReadonlySet<string>, y: ReadonlySet<string>): boolean {
  if (x.size === 0 || y.size === 0) return false;
  const shared = [...x].filter((word) => y.has(word)).length;
  return shared >= SAME_FACT * Math.max(x.size, y.size);
}

/** What the helpdesk fills into a saved reply; it says nothing of a fact. Source: Zendesk's placeholders, a dialect of Liquid. */
export const PLACEHOLDER = /\{\{[^{}]{0,200}\}\}|\{%[^{}%]{0,200}%\}/g;

function plainWords(sentence: string): Set<string> {
  return new Set(words(sentence.replace(PLACEHOLDER, ' ')).filter((word) => !/\d/.test(word)));
}
