import { MAX_DRAFT_CHARS, MAX_REASON_CHARS, type OutcomeInput } from '../../../shared/advice.ts';
import { asWritten, type Said, say } from '../../../shared/said/said.ts';
import { actorOf, type Viewer } from '../../../shared/viewer.ts';
import { spaceOf } from '../../core/language/space.ts';
import type { Learned } from '../../core/learning/learned.ts';
import { NOBODY } from '../../core/redact/known.ts';
import { redact } from '../../core/redact/redact.ts';
import { idOf } from '../../core/text/hash.ts';
import { Invalid, NotFound } from '../ports/errors.ts';
import type { LoopMessage } from '../ports/messages.ts';
import type { Ports } from '../ports/ports.ts';
import type { Activity } from '../ports/stores/activity.ts';
import type { Outcome } from '../ports/stores/outcomes.ts';
import { Moved } from '../review/decide-by-person.ts';
import { answerAs } from '../review/escalation.ts';
import { conversationToAdvise } from './conversation-to-advise.ts';

/** What advising, answering and counting an outcome reach; posting a reply ends in the same. */
export type RecordOutcomePorts = Pick<
  Ports,
  | 'articleIndex'
  | 'articles'
  | 'cursors'
  | 'eventClock'
  | 'fixes'
  | 'gaps'
  | 'helpdesk'
  | 'identity'
  | 'inbox'
  | 'macros'
  | 'memory'
  | 'observations'
  | 'outcomes'
  | 'questions'
  | 'tenants'
>;

/**
 * Stores what a person did with advice, once a person, conversation, kind and subject; what the learning can use it for
 * follows as a message of its own. Answers whether it is new, and whether something waits for the loop. Throws NotFound for a
 * conversation, article or gap that this tenant has not, Moved where the sentence does not stand there any more, Invalid for a
 * flag without a reason. The answer to a dispute moves its fix as `answerAs` says, and throws what it throws.
 */
export async function recordOutcome(
  ports: RecordOutcomePorts,
  viewer: Pick<Viewer, 'tenant' | 'userId' | 'name' | 'role'>,
  conversationId: string,
  input: OutcomeInput,
): Promise<{ isNew: boolean; isHeeded: boolean }> {
  const { tenant } = viewer;
  const read = await conversationToAdvise(ports, tenant, conversationId);
  if (read.state !== 'read') throw new NotFound('nothing is known of this conversation');
  const language = spaceOf(read.conversation);
  const { learned } = await ports.memory.load(tenant, language);
  await refuseUnknown(ports, tenant, learned, input);
  if (isOnDispute(input)) await answerAs(ports, viewer, actorOf(viewer), input.questionId, input.answer);
  const personId = await ports.identity.personId(tenant, viewer.userId);
  const at = ports.eventClock.now();
  const subject = subjectOf(input);
  const outcome: Outcome = {
    id: idOf(tenant, 'outcome', conversationId, personId, input.kind, subject),
    conversationId,
    personId,
    language,
    about: aboutOf(input),
    subject,
    at,
    input: withoutPersons(input),
  };
  const next: LoopMessage[] = isHeeded(input) ? [{ type: 'apply_outcome', at, outcomeId: outcome.id }] : [];
  const isNew = await ports.outcomes.add(tenant, outcome, activityOf(outcome, actorOf(viewer)), next);
  return { isNew, isHeeded: isNew && (next.length > 0 || isOnDispute(input)) };
}

async function refuseUnknown(
  ports: Pick<Ports, 'gaps'>,
  tenant: string,
  learned: Learned,
  input: OutcomeInput,
): Promise<void> {
  const { articleId, line, gapId } = namedIn(input);
  const article = articleId === null ? null : learned.articles.get(articleId);
  if (article === undefined) throw new NotFound('this article is not known here');
  if (article && line !== null && !article.lines.some((one) => one.key === line))
    throw new Moved('the article has changed since it was shown: load it again');
  if (gapId !== null && !(await ports.gaps.get(tenant, gapId))) throw new NotFound('this gap is not known here');
  if (input.kind === 'flagged' && input.reason.trim() === '') throw new Invalid('say in a word what is wrong');
}

