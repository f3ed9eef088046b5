import type { Signal } from '../../../shared/signal.ts';
import { DAY_MS } from '../../../shared/time.ts';
import { isAcknowledgement } from '../conversation/acknowledgement.ts';
import { FLAG_KINDS, MAX_SIGNAL_TURNS, type SignalInput, statedAt } from './input.ts';

/** Days in which a second contact says that the first did not last. Origin: Chatwoot's durable resolution, 7 days. */
export const REPEAT_WINDOW_DAYS = 7;
export const REPEAT_WINDOW_MS = REPEAT_WINDOW_DAYS * DAY_MS;

/** Coverage from which an article counts as the answer though nobody linked it. Origin: more likely than not. */
export const COVERED = 0.5;

/** Tags by which agents flag a conversation, as normalised by `tagKey`. Documented in docs/signals.md. */
export const FLAG_TAGS: ReadonlySet<string> = new Set([
  'mend_flag',
  'knowledge_gap',
  'kb_gap',
  'article_missing',
  'article_outdated',
]);

/** Tags differ in case, hyphens and spaces between helpdesks; they are one. */
export function tagKey(tag: string): string {
  return tag
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_');
}

/**
 * How near to a return in the helpdesk's record (ms) the message stands that caused it. Origin: stated default; vendors
 * give both the second in which the message came.
 */
export const RETURN_REACH_MS = 120_000;

/**
 * The customer came back after it was solved, with something to say; at the last such return. Thanks after closing, a
 * workflow, a timer and an agent who opens it again are none.
 */
export function reopen({ conversation, facts }: SignalInput): Signal | null {
  const returns = facts.reopenedAt.filter((time) =>
    conversation.turns.some(
      (turn) =>
        turn.author === 'customer' && Math.abs(turn.at - time) <= RETURN_REACH_MS && !isAcknowledgement(turn.text),
    ),
  );
  return returns.length > 0 ? statedAt('reopen', Math.max(...returns)) : null;
}

/** The customer rated it badly. */
export function badRating({ conversation, facts }: SignalInput): Signal | null {
  return facts.rating === 'bad' ? statedAt('bad_rating', conversation.updatedAt) : null;
}

/** An AI agent answered, and a person had to answer after it or the customer said it did not help; with its articles. */
export function botAnswerFailed({ facts: { botAnswer }, botArticleIds = [] }: SignalInput): Signal | null {
  if (!botAnswer?.hasFailed) return null;
  const turnIds = botAnswer.turnIds.slice(0, MAX_SIGNAL_TURNS);
  const articleIds = [...botArticleIds];
  return { kind: 'bot_answer_failed', at: botAnswer.at, turnIds, ...(articleIds.length > 0 ? { articleIds } : {}) };
}

/** The same person asked about the same issue or article in the seven days before. */
export function repeatContact({ conversation, issueId, articleId, earlier }: SignalInput): Signal | null {
  const isRepeat = earlier.some(
    (before) =>
      before.at < conversation.createdAt &&
      before.at >= conversation.createdAt - REPEAT_WINDOW_MS &&
      ((issueId !== null && before.issueId === issueId) || (articleId !== null && before.articleId === articleId)),
  );
  return isRepeat ? statedAt('repeat_contact', conversation.createdAt) : null;
}

/**
 * An agent solved what a customer asked, linked no article, and none is known to cover it. A solving by bot or by silence is none; an article
 * that an AI agent answered from counts as a link, unless that answer failed.
 */
export function solvedWithoutArticle(input: SignalInput): Signal | null {
  const { conversation, facts, linkedArticleIds, botArticleIds = [], coverage } = input;
  const isRequest = conversation.kind !== 'machine' && conversation.kind !== 'chaff';
  const isSolved = conversation.state === 'solved' && conversation.turns.some((turn) => turn.author === 'agent');
  const isAnswered = facts.botAnswer?.hasFailed === false && botArticleIds.length > 0;
  if (!isRequest || !isSolved || isAnswered || linkedArticleIds.length > 0 || (coverage ?? 0) >= COVERED) return null;
  return statedAt('solved_without_article', conversation.updatedAt);
}

/**
 * What was told of the conversation: feedback on suggestions, agents' flags (also by tag), searches that failed. An agent
 * who links another article than any that was suggested has rejected the suggestions.
 */
export function flagged({
  conversation,
  facts,
  flags = [],
  suggestedArticleIds,
  linkedArticleIds,
}: SignalInput): Signal[] {
  const wasPassedOver =
    suggestedArticleIds.length > 0 &&
    linkedArticleIds.length > 0 &&
    !linkedArticleIds.some((id) => suggestedArticleIds.includes(id));
  return FLAG_KINDS.flatMap((kind) => {
    const times = flags.filter((flag) => flag.kind === kind).map((flag) => flag.at);
    if (kind === 'agent_flag' && facts.tags.some((tag) => FLAG_TAGS.has(tagKey(tag))))
      times.push(conversation.updatedAt);
    if (kind === 'suggestion_rejected' && wasPassedOver) times.push(conversation.updatedAt);
    return times.length > 0 ? [statedAt(kind, Math.min(...times))] : [];
  });
}
