import type { AnswerMode, AutomaticAct } from '../../../shared/automatic.ts';
import type { Policy } from '../../../shared/policy.ts';
import { heldBy } from '../../core/answering/held.ts';
import { actsAnywhere, hasEarned } from '../../core/answering/record.ts';
import { SAMPLED_ONE_IN } from '../../core/answering/verdict.ts';
import { answeringIn, answerText, noteOf } from '../../core/answering/words.ts';
import { cutTo } from '../../core/conversation/prepare.ts';
import { hash32 } from '../../core/text/hash32.ts';
import { withoutErased } from '../observe/observe.ts';
import { NotFound } from '../ports/errors.ts';
import type { RawConversation } from '../ports/helpdesk.ts';
import type { LoopMessage } from '../ports/messages.ts';
import type { Ports } from '../ports/ports.ts';
import { handOver } from './hand-over.ts';
import { isHeldBack, RECORD_ACTS } from './held-back.ts';
import { type ActPorts, type Looked, look } from './look.ts';
import { route } from './route.ts';
import { say } from './say.ts';

/**
 * What is done without a person in a conversation that was opened or went on. A question that nobody has touched is answered as far
 * as its category earned it, once; what the customer says after an answer hands it over; else it may go to the team that solves
 * such. The helpdesk is asked anew: the message is a hint.
 */
export async function answer(
  ports: Ports,
  tenant: string,
  message: Extract<LoopMessage, { type: 'answer' }>,
): Promise<LoopMessage[]> {
  const policy = await ports.tenants.policy(tenant);
  const known = await ports.automaticActs.get(tenant, 'answer', message.conversationId);
  if (!known && !actsAnywhere(policy)) return [];
  const raw = await readOrNull(ports, tenant, message.conversationId);
  if (!raw) return [];
  if (known?.state === 'writing') await say(ports, tenant, known, raw, message.at);
  else if (known?.state === 'done' && known.isPublic) await handOver(ports, tenant, known, raw, message.at);
  else if (!known) await consider(ports, tenant, raw, policy, message.at);
  return [];
}

async function readOrNull(
  ports: Pick<Ports, 'cursors' | 'helpdesk' | 'identity'>,
  tenant: string,
  id: string,
): Promise<RawConversation | null> {
  const helpdesk = await ports.helpdesk(tenant);
  try {
    return await withoutErased(ports, tenant, await helpdesk.readConversation(id));
  } catch (error) {
    if (error instanceof NotFound) return null;
    throw error;
  }
}

/** A question that no machine has answered yet. Whether it is written rests on now, what would be said on the message's time. */
async function consider(
  ports: ActPorts,
  tenant: string,
  raw: RawConversation,
  policy: Policy,
  at: number,
): Promise<void> {
  const asOf = cutTo(raw, at);
  const looked = await look(ports, tenant, asOf, policy, at);
  const act = await actFor(ports, tenant, looked, raw);
  if (act && (await ports.automaticActs.begin(tenant, act)) && act.state === 'writing')
    await say(ports, tenant, act, raw, at);
  if (!act || act.state === 'dark' || !act.isPublic) await route(ports, tenant, looked, raw, at);
}

/** The answer that a question gets, as far as its category lets it; null where a person has it. */
async function actFor(
  ports: ActPorts,
  tenant: string,
  looked: Looked,
  live: RawConversation,
): Promise<AutomaticAct | null> {
  const { conversation, learned, article, best, category, policy, question, now } = looked;
  const wished = policy.answers.modes[category] ?? 'off';
  const words = answeringIn(conversation.language);
  if (wished === 'off' || category === '' || !words || !article || !best || heldBy(looked) !== null) return null;
  const text = answerText(learned, words, article, question);
  if (text === null) return null;
  const mode = await modeNow(ports, tenant, wished, looked, live);
  const isPublic = wished === 'public';
  const said = mode === 'note' ? `${noteOf(words.wouldSay, best)}\n\n${text}` : text;
  return {
    ...{ kind: 'answer', conversationId: conversation.id, requesterId: conversation.requesterId, category },
    ...{ articleId: article.id, locale: article.locale, said, team: null, isPublic: isPublic && mode === 'public' },
    ...{ state: mode === 'dark' ? 'dark' : 'writing', asRead: live.updatedAt, at: now },
    ...{ isSampled: hash32(`${tenant}/${conversation.id}`) % SAMPLED_ONE_IN === 0 },
    ...{ verdict: 'open', why: null, judgedAt: null },
  };
}

/**
 * The mode that holds now: nothing is written while a switch says stop or the account observes, nor where the conversation has moved
 * on since; public only where the deployment allows it and the category has earned it.
 */
async function modeNow(
  ports: ActPorts,
  tenant: string,
  wished: AnswerMode,
  looked: Looked,
  live: RawConversation,
): Promise<AnswerMode> {
  const { policy, category, raw } = looked;
  if (wished === 'dark' || (await isHeldBack(ports, policy, category))) return 'dark';
  if (live.turns.length !== raw.turns.length || live.state !== 'open') return 'dark';
  if (wished === 'note') return 'note';
  if (ports.publicAnswers !== 'allowed') return 'dark';
  return hasEarned(await ports.automaticActs.judged(tenant, RECORD_ACTS), 'answer', category) ? 'public' : 'dark';
}
