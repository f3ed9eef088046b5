import { CHAIN_START, chained } from '../../core/text/chain.ts';
import type { LoopMessage } from '../ports/messages.ts';
import type { Ports } from '../ports/ports.ts';

/** Entries hashed at a time: bounds what one statement returns. */
const PAGE = 500;

/** Seals what was done since the last seal, so that the log can't be changed unseen. */
export async function sealActivity(
  ports: Ports,
  tenant: string,
  message: Extract<LoopMessage, { type: 'seal' }>,
): Promise<LoopMessage[]> {
  const last = (await ports.activity.seals(tenant)).at(-1);
  const entries = await ports.activity.after(tenant, last?.upTo ?? 0, PAGE);
  const end = entries.at(-1);
  if (!end) return [];
  await ports.activity.seal(tenant, {
    upTo: end.id,
    hash: chained(last?.hash ?? CHAIN_START, entries),
    at: message.at,
  });
  return entries.length === PAGE ? [{ type: 'seal', at: message.at + 1 }] : [];
}

/** Makes every seal anew over the log as it stands, after an erasure took a person's name out of sealed entries. */
export async function sealAnew(ports: Pick<Ports, 'activity'>, tenant: string): Promise<void> {
  let [hash, from] = [CHAIN_START, 0];
  const seals = [];
  for (const { upTo } of await ports.activity.seals(tenant)) {
    const entries = (await ports.activity.after(tenant, from, PAGE)).filter((entry) => entry.id <= upTo);
    hash = chained(hash, entries);
    seals.push({ upTo, hash });
    from = upTo;
  }
  await ports.activity.reseal(tenant, seals);
}

/** Reads the whole log against its seals: the entries sealed, and the first seal that does not hold, or null. */
export async function verifyChain(
  ports: Pick<Ports, 'activity'>,
  tenant: string,
): Promise<{ sealed: number; brokenAt: number | null }> {
  let [hash, from, sealed] = [CHAIN_START, 0, 0];
  for (const one of await ports.activity.seals(tenant)) {
    const entries = (await ports.activity.after(tenant, from, PAGE)).filter((entry) => entry.id <= one.upTo);
    hash = chained(hash, entries);
    if (hash !== one.hash) return { sealed, brokenAt: one.upTo };
    [from, sealed] = [one.upTo, sealed + entries.length];
  }
  return { sealed, brokenAt: null };
}
