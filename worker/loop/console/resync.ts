import { say } from '../../../shared/said/said.ts';
import { type LoopMessage, messageKey } from '../ports/messages.ts';
import type { Ports } from '../ports/ports.ts';

/** Reads articles and what webhooks may have lost again; asked twice in one moment it is asked once. */
export async function resync(
  ports: Pick<Ports, 'activity' | 'eventClock' | 'inbox'>,
  tenant: string,
  actor: string,
): Promise<void> {
  const at = ports.eventClock.now();
  const messages: LoopMessage[] = [
    { type: 'refresh', at },
    { type: 'reconcile', at },
  ];
  const added = await ports.inbox.add(
    tenant,
    messages.map((message) => ({ key: messageKey(message), message })),
  );
  if (added === 0) return;
  const reason = say('step.resync');
  await ports.activity.add(tenant, { at, actor, what: 'resync asked', subject: tenant, reason });
}
