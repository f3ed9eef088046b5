import type { Fix } from '../../../shared/fix.ts';
import type { Gap } from '../../../shared/gap.ts';
import { type Said, say } from '../../../shared/said/said.ts';
import type { Ports } from '../ports/ports.ts';

/** Why the helpdesk has no way to take this fix, with what a person can do instead; null where it has. */
async function whyUnsupported(ports: Pick<Ports, 'helpdesk'>, tenant: string, fix: Fix): Promise<Said | null> {
  if (fix.kind !== 'terms' || (await ports.helpdesk(tenant)).canLabel) return null;
  return say('step.noLabels', { title: fix.title, terms: { all: fix.terms.map((term) => `"${term}"`) } });
}

/**
 * Whether a fix is none this helpdesk can take. Then the gap is handed to people, once, with the reason; no fix
 * is stored that could only fail when it is published.
 */
export async function isLeftToPeople(
  ports: Pick<Ports, 'activity' | 'gaps' | 'helpdesk'>,
  tenant: string,
  gap: Gap,
  fix: Fix,
  at: number,
): Promise<boolean> {
  const reason = await whyUnsupported(ports, tenant, fix);
  if (reason === null) return false;
  if (gap.state === 'open') {
    await ports.activity.add(tenant, { at, actor: 'mend', what: 'left to people', subject: gap.id, reason });
    await ports.gaps.setState(tenant, gap.id, 'escalated', at);
  }
  return true;
}
