import { say } from '../../../shared/said/said.ts';
import { Invalid } from '../ports/errors.ts';
import { type LoopMessage, messageKey } from '../ports/messages.ts';
import type { Ports } from '../ports/ports.ts';
import { withdrawEvidence } from './withdraw.ts';

/** Conversations taken back in one run: about eight statements each. */
const A_RUN = 50;

const tombstone = (personId: string) => `erased:${personId}`;

/** Whether this person asked to be forgotten: nothing of theirs is read again, also not by a late event or the past. */
export async function isErased(ports: Pick<Ports, 'cursors'>, tenant: string, personId: string): Promise<boolean> {
  return (await ports.cursors.get(tenant, tombstone(personId))) !== null;
}

/** Takes note that a person is to be forgotten: from now on nothing of theirs is read, and what is known leaves. */
export async function requestErasure(
  ports: Pick<Ports, 'activity' | 'cursors' | 'eventClock' | 'identity' | 'inbox'>,
  tenant: string,
  vendorUserId: string,
  actor: string,
): Promise<void> {
  if (vendorUserId.trim() === '') throw new Invalid(say('refused.person'));
  const personId = await ports.identity.personId(tenant, vendorUserId);
  const at = ports.eventClock.now();
  await ports.cursors.set(tenant, tombstone(personId), String(at));
  await ports.activity.add(tenant, {
    at,
    actor,
    what: 'erasure asked',
    subject: personId,
    reason: say('step.eraseAsked'),
  });
  const message: LoopMessage = { type: 'erase', at, personId };
  await ports.inbox.add(tenant, [{ key: messageKey(message), message }]);
}

/** Takes back what a person's conversations taught and removes their text, a number of conversations a run. */
export async function erase(
  ports: Ports,
  tenant: string,
  message: Extract<LoopMessage, { type: 'erase' }>,
): Promise<LoopMessage[]> {
  const { personId, at } = message;
  const left = await ports.observations.textOf(tenant, personId, A_RUN);
  const next: LoopMessage[] = [];
  for (const observation of left) {
    next.push(...(await withdrawEvidence(ports, tenant, observation, at, 'deleted')));
    await ports.retention.eraseConversation(tenant, observation.conversationId);
  }
  if (left.length === A_RUN) return [...next, { ...message, at: at + 1 }];
  await ports.activity.add(tenant, {
    at,
    actor: 'mend',
    what: 'erased',
    subject: personId,
    reason: say('step.erased'),
  });
  return next;
}
