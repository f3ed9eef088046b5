import { z } from 'zod';
import type { JsonClient } from '../http/client.ts';
import type { IssueTracker, Report } from '../loop/ports/context/trackers.ts';
import { Invalid, NotFound, Permanent } from '../loop/ports/errors.ts';
import { markdownOf } from './text.ts';

/** Every issue of ours bears it, so that one is found again by listing: search lags. */
const LABEL = 'mend';
/** Pages of our own issues that are looked through, a hundred each. */
const PAGES = 5;

const issueSchema = z.object({
  number: z.number(),
  html_url: z.string(),
  title: z.string(),
  body: z.string().nullish(),
  state: z.enum(['open', 'closed']),
  state_reason: z.string().nullish(),
  labels: z.array(z.union([z.string(), z.object({ name: z.string().nullish() })])),
});
const commentSchema = z.object({ id: z.number(), body: z.string().nullish() });
const repositorySchema = z.object({
  private: z.boolean(),
  has_issues: z.boolean(),
  permissions: z.object({ push: z.boolean(), triage: z.boolean().optional() }).optional(),
});

const marker = (key: string): string => `<!-- mend:${key} -->`;

/** GitHub Issues of one repository (`owner/name`), over its REST API of 2022-11-28. */
export function createGithub(client: JsonClient, repository: string): IssueTracker {
  const base = `/repos/${repository}`;
  const bodyOf = (report: Report) => `${markdownOf(report)}\n\n${marker(report.key)}`;

  async function filed(key: string) {
    for (let page = 1; page <= PAGES; page++) {
      const query = { labels: LABEL, state: 'all', sort: 'created', direction: 'desc', per_page: 100, page };
      const issues = z.array(issueSchema).parse(await client.request(`${base}/issues`, { query }));
      const found = issues.find(({ body }) => body?.includes(marker(key)));
      if (found || issues.length < 100) return found ?? null;
    }
    return null;
  }

  return {
    kind: 'github',
    settlesAfterMs: 0,
    async file(report) {
      const known = await filed(report.key);
      if (known) return { ref: String(known.number), url: known.html_url };
      const body = { title: report.title, body: bodyOf(report), labels: [LABEL] };
      const made = issueSchema.parse(await client.request(`${base}/issues`, { method: 'POST', body }));
      if (!made.labels.some((label) => (typeof label === 'string' ? label : label.name) === LABEL))
        throw new Permanent(`GitHub dropped our label from issue ${made.number}: the token needs write access`);
      return { ref: String(made.number), url: made.html_url };
    },
    async find(words, limit) {
      const q = `repo:${repository} is:issue ${words.replace(/[^\p{L}\p{N} ]+/gu, ' ')}`.slice(0, 250);
      const answer = await client.request('/search/issues', { query: { q, per_page: limit } });
      return z
        .object({ items: z.array(issueSchema) })
        .parse(answer)
        .items.map((one) => ({ ref: String(one.number), url: one.html_url, title: one.title, state: stateOf(one) }));
    },
    async tell(ref, report) {
      const comments = await client.request(`${base}/issues/${ref}/comments`, { query: { per_page: 100 } });
      const ours = z
        .array(commentSchema)
        .parse(comments)
        .find(({ body }) => body?.includes(marker(report.key)));
      const body = { body: bodyOf(report) };
      if (ours) await client.request(`${base}/issues/comments/${ours.id}`, { method: 'PATCH', body });
      else await client.request(`${base}/issues/${ref}/comments`, { method: 'POST', body });
    },
    async state(ref) {
      try {
        return stateOf(issueSchema.parse(await client.request(`${base}/issues/${ref}`)));
      } catch (error) {
        if (error instanceof NotFound || isMoved(error)) return 'gone';
        throw error;
      }
    },
  };
}

/** A transferred issue answers with a redirect. */
function isMoved(error: unknown): boolean {
  return error instanceof Permanent && /a redirect \(30\d\)/.test(error.message);
}

function stateOf({ state, state_reason }: z.infer<typeof issueSchema>) {
  if (state === 'open') return 'open' as const;
  return state_reason === 'not_planned' || state_reason === 'duplicate' ? ('declined' as const) : ('done' as const);
}

/** Whether everybody may read the repository; Invalid where no issue can be filed there with this token. */
export async function lookAtRepository(client: JsonClient, repository: string): Promise<{ isPublic: boolean }> {
  const found = await client.request(`/repos/${repository}`).catch((error: unknown) => {
    if (error instanceof NotFound) throw new Invalid('GitHub shows no such repository to this token');
    throw error;
  });
  const { private: isPrivate, has_issues, permissions } = repositorySchema.parse(found);
  if (!has_issues) throw new Invalid('this repository has no issues');
  if (!permissions?.push) throw new Invalid('the token needs write access: GitHub drops labels without it');
  return { isPublic: !isPrivate };
}
