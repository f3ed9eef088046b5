import type { Learned } from '../learned/state.ts';
import { background, IMAGINED, normOf, pageWeight, rarity, telling } from './page-index.ts';

/** Share of the background in a page's language. Origin: known study (Jelinek-Mercer, half and half). */
export const BACKGROUND = 0.5;

/** What a word that no page holds weighs beside one that some page holds. Origin: known study. */
const UNKNOWN_WEIGHT = 0.5;

/** Next best pages that the best one is held against, imagined ones too. Origin: known study: level alone .88, contrast .96 (AUROC). */
const RIVALS = IMAGINED;

/**
 * Lead in cosine under which the best page has nothing to do with what was said. Origin: of the development sets' first messages,
 * all 9 pieces of chaff that ask something lie under it and 3 of 372 questions.
 */
export const RELATED = 0.05;

/** ln ratio of a word under a page that doesn't hold it. */
const ABSENT = Math.log(BACKGROUND);

/** What was said, by word: its weight for the ratio of languages and in the vector. Several conversations add up. */
export type Said = Map<number, { level: number; angle: number }>;

/** One page against what was said: mean ln ratio of its language to the background's, and the cosine. */
interface Fit {
  articleId: string;
  level: number;
  angle: number;
}

/** The best page, and by how much it is better than the next ones (`level`) and than all others (`angle`). */
export interface Contrast extends Fit {
  /** Pages that share a word with what was said, best first. */
  ranked: Fit[];
  /** Mean cosine over all pages. */
  usual: number;
}

/** Words and how much each was said. */
export interface Counted {
  words: readonly number[];
  times: readonly number[];
}

/** Weight of a word in a conversation that says it so much: √times · √rarity · how telling it is. */
export function wordWeight(learned: Learned, word: number, times: number): number {
  const known = learned.pages.holders.has(word) ? 1 : UNKNOWN_WEIGHT;
  return known * Math.sqrt(times * rarity(learned.pages, word)) * telling(learned, word);
}

/** What several conversations say, each with the same voice. */
export function saidIn(learned: Learned, conversations: readonly Counted[]): Said {
  const said: Said = new Map();
  for (const { words, times } of conversations) {
    const angles = words.map((word, i) => Math.sqrt(times[i]!) * rarity(learned.pages, word));
    const norm = Math.sqrt(angles.reduce((sum, a) => sum + a * a, 0)) || 1;
    words.forEach((word, i) => {
      const known = said.get(word) ?? { level: 0, angle: 0 };
      known.level += wordWeight(learned, word, times[i]!);
      known.angle += angles[i]! / norm / conversations.length;
      said.set(word, known);
    });
  }
  return said;
}

/**
 * Holds what was said against every page at once: K(x, p) = Σ v·ln((½ tf/len + ½ bg) / bg) / Σ v over its words, and the tf-idf
 * cosine; the best page by the sum of both z-scores against the next ones. Null where no page shares a word. Work grows with
 * the pages that hold the words, not with all.
 */
export function contrast({ pages: index }: Learned, said: Said): Contrast | null {
  let all = 0;
  const found = new Map<string, Fit>();
  for (const [word, { level, angle }] of said) {
    all += level;
    const holders = index.holders.get(word);
    if (!holders) continue;
    const usual = background(index, word);
    for (const [id, times] of holders) {
      const page = index.pages.get(id)!;
      let fit = found.get(id);
      if (!fit) {
        fit = { articleId: id, level: 0, angle: 0 };
        found.set(id, fit);
      }
      fit.level += level * Math.log(1 + ((1 - BACKGROUND) * times) / page.length / (BACKGROUND * usual));
      fit.angle += (angle * pageWeight(index, word, times)) / normOf(index, id);
    }
  }
  if (found.size === 0 || all <= 0) return null;
  const ranked = [...found.values()];
  for (const fit of ranked) fit.level = ABSENT + fit.level / all;
  const size = index.pages.size;
  const rest = size + IMAGINED - ranked.length;
  const level = spread(
    ranked.map((f) => f.level - ABSENT),
    rest,
  );
  const angle = spread(
    ranked.map((f) => f.angle),
    rest,
  );
  const score = (f: Fit) => (f.level - ABSENT) / level.deviation + f.angle / angle.deviation;
  ranked.sort((a, b) => score(b) - score(a) || (a.articleId < b.articleId ? -1 : 1));
  const usual = angle.sum / (size + IMAGINED);
  return { ...against(ranked[0]!, ranked, usual), ranked, usual };
}

/** How much better a page fits than the next ones, and than pages do on average. */
export function against(fit: Fit, ranked: readonly Fit[], usual: number): Fit {
  const levels = ranked.filter((f) => f !== fit).map((f) => f.level);
  levels.sort((a, b) => b - a);
  let next = 0;
  for (let i = 0; i < RIVALS; i++) next += levels[i] ?? ABSENT;
  return { articleId: fit.articleId, level: fit.level - next / RIVALS, angle: fit.angle - usual };
}

/** Sum and standard deviation of values among which `zeros` more are 0. */
function spread(values: readonly number[], zeros: number): { sum: number; deviation: number } {
  let sum = 0;
  let square = 0;
  for (const v of values) {
    sum += v;
    square += v * v;
  }
  const n = values.length + zeros;
  const variance = square / n - (sum / n) ** 2;
  return { sum, deviation: Math.sqrt(Math.max(0, variance)) || 1 };
}
