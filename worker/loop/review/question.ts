import type { Question } from '../../../shared/advice.ts';
import type { Conversation } from '../../../shared/conversation.ts';
import type { DisputeQuestion } from '../../../shared/escalation.ts';
import { DAY_MS } from '../../../shared/time.ts';
import type { Viewer } from '../../../shared/viewer.ts';
import { type Askable, MAX_QUESTIONS_A_DAY, questionOn } from '../../core/advice/question.ts';
import type { Ports } from '../ports/ports.ts';
import { nextQuestion } from '../propose/escalate.ts';

type QuestionPorts = Pick<Ports, 'eventClock' | 'fixes' | 'identity' | 'observations' | 'outcomes' | 'questions'>;

/** How long after solving a question may still be asked: the agent remembers. It is also the day of the budget. */
const ASKED_FOR_MS = DAY_MS;

/** What a person did that is looked at: more are a long day. */
const LOOKED_BACK = 100;

/** Conversations opened before that are looked at for one to ask about: two reads each. */
const LOOKED_AT = 2;

/**
 * The question for a viewer, null where there is none or the day's are used up. It is asked at the end of a piece of work:
 * beside a conversation just solved, or beside the next one after it. First what only this person is asked, because agents
 * disagree and they know best; then about the conversation that was solved. A question is put to a person once a day at most,
 * and one about a conversation once.
 */
export async function questionFor(
  ports: QuestionPorts,
  { tenant, userId }: Viewer,
  conversationId: string,
  solved: { isSolved: boolean; askable: Askable | null },
  lookAt: (conversation: Conversation) => Promise<Askable | null>,
): Promise<Question | null> {
  const now = ports.eventClock.now();
  const personId = await ports.identity.personId(tenant, userId);
  const done = await ports.outcomes.ofPerson(tenant, personId, now - ASKED_FOR_MS, LOOKED_BACK);
  const shown = done.flatMap(({ conversationId: of, input }) =>
    input.kind === 'shown' ? [{ of, questionId: input.questionId }] : [],
  );
  const asked = new Set(shown.flatMap(({ questionId }) => questionId ?? []));
  if (asked.size >= MAX_QUESTIONS_A_DAY) return null;
  const earlier = solved.isSolved ? null : await earlierOne();
  if (!solved.isSolved && !earlier) return null;
  const dispute = await nextQuestion(ports, tenant, userId);
  if (dispute && !asked.has(dispute.id)) return disputeAsked(dispute, conversationId);
  const askable = earlier ? await lookAt(earlier) : solved.askable;
  const question = askable && questionOn(askable);
  return question && !asked.has(question.id) ? question : null;

  async function earlierOne(): Promise<Conversation | null> {
    const opened = [...new Set(shown.map(({ of }) => of))].filter((id) => id !== conversationId);
    const unasked = opened.filter((id) => !shown.some(({ of, questionId }) => of === id && questionId !== null));
    for (const id of unasked.slice(0, LOOKED_AT)) {
      const conversation = await ports.observations.conversation(tenant, id);
      const hasAnswered = conversation?.turns.some((turn) => turn.author === 'agent' && turn.personId === personId);
      if (conversation?.state === 'solved' && hasAnswered) return conversation;
    }
    return null;
  }
}

/** Beside the conversation that is open; it is about none. */
function disputeAsked({ id, asked, other }: DisputeQuestion, conversationId: string): Question {
  const subject = { articleId: null, line: null, gapId: null };
  return { id, kind: 'dispute', conversationId, subject, text: asked, other, articleTitle: null };
}
