import type { Article } from '../../../shared/article.ts';
import { NotFound } from '../../../worker/loop/ports/errors.ts';
import type { Change, Helpdesk, Macros, OddRow, RawConversation } from '../../../worker/loop/ports/helpdesk.ts';
import { copy } from '../memory/shelf.ts';

/** A helpdesk in memory: what it holds can be set, what it is asked is noted, and it can be made to fail. */
export interface Desk extends Omit<Helpdesk, 'canLabel' | 'macros'> {
  canLabel: boolean;
  /** Absent unless given: see `giveMacros`. */
  macros?: Macros;
  conversations: Map<string, RawConversation>;
  articles: Map<string, Article>;
  changes: Change[];
  /** Rows that the next `takeOddRows` answers. */
  odd: OddRow[];
  /** Articles and conversations a page holds. */
  pageSize: number;
  /** Every write that reached it, in order. */
  writes: string[];
  reads: string[];
  /** Links that stand in fields of conversations, by `conversation/field`. */
  links: Map<string, string>;
  /** Called before each request with its name; throws to refuse it. */
  before(call: keyof Helpdesk, id: string): void;
  /** Called after each write took effect; throws to lose the answer. */
  after(call: keyof Helpdesk, id: string): void;
}

export function createDesk(now: () => number): Desk {
  const conversations = new Map<string, RawConversation>();
  const articles = new Map<string, Article>();
  /** Ids are never given twice. */
  let archived = 0;
  const held = <T>(map: Map<string, T>, id: string): T => {
    const found = map.get(id);
    if (!found) throw new NotFound(`404: ${id}`);
    return found;
  };
  const read = <T>(call: keyof Helpdesk, id: string, answer: () => T): T => {
    desk.reads.push(`${call} ${id}`);
    desk.before(call, id);
    return copy(answer());
  };
  const write = <T>(call: keyof Helpdesk, id: string, change: () => T): T => {
    desk.before(call, id);
    const answer = change();
    desk.writes.push(`${call} ${id}`);
    desk.after(call, id);
    return answer;
  };
  const edited = (id: string, change: Partial<Article>) => {
    const article = held(articles, id);
    if (change.bodyHtml !== article.bodyHtml || change.title !== article.title)
      articles.set(id, { ...article, ...change, updatedAt: now() });
  };
  const desk: Desk = {
    conversations,
    articles,
    changes: [],
    odd: [],
    pageSize: 100,
    writes: [],
    reads: [],
    links: new Map(),
    canLabel: true,
    before: () => undefined,
    after: () => undefined,
    readConversation: async (id) => read('readConversation', id, () => held(conversations, id)),
    changedConversations: async (cursor) =>
      read('changedConversations', '', () => ({
        changes: desk.changes.slice(Number(cursor ?? 0), Number(cursor ?? 0) + desk.pageSize),
        cursor: String(Math.min(desk.changes.length, Number(cursor ?? 0) + desk.pageSize)),
        isEnd: Number(cursor ?? 0) + desk.pageSize >= desk.changes.length,
      })),
    solvedPage: async (sinceMs, cursor, limit) =>
      read('solvedPage', cursor ?? '', () => {
        const from = Number(cursor ?? 0);
        const solved = [...conversations.values()].filter((c) => c.state === 'solved' && c.updatedAt >= sinceMs);
        solved.sort((a, b) => b.updatedAt - a.updatedAt);
        const page = solved.slice(from, from + limit);
        const isEnd = from + limit >= solved.length;
        const doneBackTo = isEnd ? sinceMs : (page.at(-1)?.updatedAt ?? sinceMs);
        return { conversations: page, cursor: isEnd ? null : String(from + limit), doneBackTo };
      }),
    addTurn: async (id, { text, isPublic }) =>
      write('addTurn', id, () => {
        const conversation = held(conversations, id);
        const turn = { id: `${id}-${conversation.turns.length + 1}`, author: 'bot' as const, authorId: 'mend' };
        conversation.turns.push({ ...turn, text, html: null, isPublic, at: now() });
      }),
    offerLink: async (id, field, url, prefix) => {
      const conversation = await read('readConversation', id, () => held(conversations, id));
      if (desk.links.get(`${conversation.id}/${field}`)?.startsWith(prefix)) return;
      await write('offerLink', id, () => {
        desk.links.set(`${id}/${field}`, url);
      });
    },
    answer: async (id, { text, isPublic, asRead }) =>
      held(conversations, id).updatedAt !== asRead
        ? 'overtaken'
        : write('answer', id, () => {
            const conversation = held(conversations, id);
            const turn = { id: `${id}-${conversation.turns.length + 1}`, author: 'bot' as const, authorId: 'mend' };
            conversation.turns.push({ ...turn, text, html: null, isPublic, at: now() });
            conversation.updatedAt = Math.max(conversation.updatedAt + 1, now());
            return 'said' as const;
          }),
    assign: async (id, { team, note, asRead }) =>
      held(conversations, id).updatedAt !== asRead
        ? 'overtaken'
        : write('assign', `${id} ${team ?? ''}${note === null ? '' : ` ${note}`}`, () => {
            const conversation = held(conversations, id);
            conversation.updatedAt = Math.max(conversation.updatedAt + 1, now());
            return 'assigned' as const;
          }),
    changedArticles: async (sinceMs, page) =>
      read('changedArticles', page ?? '', () => {
        const from = Number(page ?? 0);
        const changed = [...articles.values()].filter((a) => a.updatedAt >= sinceMs);
        const isEnd = from + desk.pageSize >= changed.length;
        return { articles: changed.slice(from, from + desk.pageSize), page: isEnd ? null : `${from + desk.pageSize}` };
      }),
    listArticleIds: async () => read('listArticleIds', '', () => [...articles.keys()]),
    readArticle: async (id) => read('readArticle', id, () => held(articles, id)),
    writeArticle: async (id, _locale, next) => write('writeArticle', id, () => edited(id, next)),
    createArticle: async ({ sectionId, locale, title, bodyHtml, labels, likeArticleId }) =>
      write('createArticle', title, () => {
        const id = `new-${articles.size + archived}`;
        const like = held(articles, likeArticleId);
        articles.set(id, { ...like, id, sectionId, locale, title, bodyHtml, labels, updatedAt: now() });
        return id;
      }),
    findArticle: async (sectionId, title, sinceMs) =>
      read('findArticle', title, () => {
        const isMeant = (a: Article) => a.sectionId === sectionId && a.title === title && a.updatedAt >= sinceMs;
        return [...articles.values()].find(isMeant) ?? null;
      }),
    addLabels: async (id, labels) =>
      write('addLabels', id, () => {
        const article = held(articles, id);
        articles.set(id, { ...article, labels: [...new Set([...article.labels, ...labels])] });
      }),
    archiveArticle: async (id) =>
      write('archiveArticle', id, () => {
        if (articles.delete(id)) archived++;
      }),
    ownUserId: async () => 'mend',
    takeOddRows: () => desk.odd.splice(0),
    ensureWebhook: async () => ({ webhookId: '1', secret: 'secret' }),
  };
  return desk;
}
