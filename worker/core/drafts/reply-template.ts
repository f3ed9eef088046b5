import type { Conversation } from '../../../shared/conversation.ts';
import type { Dispute, Fix } from '../../../shared/fix.ts';
import { type Saying, type Statement, sayings, statementOf } from '../acts/statements.ts';
import { isGuidance } from '../findings/acknowledged.ts';
import { advice } from '../gates/advice.ts';
import type { Finding } from '../learned/finding.ts';
import type { Issue, Learned } from '../learned/state.ts';
import { escapeText } from '../text/escape.ts';
import { isTalk } from '../text/sentences.ts';
import { disagreement, openQuestion } from './open-questions.ts';
import { holdsForOthers, isRepeatable } from './repeatable.ts';
import { inSaidOrder } from './said-order.ts';
import { wayOf } from './same-way.ts';

/** Witnesses a statement cites, and conversations that must share it. */
const WITNESSES = 3;
const SHARED_BY = 3;

/** Statements and words under which a template spares nothing. The same as of the habit. */
const MIN_STATEMENTS = 2;
const MIN_WORDS = 25;

/** Share of the reply's words that must be left: one that lacks a step is worse than none. */
const WHOLE = 0.75;

/** Share of the content of the shorter of two statements from which they say the same; a single word says nothing of it. */
const SAME = 0.75;

/** A day or month: what is said with one is news, and soon no longer true. */
const DATED =
  /\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b\d{1,2}(?:st|nd|rd|th)?(?: of)? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* \d|\b(?:today|tomorrow|yesterday|tonight|this (?:morning|afternoon|week))\b/i;

/** What answers a question that only one customer asked. */
const ANSWERING = /^(?:yes|no|not (?:quite|yet)|exactly|correct|right|i am afraid)\b,?\s/i;

/** What joins a sentence to one before it; the first has none. */
const JOINING = /^(?:then|there|next|after that|finally|also|and)\b,?\s+(?=\p{L})/iu;

/**
 * The reply that agents type again and again, in their own words: sentences that several conversations share and that hold
 * for everybody, in the order in which they are said. Greetings, promises, questions, values that vary and what an agent
 * did for one customer are left out. `articleId` is the article that is sent along. Null where too little is left.
 */
export function replyTemplate(
  learned: Learned,
  f: Finding,
  issue: Issue,
  conversations: readonly Conversation[],
  hosts?: ReadonlySet<string>,
): Fix | null {
  const said = sayings(learned, conversations, hosts);
  const items: { statement: Statement; said: readonly Saying[]; place: number }[] = [];
  const disputes: Dispute[] = [];
  const acts = learned.findings.get(f.key)?.acts ?? [];
  const wordsOf = (act: number) => learned.acts.get(act)?.frame.length ?? 0;
  let lost = 0;
  for (const act of acts) {
    const own = said.get(act) ?? [];
    const isShared = new Set(own.map(({ quote }) => quote.conversationId)).size >= SHARED_BY;
    const statement = isShared ? statementOf(issue.wordings.get(act) ?? [], own, WITNESSES) : null;
    if (!statement || !holdsForAll(statement.text)) {
      lost += wordsOf(act);
      continue;
    }
    const sides = disagreement(own, conversations);
    if (sides) disputes.push({ question: openQuestion(sides), sides });
    items.push({ statement, said: own, place: (issue.places.get(act) ?? 0) / (issue.counts.get(act) ?? 1) });
  }
  items.sort((a, b) => a.place - b.place || (a.statement.text < b.statement.text ? -1 : 1));
  const statements = inSaidOrder(distinct(items)).map(({ statement }, i) => (i > 0 ? statement : opening(statement)));
  const words = statements.reduce((sum, { text }) => sum + text.split(/\s+/).length, 0);
  const all = acts.reduce((sum, act) => sum + wordsOf(act), 0);
  if (statements.length < MIN_STATEMENTS || words < MIN_WORDS || lost > (1 - WHOLE) * all) return null;
  return {
    kind: 'reply_template',
    articleId: issue.articleId,
    title: f.title,
    bodyHtml: statements.map(({ text }) => `<p>${escapeText(text)}</p>`).join(''),
    terms: [],
    evidence: statements.flatMap(({ evidence }) => evidence),
    openQuestions: disputes.map(({ question }) => question),
    ...(disputes.length > 0 ? { disputes } : {}),
  };
}

/** Whether a sentence can be said to every customer who asks, as it stands. */
function holdsForAll(text: string): boolean {
  const says = isRepeatable(text) || (holdsForOthers(text) && isGuidance(text));
  return says && !isTalk(text) && !ANSWERING.test(text) && !DATED.test(text) && advice(text).length === 0;
}

/** Of statements that say the same in other words, the one that more conversations hold. */
function distinct<T extends { statement: Statement; said: readonly Saying[] }>(items: readonly T[]): T[] {
  const found: T[] = [];
  for (const item of [...items].sort((a, b) => b.said.length - a.said.length)) {
    const own = wayOf(item.statement.text);
    const isSaid = found.some(({ statement }) => {
      const other = wayOf(statement.text);
      const [less, more] = [Math.min(own.length, other.length), Math.max(own.length, other.length)];
      if (less < 2 && more > less) return false;
      return own.filter((s) => other.includes(s)).length >= SAME * less;
    });
    if (!isSaid) found.push(item);
  }
  return items.filter((item) => found.includes(item));
}

function opening({ text, evidence }: Statement): Statement {
  const bare = text.replace(JOINING, '');
  return { text: bare.charAt(0).toUpperCase() + bare.slice(1), evidence };
}
