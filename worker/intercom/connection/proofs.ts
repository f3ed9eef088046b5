import { z } from 'zod';
import { asWritten, say } from '../../../shared/said/said.ts';
import type { JsonClient } from '../../http/client.ts';
import { AuthLost, NotFound, Permanent, RetryLater } from '../../loop/ports/errors.ts';
import { type Proven, proved, unproved } from '../../loop/ports/helpdesk.ts';
import { readMe } from '../conversations/people.ts';
import { parseAnswer } from '../parse.ts';

/** What each permission lets the token read: asked for one row. */
const READS = [
  { path: '/conversations', permission: 'Read conversations' },
  { path: '/contacts', permission: 'Read users and companies' },
  { path: '/articles', permission: 'Read and write articles' },
] as const;
const AGAIN = say('todo.tick');

const listSchema = z.looseObject({ data: z.array(z.unknown()) });

/** Asks the workspace about everything a connection needs. Its webhook is the app's, and no API shows it. */
export async function proveWorkspace(client: JsonClient): Promise<Proven[]> {
  const token = await attempt('token', async () => {
    const { workspaceName } = await readMe(client);
    return proved('token', say('check.workspace', { actor: workspaceName }));
  });
  if (token.state !== 'proved') return [token];
  return [
    token,
    await attempt('scopes', () => permissions(client)),
    await attempt('help_center', () => helpCenter(client)),
    await attempt('publish_right', () => publishRight(client)),
  ];
}

async function attempt(check: Proven['check'], look: () => Promise<Proven>): Promise<Proven> {
  try {
    return await look();
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    if (error instanceof RetryLater)
      return unproved(check, 'waiting', 'vendor_unavailable', say('check.intercomSilent', { detail: words }), null);
    if (error instanceof AuthLost && check === 'token')
      return unproved(check, 'failed', 'token_refused', asWritten(words), say('todo.workspace'));
    if (error instanceof AuthLost || error instanceof Permanent || error instanceof NotFound)
      return unproved(check, 'failed', 'refused', asWritten(words), AGAIN);
    throw error;
  }
}

async function permissions(client: JsonClient): Promise<Proven> {
  const missing: string[] = [];
  for (const { path, permission } of READS)
    try {
      await client.request(path, { query: { per_page: 1 } });
    } catch (error) {
      if (!(error instanceof AuthLost)) throw error;
      missing.push(permission);
    }
  if (missing.length === 0) return proved('scopes', say('check.readable'));
  return unproved('scopes', 'failed', 'scope_missing', say('check.missing', { names: { all: missing } }), AGAIN);
}

async function helpCenter(client: JsonClient): Promise<Proven> {
  const answer = await client.request('/articles', { query: { per_page: 1 } });
  if (parseAnswer(listSchema, answer, '/articles').data.length > 0)
    return proved('help_center', say('check.helpCenter'));
  return unproved('help_center', 'waiting', 'nothing_there', say('check.noArticleYet'), say('todo.write'));
}

/** Writes to an article that cannot exist: who may write is told that it is not there, who may not that they may not. */
async function publishRight(client: JsonClient): Promise<Proven> {
  try {
    await client.request('/articles/0', { method: 'PUT', body: {} });
  } catch (error) {
    if (!(error instanceof NotFound)) throw error;
  }
  return proved('publish_right', say('check.mayWrite'));
}
