import type { Notice } from '../../../shared/notice.ts';
import { say } from '../../../shared/said/said.ts';
import { NotFound } from '../ports/errors.ts';
import { type LoopMessage, messageKey } from '../ports/messages.ts';
import type { Ports } from '../ports/ports.ts';

/** Sends a notice again, under the id that it had: one that failed for good, or one that was delivered. NotFound for any other. */
export async function resendNotice(
  ports: Pick<Ports, 'eventClock' | 'inbox' | 'outbox' | 'wallClock'>,
  tenant: string,
  key: string,
): Promise<void> {
  const fresh = { state: 'due' as const, attempts: 0, nextAt: 0, detail: null };
  if (!(await ports.outbox.setDelivery(tenant, key, ['parked', 'sent', 'none'], fresh)))
    throw new NotFound('no notice of this key is parked or sent');
  const message: LoopMessage = { type: 'notify', at: ports.eventClock.now() };
  await ports.inbox.add(tenant, [{ key: `${messageKey(message)}/${key}/${ports.wallClock.now()}`, message }]);
}

/** Sends a notice that says nothing but that the webhook works. NotFound where there is none. */
export async function tryWebhook(
  ports: Pick<Ports, 'courier' | 'eventClock' | 'outbox' | 'wallClock'>,
  tenant: string,
): Promise<Notice> {
  if (!(await ports.courier.hasWebhook(tenant))) throw new NotFound('there is no outgoing webhook');
  const notice: Notice = {
    key: `test:${ports.wallClock.now()}`,
    kind: 'test',
    at: ports.eventClock.now(),
    title: say('title.test'),
    text: say('notice.test'),
    about: {},
  };
  await ports.outbox.add(tenant, notice);
  return notice;
}
