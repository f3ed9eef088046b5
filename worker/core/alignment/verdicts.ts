import { type Value, valuesIn } from '../claim/values.ts';
import type { Contrast } from '../coverage/contrast.ts';
import { nearest } from '../coverage/coverage.ts';
import type { Learned, LearnedArticle } from '../learned/state.ts';
import type { Reader } from '../text/reader.ts';
import { nearValue } from './near-value.ts';
import { alike, claimsOfPage, type PageClaim, type Place } from './page-claims.ts';

/** Pages that a conversation's statements are held against: one of two questions has its page among the nearest few. */
const NEAREST = 5;

/** What each page before it costs a page further off, so that the conversation's own comes first. */
const A_PAGE_OFF = 0.03;

/** Nearness under which a value has nothing to do with a place; from which it surely speaks of it. Read off paraphrased mail. */
const FAINT = 0.1;
const SURE = 0.3;

/** Share of the nearness to the place with another value from which one with the same value explains the statement instead. */
const EXPLAINED = 0.5;
/** What a further page must be nearer by to explain a value that the nearer page states otherwise. */
const EXPLAINED_AFAR = 0.1;

/** Nearness from which even a question states a claim: it repeats the line. */
const ASKED_AS_STATED = 0.6;

/** What a number in words that counts things is worth beside one in figures. */
const SPELLED = 0.5;

/** What one statement says of one claim of a page: the same value, or another; and how surely it speaks of that claim at all. */
interface Verdict {
  claim: PageClaim;
  place: Place;
  said: Value;
  isSame: boolean;
  nearness: number;
  /** Probability that the statement is about the claim, 0 to 1. */
  worth: number;
}

/** A page that a conversation may be about, and how surely it is, 0 to 1. */
export interface Near {
  article: LearnedArticle;
  covers: number;
}

/** Log odds by which a page must cover a conversation before it is as likely as not that what is said is said of it. Stated. */
const OWN_PAGE = 1;

/** The pages nearest to a conversation, the best first; how surely each is its own falls with what the best is better by. */
export function nearestPages(learned: Learned, found: Contrast | null): Near[] {
  const pages = nearest(found, NEAREST);
  const most = Math.max(...pages.map(({ odds }) => odds));
  return pages.flatMap(({ articleId, odds }) => {
    const article = learned.articles.get(articleId);
    return article ? [{ article, covers: Math.exp(odds - most) / (1 + Math.exp(OWN_PAGE - odds)) }] : [];
  });
}

/** A sentence that states more values is a table or a list without its lines; none of them has words of its own. Own choice. */
const MAX_VALUES = 40;

/**
 * What one sentence says of the claims of these pages, value by value. A value that a page states itself, for whatever claim
 * near enough, is said as it stands; a question that isn't nearly a line's own states nothing.
 */
export function verdictsOn(learned: Learned, pages: readonly Near[], sentence: string): Verdict[] {
  const values = valuesIn(sentence);
  if (values.length > MAX_VALUES) return [];
  const isAsked = /\?["'”’)]*\s*$/.test(sentence);
  return values.flatMap((said): Verdict[] => {
    const near = nearValue(sentence, said, values);
    const candidates = pages.flatMap(({ article, covers }, rank) =>
      claimsOfPage(learned, article)
        .filter((claim) => claim.dimension === said.dimension)
        .flatMap((claim) =>
          claim.places.map((place) => {
            const nearness = alike(learned, near, place) - rank * A_PAGE_OFF;
            return { claim, place, nearness, rank, covers };
          }),
        ),
    );
    const same = best(candidates.filter(({ claim }) => claim.value === said.value));
    const other = best(candidates.filter(({ claim }) => claim.value !== said.value));
    const found = explains(same, other) ? same : other;
    if (found === null || found.nearness < (isAsked ? ASKED_AS_STATED : FAINT)) return [];
    const isSame = found === same;
    if (!isSame && values.some((one) => one.dimension === said.dimension && one.value === found.claim.value)) return [];
    const worth = found.covers * Math.min(1, found.nearness / SURE) * (said.isSpelledCount ? SPELLED : 1);
    return [{ claim: found.claim, place: found.place, said, isSame, nearness: found.nearness, worth }];
  });
}

/** What a conversation's agents say of claims in the end: of what one says and later corrects, the last counts. */
export function finalVerdicts(
  learned: Learned,
  pages: readonly Near[],
  turns: readonly { text: string; personId?: string | null }[],
  sentencesOf: Reader,
): { verdict: Verdict; turn: number; sentence: string }[] {
  const last = new Map<PageClaim, { verdict: Verdict; turn: number; sentence: string }[]>();
  turns.forEach(({ text }, turn) => {
    for (const sentence of sentencesOf(text))
      for (const verdict of verdictsOn(learned, pages, sentence.text)) {
        const known = last.get(verdict.claim) ?? [];
        const kept = known.filter((one) => one.turn === turn);
        last.set(verdict.claim, [...kept, { verdict, turn, sentence: sentence.text }]);
      }
  });
  return [...last.values()].map((said) =>
    said.reduce((kept, one) => (rank(one.verdict) > rank(kept.verdict) ? one : kept)),
  );
}

/** Within one turn a statement of the page's own value counts before one of another. */
const rank = (verdict: Verdict): number => (verdict.isSame ? 1 : 0) + verdict.nearness / 2;

interface Candidate {
  claim: PageClaim;
  place: Place;
  nearness: number;
  rank: number;
  covers: number;
}

function best(candidates: readonly Candidate[]): Candidate | null {
  return candidates.reduce<Candidate | null>(
    (known, one) => (known && known.nearness >= one.nearness ? known : one),
    null,
  );
}

function explains(same: Candidate | null, other: Candidate | null): same is Candidate {
  if (same === null || same.nearness < FAINT / 2) return false;
  if (other === null) return true;
  if (same.rank <= other.rank) return same.nearness >= EXPLAINED * other.nearness;
  return same.nearness >= other.nearness + EXPLAINED_AFAR;
}
