import type { Macro } from '../../../shared/macro.ts';
import { keepOddRows } from '../observe/set-aside.ts';
import { NotFound, Permanent } from '../ports/errors.ts';
import type { LoopMessage } from '../ports/messages.ts';
import type { Ports } from '../ports/ports.ts';

/** Macros read at most, a hundred a call: an account with more has its first thousand kept. Own choice. */
export const MAX_MACROS = 1_000;

/** A longer text is no reply that states one fact; and forty of these go into one stored statement. */
const MAX_TEXT_BYTES = 16_000;

/**
 * Reads the macros that every agent shares as they stand now, and forgets those that are gone: what a fix's companions are
 * looked for among. Where the helpdesk refuses them none is kept, and the reason stands in the checklist's scopes.
 */
export async function refreshMacros(
  ports: Ports,
  tenant: string,
  message?: Extract<LoopMessage, { type: 'collect' }>,
): Promise<LoopMessage[]> {
  const helpdesk = await ports.helpdesk(tenant);
  const { macros } = helpdesk;
  if (!macros) return [];
  const ids: string[] = [];
  let page: string | null = null;
  try {
    do {
      const answer = await macros.list(page);
      const kept = answer.macros.filter(isStorable).slice(0, MAX_MACROS - ids.length);
      await ports.macros.put(tenant, kept);
      ids.push(...kept.map(({ id }) => id));
      page = answer.page;
    } while (page !== null && ids.length < MAX_MACROS);
  } catch (error) {
    if (!(error instanceof Permanent || error instanceof NotFound)) throw error;
    await ports.macros.keepOnly(tenant, []);
    return [];
  }
  await keepOddRows(ports, tenant, helpdesk, message?.at ?? ports.eventClock.now());
  await ports.macros.keepOnly(tenant, ids);
  return [];
}

function isStorable({ text }: Macro): boolean {
  return new TextEncoder().encode(text).length <= MAX_TEXT_BYTES;
}
