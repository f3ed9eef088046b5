import { readsSame } from '../../core/html/shown.ts';
import { NotFound, Permanent } from '../../loop/ports/errors.ts';
import type { NewArticle } from '../../loop/ports/helpdesk.ts';
import { parseAnswer } from '../parse.ts';
import { articleSchema, contentOf, versionsOf } from './article-shapes.ts';
import { createStaging } from './article-staging.ts';
import { ARTICLES, type ArticleReader, articlePath, readArticleRow, readVersion } from './articles.ts';
import { rightsLike } from './audience.ts';

type Writer = Pick<ArticleReader, 'client' | 'locale'>;

interface Text {
  title: string;
  bodyHtml: string;
}

/** Whether a stored text is what is to be written: the vendor stores what it is sent in markup of its own. */
function isWritten(stored: Text, next: Text): boolean {
  return stored.title === next.title && readsSame(stored.bodyHtml, next.bodyHtml);
}

/**
 * Title and body of one locale, live at once on a published article. State, collection and everything else is not sent, so
 * it stays. What already reads so is not written at all: whether the same PUT would move `updated_at` is not documented.
 * Where an edit is staged the vendor would put ours into that draft, not live: one that reads so (staged for
 * review) is published, any other is a person's and refuses ours. There is no If-Match, so the caller compares first and
 * reads back after.
 */
export async function writeArticle(writer: Writer, id: string, locale: string, next: Text): Promise<void> {
  const { version } = await readVersion(writer, id, locale);
  if (isWritten(version, next)) return;
  if (version.isStaged) {
    const staging = createStaging(writer);
    const draft = await staging.staged(id, locale);
    if (draft && isWritten(draft, next)) return staging.publishStaged(id, locale);
    throw new Permanent(
      `intercom: article ${id} has unpublished changes of a person in ${locale}: publish or discard them, then try again`,
    );
  }
  const body = contentOf(version, { title: next.title, body: next.bodyHtml });
  await writer.client.request(articlePath(id), { method: 'PUT', body });
}

/**
 * A new article in a collection, published at once as the caller decided, used by Fin as its neighbour is. Its author is
 * the teammate our token acts as, since it must be one. It begins in the help center's default locale: another one would
 * need a title in that first. Labels are left out: there are none.
 */
export async function createArticle(writer: Writer, authorId: string, article: NewArticle): Promise<string> {
  const like = await readArticleRow(writer.client, article.likeArticleId);
  const [main] = versionsOf(like, writer.locale, writer.client.odd);
  if (main?.locale !== article.locale)
    throw new Permanent(`intercom: a new article begins in ${main?.locale}, the default locale, not ${article.locale}`);
  const collection =
    article.sectionId === '' ? {} : { parent_id: Number(article.sectionId), parent_type: 'collection' };
  const row = { title: article.title, body: article.bodyHtml, author_id: Number(authorId), state: 'published' };
  const answer = await writer.client.request(ARTICLES, {
    method: 'POST',
    body: { ...row, ...collection, ...rightsLike(like) },
  });
  return parseAnswer(articleSchema, answer, 'created article').id;
}

/**
 * Intercom's articles have no labels. Tags come nearest and are no search words: they sort articles for teammates and have
 * to exist in the workspace, so to set them would look like a change for readers and be none.
 */
export function addLabels(): Promise<void> {
  const words = 'intercom: articles have no labels that the help center’s search reads: put the words into the text';
  return Promise.reject(new Permanent(words));
}

/**
 * Takes an article out of the help center by unpublishing every locale: a person can publish it again, where a DELETE
 * can't be taken back. One that is gone or unpublished already is done.
 */
export async function archiveArticle(writer: Writer, id: string): Promise<void> {
  try {
    const live = versionsOf(await readArticleRow(writer.client, id), writer.locale, writer.client.odd).filter(
      ({ isDraft }) => !isDraft,
    );
    if (live.length === 0) return;
    const root = live.some(({ isDefault }) => isDefault) ? { state: 'draft' } : {};
    const others = live.filter(({ isDefault }) => !isDefault).map(({ locale }) => [locale, { state: 'draft' }]);
    const translated = others.length === 0 ? {} : { translated_content: Object.fromEntries(others) };
    await writer.client.request(articlePath(id), { method: 'PUT', body: { ...root, ...translated } });
  } catch (error) {
    if (!(error instanceof NotFound)) throw error;
  }
}
