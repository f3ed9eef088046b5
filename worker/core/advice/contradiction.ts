import type { Contradiction } from '../../../shared/advice.ts';
import { contained } from '../acts/acts.ts';
import { type Claim, claimsOf, compareClaims, type Difference } from '../claim/claims.ts';
import { otherValues, signature, VALUE_KINDS } from '../findings/values.ts';
import type { Line } from '../learned/state.ts';
import type { Learned } from '../learning/learned.ts';
import { isCourtesyStem, reading, sentences } from '../text/sentences.ts';

/** Most contradictions told of one draft: the first to mend it are enough. */
const MAX_FOUND = 3;

/** What is shown of an article beside a contradiction. */
export interface CheckedArticle {
  id: string;
  title: string;
  url: string;
}

/**
 * Sentences of a draft reply that say a line of these articles with other values, each line once. What customers are
 * already known to be told in its place is no contradiction but the article's own trouble; a question states nothing.
 */
export function contradictionsIn(l: Learned, articles: readonly CheckedArticle[], draft: string): Contradiction[] {
  const found: Contradiction[] = [];
  for (const sentence of sentences(draft)) {
    if (/\?["'”’)]*$/.test(sentence.text)) continue;
    for (const { id, title, url } of articles)
      for (const line of l.articles.get(id)?.lines ?? []) {
        if (found.length >= MAX_FOUND) return found;
        if (line.text === null || found.some((f) => f.articleId === id && f.line === line.key)) continue;
        const differing = otherValues(l, line, sentence.text) ?? shorterWith(l, line, sentence.text);
        if (!differing || isKnown(l, id, line.key, signature(differing))) continue;
        found.push({
          articleId: id,
          articleTitle: title,
          articleUrl: url,
          line: line.key,
          statement: line.text,
          sentence: sentence.text,
          says: differing.map(({ from }) => from.text).join(', '),
          wrote: differing.map(({ to }) => to.text).join(', '),
        });
      }
  }
  return found;
}

/** Share of a shorter sentence's content that a line must hold to be what it says, and words of content they share. */
const HELD = 0.8;
const MIN_SHARED = 2;

/**
 * Other values in a sentence that says the line in fewer words ("Your refund takes 30 days."): both begin with the same
 * word of content, and the values' own words don't count. Null where it says something else.
 */
function shorterWith(l: Learned, line: Line, sentence: string): Difference[] | null {
  if (line.text === null) return null;
  const [own, given] = [valuesIn(line.text), valuesIn(sentence)];
  const said = aboutWhat(sentence, given);
  const held = aboutWhat(line.text, own);
  const shared = said.filter((s) => held.includes(s));
  if (said[0] !== held[0] || shared.length < MIN_SHARED) return null;
  if (contained(l, { stems: said }, { stems: held }) < HELD) return null;
  const { differing } = compareClaims(own, given);
  return differing.length > 0 ? differing : null;
}

const valuesIn = (text: string): Claim[] => claimsOf(text).filter((claim) => VALUE_KINDS.has(claim.kind));

/** The words of content of a sentence, without courtesy and those of its values. */
function aboutWhat(sentence: string, values: readonly Claim[]): string[] {
  const ofValues = new Set(values.flatMap((claim) => reading(claim.text).stems));
  return reading(sentence).stems.filter((s) => !ofValues.has(s) && !isCourtesyStem(s));
}

/** Whether agents are found to give this value in the line's place. */
function isKnown(l: Learned, articleId: string, line: number, value: string): boolean {
  const given = [...l.issues.values()]
    .filter((issue) => issue.articleId === articleId)
    .flatMap((issue) => issue.members.flatMap((m) => m.values));
  const isFound = [...l.findings.values()].some((f) => f.articleId === articleId && f.statistics.lineKey === line);
  return isFound && given.some((other) => other.line === line && other.value === value);
}
