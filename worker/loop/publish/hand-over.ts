import type { FixKind } from '../../../shared/fix.ts';
import type { StoredFix } from '../../../shared/gap.ts';
import { type Said, say } from '../../../shared/said/said.ts';
import type { Ports } from '../ports/ports.ts';

/** Who gets what is no text of the help center. */
const HANDED_TO: Partial<Record<FixKind, Said>> = {
  bug_report: say('handed.bug_report'),
  routing_rule: say('handed.routing_rule'),
  reply_template: say('handed.reply_template'),
};

/** Whether an approved fix is handed to people and never written to the help center. */
export function isHandedOver(kind: FixKind): boolean {
  return HANDED_TO[kind] !== undefined;
}

/**
 * Ends an approved fix that is no text of the help center: nothing is written and nothing can be taken back, so there is
 * no publication. The learning is told, so that its finding does not come back. Done again it changes nothing.
 */
export async function handOver(
  ports: Pick<Ports, 'fixes' | 'gaps' | 'memory'>,
  tenant: string,
  fix: StoredFix,
  at: number,
): Promise<void> {
  if (fix.state !== 'approved') return;
  const gap = await ports.gaps.get(tenant, fix.gapId);
  if (gap) {
    const { findingKey, language } = gap;
    const { learned } = await ports.memory.load(tenant, language);
    if (!learned.settled.has(findingKey))
      await ports.memory.append(tenant, [{ kind: 'settled', language, findingKey, outcome: 'published' }]);
  }
  await ports.fixes.move(tenant, fix.id, ['approved'], {
    change: { state: 'published' },
    activity: {
      at,
      actor: 'mend',
      what: 'acknowledged',
      subject: fix.id,
      reason: say('step.handed', { actor: fix.actor ?? 'mend', why: HANDED_TO[fix.kind] ?? say('handed.any') }),
    },
    gap: { id: fix.gapId, state: 'published' },
  });
}
