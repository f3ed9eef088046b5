import type { AutomaticAct } from '../../../shared/automatic.ts';
import { say as sentence } from '../../../shared/said/said.ts';
import { isCritical } from '../../core/answering/held.ts';
import { hasEarned } from '../../core/answering/record.ts';
import { teamThatSolves } from '../../core/findings/handed-on.ts';
import { Permanent } from '../ports/errors.ts';
import type { RawConversation } from '../ports/helpdesk.ts';
import type { Ports } from '../ports/ports.ts';
import { isHeldBack, RECORD_ACTS } from './held-back.ts';
import type { Looked } from './look.ts';

/**
 * Gives a question that nobody has touched to the team that solves such, where enough of its issue is handed on there: in the dark
 * until its category earned it, once a conversation. It changes nothing but the team, and the priority of a critical customer.
 */
export async function route(
  ports: Pick<Ports, 'automaticActs' | 'cursors' | 'helpdesk'>,
  tenant: string,
  looked: Looked,
  live: RawConversation,
  at: number,
): Promise<void> {
  const { issue, learned, policy, category, conversation } = looked;
  const wished = policy.routing.modes[category] ?? 'off';
  if (wished === 'off' || !issue || live.turns.some((turn) => turn.author === 'agent')) return;
  const team = teamThatSolves(learned, issue);
  if (team === null || live.teams?.at(-1)?.name === team || live.state !== 'open') return;
  const isDark =
    wished === 'dark' ||
    live.noAnswer === 'assigned' ||
    (await isHeldBack(ports, policy, category)) ||
    !hasEarned(await ports.automaticActs.judged(tenant, RECORD_ACTS), 'route', category);
  const act: AutomaticAct = {
    ...{ kind: 'route', conversationId: conversation.id, requesterId: conversation.requesterId, category, team },
    ...{ articleId: null, locale: '', said: '', isPublic: false, state: isDark ? 'dark' : 'writing', at },
    ...{ asRead: live.updatedAt, isSampled: true, verdict: 'open', why: null, judgedAt: null },
  };
  if (!(await ports.automaticActs.begin(tenant, act)) || isDark) return;
  const helpdesk = await ports.helpdesk(tenant, 'publishing');
  const to = { team, isUrgent: isCritical(policy, live.segment), note: null, asRead: act.asRead, authorId: null };
  const became = await helpdesk.assign(act.conversationId, to).catch((error: unknown) => {
    if (error instanceof Permanent) return 'unknown' as const;
    throw error;
  });
  const state = became === 'assigned' ? 'done' : 'dropped';
  const reason = sentence(became === 'assigned' ? 'auto.routed' : 'auto.dropped', { category });
  const told = { at, actor: 'mend', what: `routing ${state}`, subject: act.conversationId, reason };
  await ports.automaticActs.move(tenant, act, ['writing'], state, told);
}
