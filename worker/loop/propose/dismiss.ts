import { NotFound } from '../ports/errors.ts';
import type { LoopMessage } from '../ports/messages.ts';
import type { Ports } from '../ports/ports.ts';

/** Tells the learning that a person dismissed a gap: the finding does not come back, also not in other words. */
export async function dismiss(
  ports: Ports,
  tenant: string,
  message: Extract<LoopMessage, { type: 'settle' }>,
): Promise<LoopMessage[]> {
  const gap = await ports.gaps.get(tenant, message.gapId);
  if (!gap) throw new NotFound(`gap ${message.gapId}`);
  if (gap.state !== 'rejected') return [];
  const { learned } = await ports.memory.load(tenant, gap.language);
  if (learned.settled.has(gap.findingKey)) return [];
  await ports.memory.append(tenant, [
    { kind: 'settled', language: gap.language, findingKey: gap.findingKey, outcome: 'rejected' },
  ]);
  return [];
}
