import { languageOfLocale } from '../../core/language/locale.ts';
import { languageIn } from '../../core/language/space.ts';
import { RetryLater } from '../ports/errors.ts';
import type { Ports } from '../ports/ports.ts';

/** Passages looked up for one question: several of one article may be near. Source: Vectorize answers 20 with metadata. */
const PASSAGES = 20;

/**
 * Articles of the language whose passages lie nearest to a question, best first; empty without an embedding model, and
 * while it does not answer: search is then by words alone, as it is where none is set.
 */
export async function nearestArticles(
  ports: Pick<Ports, 'dense'>,
  tenant: string,
  language: string,
  question: string,
): Promise<string[]> {
  const { dense } = ports;
  if (!dense || question.trim() === '') return [];
  try {
    const [vector] = await dense.embedder.embed(tenant, [question]);
    const near = await dense.vectors.nearest(tenant, vector!, PASSAGES);
    return [
      ...new Set(near.filter((n) => languageOfLocale(n.locale) === languageIn(language)).map((n) => n.articleId)),
    ];
  } catch (error) {
    if (error instanceof RetryLater) return [];
    throw error;
  }
}
