import { z } from 'zod';
import type { JsonClient } from '../http/client.ts';
import type { IssueTracker, Report } from '../loop/ports/context/trackers.ts';
import { Invalid, NotFound } from '../loop/ports/errors.ts';

/** Jira's search shows what was made only after a while: own choice, well above what is seen. */
const SETTLES_AFTER_MS = 120_000;

const keySchema = z.object({ id: z.string(), key: z.string() });
const statusSchema = z.object({
  id: z.string(),
  key: z.string(),
  fields: z.object({
    summary: z.string().optional(),
    status: z.object({ statusCategory: z.object({ key: z.string() }) }),
    resolution: z.object({ name: z.string() }).nullish(),
  }),
});

/** Jira's own names of resolutions that mend nothing. Source: Jira Cloud's defaults. */
const DECLINED = /^(?:won['’]t (?:do|fix)|duplicate|cannot reproduce|declined|known error)$/i;

/** What we note at an issue: which comment is ours. */
const PROPERTY = 'mend';

/** Jira Cloud issues of one project and type, over its REST API 3. */
export function createJira(client: JsonClient, place: { project: string; typeId: string; site: string }): IssueTracker {
  const urlOf = (key: string) => `${place.site}/browse/${key}`;
  const search = async (jql: string, maxResults: number) => {
    const body = { jql, fields: ['summary', 'status', 'resolution'], maxResults };
    const answer = await client.request('/rest/api/3/search/jql', { method: 'POST', body });
    return z.object({ issues: z.array(statusSchema) }).parse(answer).issues;
  };
  const labelOf = (key: string) => `mend-${key}`;
  return {
    kind: 'jira',
    settlesAfterMs: SETTLES_AFTER_MS,
    async file(report) {
      const [known] = await search(`project = "${place.project}" AND labels = "${labelOf(report.key)}"`, 1);
      if (known) return { ref: known.id, url: urlOf(known.key) };
      const fields = {
        project: { key: place.project },
        issuetype: { id: place.typeId },
        summary: report.title.slice(0, 250),
        description: documentOf(report),
        labels: ['mend', labelOf(report.key)],
      };
      const made = keySchema.parse(await client.request('/rest/api/3/issue', { method: 'POST', body: { fields } }));
      return { ref: made.id, url: urlOf(made.key) };
    },
    async find(words, limit) {
      const text = words.replace(/[^\p{L}\p{N} ]+/gu, ' ').trim();
      if (text === '') return [];
      const found = await search(`project = "${place.project}" AND text ~ "${text}" ORDER BY updated DESC`, limit);
      return found.map((one) => ({
        ref: one.id,
        url: urlOf(one.key),
        title: one.fields.summary ?? one.key,
        state: stateOf(one),
      }));
    },
    async tell(ref, report) {
      const issue = `/rest/api/3/issue/${ref}`;
      const body = { body: documentOf(report) };
      const commentId = await noted(client, issue);
      if (commentId !== null) {
        await client.request(`${issue}/comment/${commentId}`, { method: 'PUT', body });
        return;
      }
      const made = await client.request(`${issue}/comment`, { method: 'POST', body });
      const property = { commentId: z.object({ id: z.string() }).parse(made).id };
      await client.request(`${issue}/properties/${PROPERTY}`, { method: 'PUT', body: property });
    },
    async state(ref) {
      try {
        const query = { fields: 'summary,status,resolution' };
        return stateOf(statusSchema.parse(await client.request(`/rest/api/3/issue/${ref}`, { query })));
      } catch (error) {
        if (error instanceof NotFound) return 'gone';
        throw error;
      }
    },
  };
}

async function noted(client: JsonClient, issue: string): Promise<string | null> {
  try {
    const found = await client.request(`${issue}/properties/${PROPERTY}`);
    return z.object({ value: z.object({ commentId: z.string() }) }).parse(found).value.commentId;
  } catch (error) {
    if (error instanceof NotFound) return null;
    throw error;
  }
}

function stateOf({ fields: { status, resolution } }: z.infer<typeof statusSchema>) {
  if (status.statusCategory.key !== 'done') return 'open' as const;
  return resolution && DECLINED.test(resolution.name) ? ('declined' as const) : ('done' as const);
}

/** A report in Atlassian's document format. */
function documentOf({ parts, links }: Report) {
  const text = (value: string) => ({ type: 'text', text: value });
  const paragraph = (...content: object[]) => ({ type: 'paragraph', content });
  const bullets = (items: object[][]) => ({
    type: 'bulletList',
    content: items.map((content) => ({ type: 'listItem', content: [paragraph(...content)] })),
  });
  const content = parts.flatMap(({ heading, items }) => [
    { type: 'heading', attrs: { level: 2 }, content: [text(heading)] },
    bullets(items.map((item) => [text(item)])),
  ]);
  const linked = links.map(({ title, url }) => [{ ...text(title), marks: [{ type: 'link', attrs: { href: url } }] }]);
  return { type: 'doc', version: 1, content: [...content, ...(linked.length > 0 ? [bullets(linked)] : [])] };
}

const typesSchema = z.object({
  issueTypes: z.array(z.object({ id: z.string(), name: z.string(), subtask: z.boolean() })),
});
const fieldsSchema = z.object({
  fields: z.array(
    z.object({
      key: z.string().optional(),
      fieldId: z.string().optional(),
      name: z.string(),
      required: z.boolean(),
      hasDefaultValue: z.boolean(),
    }),
  ),
});
/** Fields that a report fills in. */
const FILLED = new Set(['project', 'issuetype', 'summary', 'description', 'labels']);

/**
 * The type of issue that reports become in a project: the one named so, else "Bug", else the first that is no sub-task.
 * Invalid where the token sees no such project, or the type asks for a field that no report can fill in.
 */
export async function lookAtProject(
  client: JsonClient,
  project: string,
  wantedType: string | undefined,
): Promise<{ typeId: string }> {
  const meta = `/rest/api/3/issue/createmeta/${encodeURIComponent(project)}/issuetypes`;
  const answer = await client.request(meta).catch((error: unknown) => {
    if (error instanceof NotFound) throw new Invalid('Jira shows no such project to this token');
    throw error;
  });
  const types = typesSchema.parse(answer).issueTypes.filter(({ subtask }) => !subtask);
  const type = types.find(({ name }) => name === (wantedType ?? 'Bug')) ?? (wantedType ? undefined : types[0]);
  if (!type)
    throw new Invalid(
      `this project has no such type of issue; it has ${types.map(({ name }) => name).join(', ') || 'none'}`,
    );
  const { fields } = fieldsSchema.parse(await client.request(`${meta}/${type.id}`));
  const unfilled = fields.filter(
    ({ key, fieldId, required, hasDefaultValue }) => required && !hasDefaultValue && !FILLED.has(key ?? fieldId ?? ''),
  );
  if (unfilled.length > 0)
    throw new Invalid(
      `"${type.name}" asks for ${unfilled.map(({ name }) => name).join(', ')}, which no report can fill in: choose another type`,
    );
  return { typeId: type.id };
}
