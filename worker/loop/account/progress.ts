import type { Ports } from '../ports/ports.ts';

/** How far a tenant's work is: what waits, what failed for good, how far the past was read. */
export interface Progress {
  waiting: number;
  due: number;
  deadLetters: number;
  backfill: { done: number; readTo: number | null; isDone: boolean } | null;
}

export async function progressOf(
  ports: Pick<Ports, 'cursors' | 'eventClock' | 'inbox'>,
  tenant: string,
): Promise<Progress> {
  const depth = await ports.inbox.depth(tenant, ports.eventClock.now());
  const backfill = await ports.cursors.get(tenant, 'backfill');
  return {
    ...depth,
    deadLetters: (await ports.inbox.deadLetters(tenant)).length,
    backfill: backfill ? JSON.parse(backfill) : null,
  };
}
