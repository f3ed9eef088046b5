import type { WakeMessage } from './env.ts';
import type { Ports } from './loop/ports.ts';
import { work } from './loop/work.ts';

/** A tenant that somebody else works is looked at again after this long. */
const BUSY_RETRY_S = 2;

/** Wakes a tenant through the queue, after `delayS` seconds. */
export type Wake = (tenant: string, delayS?: number) => Promise<void>;

/** One batch of wake-ups: each tenant once. A tenant with rows left is woken again; a failure is retried by the queue. */
export async function consume(batch: MessageBatch<WakeMessage>, ports: Ports, wake: Wake): Promise<void> {
  const worked = new Map<string, Promise<'ack' | 'retry'>>();
  for (const message of batch.messages) {
    const tenant = message.body.tenant;
    const ending = worked.get(tenant) ?? workOnce(ports, tenant, message.id, wake);
    worked.set(tenant, ending);
    if ((await ending) === 'ack') message.ack();
    else message.retry({ delaySeconds: BUSY_RETRY_S });
  }
}

async function workOnce(ports: Ports, tenant: string, holder: string, wake: Wake): Promise<'ack' | 'retry'> {
  const standing = await ports.tenants.find(tenant);
  if (standing?.state !== 'active') return 'ack';
  const { isBusy, againAfterMs } = await work(ports, tenant, holder);
  if (isBusy) return 'retry';
  if (againAfterMs !== null) await wake(tenant, Math.ceil(againAfterMs / 1000));
  return 'ack';
}

/** Wake-ups that failed for good: said aloud. Their rows stand in the inbox, and the sweep wakes the tenant again. */
export function noteDead(batch: MessageBatch<WakeMessage>): void {
  for (const message of batch.messages) {
    console.error(
      JSON.stringify({
        level: 'error',
        what: 'wake-up failed for good',
        tenant: message.body.tenant,
        attempts: message.attempts,
      }),
    );
    message.ack();
  }
}
