import { JUDGED_AFTER_MS, verdictOf } from '../../core/answering/verdict.ts';
import { NotFound } from '../ports/errors.ts';
import { type LoopMessage, nextPart } from '../ports/messages.ts';
import type { Ports } from '../ports/ports.ts';
import { revoke } from './revoke.ts';

/** Acts judged in one run, and how often it goes on: an act that is not ripe stays, so that the next day asks again. */
const A_RUN = 100;
const RUNS = 20;

/**
 * Gives acts of seven days and more the verdict of how they ended, and takes back what is no longer earned. One that only a person
 * can judge waits for them.
 */
export async function judge(
  ports: Ports,
  tenant: string,
  message: Extract<LoopMessage, { type: 'judge' }>,
): Promise<LoopMessage[]> {
  const { at } = message;
  const open = await ports.automaticActs.open(tenant, at - JUDGED_AFTER_MS, A_RUN);
  if (open.length === 0) return [];
  const endings = await ports.endings.of(
    tenant,
    open.map((act) => act.conversationId),
  );
  let judged = 0;
  for (const act of open) {
    const ending = endings.find((one) => one.conversationId === act.conversationId) ?? null;
    const team = act.kind === 'route' && ending ? await teamNow(ports, tenant, act.conversationId) : null;
    const { verdict, why } = verdictOf(act, ending, team, at);
    if (verdict === 'open' || why === null) continue;
    if (await ports.automaticActs.judge(tenant, act, verdict, why, at)) judged++;
  }
  await revoke(ports, tenant, at);
  return open.length === A_RUN && judged > 0 && (message.part ?? 0) < RUNS ? [nextPart(message)] : [];
}

/** The team that has the conversation now; null where the helpdesk tells none. */
async function teamNow(ports: Pick<Ports, 'helpdesk'>, tenant: string, id: string): Promise<string | null> {
  const helpdesk = await ports.helpdesk(tenant);
  try {
    return (await helpdesk.readConversation(id)).teams?.at(-1)?.name ?? null;
  } catch (error) {
    if (error instanceof NotFound) return null;
    throw error;
  }
}
