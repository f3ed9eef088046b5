import type { LoopMessage } from '../ports/messages.ts';
import type { Ports } from '../ports/ports.ts';

/** Folds what was learned into compact rows, language by language: bounds what a cold isolate must read. */
export async function consolidate(
  ports: Ports,
  tenant: string,
  _message: Extract<LoopMessage, { type: 'consolidate' }>,
): Promise<LoopMessage[]> {
  for (const language of await ports.learningLog.languages(tenant)) await ports.memory.snapshot(tenant, language);
  return [];
}
