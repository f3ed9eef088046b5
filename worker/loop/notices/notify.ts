import type { NoticeRow } from '../../../shared/notice.ts';
import { inEnglish } from '../../../shared/said/english.ts';
import { retryDelayMs } from '../../core/notice/delivery.ts';
import { idOf } from '../../core/text/hash.ts';
import { Permanent, RetryLater } from '../ports/errors.ts';
import type { LoopMessage } from '../ports/messages.ts';
import type { Ports } from '../ports/ports.ts';

/** Notices sent in one step at most: bounds how long a slow receiver holds the tenant's other work up. */
const LETTERS_A_STEP = 10;

/** After so many failures in a row a step sends no more: the receiver is down. */
const FAILURES_A_STEP = 2;

/** A notice that is being sent is nobody else's for this long: more than the courier's time-out. */
const SENDING_MS = 60_000;

/**
 * Sends what waits in the outbox, oldest first. A notice is marked before it is sent: where a run ended in between, it is
 * sent a second time under the same id, and not a third. What fails is tried again ever later, and then parked with the
 * reason; one that fails does not hold up the others. Without a webhook notices stand in the app alone.
 */
export async function notify(
  ports: Ports,
  tenant: string,
  _message: Extract<LoopMessage, { type: 'notify' }>,
): Promise<LoopMessage[]> {
  const waiting = await ports.outbox.due(tenant, ports.wallClock.now(), LETTERS_A_STEP);
  const hasWebhook = waiting.length > 0 && (await ports.courier.hasWebhook(tenant));
  let failures = 0;
  for (const row of waiting) {
    if (failures >= FAILURES_A_STEP) break;
    if (hasWebhook) failures = (await send(ports, tenant, row)) ? 0 : failures + 1;
    else await ports.outbox.setDelivery(tenant, row.key, [row.delivery.state], { ...row.delivery, state: 'none' });
  }
  const next = await ports.outbox.nextAttempt(tenant);
  if (next === null) return [];
  throw new RetryLater('notices wait to be sent', Math.max(0, next - ports.wallClock.now()), 'row');
}

/** Sends one notice and stores what came of it; false where the receiver did not take it. */
async function send(
  ports: Pick<Ports, 'courier' | 'outbox' | 'wallClock'>,
  tenant: string,
  row: NoticeRow,
): Promise<boolean> {
  const { state, attempts } = row.delivery;
  const now = ports.wallClock.now();
  if (state === 'repeating') {
    const detail = 'two runs ended while it was being sent; it may have arrived twice';
    await ports.outbox.setDelivery(tenant, row.key, [state], { ...row.delivery, state: 'parked', detail });
    return true;
  }
  const under =
    state === 'due' ? { state: 'sending' as const, attempts: attempts + 1 } : { state: 'repeating' as const, attempts };
  const sending = { ...under, nextAt: now + SENDING_MS, detail: row.delivery.detail };
  if (!(await ports.outbox.setDelivery(tenant, row.key, [state], sending))) return true;
  try {
    await ports.courier.deliver(tenant, { id: letterId(tenant, row.key), at: now, body: letterOf(tenant, row) });
  } catch (error) {
    if (!(error instanceof RetryLater || error instanceof Permanent)) throw error;
    const delay = error instanceof Permanent ? null : retryDelayMs(sending.attempts);
    const to = delay === null ? ('parked' as const) : ('due' as const);
    const left = { state: to, attempts: sending.attempts, nextAt: now + (delay ?? 0), detail: error.message };
    await ports.outbox.setDelivery(tenant, row.key, [sending.state], left);
    return false;
  }
  await ports.outbox.setDelivery(tenant, row.key, [sending.state], { ...sending, state: 'sent', detail: null });
  return true;
}

/** The id under which a notice is sent, however often. */
export function letterId(tenant: string, key: string): string {
  return `msg_${idOf(tenant, 'notice', key)}`;
}

function letterOf(tenant: string, { kind, at, key, title, text, about }: NoticeRow): string {
  return JSON.stringify({
    type: `mend.${kind}`,
    timestamp: new Date(at).toISOString(),
    data: { tenant, key, title: inEnglish(title), text: inEnglish(text), said: text, ...about },
  });
}
