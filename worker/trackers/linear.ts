import { z } from 'zod';
import type { JsonClient } from '../http/client.ts';
import type { IssueTracker } from '../loop/ports/context/trackers.ts';
import { Invalid, NotFound, Permanent, RetryLater } from '../loop/ports/errors.ts';
import { markdownOf, uuidOf } from './text.ts';

/** A limit that Linear names no time for. */
const PAUSE_MS = 60_000;

const answerSchema = z.object({
  data: z.unknown().optional(),
  errors: z
    .array(
      z.object({
        message: z.string(),
        extensions: z.object({ code: z.string().nullish(), type: z.string().nullish() }).nullish(),
      }),
    )
    .optional(),
});
const issueSchema = z.object({
  id: z.string(),
  url: z.string(),
  title: z.string(),
  trashed: z.boolean().nullish(),
  state: z.object({ type: z.string() }),
});

const ISSUE = 'id url title trashed state { type }';

/** Asks Linear's GraphQL; errors in the answer are the loop's: busy, refused, or absent (null). */
async function ask(client: JsonClient, query: string, variables: object): Promise<unknown> {
  const answer = answerSchema.parse(await client.request('/graphql', { method: 'POST', body: { query, variables } }));
  const [error] = answer.errors ?? [];
  if (!error) return answer.data;
  const code = `${error.extensions?.code ?? ''} ${error.extensions?.type ?? ''}`;
  if (/RATELIMITED/i.test(code)) throw new RetryLater('Linear: rate limit', PAUSE_MS, 'row', true);
  if (/not found/i.test(error.message)) throw new NotFound('Linear: not found');
  throw new Permanent(`Linear: ${error.message.slice(0, 300)}`);
}

/** Linear issues of one team. An issue and our comment are made under ids of our own, so that each is made once. */
export function createLinear(client: JsonClient, teamId: string): IssueTracker {
  const read = async (id: string) => {
    try {
      const data = await ask(client, `query ($id: String!) { issue(id: $id) { ${ISSUE} } }`, { id });
      return z.object({ issue: issueSchema.nullable() }).parse(data).issue;
    } catch (error) {
      if (error instanceof NotFound) return null;
      throw error;
    }
  };
  return {
    kind: 'linear',
    settlesAfterMs: 0,
    async file(report) {
      const id = await uuidOf(report.key);
      const known = await read(id);
      if (known) return { ref: known.id, url: known.url };
      const data = await ask(
        client,
        `mutation ($input: IssueCreateInput!) { issueCreate(input: $input) { success issue { ${ISSUE} } } }`,
        { input: { id, teamId, title: report.title, description: markdownOf(report) } },
      );
      const { issue } = z.object({ issueCreate: z.object({ issue: issueSchema }) }).parse(data).issueCreate;
      for (const link of report.links)
        await ask(client, 'mutation ($input: AttachmentCreateInput!) { attachmentCreate(input: $input) { success } }', {
          input: { issueId: issue.id, title: link.title, url: link.url },
        });
      return { ref: issue.id, url: issue.url };
    },
    async find(words, limit) {
      const data = await ask(
        client,
        `query ($term: String!, $first: Int) { searchIssues(term: $term, first: $first) { nodes { ${ISSUE} } } }`,
        { term: words, first: limit },
      );
      return z
        .object({ searchIssues: z.object({ nodes: z.array(issueSchema) }) })
        .parse(data)
        .searchIssues.nodes.map((one) => ({ ref: one.id, url: one.url, title: one.title, state: stateOf(one) }));
    },
    async tell(ref, report) {
      const id = await uuidOf(`${report.key}/comment`);
      const body = markdownOf(report);
      try {
        await ask(
          client,
          'mutation ($id: String!, $input: CommentUpdateInput!) { commentUpdate(id: $id, input: $input) { success } }',
          { id, input: { body } },
        );
      } catch (error) {
        if (!(error instanceof NotFound)) throw error;
        await ask(client, 'mutation ($input: CommentCreateInput!) { commentCreate(input: $input) { success } }', {
          input: { id, issueId: ref, body },
        });
      }
    },
    async state(ref) {
      const issue = await read(ref);
      return issue ? stateOf(issue) : 'gone';
    },
  };
}

function stateOf({ state, trashed }: z.infer<typeof issueSchema>) {
  if (trashed) return 'gone' as const;
  if (state.type === 'completed') return 'done' as const;
  return state.type === 'canceled' || state.type === 'duplicate' ? ('declined' as const) : ('open' as const);
}

/** The id of the team with this key ("ENG") or id; Invalid where the token sees none such. */
export async function lookAtTeam(client: JsonClient, wanted: string): Promise<{ teamId: string }> {
  const data = await ask(client, 'query { teams(first: 250) { nodes { id key name } } }', {});
  const teams = z
    .object({ teams: z.object({ nodes: z.array(z.object({ id: z.string(), key: z.string(), name: z.string() })) }) })
    .parse(data).teams.nodes;
  const team = teams.find(({ id, key, name }) => [id, key, name].includes(wanted));
  if (!team)
    throw new Invalid(
      `Linear shows no such team to this token; it sees ${teams.map(({ key }) => key).join(', ') || 'none'}`,
    );
  return { teamId: team.id };
}
