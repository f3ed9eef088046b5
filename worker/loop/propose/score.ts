import type { Conversation } from '../../../shared/conversation.ts';
import type { StoredFix } from '../../../shared/gap.ts';
import { type Said, say } from '../../../shared/said/said.ts';
import { checkContent } from '../../core/gates/check-content.ts';
import { gateNamed, MODEL_GATE } from '../../core/gates/gate-name.ts';
import { groundsOf } from '../../core/gates/grounds.ts';
import { problemsOf } from '../../core/gates/kinds.ts';
import { confidenceOf, withinProof } from '../../core/publishing/deciding/confidence.ts';
import { passes } from '../../core/publishing/deciding/rehearse.ts';
import { calibrate, calibrated } from '../../core/publishing/earning/calibrate.ts';
import { NOBODY } from '../../core/redact/known.ts';
import { NotFound } from '../ports/errors.ts';
import type { LoopMessage } from '../ports/messages.ts';
import type { Ports } from '../ports/ports.ts';
import { isHandedOver } from '../publish/hand-over.ts';
import { twinOf } from './same-issue.ts';

/** Why no model worded a fix, where an operator has to see to it. */
const WITHOUT_MODEL: Readonly<Record<string, Said>> = {
  unreachable: say('model.unreachable'),
  misconfigured: say('model.misconfigured'),
  other_model: say('model.other'),
};

/** Conversations of the gap that are read to count who asked: enough for any threshold, and bounded. */
const ASKED_READ = 40;

/** Computes how sure a fix is, by code from its evidence, calibrated on what reviewers did with earlier ones. */
export async function score(
  ports: Ports,
  tenant: string,
  message: Extract<LoopMessage, { type: 'score' }>,
): Promise<LoopMessage[]> {
  const fix = await ports.fixes.get(tenant, message.fixId);
  if (!fix) throw new NotFound(`fix ${message.fixId}`);
  const next: LoopMessage[] = [{ type: 'decide', at: message.at, fixId: fix.id }];
  if (fix.state !== 'rehearsed') return fix.state === 'scored' ? next : [];
  const cited = [...new Set(fix.evidence.map((quote) => quote.conversationId))];
  const gap = await ports.gaps.get(tenant, fix.gapId);
  const asked = gap?.conversationIds.slice(-ASKED_READ) ?? [];
  const conversations = await ports.observations.conversations(tenant, [...new Set([...cited, ...asked])]);
  const twin = gap && fix.kind === 'new_article' ? await twinOf(ports, tenant, gap) : null;
  const sameness = twin && { name: 'sameness', isPassed: true, detail: say('detail.same', { title: twin.title }) };
  const gates = [...gatesOf(fix), ...(sameness ? [sameness] : [])];
  const support = supportOf(fix, conversations);
  const agreement = 1 / (1 + fix.openQuestions.length);
  const { confidence } = confidenceOf({
    ...support,
    agreement,
    rehearsal: fix.rehearsal,
    openQuestions: fix.openQuestions.length,
    gates: gates.filter((gate) => gate.name !== MODEL_GATE),
  });
  const earned = withinProof(calibrated(calibrate(await ports.fixes.history(tenant)), confidence), gap);
  const failed = gates.filter((gate) => !gate.isPassed).map((gate) => gateNamed(gate.name));
  const reason =
    failed.length > 0
      ? say('step.scoredFailed', { confidence: earned, gates: { all: failed } })
      : say('step.scored', { confidence: earned });
  await ports.fixes.move(tenant, fix.id, ['rehearsed'], {
    change: { state: 'scored', confidence: earned, rawConfidence: confidence, gates, support },
    activity: { at: message.at, actor: 'mend', what: 'scored', subject: fix.id, reason },
  });
  return next;
}

/** Content gates, the rehearsal, and the model where it could not be reached, by name. */
function gatesOf(fix: StoredFix): StoredFix['gates'] {
  const { problems } = checkContent({
    baseHtml: fix.baseHtml,
    nextHtml: fix.bodyHtml,
    quotes: groundsOf(fix),
    knownNames: NOBODY,
  });
  const gates = problemsOf(fix.kind, fix.terms, problems).map(({ rule, detail }) => ({
    name: rule,
    isPassed: false,
    detail,
  }));
  const withoutModel = WITHOUT_MODEL[fix.writer?.why ?? ''];
  const isRehearsed = passes(fix.rehearsal) || (fix.articleId !== null && fix.rehearsal?.regressions === 0);
  return [
    ...gates,
    ...(withoutModel
      ? [{ name: MODEL_GATE, isPassed: false, detail: say('detail.builtin', { why: withoutModel }) }]
      : []),
    { name: 'content', isPassed: gates.length === 0, detail: say('detail.problems', { count: gates.length }) },
    ...(isHandedOver(fix.kind)
      ? []
      : [
          {
            name: 'rehearsal',
            isPassed: isRehearsed,
            detail: fix.rehearsal
              ? say('detail.rehearsal', { wins: fix.rehearsal.wins, worse: fix.rehearsal.regressions })
              : say('detail.none'),
          },
        ]),
  ];
}

/** Who is behind a fix: the organizations that asked, and the agents whose words it cites. */
function supportOf(fix: StoredFix, conversations: Conversation[]): StoredFix['support'] {
  const turns = new Map(conversations.flatMap((c) => c.turns.map((turn) => [`${c.id}/${turn.id}`, turn] as const)));
  const agents = new Set(
    fix.evidence
      .map((quote) => turns.get(`${quote.conversationId}/${quote.turnId}`)?.personId)
      .filter((id) => id != null),
  );
  const solved = conversations.filter((c) => c.state === 'solved');
  const organizations = new Set(solved.map((c) => c.organizationId ?? c.requesterId));
  return { organizations: organizations.size, agents: agents.size };
}
