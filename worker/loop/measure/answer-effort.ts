import type { Ports } from '../ports/ports.ts';
import type { Survey } from '../ports/surveys.ts';

/** What a link opens: the question, or why it can't be answered any more. */
export type SurveyState = { state: 'open' | 'answered'; survey: Survey } | { state: 'closed' };

type SurveyPorts = Pick<Ports, 'efforts' | 'eventClock' | 'surveys' | 'tenants'>;

/** Looks at a link; nothing is stored by that, however often a mail program follows it. */
export async function openSurvey(ports: SurveyPorts, token: string): Promise<SurveyState> {
  const survey = await ports.surveys.opened(token);
  if (!survey || (await ports.tenants.find(survey.tenant))?.state !== 'active') return { state: 'closed' };
  const isAnswered = await ports.efforts.isAnswered(survey.tenant, survey.conversationId);
  return { state: isAnswered ? 'answered' : 'open', survey };
}

/** Takes the answer of an open link, 1 to 7, once. A conversation that was reopened or erased meanwhile takes none: `closed`. */
export async function answerSurvey(
  ports: SurveyPorts,
  token: string,
  score: number,
): Promise<SurveyState | { state: 'thanks'; survey: Survey }> {
  const found = await openSurvey(ports, token);
  if (found.state !== 'open') return found;
  const { tenant, conversationId } = found.survey;
  const isFirst = await ports.efforts.answer(tenant, conversationId, score, ports.eventClock.now());
  return isFirst ? { state: 'thanks', survey: found.survey } : openAgainOrClosed(ports, found.survey);
}

async function openAgainOrClosed(ports: SurveyPorts, survey: Survey): Promise<SurveyState> {
  const isAnswered = await ports.efforts.isAnswered(survey.tenant, survey.conversationId);
  return isAnswered ? { state: 'answered', survey } : { state: 'closed' };
}
