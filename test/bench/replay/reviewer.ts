import type { StoredFix } from '../../../shared/index.ts';
import { failedChecks } from '../../../worker/core/gates/failed-checks.ts';
import type { Mend } from '../../sandbox/mend/mend.ts';

/** Approves every item that waits and may be approved, as it is shown; answers whether there was one. */
export async function approveAll(mend: Mend, tenant: string): Promise<boolean> {
  const { items } = await mend.api<{ items: { fix: StoredFix }[] }>(`/tenants/${tenant}/review`);
  const may = items.filter(({ fix }) => failedChecks(fix).length === 0);
  for (const { fix } of may)
    await mend.api(`/tenants/${tenant}/fixes/${fix.id}/approve`, {
      method: 'POST',
      body: { actor: 'reviewer', patchHash: fix.patchHash, baseHash: fix.baseHash },
    });
  return may.length > 0;
}
