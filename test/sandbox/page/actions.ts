import { z } from 'zod';
import { Refused } from '../host/refused.ts';
import type { Stage } from '../stage/stage.ts';

const seen = { patchHash: z.string(), baseHash: z.string().nullable() };
/** What a person may do on the page: all that is passed on to the worker. */
const ACTIONS = {
  approve: z.strictObject(seen),
  reject: z.strictObject({ ...seen, reason: z.string() }),
  edit: z.strictObject({ ...seen, title: z.string(), bodyHtml: z.string() }),
};
const PATH = /^\/api\/fixes\/([\w-]{1,80})\/(approve|reject|edit)$/;
const ACTOR = 'you';

/** Passes a reviewer's decision on to the worker with the operator's token; refuses everything else. */
export function createActions({ mend, tenant }: Stage) {
  return async (path: string, body: unknown): Promise<unknown> => {
    const match = PATH.exec(path);
    const action = match?.[2] as keyof typeof ACTIONS | undefined;
    if (!match || !action) throw new Refused(404, 'there is nothing here');
    const parsed = ACTIONS[action].safeParse(body);
    if (!parsed.success) throw new Refused(400, 'the request does not have the form it must have');
    try {
      return await mend.api(`/tenants/${tenant}/fixes/${match[1]}/${action}`, {
        method: 'POST',
        body: { ...parsed.data, actor: ACTOR },
      });
    } catch (error) {
      throw refusalOf(error);
    }
  };
}

/** The worker's own words and status where it refused. */
function refusalOf(error: unknown): Error {
  const match = /: (4\d\d) (\{.*)$/s.exec(String((error as Error).message));
  if (!match) return error as Error;
  const said = z.object({ error: z.string() }).safeParse(JSON.parse(match[2] ?? '{}'));
  return new Refused(Number(match[1]), said.data?.error ?? 'the worker refused it');
}
