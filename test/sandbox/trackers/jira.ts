import { type Answer, type Asked, createTrackerServer } from './tracker-server.ts';

interface Issue {
  id: string;
  key: string;
  summary: string;
  description: unknown;
  labels: string[];
  status: 'new' | 'done';
  resolution: string | null;
  comments: { id: string; body: unknown }[];
  properties: Map<string, unknown>;
}

/** Jira Cloud's issues of one project, over REST 3: the old search is gone, and no field is told unless it is asked for. */
export function createJiraSim({ required = [] as string[] } = {}) {
  const issues: Issue[] = [];
  const ok = (body: unknown, status = 200): Answer => ({ status, body });
  const gone: Answer = {
    status: 404,
    body: { errorMessages: ['Issue does not exist or you do not have permission to see it.'] },
  };
  const shown = ({ id, key, summary, status, resolution }: Issue) => ({
    ...{ id, key },
    fields: { summary, status: { statusCategory: { key: status } }, resolution: resolution && { name: resolution } },
  });
  const good = `Basic ${Buffer.from('ada@acme.example:good').toString('base64')}`;

  function found(jql: string): Issue[] {
    const [, label] = /labels = "([^"]+)"/.exec(jql) ?? [];
    const [, text = ''] = /text ~ "([^"]+)"/.exec(jql) ?? [];
    const words = text.toLowerCase().split(/\s+/).filter(Boolean);
    return issues.filter(({ labels, summary }) =>
      label ? labels.includes(label) : words.some((word) => summary.toLowerCase().includes(word)),
    );
  }

  function route({ method, path, headers, body }: Asked): Answer {
    if (headers.authorization !== good) return { status: 401, body: { message: 'Client must be authenticated' } };
    if (path === '/rest/api/3/issue/createmeta/SUP/issuetypes')
      return ok({
        issueTypes: [
          { id: '1', name: 'Sub-task', subtask: true },
          { id: '2', name: 'Task', subtask: false },
          { id: '3', name: 'Bug', subtask: false },
        ],
      });
    if (/^\/rest\/api\/3\/issue\/createmeta\/SUP\/issuetypes\/\d+$/.test(path))
      return ok({
        fields: ['Summary', ...required].map((name) => ({
          fieldId: name.toLowerCase(),
          name,
          required: true,
          hasDefaultValue: false,
        })),
      });
    if (path === '/rest/api/3/search')
      return { status: 410, body: { errorMessages: ['The requested API has been removed.'] } };
    if (path === '/rest/api/3/search/jql') {
      const { jql, maxResults } = body as { jql: string; maxResults: number };
      return ok({ issues: found(jql).slice(0, maxResults).map(shown), isLast: true });
    }
    if (path === '/rest/api/3/issue' && method === 'POST') {
      const { summary, description, labels } = (body as { fields: Issue }).fields;
      const number = issues.length + 1;
      const issue: Issue = {
        ...{ id: String(10_000 + number), key: `SUP-${number}`, summary, description, labels, status: 'new' },
        ...{ resolution: null, comments: [], properties: new Map() },
      };
      issues.push(issue);
      return ok({ id: issue.id, key: issue.key, self: '' }, 201);
    }
    const [, id, rest = '', last] =
      /^\/rest\/api\/3\/issue\/(\d+)(\/comment|\/properties)?(?:\/(\w+))?$/.exec(path) ?? [];
    const issue = issues.find((one) => one.id === id);
    if (!issue) return gone;
    if (rest === '') return ok(shown(issue));
    if (rest === '/properties' && method === 'PUT') {
      issue.properties.set(last ?? '', body);
      return ok(null, 201);
    }
    if (rest === '/properties')
      return issue.properties.has(last ?? '') ? ok({ key: last, value: issue.properties.get(last ?? '') }) : gone;
    const text = (body as { body: unknown }).body;
    const comment = issue.comments.find((one) => one.id === last);
    if (comment) {
      comment.body = text;
      return ok(comment);
    }
    const made = { id: String(500 + issue.comments.length), body: text };
    issue.comments.push(made);
    return ok(made, 201);
  }

  return {
    server: createTrackerServer(route),
    count: () => issues.length,
    comments: (ref: string) =>
      issues.find((one) => one.id === ref)?.comments.map(({ body }) => JSON.stringify(body)) ?? [],
    set(ref: string, to: 'open' | 'done' | 'declined' | 'gone') {
      const at = issues.findIndex((one) => one.id === ref);
      const issue = issues[at];
      if (!issue) throw new Error(`no issue ${ref}`);
      if (to === 'gone') issues.splice(at, 1);
      issue.status = to === 'open' ? 'new' : 'done';
      issue.resolution = to === 'done' ? 'Done' : to === 'declined' ? "Won't Do" : null;
    },
    text: (ref: string) => JSON.stringify(issues.find((one) => one.id === ref)),
  };
}
