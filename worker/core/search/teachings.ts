import type { SearchArticle } from './article.ts';
import type { Teaching } from './article-model.ts';
import { featuresOf, type Vocabulary } from './features.ts';
import { passagesOf } from './passages.ts';
import { LABEL_PASSAGES, TITLE_PASSAGES } from './weights.ts';

/** The texts that speak for an article: title, labels, and each heading and block of its body. The title comes first. */
export function teachingsOf(article: SearchArticle, vocabulary: Vocabulary): Teaching[] {
  const read = (text: string, weight: number): Teaching => ({
    features: featuresOf(text, vocabulary, false),
    weight,
  });
  const blocks = passagesOf(article.bodyHtml).flatMap((passage) => [passage.heading, ...passage.blocks]);
  return [
    read(article.title, TITLE_PASSAGES),
    ...article.labels.map((label) => read(label, LABEL_PASSAGES)),
    ...blocks.filter(Boolean).map((block) => read(block, 1)),
  ];
}