function namedIn(input: OutcomeInput): { articleId: string | null; line: number | null; gapId: string | null } {
  switch (input.kind) {
    case 'shown':
    case 'searched':
    case 'inserted':
      return { articleId: null, line: null, gapId: null };
    case 'linked':
      return { articleId: input.articleId, line: null, gapId: null };
    case 'answered':
      return input.subject;
    default:
      return { articleId: input.articleId, line: input.line, gapId: null };
  }
}

function aboutOf(input: OutcomeInput): string | null {
  const { articleId, gapId } = namedIn(input);
  return articleId ?? gapId;
}

function subjectOf(input: OutcomeInput): string {
  switch (input.kind) {
    case 'shown':
      return input.questionId ?? '';
    case 'searched':
      return '';
    case 'inserted':
      return input.replyId;
    case 'linked':
      return input.articleId;
    case 'answered':
      return input.questionId;
    default:
      return `${input.articleId}/${input.line ?? ''}`;
  }
}

function isHeeded(input: OutcomeInput): boolean {
  if (input.kind === 'answered') return input.answer !== 'not_sure' && !isOnDispute(input);
  if (input.kind === 'flagged') return input.line !== null;
  return input.kind === 'linked' || input.kind === 'fix_article' || input.kind === 'fix_reply';
}

type DisputeAnswered = Extract<OutcomeInput, { kind: 'answered' }> & { question: 'dispute' };
const isOnDispute = (input: OutcomeInput): input is DisputeAnswered =>
  input.kind === 'answered' && input.question === 'dispute';

/** What somebody typed may name a customer: it is kept without. */
function withoutPersons(input: OutcomeInput): OutcomeInput {
  const clean = (text: string, most: number) => redact(text.slice(0, most), NOBODY).text.trim();
  switch (input.kind) {
    case 'flagged':
      return { ...input, reason: clean(input.reason, MAX_REASON_CHARS) };
    case 'inserted':
      return { ...input, text: clean(input.text, MAX_DRAFT_CHARS) };
    case 'fix_article':
    case 'fix_reply':
      return { ...input, says: clean(input.says, MAX_REASON_CHARS), wrote: clean(input.wrote, MAX_REASON_CHARS) };
    default:
      return input;
  }
}

const ANSWERED = { yes: 'answer.yes', no: 'answer.no', not_sure: 'answer.notSure' } as const;
/** What is told of a conversation in somebody's own words. */
export const TYPED: ReadonlySet<string> = new Set([
  'article flagged',
  'article doubted',
  'article upheld',
  'question answered',
]);

/** Those words; null where there are none. They are for who may open the conversation, and no log entry holds them. */
export function wordsOf(input: OutcomeInput): Said | null {
  switch (input.kind) {
    case 'flagged':
      return asWritten(input.reason);
    case 'fix_article':
      return say('step.doubted', { text: input.says, other: input.wrote });
    case 'fix_reply':
      return say('step.upheld', { text: input.says, other: input.wrote });
    case 'answered':
      return say(ANSWERED[input.answer], { text: input.text });
    default:
      return null;
  }
}

/** What the activity log says of it; that something was shown is no act. */
function activityOf({ at, conversationId, input, about }: Outcome, actor: string): Activity | null {
  const entry = (what: string, reason: Said): Activity => ({
    at,
    actor,
    what,
    subject: about ?? conversationId,
    reason,
  });
  switch (input.kind) {
    case 'shown':
    case 'searched':
      return null;
    case 'inserted':
      return entry('reply inserted', say('step.in', { id: conversationId }));
    case 'linked':
      return entry('article helped', say('step.in', { id: conversationId }));
    case 'flagged':
      return entry('article flagged', say('step.in', { id: conversationId }));
    case 'fix_article':
      return entry('article doubted', say('step.in', { id: conversationId }));
    case 'fix_reply':
      return entry('article upheld', say('step.in', { id: conversationId }));
    case 'answered':
      return entry('question answered', say('step.in', { id: conversationId }));
  }
}
