import type { Answer, OutcomeInput } from '../../../shared/advice.ts';
import type { StoredFix } from '../../../shared/gap.ts';
import { say } from '../../../shared/said/said.ts';
import { openingQuestion } from '../../core/conversation/opening.ts';
import { MODEL_GATE } from '../../core/gates/gate-name.ts';
import { isHelpKnown, isToldAlready } from '../../core/issues/staff-verdicts.ts';
import { askedFeatures } from '../../core/issues/suggestion.ts';
import { confidenceOf, withinProof } from '../../core/publishing/deciding/confidence.ts';
import { calibrate, calibrated } from '../../core/publishing/earning/calibrate.ts';
import { hash32 } from '../../core/text/hash32.ts';
import { NotFound } from '../ports/errors.ts';
import type { LoopMessage } from '../ports/messages.ts';
import type { Ports } from '../ports/ports.ts';
import type { LogEntryDraft } from '../ports/stores/learning.ts';
import type { Outcome } from '../ports/stores/outcomes.ts';

const WAITING: StoredFix['state'][] = ['in_review', 'escalated'];

/**
 * Learns from what a person did with advice: whether an article's sentence is right (one vote a person), that an article
 * helped, or whether the pending fix describes what helped. The same outcome told twice changes nothing the second time.
 */
export async function applyOutcome(
  ports: Ports,
  tenant: string,
  message: Extract<LoopMessage, { type: 'apply_outcome' }>,
): Promise<LoopMessage[]> {
  const outcome = await ports.outcomes.get(tenant, message.outcomeId);
  if (!outcome) throw new NotFound(`outcome ${message.outcomeId}`);
  const { input } = outcome;
  const { learned } = await ports.memory.load(tenant, outcome.language);
  const line = voiceOn(input);
  if (line) {
    const telling = { ...line, person: hash32(outcome.personId) };
    if (!isToldAlready(learned, telling)) await append(ports, tenant, outcome, { kind: 'told', ...telling });
  }
  const articleId = helpedBy(input);
  if (articleId !== null) {
    const ref = hash32(outcome.id);
    const conversation = await ports.observations.conversation(tenant, outcome.conversationId);
    const asked = conversation ? askedFeatures(openingQuestion(conversation)) : [];
    if (asked.length > 0 && !isHelpKnown(learned, { articleId, asked, ref }))
      await append(ports, tenant, outcome, { kind: 'helped', articleId, asked, ref });
  }
  if (input.kind === 'answered' && input.subject.gapId !== null)
    await weigh(ports, tenant, input.subject.gapId, message.at);
  return [];
}

async function append(
  ports: Pick<Ports, 'memory'>,
  tenant: string,
  { language }: Outcome,
  entry: Unlanguaged,
): Promise<void> {
  await ports.memory.append(tenant, [{ ...entry, language }]);
}
type Unlanguaged =
  Extract<LogEntryDraft, { kind: 'told' | 'helped' }> extends infer E
    ? E extends { language: string }
      ? Omit<E, 'language'>
      : never
    : never;

function voiceOn(input: OutcomeInput): { articleId: string; line: number; isRight: boolean } | null {
  if (input.kind === 'fix_article' || input.kind === 'fix_reply')
    return { articleId: input.articleId, line: input.line, isRight: input.kind === 'fix_reply' };
  if (input.kind === 'flagged' && input.line !== null)
    return { articleId: input.articleId, line: input.line, isRight: false };
  if (input.kind !== 'answered' || input.question !== 'statement_right' || input.answer === 'not_sure') return null;
  const { articleId, line } = input.subject;
  return articleId !== null && line !== null ? { articleId, line, isRight: input.answer === 'yes' } : null;
}

function helpedBy(input: OutcomeInput): string | null {
  if (input.kind === 'linked') return input.articleId;
  return input.kind === 'answered' && input.question === 'article_helped' && input.answer === 'yes'
    ? input.subject.articleId
    : null;
}

/**
 * Counts all answers about a gap into its waiting fix: who confirms stands beside the agents it cites; a statement that more
 * deny than confirm is an open question, of which one is enough to keep it from being published by itself.
 */
async function weigh(
  ports: Pick<Ports, 'fixes' | 'gaps' | 'outcomes'>,
  tenant: string,
  gapId: string,
  at: number,
): Promise<void> {
  const answers = await ports.outcomes.about(tenant, [gapId], 0);
  for (const fix of await ports.fixes.ofGaps(tenant, [gapId], WAITING)) {
    const { confirmed, denied } = tally(answers);
    const before = fix.answers ?? { confirmed: 0, denied: 0 };
    if (before.confirmed === confirmed && before.denied === denied) continue;
    const support = { ...fix.support, agents: fix.support.agents - before.confirmed + confirmed };
    const asked = say('ask.denied', { denied, asked: confirmed + denied });
    const others = fix.openQuestions.filter((question) => question.code !== asked.code);
    const openQuestions = denied > confirmed ? [...others, asked] : others;
    const { confidence: raw } = confidenceOf({
      ...support,
      agreement: 1 / (1 + openQuestions.length),
      rehearsal: fix.rehearsal,
      openQuestions: openQuestions.length,
      gates: fix.gates.filter((gate) => gate.name !== MODEL_GATE),
    });
    const earned = calibrated(calibrate(await ports.fixes.history(tenant)), raw);
    const confidence = withinProof(earned, await ports.gaps.get(tenant, gapId));
    const reason = say('step.weighed', { confirmed, denied, confidence });
    await ports.fixes.move(tenant, fix.id, [fix.state], {
      change: {
        state: fix.state,
        support,
        openQuestions,
        confidence,
        rawConfidence: raw,
        answers: { confirmed, denied },
      },
      activity: { at, actor: 'mend', what: 'answers weighed', subject: fix.id, reason },
    });
  }
}

/** The last answer of each person: who confirmed and who denied. */
function tally(outcomes: readonly Outcome[]): { confirmed: number; denied: number } {
  const last = new Map<string, Answer>();
  for (const { personId, input } of outcomes)
    if (input.kind === 'answered' && input.answer !== 'not_sure') last.set(personId, input.answer);
  const count = (answer: Answer) => [...last.values()].filter((a) => a === answer).length;
  return { confirmed: count('yes'), denied: count('no') };
}
