import { z } from 'zod';
import { CHECK_REASONS, CHECK_STATES, CHECKS, type Check } from '../../../shared/checklist.ts';
import { saidSchema } from '../../../shared/said/schema.ts';
import type { Ports } from '../ports/ports.ts';

const STORED = 'checks';

const checkSchema = z.object({
  check: z.enum(CHECKS),
  state: z.enum(CHECK_STATES),
  reason: z.enum(CHECK_REASONS),
  detail: saidSchema.nullable(),
  todo: saidSchema.nullable(),
  provedAt: z.number().nullable(),
  checkedAt: z.number().nullable(),
});
const standingSchema = z.object({
  checks: z.array(checkSchema),
  /** Since when (wall) the webhook is as it is: what was heard before proves nothing of it. */
  webhookSince: z.number(),
  /** When (wall) it was mended lately. */
  repairs: z.array(z.number()),
});

/** What was last found of a connection, without what only the database tells. */
export type ConnectionStanding = z.infer<typeof standingSchema>;
export type StoredCheck = Omit<Check, 'progress'>;

export async function connectionStanding(ports: Pick<Ports, 'cursors'>, tenant: string): Promise<ConnectionStanding> {
  const stored = await ports.cursors.get(tenant, STORED);
  return stored ? standingSchema.parse(JSON.parse(stored)) : { checks: [], webhookSince: 0, repairs: [] };
}

export async function keepStanding(
  ports: Pick<Ports, 'cursors'>,
  tenant: string,
  standing: ConnectionStanding,
): Promise<void> {
  await ports.cursors.set(tenant, STORED, JSON.stringify(standing));
}
