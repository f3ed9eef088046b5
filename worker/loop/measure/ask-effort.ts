import { DAY_MS } from '../../../shared/time.ts';
import { languageIn } from '../../core/language/space.ts';
import { NotFound, Permanent } from '../ports/errors.ts';
import type { LoopMessage } from '../ports/messages.ts';
import type { Ports } from '../ports/ports.ts';

/** A conversation that was solved longer ago is not asked about: its customer has gone on. */
const ASKED_WITHIN_MS = 2 * DAY_MS;

/**
 * Puts a link to the survey where the helpdesk's own trigger finds it; whether and when it is sent is the trigger's. One that
 * stands there stays. Of what asked nothing, what was solved long ago and what was answered nobody is asked; a helpdesk that
 * takes no link for this one (closed, gone, no such field) is left in peace.
 */
export async function askEffort(
  ports: Pick<Ports, 'efforts' | 'eventClock' | 'helpdesk' | 'observations' | 'surveys' | 'tenants'>,
  tenant: string,
  { conversationId }: Extract<LoopMessage, { type: 'ask_effort' }>,
): Promise<LoopMessage[]> {
  const { effort, isObserving } = await ports.tenants.policy(tenant);
  if (!effort.isOn || isObserving) return [];
  const known = await ports.observations.find(tenant, conversationId);
  if (known?.state !== 'observed' || ports.eventClock.now() - known.at > ASKED_WITHIN_MS) return [];
  if (await ports.efforts.isAnswered(tenant, conversationId)) return [];
  const link = await ports.surveys.link({ tenant, conversationId, language: languageIn(known.language) });
  const helpdesk = await ports.helpdesk(tenant);
  try {
    await helpdesk.offerLink(conversationId, effort.field, link, ports.surveys.prefix);
  } catch (error) {
    if (!(error instanceof NotFound || error instanceof Permanent)) throw error;
  }
  return [];
}
