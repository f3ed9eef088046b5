import type { DisputeAnswer, DisputeQuestion, EscalationView } from '../../../shared/escalation.ts';
import { isAtLeast, type Viewer } from '../../../shared/viewer.ts';
import { NotFound } from '../ports/errors.ts';
import type { Ports } from '../ports/ports.ts';
import { NoRights } from '../ports/session.ts';
import { escalation } from '../propose/escalate.ts';
import { answerQuestion } from './answer.ts';

type EscalationPorts = Pick<
  Ports,
  'articleIndex' | 'articles' | 'eventClock' | 'fixes' | 'gaps' | 'identity' | 'macros' | 'observations' | 'questions'
>;

/** What was tried for an escalated fix, who could answer, and the prepared question. NotFound for any other fix. */
export async function readEscalation(
  ports: Pick<Ports, 'fixes' | 'gaps' | 'helpdesk' | 'identity' | 'observations' | 'questions'>,
  viewer: Viewer,
  fixId: string,
): Promise<EscalationView> {
  const { why, tried, whoCouldAnswer, question } = await escalation(ports, viewer.tenant, fixId);
  const isForViewer = question?.state === 'open' && (await isOf(ports, viewer, question));
  return {
    fixId,
    why,
    tried,
    whoCouldAnswer: whoCouldAnswer.map(({ name, conversations }) => ({ name, conversations })),
    question: question && shownOf(question),
    mayAnswer: question?.state === 'open' && (isForViewer || isAtLeast(viewer.role, 'lead')),
    isForViewer,
  };
}

/** The answer of the agent whom a question is for, or of a lead. NotFound, Moved as `answerQuestion`; NoRights for others. */
export async function answerAs(
  ports: EscalationPorts,
  viewer: Pick<Viewer, 'tenant' | 'userId' | 'role'>,
  actor: string,
  questionId: string,
  answer: DisputeAnswer,
): Promise<EscalationView['question']> {
  const question = await ports.questions.get(viewer.tenant, questionId);
  if (!question) throw new NotFound('this question is no more');
  if (!isAtLeast(viewer.role, 'lead') && !(await isOf(ports, viewer, question)))
    throw new NoRights('the agent whom it is for answers this, or a lead');
  return shownOf(await answerQuestion(ports, viewer.tenant, questionId, answer, actor));
}

async function isOf(
  ports: Pick<Ports, 'identity'>,
  { tenant, userId }: Pick<Viewer, 'tenant' | 'userId'>,
  { agentId }: DisputeQuestion,
): Promise<boolean> {
  return (await ports.identity.personId(tenant, userId)) === agentId;
}

function shownOf({ id, state, asked, other, answer, answeredBy, answeredAt }: DisputeQuestion) {
  return { id, state, asked, other, answer, answeredBy, answeredAt };
}
