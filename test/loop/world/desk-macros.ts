import type { Macro } from '../../../shared/macro.ts';
import { NotFound } from '../../../worker/loop/ports/errors.ts';
import { copy } from '../memory/shelf.ts';
import type { Desk } from './desk.ts';

/** Gives a helpdesk in memory macros that can be written; a call is named to `before` and `after` as `write 12`. */
export function giveMacros(desk: Desk, now: () => number, given: Macro[] = []): Map<string, Macro> {
  const macros = new Map(given.map((macro) => [macro.id, macro]));
  const held = (id: string): Macro => {
    const found = macros.get(id);
    if (!found) throw new NotFound(`404: macro ${id}`);
    return found;
  };
  const write = <T>(what: string, change: () => T): T => {
    desk.before('macros', what);
    const answer = change();
    desk.writes.push(`macros ${what}`);
    desk.after('macros', what);
    return answer;
  };
  const read = <T>(what: string, answer: () => T): T => {
    desk.reads.push(`macros ${what}`);
    desk.before('macros', what);
    return copy(answer());
  };
  const shared = () => [...macros.values()].filter(({ isShared }) => isShared);
  desk.macros = {
    list: async (page) =>
      read('list', () => {
        const from = Number(page ?? 0);
        const isEnd = from + desk.pageSize >= shared().length;
        return { macros: shared().slice(from, from + desk.pageSize), page: isEnd ? null : `${from + desk.pageSize}` };
      }),
    read: async (id) => read(`read ${id}`, () => held(id)),
    write: async (id, { title, text }) =>
      write(`write ${id}`, () => void macros.set(id, { ...held(id), title, text, updatedAt: now() })),
    create: async ({ title, text, isHtml }) =>
      write(`create ${title}`, () => {
        const id = `made-${macros.size}`;
        macros.set(id, { id, title, text, isHtml, isShared: true, updatedAt: now() });
        return id;
      }),
    find: async ({ title }, sinceMs) =>
      read(`find ${title}`, () => {
        return [...macros.values()].find((macro) => macro.title === title && macro.updatedAt >= sinceMs) ?? null;
      }),
    remove: async (id) => write(`remove ${id}`, () => void macros.delete(id)),
  };
  return macros;
}
