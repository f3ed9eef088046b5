import type { JsonClient } from '../../http/client.ts';
import { NotFound, Permanent } from '../../loop/ports/errors.ts';
import type { NewArticle } from '../../loop/ports/helpdesk.ts';
import { parseAnswer, segment } from '../parse.ts';
import { articleAnswerSchema, articlePath, readArticleRow, translationPath } from './articles.ts';
import { rightsLike } from './audience.ts';

/**
 * Title and body of one locale, by the Translations API: updating the article itself would answer 200 and change
 * neither. `draft` and `outdated` are not sent, so they stay. The same PUT again leaves `updated_at` as it is; there is
 * no If-Match, so the caller compares first and reads back after.
 */
export async function writeArticle(
  client: JsonClient,
  id: string,
  locale: string,
  next: { title: string; bodyHtml: string },
): Promise<void> {
  const body = { translation: { title: next.title, body: next.bodyHtml } };
  await client.request(translationPath(id, locale), { method: 'PUT', body });
}

/** A new article, seen and edited by whom its neighbour is; nobody is notified. Live at once, as the caller decided. */
export async function createArticle(client: JsonClient, article: NewArticle): Promise<string> {
  const like = await readArticleRow(client, article.likeArticleId);
  if (!like.permission_group_id)
    throw new Permanent(`zendesk: article ${like.id} shows no permission_group_id to take over`);
  const row = {
    title: article.title,
    body: article.bodyHtml,
    locale: article.locale,
    label_names: article.labels,
    draft: false,
  };
  const answer = await client.request(`/api/v2/help_center/sections/${segment(article.sectionId)}/articles`, {
    method: 'POST',
    body: { article: { ...row, ...rightsLike(like) }, notify_subscribers: false },
  });
  return parseAnswer(articleAnswerSchema, answer, 'created article').article.id;
}

/** Labels are the article's own, the same in every locale; writes nothing where it has them all. */
export async function addLabels(client: JsonClient, id: string, labels: string[]): Promise<void> {
  const before = (await readArticleRow(client, id)).label_names ?? [];
  const after = [...new Set([...before, ...labels])];
  if (after.length === before.length) return;
  await client.request(articlePath(id), { method: 'PUT', body: { article: { label_names: after } } });
}

/** Archives (DELETE answers 204; a person can restore it in the Help Center). One that is gone already is done. */
export async function archiveArticle(client: JsonClient, id: string): Promise<void> {
  try {
    await client.request(articlePath(id), { method: 'DELETE' });
  } catch (error) {
    if (!(error instanceof NotFound)) throw error;
  }
}
