import type { DisputeAnswer, DisputeQuestion } from '../../../shared/escalation.ts';
import type { StoredFix } from '../../../shared/gap.ts';
import { isSameSaid, say } from '../../../shared/said/said.ts';
import { plainStatement, withOther } from '../../core/fix/escalation.ts';
import { patchHashOf } from '../../core/publishing/writing/patch-hash.ts';
import { idOf } from '../../core/text/hash.ts';
import { NotFound } from '../ports/errors.ts';
import type { Ports } from '../ports/ports.ts';
import type { FixMove } from '../ports/stores/fixes.ts';
import { quotesOf } from '../propose/answered-disputes.ts';
import { readCompanions, withCompanions, withoutCompanions } from '../propose/companions.ts';
import { prepareQuestion } from '../propose/escalate.ts';
import { Moved } from './decide-by-person.ts';

type AnswerPorts = Pick<
  Ports,
  'articleIndex' | 'articles' | 'eventClock' | 'fixes' | 'gaps' | 'macros' | 'observations' | 'questions'
>;

const WAITING = ['escalated', 'in_review'] as const;

/**
 * Takes an agent's answer and moves the fix by it. Yes: the point is settled, and the fix is scored and decided anew. No: the
 * other statement takes the place of ours and is rehearsed; where that leaves the article as it stands, the fix is rejected
 * and the finding settled; where it can't be put in, a person words it. Not sure: it is put to the next who knows. Answered
 * twice it moves once. Throws NotFound, or Moved where the fix was decided without it.
 */
export async function answerQuestion(
  ports: AnswerPorts,
  tenant: string,
  id: string,
  answer: DisputeAnswer,
  actor: string,
): Promise<DisputeQuestion> {
  const question = await ports.questions.get(tenant, id);
  if (!question) throw new NotFound(`question ${id}`);
  if (question.state !== 'open') {
    if (question.answer === answer) return question;
    throw new Moved(say('moved.answered'));
  }
  const at = ports.eventClock.now();
  const answered = { ...question, answer, answeredBy: actor, answeredAt: at };
  const fix = await ports.fixes.get(tenant, question.fixId);
  if (!fix || !WAITING.some((state) => state === fix.state)) {
    await ports.questions.move(tenant, id, { ...answered, state: 'void' });
    throw new Moved(say('moved.gone'));
  }
  if (answer === 'not_sure') {
    const passed: DisputeQuestion = { ...answered, state: 'passed' };
    await ports.questions.move(tenant, id, passed);
    await prepareQuestion(ports, tenant, fix, at);
    return passed;
  }
  const move =
    answer === 'yes' ? settled(fix, question, actor, at) : await turned(ports, tenant, fix, question, actor, at);
  await ports.fixes.move(tenant, fix.id, [...WAITING], move);
  const done: DisputeQuestion = { ...answered, state: 'answered' };
  await ports.questions.move(tenant, id, done);
  return done;
}

/** The fix without the point that was settled, on its way to a new decision. */
function settled(fix: StoredFix, { asked }: DisputeQuestion, actor: string, at: number): FixMove {
  const reason = say('step.right', { actor, text: asked });
  return {
    change: { ...withoutFirst(fix), state: 'rehearsed', decision: null, reason, actor: null },
    activity: { at, actor, what: 'answered yes', subject: fix.id, reason },
    gap: { id: fix.gapId, state: 'open' },
    next: [{ type: 'score', at, fixId: fix.id }],
  };
}

/** The fix with the other statement in the place of ours. */
async function turned(
  ports: Pick<Ports, 'articleIndex' | 'articles' | 'macros' | 'observations'>,
  tenant: string,
  fix: StoredFix,
  { asked, other }: DisputeQuestion,
  actor: string,
  at: number,
): Promise<FixMove> {
  const reason = say('step.wrong', { actor, text: asked, other });
  const activity = { at, actor, what: 'answered no', subject: fix.id, reason };
  const side = fix.disputes?.[0]?.sides.find(({ value }) => value === other);
  const bodyHtml = withOther(fix, asked, other);
  const isAsItStands =
    bodyHtml !== null && fix.baseHtml !== null && plainStatement(bodyHtml) === plainStatement(fix.baseHtml);
  if (isAsItStands || (side?.articleId ?? null) !== null)
    return {
      change: { state: 'rejected', actor, reason },
      activity,
      gap: { id: fix.gapId, state: 'rejected' },
      next: [{ type: 'settle', at, gapId: fix.gapId }],
    };
  const quotes = await quotesOf(ports, tenant, side?.conversationIds ?? [], other);
  if (bodyHtml === null || quotes.length === 0)
    return { change: { state: 'escalated', reason: say('step.toWord', { why: reason }), actor }, activity };
  const own = withoutCompanions({ ...fix, bodyHtml });
  const companions = withCompanions(await readCompanions(ports, tenant, own));
  const patchHash = patchHashOf({ ...own, ...companions });
  const next: StoredFix = {
    ...own,
    ...companions,
    ...withoutFirst(fix),
    id: idOf(tenant, 'fix', fix.gapId, patchHash, fix.baseHash ?? ''),
    patchHash,
    evidence: [...quotes, ...fix.evidence],
    state: 'drafted',
    createdAt: at,
    decision: null,
    reason,
    actor: null,
  };
  return {
    change: { state: 'superseded', reason },
    activity,
    adds: next,
    gap: { id: fix.gapId, state: 'open' },
    next: [{ type: 'rehearse', at, fixId: next.id }],
  };
}

function withoutFirst(fix: StoredFix) {
  const [first, ...disputes] = fix.disputes ?? [];
  return {
    disputes,
    openQuestions: fix.openQuestions.filter((question) => !isSameSaid(question, first?.question ?? null)),
  };
}
