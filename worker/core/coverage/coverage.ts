import type { Issue, Learned } from '../learned/state.ts';
import { commonness } from './commonness.ts';
import { against, type Contrast, type Counted, contrast, type Said, saidIn } from './contrast.ts';

/** Latest conversations of an issue that are held against the pages together. Origin: known study. */
export const WINDOW = 24;

/** Conversations from which an issue speaks for those in it, and its share of their coverage then. Origin: known study. */
const SPEAKS_FROM = 3;
const ISSUE_SHARE = 0.65;

/** Coverage of what shares no word with a page: hardly any. */
const NOTHING_SHARED = -6;

/**
 * Log odds that a page covers what was said, from its contrast: of one conversation, of several of one issue together, and of
 * the words that an issue's conversations share and others don't. Logistic regression over the development sets, each kind
 * of set weighing the same, both classes too.
 */
const ALONE = { level: 2.7, angle: 7.8, from: -3.65 };
const TOGETHER = { level: 7.8, angle: 16.3, from: -9.05 };
const CORE = { level: 2.75, angle: 12.8, from: -6.8 };

/** ln of how much commoner than elsewhere a core word counts at most. */
const MOST_LIFT = 3;

/** Log odds that a page covers one conversation. */
export function ownOdds(found: Contrast | null): number {
  return odds(found, ALONE);
}

/** The pages nearest to one conversation, best first, each with the log odds that it covers it. */
export function nearest(found: Contrast | null, most: number): { articleId: string; odds: number }[] {
  if (!found) return [];
  return found.ranked
    .slice(0, most)
    .map((fit) => ({ articleId: fit.articleId, odds: odds(against(fit, found.ranked, found.usual), ALONE) }));
}

/** How surely one page covers a conversation, 0 to 1. */
export function coveredBy(found: Contrast | null, articleId: string): number {
  const fit = found?.ranked.find((one) => one.articleId === articleId);
  return fit && found ? logistic(odds(against(fit, found.ranked, found.usual), ALONE)) : 0;
}

/** How well the pages cover an issue: log odds by all that was said and by what is its own; the page nearest to it. */
export interface IssueCoverage {
  together: number;
  core: number;
  articleId: string | null;
}

/** Holds an issue's latest conversations against the pages. */
export function issueCoverage(learned: Learned, issue: Issue): IssueCoverage {
  const latest = issue.members.filter((m) => m.counts).slice(-WINDOW);
  const whole = contrast(learned, saidIn(learned, latest));
  return {
    together: odds(whole, TOGETHER),
    core: odds(contrast(learned, coreOf(learned, issue, latest)), CORE),
    articleId: whole?.articleId ?? null,
  };
}

/** Share of an issue's conversations in which a word recurs, and how much commoner than elsewhere it is, from which it is the issue's own. */
const RECURS = 0.3;
const LEAST_LIFT = 2;
const FULL_LIFT = 4;

/** How much of an issue's own words, by share · ln lift, the page holds that holds most of them: 0 to 1. */
export function ownWordsHeld(learned: Learned, issue: Issue): number {
  const latest = issue.members.filter((m) => m.counts).slice(-WINDOW);
  const held = new Map<string, number>();
  let all = 0;
  for (const [word, n] of saidBy(latest)) {
    const share = n / latest.length;
    const lift = share / commonness(learned, word, [issue]);
    if (n < 2 || share < RECURS || lift < LEAST_LIFT) continue;
    const worth = share * Math.log(Math.min(FULL_LIFT, lift));
    all += worth;
    for (const id of learned.pages.holders.get(word)?.keys() ?? []) held.set(id, (held.get(id) ?? 0) + worth);
  }
  return all > 0 ? Math.max(0, ...held.values()) / all : 0;
}

/** In how many of these conversations each word is said. */
function saidBy(conversations: readonly Counted[]): Map<number, number> {
  const said = new Map<number, number>();
  for (const { words } of conversations) for (const word of words) said.set(word, (said.get(word) ?? 0) + 1);
  return said;
}

/** How surely a page covers a conversation, 0 to 1: its own odds, and those of its issue once that speaks. */
export function coverageOf(learned: Learned, issue: Issue, own: number): number {
  if (issue.counted < SPEAKS_FROM) return logistic(own);
  const { together, core } = issueCoverage(learned, issue);
  return logistic((1 - ISSUE_SHARE) * own + (ISSUE_SHARE * (together + core)) / 2);
}

/** The words that two or more of an issue's conversations share and others have less, by share and by how much less. */
function coreOf(learned: Learned, issue: Issue, latest: readonly Counted[]): Said {
  const words: number[] = [];
  const times: number[] = [];
  for (const [word, n] of saidBy(latest)) {
    if (n < 2) continue;
    const lift = Math.log(n / latest.length / commonness(learned, word, [issue]));
    if (lift <= 0) continue;
    words.push(word);
    times.push(((n / latest.length) * Math.min(MOST_LIFT, lift)) ** 2);
  }
  return saidIn(learned, [{ words, times }]);
}

function odds(found: Pick<Contrast, 'level' | 'angle'> | null, fit: typeof ALONE): number {
  return found ? fit.level * found.level + fit.angle * found.angle + fit.from : NOTHING_SHARED;
}

function logistic(x: number): number {
  return 1 / (1 + Math.exp(-x));
}
