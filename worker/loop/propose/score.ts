import type { Conversation } from '../../../shared/conversation.ts';
import type { StoredFix } from '../../../shared/gap.ts';
import { checkContent } from '../../core/gates/check-content.ts';
import { problemsOf } from '../../core/gates/kinds.ts';
import { calibrate, calibrated } from '../../core/publishing/calibrate.ts';
import { confidenceOf } from '../../core/publishing/confidence.ts';
import { passes } from '../../core/publishing/rehearse.ts';
import { NotFound } from '../ports/errors.ts';
import type { LoopMessage } from '../ports/messages.ts';
import type { Ports } from '../ports/ports.ts';
import { isHandedOver } from '../publish/hand-over.ts';
import { twinOf } from './same-issue.ts';

/** Says nothing of what the draft is worth, so confidence is computed without it; it keeps the draft for a person. */
export const MODEL_GATE = 'model';

/** Why no model worded a fix, where an operator has to see to it. */
const WITHOUT_MODEL: Readonly<Record<string, string>> = {
  unreachable: 'it could not be reached',
  misconfigured: 'its endpoint refuses us or is set wrongly',
  other_model: 'another model than the pinned one answered',
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
  const sameness = { name: 'sameness', isPassed: true, detail: `may ask the same as "${twin?.title}"` };
  const gates = [...gatesOf(fix), ...(twin ? [sameness] : [])];
  const support = supportOf(fix, conversations);
  const agreement = 1 / (1 + fix.openQuestions.length);
  const { confidence } = confidenceOf({
    ...support,
    agreement,
    rehearsal: fix.rehearsal,
    openQuestions: fix.openQuestions.length,
    gates: gates.filter((gate) => gate.name !== MODEL_GATE),
  });
  const earned = calibrated(calibrate(await ports.fixes.history(tenant)), confidence);
  const failed = gates.filter((gate) => !gate.isPassed).map((gate) => gate.name);
  const reason =
    failed.length > 0
      ? `confidence ${earned.toFixed(2)}; not passed: ${failed.join(', ')}`
      : `confidence ${earned.toFixed(2)}`;
  await ports.fixes.move(tenant, fix.id, ['rehearsed'], {
    change: { state: 'scored', confidence: earned, rawConfidence: confidence, gates, support },
    activity: { at: message.at, actor: 'mend', what: 'scored', subject: fix.id, reason },
  });
  return next;
}

/** Content gates, the rehearsal, and the model where it could not be reached, by name. */
function gatesOf(fix: StoredFix): { name: string; isPassed: boolean; detail: string }[] {
  const { problems } = checkContent({
    baseHtml: fix.baseHtml,
    nextHtml: fix.bodyHtml,
    quotes: fix.evidence,
    knownNames: { names: [], emails: [], phones: [] },
  });
  const gates = problemsOf(fix.kind, fix.terms, problems).map(({ rule, detail }) => ({
    name: rule,
    isPassed: false,
    detail,
  }));
  const isRehearsed = passes(fix.rehearsal) || (fix.articleId !== null && fix.rehearsal?.regressions === 0);
  return [
    ...gates,
    ...(Object.hasOwn(WITHOUT_MODEL, fix.writer?.why ?? '')
      ? [
          {
            name: MODEL_GATE,
            isPassed: false,
            detail: `${WITHOUT_MODEL[fix.writer!.why!]}: the builtin wording stands`,
          },
        ]
      : []),
    { name: 'content', isPassed: gates.length === 0, detail: `${gates.length} problems found` },
    ...(isHandedOver(fix.kind)
      ? []
      : [
          {
            name: 'rehearsal',
            isPassed: isRehearsed,
            detail: fix.rehearsal ? `${fix.rehearsal.wins} wins, ${fix.rehearsal.regressions} regressions` : 'none',
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
