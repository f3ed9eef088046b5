import { type Contradiction, MAX_DRAFT_CHARS } from '../../../shared/advice.ts';
import { contradictionsIn } from '../../core/advice/contradiction.ts';
import { isForEverybody } from '../../core/advice/may-read.ts';
import { languageOfLocale } from '../../core/language/locale.ts';
import type { Ports } from '../ports/ports.ts';

/** The language in which sentences are compared. Own choice: sentences are compared where their endings are known. */
const LANGUAGE = 'en';

/** Articles a draft is held against: those that advice showed. */
const MAX_ARTICLES = 5;

/** What a draft reply says otherwise than these articles; two reads. Articles that are not known are left out. */
export async function checkDraft(
  ports: Pick<Ports, 'articles' | 'memory'>,
  tenant: string,
  draft: string,
  articleIds: readonly string[],
): Promise<Contradiction[]> {
  const wanted = articleIds.slice(0, MAX_ARTICLES);
  if (draft.trim() === '' || wanted.length === 0) return [];
  const [{ learned }, articles] = await Promise.all([
    ports.memory.load(tenant, LANGUAGE),
    ports.articles.list(tenant, wanted),
  ]);
  const readable = articles.filter((a) => languageOfLocale(a.locale) === LANGUAGE && isForEverybody(a));
  return contradictionsIn(learned, readable, draft.slice(0, MAX_DRAFT_CHARS));
}
