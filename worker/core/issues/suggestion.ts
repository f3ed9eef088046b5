import type { Issue, Learned } from '../learned/state.ts';
import { hash32 } from '../text/hash32.ts';
import { masked } from '../text/sentences.ts';
import { isFunctionWord, stem, tokens } from '../text/words.ts';
import { inOrder } from './issues.ts';
import { raise } from './members.ts';

/** Longest question read, in characters, and most features of it. */
const MAX_CHARS = 4_096;
const MAX_FEATURES = 600;

/** Most suggestions. */
const MOST = 5;

/** Bound of one feature's log ratio, and the pseudo-count that shrinks it. */
const CLIP = 3;
const PRIOR = 0.5;

/** Weight of the log likelihood beside the learned correction, and of an issue's size in it. */
const LIKELIHOOD_WEIGHT = 0.05;
const SIZE_WEIGHT = 0.5;

/** Largest step of a correction (the aggressiveness C of Crammer et al. 2006, PA-I), and the margin it strives for. */
const STEP = 0.1;
const MARGIN = 1;

/** Temperature that turns scores into shares of belief. */
const TEMPERATURE = 0.3;

/**
 * What a question says, word by word and pair by pair; names, numbers and quoted values as one slot. Grammar says much of how
 * customers ask and nothing of what an article is about: `withGrammar` leaves it out for the latter.
 */
export function askedFeatures(text: string, withGrammar = true): number[] {
  const found = new Set<number>();
  for (const message of text.slice(0, MAX_CHARS).split('\n')) {
    let before = '^';
    let wasPlain = false;
    for (const token of tokens(masked(message).replaceAll('…', ' slot0 '))) {
      if (found.size >= MAX_FEATURES) return [...found];
      const isPlain = !isFunctionWord(token) && token !== 'slot0';
      const word = isPlain ? stem(token) : token;
      if (isPlain || withGrammar) found.add(hash32(`q:${word}`));
      if (isPlain || wasPlain || withGrammar) found.add(hash32(`p:${before} ${word}`));
      before = word;
      wasPlain = isPlain;
    }
  }
  return [...found];
}

/** Articles that fit a question, best first, up to 5, from what was learned before. Scores are shares of belief, 0 to 1. */
export function suggest(learned: Learned, question: string): { articleId: string; score: number }[] {
  const ranked = ranking(learned, askedFeatures(question));
  const best = ranked[0]?.score ?? 0;
  const shares = ranked.map((r) => Math.exp((r.score - best) / TEMPERATURE));
  const all = shares.reduce((sum, s) => sum + s, 0);
  return ranked
    .slice(0, MOST)
    .map((r, i) => ({ articleId: r.issue.articleId as string, score: (shares[i] ?? 0) / all }));
}

/** How much suggestions have learned from, 0 to 1: half with as many solved conversations (one a person) as articles. */
export function experienceOf(learned: Learned): number {
  let solved = 0;
  for (const issue of learned.issues.values()) if (issue.articleId !== null) solved += issue.counted;
  return solved === 0 ? 0 : solved / (solved + learned.articles.size);
}

/**
 * Corrects the ranking by one solved conversation whose article is known: the issue's weights are drawn towards the
 * question's features, those of the strongest rival away, as far as the margin lacks. Source: passive-aggressive
 * learning, PA-I, Crammer et al. 2006, on top of the log likelihood.
 */
export function teach(learned: Learned, issue: Issue, features: readonly number[]): void {
  if (issue.articleId === null || features.length === 0) return;
  const ranked = ranking(learned, features);
  const own = ranked.find((r) => r.issue === issue);
  const rival = ranked.find((r) => r.issue !== issue);
  if (!own || !rival) return;
  const lack = MARGIN - (own.score - rival.score);
  if (lack <= 0) return;
  const step = Math.min(STEP, lack / 2) / Math.sqrt(features.length);
  for (const f of features) {
    raise(issue.lean, f, step);
    raise(rival.issue.lean, f, -step);
  }
}

function ranking(learned: Learned, features: readonly number[]): { issue: Issue; score: number }[] {
  const found: { issue: Issue; score: number }[] = [];
  const norm = 1 / Math.sqrt(Math.max(1, features.length));
  for (const issue of learned.issues.values()) {
    if (issue.articleId === null) continue;
    const n = issue.counted + issue.born;
    const share = n / (learned.backgroundSize + 1);
    let likelihood = SIZE_WEIGHT * Math.log(n + 1);
    let lean = 0;
    for (const f of features) {
      const ratio = ((issue.asked.get(f) ?? 0) + PRIOR) / ((learned.asked.get(f) ?? 0) * share + PRIOR);
      likelihood += Math.max(-CLIP, Math.min(CLIP, Math.log(ratio)));
      lean += issue.lean.get(f) ?? 0;
    }
    found.push({ issue, score: LIKELIHOOD_WEIGHT * likelihood + norm * lean });
  }
  return found.sort((a, b) => b.score - a.score || inOrder(learned, a.issue, b.issue));
}
