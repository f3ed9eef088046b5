import { commonness } from '../coverage/commonness.ts';
import { BACKGROUND, type Contrast, type Counted, RELATED, wordWeight } from '../coverage/contrast.ts';
import { coveredBy } from '../coverage/coverage.ts';
import { background } from '../coverage/page-index.ts';
import type { Page } from '../learned/pages.ts';
import type { Issue, Learned } from '../learned/state.ts';
import { inOrder } from './issues.ts';

/** Conversations at which an issue's own words weigh as much as its article's. Origin: known study. */
const PAGE_WORTH = 8;

/** Pseudo-conversations that shrink an observed share of conversations to that of all. Origin: .5 and 1 tried on the development sets. */
const PRIOR = 1;

/** Bound of one word's log ratio, so that no single word decides. */
const CLIP = 3;

/** Mean log ratio under which no known issue is good enough. Origin: .2, .3, .35, .5 tried on the development sets. */
export const GOOD_ENOUGH = 0.2;

/** Mean log ratio that a page loses which surely doesn't cover what was said, and the coverage from which it loses none. Origin: .3 and .6 tried. */
const DOUBT = 0.3;
const HARDLY = 0.27;

/** Related pages, the nearest, whose issues are asked although nobody wrote about them yet. Bounds the work. */
const NEAREST = 24;

/** Words, the most telling, of which an issue must have met one to be asked. Bounds the work. */
const TELLING_WORDS = 24;

export interface Choice {
  issue: Issue;
  score: number;
}

/**
 * How well words fit an issue: the mean, by their weights, of ln r. Under an article r mixes the page's language over the
 * background's with its conversations' share over that of all, n / (n + PAGE_WORTH) to the conversations; without one the latter
 * alone. All issues are held against one background, their own conversations in it: against the others' alone a large issue owns
 * whatever it shares with a small one. Words that another issue said already are left out of it where that issue is named.
 */
export function scoreOf(learned: Learned, issue: Issue, { words, times }: Counted, by?: Issue): number {
  const page = issue.articleId === null ? undefined : learned.pages.pages.get(issue.articleId);
  const own = page ? issue.counted / (issue.counted + PAGE_WORTH) : 1;
  const without = by ? [by] : [];
  let sum = 0;
  let all = 0;
  words.forEach((word, i) => {
    const weight = wordWeight(learned, word, times[i]!);
    const here = issue.spoken.get(word) ?? 0;
    const said = (here + PRIOR) / (issue.counted * commonness(learned, word, without) + PRIOR);
    const ratio = page ? (1 - own) * pageRatio(learned, page, word) + own * said : said;
    sum += weight * Math.max(-CLIP, Math.min(CLIP, Math.log(ratio)));
    all += weight;
  });
  return all > 0 ? sum / all : 0;
}

function pageRatio({ pages }: Learned, page: Page, word: number): number {
  const times = page.words.get(word);
  if (times === undefined) return BACKGROUND;
  return BACKGROUND + ((1 - BACKGROUND) * times) / page.length / background(pages, word);
}

/** Scores the issues that may be meant, best first; ties by content. Where no pages are given, those who wrote before alone are asked. */
export function choices(learned: Learned, said: Counted, found: Contrast | null): Choice[] {
  const related = found?.ranked.slice(0, NEAREST).filter((fit) => fit.angle >= RELATED) ?? [];
  const near = new Set(related.map((fit) => fit.articleId));
  const weighed = said.words.map((word, i) => ({ word, weight: wordWeight(learned, word, said.times[i]!) }));
  weighed.sort((a, b) => b.weight - a.weight || a.word - b.word);
  const telling = weighed.slice(0, TELLING_WORDS).map(({ word }) => word);
  return [...learned.issues.values()]
    .filter(
      (issue) =>
        (issue.articleId !== null && near.has(issue.articleId)) ||
        (issue.counted > 0 && telling.some((word) => issue.spoken.has(word))),
    )
    .map((issue) => ({ issue, score: scoreOf(learned, issue, said) - doubtOf(issue, found) }))
    .sort((a, b) => b.score - a.score || inOrder(learned, a.issue, b.issue));
}

/** What it costs that an issue's page hardly covers what was said, as far as the issue still lives of its page. */
function doubtOf(issue: Issue, found: Contrast | null): number {
  if (issue.articleId === null || found === null) return 0;
  const share = 1 - Math.min(1, coveredBy(found, issue.articleId) / HARDLY);
  return (DOUBT * share * PAGE_WORTH) / (issue.counted + PAGE_WORTH);
}

/** The issue a conversation belongs to, or null where none is good enough. */
export function chosen(ranked: readonly Choice[]): Choice | null {
  const best = ranked[0];
  return best && best.score >= GOOD_ENOUGH ? best : null;
}
