import type { Article } from '../../../shared/article.ts';
import { isTeachable } from '../../core/learning/fold.ts';
import { passagesOf, passageText } from '../../core/search/passages.ts';
import { hashText } from '../../core/text/hash.ts';
import { type LoopMessage, nextPart } from '../ports/messages.ts';
import type { Ports } from '../ports/ports.ts';
import type { VectorKey } from '../ports/stores/vectors.ts';

/** Passages put to the embedding model in one run: one call, and one batch of rows. */
const A_RUN = 64;

/** Of a longer passage its beginning speaks. About 1,500 tokens; every known model takes 8,000 or 512, cutting itself. */
const MAX_PASSAGE_CHARS = 6_000;

/**
 * Brings the vectors of the tenant's articles up to date, a number of passages a run: each passage of what anybody may
 * read, under its article's title. What did not change costs nothing; what is gone is removed. Without an embedding model
 * it does nothing. Throws RetryLater while the model does not answer; search goes on without it.
 */
export async function embed(
  ports: Ports,
  tenant: string,
  message: Extract<LoopMessage, { type: 'embed' }>,
): Promise<LoopMessage[]> {
  const { dense } = ports;
  if (!dense) return [];
  const articles = (await ports.articles.list(tenant)).filter(isTeachable);
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
  await dense.vectors.put(
    tenant,
    now.map(({ articleId, locale, passage, hash }, i) => ({ articleId, locale, passage, hash, values: vectors[i]! })),
  );
  return due.length > now.length ? [nextPart(message)] : [];
}

const keyText = ({ articleId, locale, passage }: VectorKey): string => JSON.stringify([articleId, locale, passage]);

function passages({ id, locale, title, bodyHtml }: Article): (VectorKey & { hash: string; text: string })[] {
  return passagesOf(bodyHtml).map((passage, n) => {
    const text = `${title}\n${passageText(passage)}`.slice(0, MAX_PASSAGE_CHARS);
    return { articleId: id, locale, passage: n, hash: hashText(text), text };
  });
}
