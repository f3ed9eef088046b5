import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Conversation } from '../../../shared/conversation.ts';
import type { Fix } from '../../../shared/fix.ts';
import type { Said } from '../../../shared/said/said.ts';
import type { RawConversation } from '../../../worker/core/conversation/helpdesk-conversation.ts';
import { prepare } from '../../../worker/core/conversation/prepare.ts';
import { type Article, writeArticle } from '../../../worker/core/drafts/article/article.ts';
import { EVIDENCE_READ, OTHERS_READ } from '../../../worker/core/drafts/article/reading.ts';
import { writtenDraft } from '../../../worker/core/drafts/written/written.ts';
import { hostsOf } from '../../../worker/core/gates/fit.ts';
import { statementsOf } from '../../../worker/core/grounding/statements.ts';
import { linksAndImages } from '../../../worker/core/html/normalize.ts';
import { desk } from '../../core/said.ts';
import { goodArticle } from '../../sandbox/models/good.ts';
import { seededRandom } from '../../sandbox/models/random.ts';
import { sloppyArticle } from '../../sandbox/models/sloppy.ts';

/** Tickets of a subject under which there is nothing to write from. */
const MIN_TICKETS = 4;

const articleRow = z.object({ id: z.string(), title: z.string(), body_html: z.string(), section: z.string() });
const ticketRow = z.object({
  id: z.string(),
  created_at: z.string(),
  channel: z.string(),
  subject: z.string(),
  messages: z.array(z.object({ author: z.enum(['customer', 'agent']), text: z.string(), at: z.string() })),
  gold: z.object({ subflow: z.string(), article_id: z.string().nullable() }),
});
type Ticket = z.infer<typeof ticketRow>;

export interface GoldArticle extends Omit<Article, 'unsaid'> {
  subflow: string;
  unsaid: { text: string; why: Said }[];
}

/**
 * One article for every gold subject of a set, each as if its page were missing: written from its tickets by the code that
 * the worker runs; by a double of a model (`good`, `sloppy`) as far as the proof lets it. The labels choose the tickets and nothing
 * else.
 */
export function goldArticles(dir: string, model = 'builtin'): GoldArticle[] {
  const articles = rows(join(dir, 'articles.jsonl'), articleRow);
  return goldConversations(dir).flatMap(({ subflow, articleId, own, others }) => {
    const base = articles.filter((a) => a.id !== articleId);
    const written = writeArticle({
      conversations: own,
      elsewhere: others,
      articles: base.map((a) => ({ title: a.title, bodyHtml: a.body_html })),
      language: 'en',
      hosts: hostsOf(base.flatMap((a) => linksAndImages(a.body_html))),
    });
    const turns = new Map(own.flatMap((c) => c.turns.map((turn) => [`${c.id}/${turn.id}`, turn.text])));
    const unsaid = written?.unsaid.map(({ conversationId, turnId, start, end, why }) => ({
      text: (turns.get(`${conversationId}/${turnId}`) ?? '').slice(start, end),
      why,
    }));
    return written && unsaid ? [{ subflow, ...written, ...asWrittenBy(model, written), unsaid }] : [];
  });
}

/** Title and body as a double of a model writes them, as far as they are proved. */
function asWrittenBy(model: string, { title, bodyHtml, evidence }: Article): Pick<Article, 'title' | 'bodyHtml'> {
  if (model === 'builtin') return { title, bodyHtml };
  const kind = 'new_article';
  const statements = statementsOf(bodyHtml, null, evidence).map(({ text, list, support }, index) => {
    return { index, text, list, quotes: support };
  });
  const good = goodArticle({ kind, title, statements, quotes: [] });
  const answer = model === 'good' ? good : sloppyArticle(good, seededRandom(1));
  const fix: Fix = { kind, articleId: null, title, bodyHtml, terms: [], evidence, openQuestions: [] };
  return writtenDraft(fix, answer, { language: 'en', base: null }).fix;
}

/** The conversations of each gold subject, as many as the worker reads, and as many others. */
export function goldConversations(
  dir: string,
): { subflow: string; articleId: string; own: Conversation[]; others: Conversation[] }[] {
  const tickets = rows(join(dir, 'tickets.jsonl'), ticketRow);
  const conversations = new Map(tickets.map((t, n) => [t.id, conversationOf(t, n)]));
  return [...Map.groupBy(tickets, (t) => t.gold.subflow)].flatMap(([subflow, own]) => {
    const articleId = own[0]!.gold.article_id;
    if (own.length < MIN_TICKETS || articleId === null) return [];
    const others = tickets.filter((t) => t.gold.subflow !== subflow);
    return [
      {
        subflow,
        articleId,
        own: own.slice(-EVIDENCE_READ).map((t) => conversations.get(t.id)!),
        others: spread(others, OTHERS_READ).map((t) => conversations.get(t.id)!),
      },
    ];
  });
}

function spread<T>(all: readonly T[], most: number): T[] {
  const step = Math.max(1, all.length / most);
  return Array.from({ length: Math.min(most, all.length) }, (_, i) => all[Math.floor(i * step)]!);
}

function conversationOf(t: Ticket, n: number): Conversation {
  const customer = { id: `c${n}`, role: 'customer' as const, name: `Qzc${n}x`, email: null, phone: null };
  const agent = { id: `a${n % 6}`, role: 'agent' as const, name: `Qza${n % 6}x`, email: null, phone: null };
  const last = Date.parse(t.messages.at(-1)!.at);
  const raw: RawConversation = {
    id: t.id,
    subject: t.subject,
    channel: t.channel,
    state: 'solved',
    mergedInto: null,
    requester: customer,
    people: [customer, agent],
    organization: null,
    brand: null,
    createdAt: Date.parse(t.created_at),
    updatedAt: last,
    solvedAt: last,
    reopenedAt: [],
    handovers: 0,
    rating: null,
    tags: [],
    segment: {},
    turns: t.messages.map((m, i) => ({
      id: `${t.id}-${i}`,
      author: m.author,
      authorId: m.author === 'agent' ? agent.id : customer.id,
      text: m.text,
      html: null,
      isPublic: true,
      at: Date.parse(m.at),
    })),
  };
  return prepare(raw, { personId: (id) => id }, desk('en'));
}

function rows<T>(file: string, row: z.ZodType<T>): T[] {
  if (!existsSync(file)) throw new Error(`no such file: ${file}`);
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim())
    .map((line) => row.parse(JSON.parse(line)));
}
