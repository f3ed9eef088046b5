import { claimsOfPage, type PageClaim } from '../../alignment/page-claims.ts';
import type { Correction } from '../../learned/finding.ts';
import type { Learned, LearnedArticle, Line, Vote } from '../../learned/state.ts';
import { commonest } from '../../statistics/commonest.ts';
import { AS_WORDED, named } from './votes.ts';

/** One claim of an article, with the last vote of each organization on it, in order of learning. */
export interface Contest {
  lines: Line[];
  /** The value as each line writes it; empty where words are compared. */
  written: Map<number, string>;
  stated: string;
  votes: Vote[];
}

/** The votes on an article's claims as it stands, a claim at a time. */
export function contestsOf(learned: Learned, article: LearnedArticle): Contest[] {
  const votes = learned.votes.get(article.id) ?? [];
  if (votes.length === 0) return [];
  const byValue = claimsOfPage(learned, article).map((claim) => contestOf(claim, votes));
  const byWords = article.lines.flatMap((line): Contest[] => {
    const own = votes.filter((one) => one.line === line.key && one.stated === AS_WORDED);
    return own.some((one) => one.words.length > 0)
      ? [{ lines: [line], written: new Map(), stated: AS_WORDED, votes: lastOfEach(own) }]
      : [];
  });
  return [...byValue, ...byWords].filter(({ votes: own }) => own.length > 0);
}

function contestOf(claim: PageClaim, votes: readonly Vote[]): Contest {
  const written = new Map(claim.places.map(({ line, value }) => [line.key, value.text]));
  const own = votes.filter((one) => one.stated === named(claim) && written.has(one.line));
  return { lines: claim.places.map(({ line }) => line), written, stated: named(claim), votes: lastOfEach(own) };
}

/** One vote an organization, its last. */
function lastOfEach(votes: readonly Vote[]): Vote[] {
  return votes.filter((one, at) => votes.findLastIndex((other) => other.person === one.person) === at);
}

/** What stands in the place of an article's value on each of its lines, as agents mostly write it. */
export function correctionsOf(contest: Contest, votes: readonly Vote[]): Correction[] {
  const right = commonest(votes.map((one) => one.text));
  if (contest.stated === AS_WORDED) return [];
  return [...contest.written].map(([line, wrong]) => ({ line, wrong, right: written(wrong, votes) ?? right }));
}

/** Of the ways agents write the value, the commonest of the shape in which the article writes its own ("48 hours" for "7 days"). */
function written(wrong: string, votes: readonly Vote[]): string | null {
  const shape = (text: string) =>
    text
      .replace(/[\d.,]+/g, '0')
      .replace(/\p{Lu}\p{L}+/gu, 'A')
      .replace(/\p{L}+/gu, 'a')
      .replace(/\s+/g, ' ');
  const unit = (text: string) => text.replace(/[\d.,\s]+/g, '').toLowerCase();
  const alike = (test: (text: string) => boolean) => votes.map((one) => one.text).filter(test);
  const best = [
    alike((text) => shape(text) === shape(wrong) && unit(text) === unit(wrong)),
    alike((text) => shape(text) === shape(wrong)),
  ].find((texts) => texts.length > 0);
  return best ? commonest(best) : null;
}

/** A sentence with an article's value corrected. */
export function corrected(text: string, corrections: readonly Correction[], line: Pick<Line, 'key'>): string {
  const own = corrections.find((one) => one.line === line.key);
  return own ? text.replace(own.wrong, () => own.right) : text;
}
