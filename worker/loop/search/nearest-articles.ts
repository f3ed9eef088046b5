import { languageOfLocale } from '../../core/language/locale.ts';
import { languageIn } from '../../core/language/space.ts';
import { RetryLater } from '../ports/errors.ts';
import type { Ports } from '../ports/ports.ts';

/** Passages looked up for one question: several of one article may be near. Source: Vectorize answers 20 with metadata. */
const PASSAGES = 20;

/**
 * Passages of the language that lie nearest to a question, best first, by cosine; none without an embedding model that understands
 * the language, and while it does not answer: search is then by words alone.
 */
export async function nearestArticles(
  ports: Pick<Ports, 'dense'>,
  tenant: string,
  language: string,
  question: string,
): Promise<{ articleId: string; score: number }[]> {
  const { dense } = ports;
  if (!dense || question.trim() === '' || dense.embedder.languages?.includes(languageIn(language)) === false) return [];
  try {
    const [vector] = await dense.embedder.embed(tenant, [question]);
    if (!vector) return [];
    const near = await dense.vectors.nearest(tenant, vector, PASSAGES);
    return near.filter(({ locale }) => languageOfLocale(locale) === languageIn(language));
  } catch (error) {
    if (error instanceof RetryLater) return [];
    throw error;
  }
}
