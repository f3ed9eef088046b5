import type { FeatureWeights } from './article-model.ts';
import { type Features, featuresOf, type Vocabulary } from './features.ts';
import { passagesOf, passageText } from './passages.ts';
import { KINDS } from './weights.ts';

/** Most passages an article keeps for quoting, and most characters of each. Bounds the stored rows. */
const MAX_PASSAGES = 40;
const MAX_PASSAGE_CHARS = 1_200;

/** Kinds that say what a passage is about. */
const TOPICAL = new Set(['word', 'pair', 'concept', 'exact'].map((kind) => (KINDS as readonly string[]).indexOf(kind)));

/** Quoted strings of a query: at least this long, so that an inch mark or an empty pair is none. */
const QUOTED = /["“”«»]([^"“”«»\n]{3,80})["“”«»]/g;

/** A section of an article with its features, ascending. */
export interface StoredPassage {
  text: string;
  ids: Int32Array;
}

/** The sections of an article, bounded; an article without a body keeps its title as its one passage. */
export function readPassages(article: { title: string; bodyHtml: string }, vocabulary: Vocabulary): StoredPassage[] {
  const texts = passagesOf(article.bodyHtml).slice(0, MAX_PASSAGES).map(passageText);
  return (texts.length > 0 ? texts : [article.title]).map((text) => ({
    text: text.slice(0, MAX_PASSAGE_CHARS),
    ids: featuresOf(text, vocabulary, false).ids.filter((id) => TOPICAL.has(vocabulary.kinds[id] ?? -1)),
  }));
}

/** The section that shares most with the question, by summed idf over the root of its own weight; the first where none does. */
export function bestPassage(passages: readonly StoredPassage[], question: Features, of: FeatureWeights): string {
  const asked = new Set(question.ids);
  let best = passages[0]?.text ?? '';
  let most = 0;
  for (const { text, ids } of passages) {
    let shared = 0;
    let total = 0;
    for (const id of ids) {
      const weight = of.idf[id] ?? 0;
      total += weight;
      if (asked.has(id)) shared += weight;
    }
    const score = shared / Math.sqrt(total || 1);
    if (score > most) [most, best] = [score, text];
  }
  return best;
}

/** What a question puts in quotation marks, in lower case: it must match as it stands. */
export function quotedIn(text: string): string[] {
  return Array.from(text.matchAll(QUOTED), (match) => (match[1] ?? '').trim().toLowerCase()).filter(Boolean);
}
