import type { AutomaticAct } from '../../../shared/automatic.ts';
import { say as sentence } from '../../../shared/said/said.ts';
import { answeringIn } from '../../core/answering/words.ts';
import { languageOfLocale } from '../../core/language/locale.ts';
import { Permanent } from '../ports/errors.ts';
import type { RawConversation } from '../ports/helpdesk.ts';
import type { Ports } from '../ports/ports.ts';
import { isHeldBack } from './held-back.ts';

/**
 * Writes an answer whose intent is stored, at most once whatever happens in between: where it stands already it is done; where
 * anything else has happened since it was read, a person was first and it is dropped; and the helpdesk is given only what is as it
 * was read. A switch that was thrown meanwhile drops it too.
 */
export async function say(
  ports: Pick<Ports, 'automaticActs' | 'cursors' | 'helpdesk' | 'tenants'>,
  tenant: string,
  act: AutomaticAct,
  live: RawConversation,
  at: number,
): Promise<void> {
  const policy = await ports.tenants.policy(tenant);
  const isWished = ['note', 'public'].includes(policy.answers.modes[act.category] ?? 'off');
  if (stands(act, live)) return end(ports, tenant, act, 'done', at);
  const words = answeringIn(languageOfLocale(act.locale));
  if (!words || !isWished || live.updatedAt !== act.asRead || (await isHeldBack(ports, policy, act.category)))
    return end(ports, tenant, act, 'dropped', at);
  const helpdesk = await ports.helpdesk(tenant, 'publishing');
  const choices = { solved: words.solved, person: words.person };
  const turn = {
    text: act.said,
    isPublic: act.isPublic,
    asRead: act.asRead,
    authorId: policy.answers.agentId,
    choices,
  };
  try {
    const became = await helpdesk.answer(act.conversationId, turn);
    return end(ports, tenant, act, became === 'said' ? 'done' : 'dropped', at);
  } catch (error) {
    if (!(error instanceof Permanent)) throw error;
    return end(ports, tenant, act, 'dropped', at);
  }
}

/** Whether our words stand in the conversation, however the helpdesk stored them. */
function stands(act: AutomaticAct, live: RawConversation): boolean {
  const plain = (text: string) => text.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
  const said = plain(act.said);
  return live.turns.some((turn) => turn.author === 'bot' && plain(turn.text).includes(said));
}

async function end(
  ports: Pick<Ports, 'automaticActs'>,
  tenant: string,
  act: AutomaticAct,
  state: 'done' | 'dropped',
  at: number,
): Promise<void> {
  const { conversationId, category } = act;
  const code = state === 'dropped' ? 'auto.dropped' : act.isPublic ? 'auto.answered' : 'auto.noted';
  const told = { at, actor: 'mend', subject: conversationId, reason: sentence(code, { category }) };
  await ports.automaticActs.move(tenant, act, ['writing'], state, { ...told, what: `answer ${state}` });
}
