import { ACT_KINDS, type ActKind } from '../../../shared/automatic.ts';
import type { AutomaticView } from '../../../shared/console/automatic.ts';
import { say } from '../../../shared/said/said.ts';
import { recordOf } from '../../core/answering/record.ts';
import { JUDGED_AFTER_MS } from '../../core/answering/verdict.ts';
import { isSensitiveCategory } from '../../core/gates/sensitive.ts';
import { RECORD_ACTS } from '../answer/held-back.ts';
import { revoke } from '../answer/revoke.ts';
import { Invalid } from '../ports/errors.ts';
import type { Ports } from '../ports/ports.ts';

/** Acts shown at once. */
const SHOWN = 30;

/** What is done without a person, for who looks at the policy: records of all categories, and the latest acts. */
export async function readAutomatic(
  ports: Pick<Ports, 'articles' | 'automaticActs' | 'eventClock' | 'publicAnswers' | 'tenants'>,
  tenant: string,
): Promise<AutomaticView> {
  const policy = await ports.tenants.policy(tenant);
  const acts = await ports.automaticActs.judged(tenant, RECORD_ACTS);
  const set = [...Object.keys(policy.answers.modes), ...Object.keys(policy.routing.modes)];
  const categories = [...new Set([...(await ports.articles.sections(tenant)), ...set])].filter((name) => name !== '');
  const now = ports.eventClock.now();
  const latest = await ports.automaticActs.latest(tenant, SHOWN);
  return {
    isPublicAllowed: ports.publicAnswers === 'allowed',
    records: categories.sort().flatMap((category) =>
      ACT_KINDS.filter((kind) => kind === 'route' || !isSensitiveCategory(category)).map((kind) => {
        const { isEarned, good, bad, cleanApprovalsMissing, upperBound } = recordOf(acts, kind, category);
        return { kind, category, isEarned, good, bad, missing: cleanApprovalsMissing, upperBound };
      }),
    ),
    latest: latest.map(({ kind, conversationId, category, said, team, state, at, verdict, why }) => ({
      ...{ kind, conversationId, category, said, team, state, at, verdict, why },
      isAsked: kind === 'answer' && verdict === 'open' && now - at >= JUDGED_AFTER_MS,
    })),
  };
}

/** What a person says of an act that only a person can judge; it counts once. Invalid where there is none, or it is judged. */
export async function judgeByPerson(
  ports: Pick<Ports, 'activity' | 'automaticActs' | 'eventClock' | 'tenants'>,
  tenant: string,
  { kind, conversationId, isGood }: { kind: ActKind; conversationId: string; isGood: boolean },
  actor: string,
): Promise<void> {
  const at = ports.eventClock.now();
  const act = await ports.automaticActs.get(tenant, kind, conversationId);
  if (act === null || at - act.at < JUDGED_AFTER_MS) throw new Invalid('nothing is asked of this conversation');
  const isTaken = await ports.automaticActs.judge(tenant, act, isGood ? 'good' : 'bad', 'judged', at);
  if (!isTaken) throw new Invalid('this was judged already');
  const reason = say(isGood ? 'auto.judgedGood' : 'auto.judgedBad', { category: act.category });
  await ports.activity.add(tenant, { at, actor, what: 'answer judged', subject: conversationId, reason });
  await revoke(ports, tenant, at);
}
