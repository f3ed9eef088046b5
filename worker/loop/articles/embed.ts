import type { Article } from '../../../shared/article.ts';
import { languageOfLocale } from '../../core/language/locale.ts';
import { isTeachable } from '../../core/learning/fold.ts';
import { textsToEmbed } from '../../core/search/passages.ts';
import { hashText } from '../../core/text/hash.ts';
import { type LoopMessage, nextPart } from '../ports/messages.ts';
import type { Ports } from '../ports/ports.ts';
import type { VectorKey } from '../ports/stores/vectors.ts';

/** Passages put to the embedding model in one run: one call, and one batch of rows. */
const A_RUN = 64;

/**
 * Brings the vectors of the tenant's articles up to date, a number of passages a run: each passage of what anybody may
 * read, under its article's title. What did not change costs nothing; what is gone is removed. Without an embedding model
 * it does nothing; an article in a language that the model doesn't understand has no vectors. Throws RetryLater while the model does not answer; search goes on without it.
 */
export async function embed(
  ports: Ports,
  tenant: string,
  message: Extract<LoopMessage, { type: 'embed' }>,
): Promise<LoopMessage[]> {
  const { dense } = ports;
  if (!dense) return [];
  const { languages } = dense.embedder;
  const articles = (await ports.articles.list(tenant)).filter(
    (article) => isTeachable(article) && (languages?.includes(languageOfLocale(article.locale)) ?? true),
  );
  const wanted = new Map(articles.flatMap(passages).map((passage) => [keyText(passage), passage]));
  const known = new Map((await dense.vectors.known(tenant)).map((held) => [keyText(held), held]));
  const gone = [...known].filter(([key]) => !wanted.has(key)).map(([, held]) => held);
  if (gone.length > 0) await dense.vectors.remove(tenant, gone);
  const due = [...wanted].filter(([key, { hash }]) => known.get(key)?.hash !== hash).map(([, passage]) => passage);
  const now = due.slice(0, A_RUN);
  if (now.length === 0) return [];
  const vectors = await dense.embedder.embed(
    tenant,
    now.map(({ text }) => text),
  );
  const made = now.flatMap(({ articleId, locale, passage, hash }, i) => {
    const values = vectors[i] ?? null;
    return values === null ? [] : [{ articleId, locale, passage, hash, values }];
  });
  await dense.vectors.put(tenant, made);
  return due.length > now.length && made.length > 0 ? [nextPart(message)] : [];
}

const keyText = ({ articleId, locale, passage }: VectorKey): string => JSON.stringify([articleId, locale, passage]);

function passages({ id, locale, title, bodyHtml }: Article): (VectorKey & { hash: string; text: string })[] {
  return textsToEmbed(title, bodyHtml).map((text, n) => ({
    articleId: id,
    locale,
    passage: n,
    hash: hashText(text),
    text,
  }));
}
