import { type Answer, type Asked, createTrackerServer } from './tracker-server.ts';

interface Issue {
  number: number;
  title: string;
  body: string;
  state: 'open' | 'closed';
  state_reason: string | null;
  labels: { name: string }[];
  comments: { id: number; body: string }[];
}

/** GitHub's issues of one repository as its API gives them: labels are dropped silently without write access. */
export function createGithubSim({ isPrivate = true, mayPush = true } = {}) {
  const issues: Issue[] = [];
  const shown = ({ comments: _, ...issue }: Issue) => ({
    ...issue,
    html_url: `https://github.com/acme/app/issues/${issue.number}`,
  });
  const ok = (body: unknown, status = 200): Answer => ({ status, body });
  const gone: Answer = { status: 404, body: { message: 'Not Found' } };

  function route({ method, path, query, headers, body }: Asked): Answer {
    if (headers.authorization !== 'Bearer good') return { status: 401, body: { message: 'Bad credentials' } };
    if (path === '/search/issues') {
      const words = (query.get('q') ?? '')
        .toLowerCase()
        .split(' ')
        .filter((word) => !word.includes(':'));
      const found = issues.filter(({ title }) => words.some((word) => title.toLowerCase().includes(word)));
      return ok({ total_count: found.length, items: found.map(shown) });
    }
    if (path === '/repos/acme/app')
      return ok({ private: isPrivate, has_issues: true, permissions: { push: mayPush, pull: true } });
    if (path === '/repos/acme/app/issues' && method === 'GET') {
      const label = query.get('labels');
      const page = Number(query.get('page') ?? 1);
      const of = issues.filter(({ labels }) => labels.some(({ name }) => name === label)).reverse();
      return ok(of.slice((page - 1) * 100, page * 100).map(shown));
    }
    if (path === '/repos/acme/app/issues') {
      const { title, body: text, labels } = body as { title: string; body: string; labels: string[] };
      const issue: Issue = {
        ...{ number: issues.length + 1, title, body: text, state: 'open' as const, state_reason: null, comments: [] },
        labels: mayPush ? labels.map((name) => ({ name })) : [],
      };
      issues.push(issue);
      return ok(shown(issue), 201);
    }
    const [, id, rest] = /^\/repos\/acme\/app\/issues\/(\d+)(\/comments)?$/.exec(path) ?? [];
    const issue = issues.find(({ number }) => String(number) === id);
    if (issue && rest === undefined) return ok(shown(issue));
    if (issue && method === 'GET') return ok(issue.comments);
    if (issue) {
      const comment = { id: 100 * issue.number + issue.comments.length, body: (body as { body: string }).body };
      issue.comments.push(comment);
      return ok(comment, 201);
    }
    const [, commentId] = /^\/repos\/acme\/app\/issues\/comments\/(\d+)$/.exec(path) ?? [];
    const comment = issues.flatMap(({ comments }) => comments).find((one) => String(one.id) === commentId);
    if (!comment || method !== 'PATCH') return gone;
    comment.body = (body as { body: string }).body;
    return ok(comment);
  }

  return {
    server: createTrackerServer(route),
    count: () => issues.length,
    comments: (ref: string) =>
      issues.find(({ number }) => String(number) === ref)?.comments.map(({ body }) => body) ?? [],
    set(ref: string, to: 'open' | 'done' | 'declined' | 'gone') {
      const at = issues.findIndex(({ number }) => String(number) === ref);
      const issue = issues[at];
      if (!issue) throw new Error(`no issue ${ref}`);
      if (to === 'gone') issues.splice(at, 1);
      issue.state = to === 'open' ? 'open' : 'closed';
      issue.state_reason = to === 'open' ? null : to === 'done' ? 'completed' : 'not_planned';
    },
    text: (ref: string) => JSON.stringify(issues.find(({ number }) => String(number) === ref)),
  };
}
