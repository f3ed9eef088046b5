import type { AutomaticAct } from '../../../shared/automatic.ts';
import { say as sentence } from '../../../shared/said/said.ts';
import { asksForPerson, isCritical } from '../../core/answering/held.ts';
import { answeringIn, noteOf, readReply } from '../../core/answering/words.ts';
import { languageOfLocale } from '../../core/language/locale.ts';
import { redacted } from '../observe/observe.ts';
import type { RawConversation } from '../ports/helpdesk.ts';
import type { Ports } from '../ports/ports.ts';
import { revoke } from './revoke.ts';

/**
 * Hands a conversation that a machine answered to people, as soon as the customer says anything but thanks: with what was tried as a
 * note, open, and first in line where the customer is critical. It counts as a bad end at once. A person who is there already
 * needs no note.
 */
export async function handOver(
  ports: Pick<Ports, 'articles' | 'automaticActs' | 'cursors' | 'helpdesk' | 'identity' | 'tenants'>,
  tenant: string,
  act: AutomaticAct,
  live: RawConversation,
  at: number,
): Promise<void> {
  const words = answeringIn(languageOfLocale(act.locale));
  const answered = live.turns.findLastIndex((turn) => turn.author === 'bot' && turn.isPublic);
  const after = live.turns.slice(answered + 1);
  const isTaken = after.some((turn) => turn.author === 'agent');
  const conversation = await redacted(ports, tenant, live);
  const last = conversation.turns.findLastIndex((turn) => turn.author === 'bot');
  const texts = conversation.turns.slice(last + 1).flatMap((turn) => (turn.author === 'customer' ? [turn.text] : []));
  if (!words || answered < 0 || (!isTaken && readReply(texts, words) !== 'for_person')) return;
  const why = texts.some((text) => asksForPerson(text, conversation.language) || text.trim() === words.person)
    ? 'asked_for_person'
    : 'needed_person';
  await ports.automaticActs.judge(tenant, act, 'bad', why, at);
  await revoke(ports, tenant, at);
  const policy = await ports.tenants.policy(tenant);
  const article = (await ports.articles.list(tenant, [act.articleId ?? ''])).find((one) => one.locale === act.locale);
  if (!isTaken) {
    const helpdesk = await ports.helpdesk(tenant, 'publishing');
    const became = await helpdesk.assign(act.conversationId, {
      ...{ team: null, isUrgent: isCritical(policy, live.segment), authorId: policy.answers.agentId },
      ...{ note: noteOf(words.handedOver, article ?? { title: '', url: '' }), asRead: live.updatedAt },
    });
    if (became === 'overtaken') return;
  }
  const told = { at, actor: 'mend', what: 'answer handed over', subject: act.conversationId };
  const reason = sentence('auto.handedOver', { category: act.category });
  await ports.automaticActs.move(tenant, act, ['done'], 'handed_over', { ...told, reason });
}
