import { type Answer, type Asked, createTrackerServer } from './tracker-server.ts';

interface Issue {
  id: string;
  title: string;
  description: string;
  state: string;
  isTrashed: boolean;
  comments: Map<string, string>;
  links: Map<string, string>;
}
type Variables = Record<string, unknown> & { id?: string; input?: Record<string, string>; term?: string };

/** Linear's GraphQL, as far as issues need it: ids of the client's own, and errors in the answer of a 200. */
export function createLinearSim() {
  const issues = new Map<string, Issue>();
  const shown = ({ id, title, state, isTrashed }: Issue) => ({
    ...{ id, title, url: `https://linear.app/acme/issue/${id}`, trashed: isTrashed || null, state: { type: state } },
  });
  const data = (value: object): Answer => ({ status: 200, body: { data: value } });
  const error = (message: string, code: string, status = 200): Answer => ({
    ...{ status, body: { errors: [{ message, extensions: { code } }] } },
  });
  const absent = error('Entity not found: Issue', 'INPUT_ERROR');

  function route({ path, headers, body }: Asked): Answer {
    if (path !== '/graphql') return { status: 404 };
    if (headers.authorization !== 'Bearer good') return error('Authentication required', 'AUTHENTICATION_ERROR', 401);
    const { query, variables } = body as { query: string; variables: Variables };
    const { input = {}, id = '' } = variables;
    if (query.includes('teams('))
      return data({ teams: { nodes: [{ id: 'team-1', key: 'ENG', name: 'Engineering' }] } });
    if (query.includes('searchIssues')) {
      const words = (variables.term ?? '').toLowerCase().split(/\s+/);
      const nodes = [...issues.values()].filter(({ title }) =>
        words.some((word) => title.toLowerCase().includes(word)),
      );
      return data({ searchIssues: { nodes: nodes.map(shown) } });
    }
    if (query.includes('issueCreate')) {
      const { id: made = '', title = '', description = '', teamId } = input;
      if (teamId !== 'team-1') return error('Entity not found: Team', 'INPUT_ERROR');
      if (issues.has(made)) return error('Entity with this id exists already', 'INPUT_ERROR');
      const issue = {
        id: made,
        title,
        description,
        state: 'backlog',
        isTrashed: false,
        comments: new Map(),
        links: new Map(),
      };
      issues.set(made, issue);
      return data({ issueCreate: { success: true, issue: shown(issue) } });
    }
    if (query.includes('attachmentCreate')) {
      issues.get(input.issueId ?? '')?.links.set(input.url ?? '', input.title ?? '');
      return data({ attachmentCreate: { success: true } });
    }
    if (query.includes('commentCreate')) {
      issues.get(input.issueId ?? '')?.comments.set(input.id ?? '', input.body ?? '');
      return data({ commentCreate: { success: true } });
    }
    if (query.includes('commentUpdate')) {
      const issue = [...issues.values()].find(({ comments }) => comments.has(id));
      if (!issue) return error('Entity not found: Comment', 'INPUT_ERROR');
      issue.comments.set(id, input.body ?? '');
      return data({ commentUpdate: { success: true } });
    }
    const issue = issues.get(id);
    return issue ? data({ issue: shown(issue) }) : absent;
  }

  return {
    server: createTrackerServer(route),
    count: () => issues.size,
    comments: (ref: string) => [...(issues.get(ref)?.comments.values() ?? [])],
    set(ref: string, to: 'open' | 'done' | 'declined' | 'gone') {
      const issue = issues.get(ref);
      if (!issue) throw new Error(`no issue ${ref}`);
      if (to === 'gone') issues.delete(ref);
      issue.state = to === 'open' ? 'started' : to === 'done' ? 'completed' : 'canceled';
    },
    text: (ref: string) => JSON.stringify({ ...issues.get(ref), links: [...(issues.get(ref)?.links.keys() ?? [])] }),
  };
}
