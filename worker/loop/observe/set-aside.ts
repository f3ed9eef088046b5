import { z } from 'zod';
import { say } from '../../../shared/said/said.ts';
import type { Helpdesk } from '../ports/helpdesk.ts';
import type { Ports } from '../ports/ports.ts';

/** Rows kept to be shown, the newest. A list of more says the same. Own choice. */
const MAX_KEPT = 100;

const NAME = 'set_aside';
const rowsSchema = z.array(z.object({ what: z.string(), id: z.string(), why: z.string(), at: z.number() }));

/** A row that could not be read, and when it was last met (event time, ms). */
export type SetAside = z.infer<typeof rowsSchema>[number];

/**
 * Stores what the helpdesk's rim set aside since the last call, to be shown in Health; one that is met for the first time
 * is named in the activity log. Reading goes on behind it: called before a cursor moves on. Answers how many there were.
 */
export async function keepOddRows(
  ports: Pick<Ports, 'activity' | 'cursors'>,
  tenant: string,
  helpdesk: Helpdesk,
  at: number,
): Promise<number> {
  const odd = helpdesk.takeOddRows();
  if (odd.length === 0) return 0;
  const known = new Map((await readSetAside(ports, tenant)).map((row) => [keyOf(row), row]));
  for (const row of odd) {
    const key = keyOf(row);
    const reason = say('step.setAside', { detail: row.why });
    if (!known.has(key))
      await ports.activity.add(tenant, {
        at,
        actor: 'mend',
        what: 'row set aside',
        subject: `${row.what}/${row.id}`,
        reason,
      });
    known.delete(key);
    known.set(key, { ...row, at });
  }
  await ports.cursors.set(tenant, NAME, JSON.stringify([...known.values()].slice(-MAX_KEPT)));
  return odd.length;
}

/** What was set aside, in the order it was last met. */
export async function readSetAside(ports: Pick<Ports, 'cursors'>, tenant: string): Promise<SetAside[]> {
  const stored = await ports.cursors.get(tenant, NAME);
  return stored ? rowsSchema.parse(JSON.parse(stored)) : [];
}

function keyOf({ what, id, why }: Pick<SetAside, 'what' | 'id' | 'why'>): string {
  return JSON.stringify([what, id, why]);
}
