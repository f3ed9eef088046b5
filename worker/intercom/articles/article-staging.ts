import { z } from 'zod';
import type { JsonClient } from '../../http/client.ts';
import { NotFound, Permanent } from '../../loop/ports/errors.ts';
import type { ArticleStaging, StoredVersion } from '../../loop/ports/helpdesk.ts';
import { readListPage } from '../pages.ts';
import { idSchema, parseAnswer, segment, timeSchema } from '../parse.ts';
import { articleSchema, contentOf, versionsOf } from './article-shapes.ts';
import { type ArticleReader, articlePath, readVersion } from './articles.ts';

const summarySchema = z.looseObject({ id: idSchema });
const versionSchema = z.looseObject({
  id: idSchema,
  title: z.string().nullish(),
  body: z.string().nullish(),
  state: z.string().nullish(),
  created_at: timeSchema,
  created_by_id: idSchema.nullish(),
  created_via: z.string().nullish(),
});

/**
 * The stage of published articles (`/draft`, `/draft/publish`) and their history (`/versions`). An article that was never
 * published can't be staged on (422). Publishing names the locale where the help center has several, and must not where it
 * has one.
 */
export function createStaging(reader: Pick<ArticleReader, 'client' | 'locale'>): ArticleStaging {
  const { client } = reader;
  const staging: ArticleStaging = {
    async stage(id, locale, next, replaces) {
      const { version } = await readVersion(reader, id, locale);
      if (version.isDraft) throw new NotFound(`intercom: article ${id} in ${locale} is not published`);
      const stands = version.isStaged && replaces ? await staging.staged(id, locale) : null;
      const isReplaced = stands?.title === replaces?.title && stands?.bodyHtml === replaces?.bodyHtml;
      if (version.isStaged && (stands === null || !isReplaced))
        throw new Permanent(`intercom: article ${id} has unpublished changes of a person in ${locale} already`);
      const body = contentOf(version, { title: next.title, body: next.bodyHtml });
      await client.request(`${articlePath(id)}/draft`, { method: 'PUT', body });
    },
    async staged(id, locale) {
      const { version } = await readVersion(reader, id, locale);
      if (!version.isStaged) return null;
      const answer = await client.request(`${articlePath(id)}/draft`);
      const draft = versionsOf(parseAnswer(articleSchema, answer, 'draft'), reader.locale, reader.client.odd);
      const found = draft.find((candidate) => candidate.locale === locale);
      return found ? { title: found.title, bodyHtml: found.bodyHtml } : null;
    },
    async publishStaged(id, locale) {
      const { row } = await readVersion(reader, id, locale);
      const body = row.default_locale ? { locales: [locale] } : undefined;
      await client.request(`${articlePath(id)}/draft/publish`, { method: 'POST', ...(body && { body }) });
    },
    async versions(id, locale, limit) {
      const { row } = await readVersion(reader, id, locale);
      const query: Record<string, string> = row.default_locale ? { locale } : {};
      const { rows } = await readListPage(client, `${articlePath(id)}/versions`, summarySchema, 1, query);
      const versions: StoredVersion[] = [];
      for (const { id: versionId } of rows.slice(0, limit))
        versions.push(await readStored(client, id, versionId, query));
      return versions;
    },
  };
  return staging;
}

async function readStored(
  client: JsonClient,
  id: string,
  versionId: string,
  query: Record<string, string>,
): Promise<StoredVersion> {
  const answer = await client.request(`${articlePath(id)}/versions/${segment(versionId)}`, { query });
  const version = parseAnswer(versionSchema, answer, 'version');
  return {
    id: version.id,
    title: version.title ?? '',
    bodyHtml: version.body ?? '',
    isLive: version.state === 'published',
    createdAt: version.created_at,
    createdBy: version.created_by_id ?? null,
    createdVia: version.created_via ?? null,
  };
}
