import type { Quote } from '../../../shared/fix.ts';
import { MIN_COVERED_SHARE } from '../gates/grounding.ts';
import { type Block, blocksOf } from '../html/blocks.ts';
import { sentenceTexts } from '../text/sentence-spans.ts';
import { meaningWords } from './vocabulary.ts';

/**
 * One statement of a draft that the base article lacks: `support` are the indexes of the quotes that say it, `list` the
 * number of the list of steps that it stands in, null where it is no step.
 */
export interface DraftStatement {
  block: Block;
  text: string;
  support: number[];
  list: number | null;
}

/**
 * What a draft states, in order: of a new article every block that is no heading, of a patch the sentences that are new.
 * A quote supports a statement where it holds at least 60 % of its content words.
 */
export function statementsOf(
  bodyHtml: string,
  baseHtml: string | null,
  quotes: readonly Pick<Quote, 'quote'>[],
): DraftStatement[] {
  const stood = new Set(
    blocksOf(baseHtml ?? '')
      .flatMap((block) => sentenceTexts(block.text))
      .map(plainForm),
  );
  const sources = quotes.map(({ quote }) => new Set(meaningWords(quote)));
  const lists = stepLists(bodyHtml);
  return blocksOf(bodyHtml)
    .filter((block) => !/^h[1-6]$/.test(block.tag))
    .flatMap((block) => {
      const texts = baseHtml === null ? [block.text] : sentenceTexts(block.text);
      const at = lists.findIndex(({ from, to }) => from <= block.outerStart && block.outerEnd <= to);
      return texts
        .filter((text) => !stood.has(plainForm(text)))
        .map((text) => ({ block, text, support: supportOf(text, sources), list: at < 0 ? null : at }));
    });
}

/** Where the numbered lists of a draft stand. A draft's lists hold no others. */
function stepLists(html: string): { from: number; to: number }[] {
  return [...html.matchAll(/<ol[\s>]/g)].map(({ index }) => {
    const end = html.indexOf('</ol>', index);
    return { from: index, to: end < 0 ? html.length : end };
  });
}

function supportOf(text: string, sources: readonly ReadonlySet<string>[]): number[] {
  const words = meaningWords(text);
  return sources.flatMap((source, index) => (shareIn(words, source) >= MIN_COVERED_SHARE ? [index] : []));
}

/** The share of words that a source holds; 0 of none. */
export function shareIn(words: readonly string[], source: ReadonlySet<string>): number {
  return words.length === 0 ? 0 : words.filter((word) => source.has(word)).length / words.length;
}

const plainForm = (sentence: string): string =>
  sentence
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
