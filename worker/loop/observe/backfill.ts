import { z } from 'zod';
import { DAY_MS } from '../../../shared/time.ts';
import { AuthLost, RetryLater } from '../ports/errors.ts';
import type { RawConversation } from '../ports/helpdesk.ts';
import { type LoopMessage, messageKey, nextPart } from '../ports/messages.ts';
import type { Ports } from '../ports/ports.ts';
import { forgetOldText, TEXT_RETENTION_MS } from './forget.ts';
import { type ObservePorts, observeRead } from './observe.ts';
import { keepOddRows } from './set-aside.ts';

/** Conversations a run reads: at up to twenty statements each this stays under the 900 of one invocation. */
const PAGE = 40;

const PROGRESS = 'backfill';

const progressSchema = z.object({
  since: z.number(),
  cursor: z.string().nullable(),
  done: z.number(),
  readTo: z.number().nullable(),
  isDone: z.boolean(),
});

/**
 * Reads the last days of solved conversations through the same path as live ones, newest first, a page a run; where
 * it stands is stored with every page, so that a stop loses nothing and the console can say how far it is. What is older than
 * texts are kept teaches, and is stored without its text.
 */
export async function backfill(
  ports: Ports,
  tenant: string,
  message: Extract<LoopMessage, { type: 'backfill' }>,
): Promise<LoopMessage[]> {
  const stored = await ports.cursors.get(tenant, PROGRESS);
  const days = (await ports.tenants.policy(tenant)).backfillDays;
  const standing = stored
    ? progressSchema.parse(JSON.parse(stored))
    : { since: message.at - days * DAY_MS, cursor: null, done: 0, readTo: null, isDone: false };
  if (standing.isDone) return [];
  const helpdesk = await ports.helpdesk(tenant);
  const page = await helpdesk.solvedPage(standing.since, standing.cursor, PAGE);
  await keepOddRows(ports, tenant, helpdesk, message.at);
  const next: LoopMessage[] = [];
  for (const conversation of [...page.conversations].sort((a, b) => a.updatedAt - b.updatedAt))
    next.push(...(await observedOrPassedOn(ports, tenant, conversation)));
  const isOld = page.conversations.some(({ updatedAt }) => updatedAt < message.at - TEXT_RETENTION_MS);
  if (isOld) await forgetOldText(ports, tenant, message.at);
  await ports.inbox.add(
    tenant,
    next.map((m) => ({ key: messageKey(m), message: m })),
  );
  const isDone = page.cursor === null;
  const progress = {
    ...standing,
    cursor: page.cursor,
    done: standing.done + page.conversations.length,
    readTo: page.doneBackTo,
    isDone,
  };
  await ports.cursors.set(tenant, PROGRESS, JSON.stringify(progress));
  return isDone ? next : [...next, nextPart(message)];
}

/** One that can't be read through becomes a message of its own, tried and buried alone: the others go on. */
async function observedOrPassedOn(ports: ObservePorts, tenant: string, raw: RawConversation): Promise<LoopMessage[]> {
  try {
    return await observeRead(ports, tenant, raw, raw.updatedAt);
  } catch (error) {
    if (error instanceof RetryLater || error instanceof AuthLost) throw error;
    ports.memory.drop(tenant);
    return [{ type: 'observe', at: raw.updatedAt, conversationId: raw.id, moment: 'solved' }];
  }
}
