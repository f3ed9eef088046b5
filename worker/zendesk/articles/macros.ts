import { z } from 'zod';
import type { Macro } from '../../../shared/macro.ts';
import type { JsonClient, JsonRequest } from '../../http/client.ts';
import { readRows } from '../../http/odd-rows.ts';
import { AuthLost, NotFound, Permanent } from '../../loop/ports/errors.ts';
import type { Macros, NewMacro } from '../../loop/ports/helpdesk.ts';
import { nextPage } from '../pages.ts';
import { idSchema, lax, parseAnswer, segment, timeSchema } from '../parse.ts';

const MACROS = '/api/v2/macros';
/** Only these write what the customer reads; "Actions reference". */
const COMMENTS = ['comment_value', 'comment_value_html'];

const macroSchema = z.looseObject({
  id: idSchema,
  title: z.string(),
  active: z.boolean().nullish().catch(false),
  actions: z.array(z.looseObject({ field: z.string(), value: z.unknown() })),
  restriction: z.record(z.string(), z.unknown()).nullish(),
  created_at: lax(timeSchema),
  updated_at: lax(timeSchema),
});
type Row = z.output<typeof macroSchema>;
const answerSchema = z.looseObject({ macro: macroSchema });
const listSchema = z.looseObject({ macros: z.array(z.unknown()) });

/** The place of the one comment a macro writes; null where it writes none, several, or one that is no text. */
function commentOf({ actions }: Row): { at: number; text: string; isHtml: boolean } | null {
  const places = actions.flatMap(({ field }, at) => (COMMENTS.includes(field) ? [at] : []));
  const [at = -1] = places;
  const action = actions[at];
  if (places.length !== 1 || typeof action?.value !== 'string') return null;
  return { at, text: action.value, isHtml: action.field === 'comment_value_html' };
}

/** "Access to this macro. A null value allows unrestricted access for all users"; an empty object is seen for it too. */
const isRestricted = ({ restriction }: Row) => Object.keys(restriction ?? {}).length > 0;

function toMacro(row: Row): Macro | null {
  const comment = commentOf(row);
  if (!comment) return null;
  const { id, title, active, updated_at } = row;
  const isShared = active !== false && !isRestricted(row);
  return { id, title, text: comment.text, isHtml: comment.isHtml, isShared, updatedAt: updated_at ?? 0 };
}

/**
 * Macros of one account by the Macros API. The list is asked for active shared ones; groups' and agents' own are left out
 * here whatever the account answers. An update replaces all actions at once, so that they are read just before and sent back
 * as they stand, but for the comment's value; `restriction` and `active` are not sent, so they stay.
 */
export function createMacros(client: JsonClient): Macros {
  const path = (id: string) => `${MACROS}/${segment(id)}`;

  /** A 403 that names a scope is about macros alone: the token is good for all else. */
  async function ask(what: string, request: JsonRequest = {}): Promise<unknown> {
    try {
      return await client.request(what, request);
    } catch (error) {
      if (error instanceof AuthLost && !error.message.endsWith(': 401')) throw new Permanent(error.message);
      throw error;
    }
  }

  async function readRow(id: string): Promise<Row> {
    return parseAnswer(answerSchema, await ask(path(id)), 'macro').macro;
  }

  return {
    async list(page) {
      const query = { access: 'shared', active: true, 'page[size]': 100 };
      const answer = page === null ? await ask(MACROS, { query }) : await ask(page);
      const { macros } = parseAnswer(listSchema, answer, 'macros');
      const rows = readRows(macroSchema, macros, 'macros', client.odd);
      const shared = rows.flatMap((row) => toMacro(row) ?? []).filter(({ isShared }) => isShared);
      return { macros: shared, page: macros.length === 0 ? null : nextPage(answer, 'macros') };
    },

    async read(id) {
      const macro = toMacro(await readRow(id));
      if (!macro) throw new NotFound(`zendesk: macro ${id} has no text of its own any more`);
      return macro;
    },

    async write(id, { title, text }) {
      const row = await readRow(id);
      const comment = commentOf(row);
      if (!comment) throw new NotFound(`zendesk: macro ${id} has no text of its own any more`);
      const actions = row.actions.map((action, at) => (at === comment.at ? { ...action, value: text } : action));
      await ask(path(id), { method: 'PUT', body: { macro: { title, actions } } });
    },

    async create({ title, text, isHtml, description }: NewMacro) {
      const actions = [{ field: isHtml ? 'comment_value_html' : 'comment_value', value: text }];
      const answer = await ask(MACROS, { method: 'POST', body: { macro: { title, description, actions } } });
      return parseAnswer(answerSchema, answer, 'created macro').macro.id;
    },

    async find({ title, text }, sinceMs) {
      const query = { sort_by: 'created_at', sort_order: 'desc', per_page: 100 };
      const { macros } = parseAnswer(listSchema, await ask(MACROS, { query }), 'macros');
      const since = Math.floor(sinceMs / 1_000) * 1_000;
      const rows = readRows(macroSchema, macros, 'macros', client.odd);
      const made = rows.filter((row) => (row.created_at ?? 0) >= since).flatMap((row) => toMacro(row) ?? []);
      const named = made.filter((macro) => macro.title === title);
      return named.find((macro) => macro.text === text) ?? named[0] ?? null;
    },

    async remove(id) {
      try {
        await ask(path(id), { method: 'DELETE' });
      } catch (error) {
        if (!(error instanceof NotFound)) throw error;
      }
    },
  };
}
