import type { Question } from '../../shared/advice.ts';
import type { Conversation } from '../../shared/conversation.ts';
import type { Viewer } from '../../shared/viewer.ts';
import { type Askable, MAX_QUESTIONS_A_DAY, questionOn } from '../core/advice/question.ts';
import type { Ports } from './ports.ts';

/** How long after solving a question may still be asked: the agent remembers. It is also the day of the budget. */
const DAY_MS = 24 * 3_600_000;

/** What a person did that is looked at: more are a long day. */
const LOOKED_BACK = 100;

/** Conversations opened before that are looked at for one to ask about: two reads each. */
const LOOKED_AT = 2;

/**
 * The question for a viewer, null where there is none or the day's are used up: about the conversation just solved, else
 * about one that they had open, wrote in, and that was solved since. A question is put to a person once.
 */
export async function questionFor(
  ports: Ports,
  { tenant, userId }: Viewer,
  conversationId: string,
  solved: Askable | null,
  lookAt: (conversation: Conversation) => Promise<Askable | null>,
): Promise<Question | null> {
  const now = ports.eventClock.now();
  const personId = await ports.identity.personId(tenant, userId);
  const done = await ports.outcomes.ofPerson(tenant, personId, now - DAY_MS, LOOKED_BACK);
  const shown = done.flatMap(({ conversationId: of, input }) =>
    input.kind === 'shown' ? [{ of, questionId: input.questionId }] : [],
  );
  const asked = new Set(shown.flatMap(({ questionId }) => questionId ?? []));
  if (asked.size >= MAX_QUESTIONS_A_DAY) return null;
  const question = solved ? questionOn(solved) : await earlierOne();
  return question && !asked.has(question.id) ? question : null;

  async function earlierOne(): Promise<Question | null> {
    const opened = [...new Set(shown.map(({ of }) => of))].filter((id) => id !== conversationId);
    const unasked = opened.filter((id) => !shown.some(({ of, questionId }) => of === id && questionId !== null));
    for (const id of unasked.slice(0, LOOKED_AT)) {
      const conversation = await ports.observations.conversation(tenant, id);
      const hasAnswered = conversation?.turns.some((turn) => turn.author === 'agent' && turn.personId === personId);
      if (conversation?.state !== 'solved' || !hasAnswered) continue;
      const askable = await lookAt(conversation);
      return askable && questionOn(askable);
    }
    return null;
  }
}
