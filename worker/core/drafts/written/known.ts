import type { DraftStatement } from '../../grounding/statements.ts';
import type { StoodSection, WrittenArticle } from '../../grounding/written.ts';
import { MIN_WRITTEN_SHARE } from './written.ts';

/** What stood when a gap was last written. */
export interface Known {
  title: string;
  sections: readonly StoodSection[];
}

/**
 * What stood before as an answer about a draft, where its sentences say enough of it; else null. So a draft that moves by a
 * statement or two costs no question.
 */
export function knownArticle(statements: readonly DraftStatement[], { title, sections }: Known): WrittenArticle | null {
  const numbers = new Map(statements.map(({ text }, at) => [text, at]));
  const kept = sections.map(({ heading, form, sentences }) => ({
    heading,
    form,
    sentences: sentences
      .filter(({ says }) => says.every((text) => numbers.has(text)))
      .map(({ text, says }) => ({ text, says: says.map((one) => numbers.get(one)!) })),
  }));
  const said = new Set(kept.flatMap(({ sentences }) => sentences.flatMap(({ says }) => says)));
  return said.size === 0 || said.size < MIN_WRITTEN_SHARE * statements.length ? null : { title, sections: kept };
}
