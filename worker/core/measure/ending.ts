import type { OutcomeInput } from '../../../shared/advice.ts';
import type { Conversation, Turn } from '../../../shared/conversation.ts';
import type { Diagnosis } from '../../../shared/diagnosis.ts';
import type {
  AdviceUse,
  Ending,
  EscalationReason,
  LastWord,
  ReopenReason,
  Search,
  Solver,
  Tried,
} from '../../../shared/measure/ending.ts';
import type { Signal, SignalKind } from '../../../shared/signal.ts';
import { MINUTE_MS } from '../../../shared/time.ts';
import { isOfReplies, sentOf } from '../advice/flags.ts';
import { isAcknowledgement } from '../conversation/acknowledgement.ts';
import type { RawConversation } from '../conversation/helpdesk-conversation.ts';
import { isSensitiveCategory } from '../gates/sensitive.ts';
import { articleIdsIn, linkedArticleIds } from '../html/links.ts';
import { FRUSTRATION_POINTS, frustrationPoints } from '../signals/frustration.ts';

/** What the helpdesk states of a conversation beside its words, as far as an ending holds it. */
export type EndingFacts = Pick<
  RawConversation,
  'solvedAt' | 'reopenedAt' | 'handovers' | 'rating' | 'botAnswer' | 'restrictedTo'
>;

/** What was learned of a conversation, and what people did with advice beside it. */
export interface EndingLesson {
  issueId: string | null;
  articleId: string | null;
  diagnosis: Diagnosis;
  signals: readonly Signal[];
  wasAdvised: boolean;
  done: readonly { input: OutcomeInput }[];
}

/** How a solved conversation ended. The same reading gives the same ending; no word of the conversation is in it. */
export function endingOf(conversation: Conversation, facts: EndingFacts, lesson: EndingLesson): Ending {
  const { turns, createdAt } = conversation;
  const reply = turns.find((turn) => turn.author !== 'customer');
  const sent = sentOf(lesson.done, turns);
  const isLinked = linkedArticleIds(turns).length > 0;
  return {
    conversationId: conversation.id,
    requesterId: conversation.requesterId,
    organizationId: conversation.organizationId,
    audience: facts.restrictedTo ?? null,
    language: conversation.language,
    issueId: lesson.issueId,
    articleId: lesson.articleId,
    diagnosis: lesson.diagnosis,
    openedAt: createdAt,
    solvedAt: Math.max(createdAt, facts.solvedAt ?? conversation.updatedAt),
    solvedBy: solverOf(turns, lesson.done),
    firstReplyMs: reply ? Math.max(0, reply.at - createdAt) : null,
    firstReplyBy: reply ? speakerOf(reply, lesson.done) : null,
    customerRuns: runsOf(turns, 'customer'),
    touches: runsOf(turns, 'agent'),
    handovers: facts.handovers,
    reopened: facts.reopenedAt.length,
    reopenReason: reopenReasonOf(conversation, facts.reopenedAt),
    rating: facts.rating,
    lastWord: lastWordOf(conversation),
    escalation: escalationOf(conversation, lesson),
    advice: adviceOf(lesson.wasAdvised, sent),
    kept: sent === null || sent.inserted === 0 ? null : sent.sent / sent.inserted,
    tried: triedOf(turns, facts, lesson.signals),
    isLinked,
    search: searchOf(lesson.done, isLinked),
    isChaff: conversation.kind === 'chaff' || conversation.kind === 'machine',
  };
}

/** Mend's reply was sent by a person's press: it is Mend's in words, and never counts as solved without a person. */
function speakerOf(turn: Turn, done: EndingLesson['done']): Exclude<Solver, 'nobody'> {
  if (turn.author === 'agent') return 'person';
  return isOfReplies(turn.text, done) ? 'mend' : 'bot';
}

function solverOf(turns: readonly Turn[], done: EndingLesson['done']): Solver {
  const speakers = new Set(turns.filter((turn) => turn.author !== 'customer').map((turn) => speakerOf(turn, done)));
  return (['person', 'mend', 'bot'] as const).find((who) => speakers.has(who)) ?? 'nobody';
}

/** Stretches of turns by one side: three messages in a row are one. */
function runsOf(turns: readonly Turn[], author: Turn['author']): number {
  return turns.filter((turn, i) => turn.author === author && turns[i - 1]?.author !== author).length;
}

function lastWordOf({ turns, language }: Conversation): LastWord {
  const after = turns.slice(turns.findLastIndex((turn) => turn.author !== 'customer') + 1);
  return after.length === 0 || after.length === turns.length ? 'silent' : moodOf(after, language);
}

function moodOf(said: readonly Turn[], language: string): Exclude<LastWord, 'silent'> {
  if (said.some((turn) => frustrationPoints(turn.text, language) >= FRUSTRATION_POINTS)) return 'displeased';
  return said.every((turn) => isAcknowledgement(turn.text)) ? 'thanked' : 'said_more';
}

/** What the customer writes opens a conversation within moments; where nothing was written, the staff did. */
const REOPENS_WITHIN_MS = MINUTE_MS;

function reopenReasonOf({ turns, language }: Conversation, [first]: readonly number[]): ReopenReason | null {
  if (first === undefined) return null;
  const said = turns.filter((turn) => turn.author === 'customer' && Math.abs(turn.at - first) <= REOPENS_WITHIN_MS);
  return said.length === 0 ? 'staff' : moodOf(said, language);
}

function searchOf(done: EndingLesson['done'], isLinked: boolean): Search | null {
  if (!done.some(({ input }) => input.kind === 'searched')) return null;
  return isLinked || done.some(({ input }) => input.kind === 'linked') ? 'found' : 'not_found';
}

/** The reason that each way in which knowledge fails gives to hand a conversation on. */
const BY_DIAGNOSIS: Readonly<Record<Diagnosis, EscalationReason | null>> = {
  missing: 'no_article',
  incomplete: 'no_article',
  unfindable: 'no_article',
  outdated: 'article_wrong',
  contradictory: 'article_wrong',
  failing: 'article_wrong',
  product_bug: 'product_defect',
  needs_action: 'permission',
  none: null,
};

/** Who asked for a person gets one, whatever else holds; then what must go to a person; then why knowledge failed. */
function escalationOf(conversation: Conversation, { signals, diagnosis }: EndingLesson): EscalationReason | null {
  const has = (kind: SignalKind) => signals.find((signal) => signal.kind === kind);
  const escalation = has('escalation');
  const failed = has('bot_answer_failed');
  if (!escalation && !failed) return null;
  const asking = new Set(conversation.turns.filter((turn) => turn.author === 'customer').map((turn) => turn.id));
  if (escalation?.turnIds.some((id) => asking.has(id))) return 'asked';
  if (isSensitiveCategory(conversation.subject)) return 'sensitive';
  return BY_DIAGNOSIS[diagnosis] ?? (failed || has('low_confidence') ? 'unsure' : 'unknown');
}

function adviceOf(wasAdvised: boolean, sent: ReturnType<typeof sentOf>): AdviceUse {
  if (sent === null || sent.sent === 0) return wasAdvised || sent !== null ? 'suggested' : 'none';
  return sent.sent === sent.inserted ? 'inserted' : 'edited';
}

function triedOf(turns: readonly Turn[], facts: EndingFacts, signals: readonly Signal[]): Tried {
  if (facts.botAnswer) return 'bot';
  if (signals.some((signal) => signal.kind === 'failed_search')) return 'search';
  const named = turns.filter((turn) => turn.author === 'customer').map((turn) => turn.text);
  return articleIdsIn(named).length > 0 ? 'article' : 'nothing_seen';
}
