import type { WakeMessage } from './env.ts';
import { errorWords, RetryLater } from './loop/ports/errors.ts';
import type { Ports } from './loop/ports/ports.ts';
import { runStep } from './loop/steps.ts';
import { STATEMENTS_AN_INVOCATION, work } from './loop/work.ts';

/** A tenant that somebody else works is looked at again after this long. */
const BUSY_AGAIN_S = 2;

/** The longest delay that a queue takes, and more than the sweep ever leaves a due row. Source: Cloudflare Queues, limits. */
const MAX_DELAY_S = 43_200;

/** Wakes a tenant through the queue, after `delayS` seconds. */
export type Wake = (tenant: string, delayS?: number) => Promise<void>;

/** Messages the queue takes in one call. Source: Cloudflare Queues, limits. */
const MESSAGES_A_SEND = 100;

/**
 * Many tenants are woken one hundred after another with this between, so that a tick of thousands does not fall on one
 * database at once: it answers some thousand statements a second, and a wake-up makes about twenty. All are woken within
 * SPREAD_S, before the next tick.
 */
const BETWEEN_SENDS_S = 4;
const SPREAD_S = 240;

/**
 * Wakes tenants through the queue, one or many. A failed send is no failure: the rows stand in the inbox and the next
 * sweep finds them; it is logged.
 */
export function createWaker(queue: Queue<WakeMessage>): { wake: Wake; wakeAll(tenants: string[]): Promise<void> } {
  async function orNote(about: { tenant: string } | { tenants: number }, send: () => Promise<unknown>): Promise<void> {
    try {
      await send();
    } catch (error) {
      const what = 'wake-up not sent; the sweep will find the rows';
      console.error(JSON.stringify({ level: 'warn', what, ...about, message: String(error) }));
    }
  }
  return {
    wake: (tenant, delayS = 0) => orNote({ tenant }, () => queue.send({ tenant }, { delaySeconds: delayS })),
    async wakeAll(tenants) {
      const sends = Math.ceil(tenants.length / MESSAGES_A_SEND);
      const betweenS = Math.min(BETWEEN_SENDS_S, SPREAD_S / sends);
      for (let n = 0; n < sends; n++) {
        const chunk = tenants.slice(n * MESSAGES_A_SEND, (n + 1) * MESSAGES_A_SEND);
        const delaySeconds = Math.floor(n * betweenS);
        const messages = chunk.map((tenant) => ({ body: { tenant }, delaySeconds }));
        await orNote({ tenants: chunk.length }, () => queue.sendBatch(messages));
      }
    },
  };
}

interface Ending {
  verdict: 'ack' | 'later' | 'retry';
  statements: number;
}

/**
 * One batch of wake-ups: each tenant once, with an even share of the invocation's statements, so that a loud one leaves room
 * for the quiet ones beside it. A tenant with rows left is woken again, and so is one that another works or that no statement
 * was left for: a retry is spent on what went wrong alone, and on that tenant alone.
 */
export async function consume(batch: MessageBatch<WakeMessage>, ports: Ports, wake: Wake): Promise<void> {
  const waking = Map.groupBy(batch.messages, (message) => message.body.tenant);
  let left = STATEMENTS_AN_INVOCATION;
  let tenantsLeft = waking.size;
  for (const [tenant, messages] of waking) {
    const share = Math.ceil(left / tenantsLeft);
    tenantsLeft -= 1;
    const ending = await workOnce(ports, tenant, messages[0]?.id ?? '', wake, share);
    left -= ending.statements;
    if (ending.verdict === 'later') await wake(tenant, BUSY_AGAIN_S);
    for (const message of messages) {
      if (ending.verdict === 'retry') message.retry({ delaySeconds: BUSY_AGAIN_S });
      else message.ack();
    }
  }
}

async function workOnce(ports: Ports, tenant: string, holder: string, wake: Wake, left: number): Promise<Ending> {
  if (left <= 0) return { verdict: 'later', statements: 0 };
  try {
    const standing = await ports.tenants.find(tenant);
    if (standing?.state === 'auth_required') return await sendNoticesOnly(ports, tenant);
    if (standing?.state !== 'active') return { verdict: 'ack', statements: 1 };
    const { isBusy, isStopped, againAfterMs, statements } = await work(ports, tenant, holder, left);
    const isAuthLost = isStopped && (await ports.tenants.find(tenant))?.state === 'auth_required';
    if (isAuthLost) await sendNoticesOnly(ports, tenant);
    if (againAfterMs !== null) await wake(tenant, Math.min(MAX_DELAY_S, Math.ceil(againAfterMs / 1000)));
    return { verdict: isBusy ? 'later' : 'ack', statements };
  } catch (error) {
    const words = errorWords(error, 'stack');
    console.error(
      JSON.stringify({ level: 'error', what: 'a tenant could not be worked', tenant, message: words.slice(0, 1500) }),
    );
    return { verdict: 'retry', statements: 0 };
  }
}

/** Statements that sending notices may need. */
const STATEMENTS_OF_NOTICES = 35;

/** An account whose token is refused is not worked, but its people are told so: what waits to be sent is sent. */
async function sendNoticesOnly(ports: Ports, tenant: string): Promise<Ending> {
  try {
    await runStep(ports, tenant, { type: 'notify', at: ports.eventClock.now() });
  } catch (error) {
    if (!(error instanceof RetryLater)) throw error;
  }
  return { verdict: 'ack', statements: STATEMENTS_OF_NOTICES };
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
