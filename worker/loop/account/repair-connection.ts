import { DAY_MS } from '../../../shared/time.ts';
import { AuthLost } from '../ports/errors.ts';
import type { Proven } from '../ports/helpdesk.ts';
import type { LoopMessage } from '../ports/messages.ts';
import type { Ports } from '../ports/ports.ts';
import { connectionStanding, keepStanding, type StoredCheck } from './stored-checks.ts';

/**
 * A webhook that had to be put right this often in a day is switched off by somebody who means it: it is left, and the
 * checklist says so. Own choice: a mistake is made once or twice.
 */
export const MAX_REPAIRS_A_DAY = 3;

/** Proves the connection by asking the helpdesk, puts its webhook right where somebody changed it, and stores what was found. */
export async function repairConnection(
  ports: Ports,
  tenant: string,
  _message?: Extract<LoopMessage, { type: 'repair' }>,
): Promise<LoopMessage[]> {
  const now = ports.wallClock.now();
  const before = await connectionStanding(ports, tenant);
  const repairs = before.repairs.filter((at) => at > now - DAY_MS);
  const isHeard = (await ports.inbox.heard(tenant, before.webhookSince)) !== null;
  const found = await ports.prove(tenant, { isMending: repairs.length < MAX_REPAIRS_A_DAY, wantsEvent: !isHeard });
  const mended = found.find(({ reason }) => reason === 'repaired');
  const webhookSince = mended ? now : before.webhookSince;
  const checks = found.map((proven) => asStored(proven, before.checks, now));
  await keepStanding(ports, tenant, { checks, webhookSince, repairs: mended ? [...repairs, now] : repairs });
  if (mended?.detail) {
    const at = ports.eventClock.now();
    const entry = { at, actor: 'mend', what: 'webhook repaired', subject: tenant, reason: mended.detail };
    await ports.activity.add(tenant, entry);
  }
  const lost = found.find(({ check, reason }) => check === 'token' && reason === 'token_refused');
  if (lost) throw new AuthLost(lost.detail ?? 'the token is refused');
  return [];
}

function asStored(proven: Proven, before: StoredCheck[], now: number): StoredCheck {
  const known = before.find(({ check }) => check === proven.check);
  return { ...proven, provedAt: proven.state === 'proved' ? now : (known?.provedAt ?? null), checkedAt: now };
}
