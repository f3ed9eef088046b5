import type {
  AdvisedArticle,
  ArticleHealth,
  DoubtedStatement,
  ReplySource,
  SuggestedReply,
} from '../../../shared/advice.ts';
import type { Conversation } from '../../../shared/conversation.ts';
import { sayings, statementOf } from '../acts/statements.ts';
import { isRepeatable } from '../drafts/repeatable.ts';
import { isGuidance } from '../findings/acknowledged.ts';
import { withoutFailed } from '../findings/failing.ts';
import { needsAction } from '../findings/product-bug.ts';
import { statementActs } from '../issues/statement-acts.ts';
import type { Issue } from '../learned/state.ts';
import type { Learned } from '../learning/learned.ts';
import { hashText } from '../text/hash.ts';
import { sectionFor } from './section.ts';

/** Statements of a reply: more is an article, not an answer. */
const MAX_STATEMENTS = 6;

/** Conversations that worked count against this many unknown ones. Stated prior. */
const UNKNOWN_ENDINGS = 3;

/** Quotes looked at to count the conversations behind a statement. */
const WITNESSES = 12;

/** What agents told in earlier conversations of an issue, in the order they tell it. */
export interface Told {
  text: string;
  isGuidance: boolean;
  conversationIds: string[];
}

/**
 * Statements of agents that recur in an issue and hold no value that varies, in the order of the conversation that holds
 * most of them. What was told in conversations that ended badly stays away as long as others ended well. Questions, and what an agent did, are left out: neither can be said again. None where only an action helps.
 */
export function toldIn(
  learned: Learned,
  issue: Issue,
  all: readonly Conversation[],
  hosts: ReadonlySet<string>,
): Told[] {
  if (needsAction(issue)) return [];
  const conversations = withoutFailed(issue, all);
  const said = sayings(learned, conversations, hosts);
  const found = new Map<number, Told & { met: number }>();
  for (const act of statementActs(learned, issue)) {
    const sayingsOfAct = said.get(act) ?? [];
    const statement = statementOf(issue.wordings.get(act) ?? [], sayingsOfAct, WITNESSES);
    if (!statement || !isRepeatable(statement.text)) continue;
    const conversationIds = [...new Set(sayingsOfAct.map(({ quote }) => quote.conversationId))];
    const told = { text: statement.text, isGuidance: isGuidance(statement.text), conversationIds };
    found.set(act, { ...told, met: issue.counts.get(act) ?? 0 });
  }
  const met = (acts: readonly number[]) => acts.reduce((sum, act) => sum + (found.get(act)?.met ?? 0), 0);
  const talks = conversations.map((c) => inOrderOf(c, said).filter((act) => found.has(act)));
  const fullest = talks.reduce((best, talk) => (met(talk) > met(best) ? talk : best), []);
  return fullest.slice(0, MAX_STATEMENTS).flatMap((act) => found.get(act) ?? []);
}

/** The acts of a conversation in the order in which its agents said them first. */
function inOrderOf({ id, turns }: Conversation, said: ReturnType<typeof sayings>): number[] {
  const placed: { act: number; turn: number; at: number }[] = [];
  for (const [act, sayingsOfAct] of said) {
    const first = sayingsOfAct.find(({ quote }) => quote.conversationId === id)?.quote;
    const turn = turns.findIndex((t) => t.id === first?.turnId);
    if (first && turn >= 0) placed.push({ act, turn, at: turns[turn]?.text.indexOf(first.quote) ?? 0 });
  }
  return placed.sort((a, b) => a.turn - b.turn || a.at - b.at).map(({ act }) => act);
}

/** The reply that what worked before makes; null where nothing that was told can be said to everybody. */
export function replyFromWhatWorked(told: readonly Told[]): SuggestedReply | null {
  const count = new Set(told.flatMap((one) => one.conversationIds)).size;
  if (told.length === 0) return null;
  return replyOf(told.map((one) => one.text).join('\n'), count / (count + UNKNOWN_ENDINGS), [
    { kind: 'conversations', count },
  ]);
}

/** What agents tell customers to do meanwhile; null where they have told nothing. */
export function workaroundIn(told: readonly Told[]): string | null {
  const ways = told.filter((one) => one.isGuidance).map((one) => one.text);
  return ways.length > 0 ? ways.join(' ') : null;
}

/** What an article's health leaves of the belief that it answers. Stated. */
const TRUST: Record<ArticleHealth, number> = {
  validated: 1,
  healed_recently: 0.95,
  unproven: 0.85,
  patch_waiting: 0.8,
  stale: 0.5,
  contested: 0.5,
};

/**
 * The section of an article that answers a question, with the article's address. A sentence in doubt stands as agents say it
 * now, or not at all. Null where nothing is left to say.
 */
export function replyFromArticle(
  learned: Learned,
  { id: articleId, title, url, score, health, why }: AdvisedArticle,
  bodyHtml: string,
  question: string,
): SuggestedReply | null {
  const section = sectionFor(learned, bodyHtml, question);
  if (!section) return null;
  const text = withoutDoubts(section.text, why.doubted);
  if (text === '') return null;
  return replyOf(`${text}\n\n${title}: ${url}`, score * TRUST[health], [
    { kind: 'article', articleId, title, url, section: section.heading, isPatched: text !== section.text },
  ]);
}

function withoutDoubts(text: string, doubted: readonly DoubtedStatement[]): string {
  const said = (line: string) =>
    doubted.reduce((now, { text: old, instead }) => now.replaceAll(plain(old), plain(instead ?? '')), line).trim();
  return text
    .split('\n')
    .flatMap((line) => (/^(?:\d+\.|-)?$/.test(said(line)) ? [] : [said(line)]))
    .join('\n');
}

const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** A reply with the name of its text. */
function replyOf(text: string, confidence: number, sources: ReplySource[]): SuggestedReply {
  return { id: hashText(text).slice(0, 32), text, confidence, sources };
}
