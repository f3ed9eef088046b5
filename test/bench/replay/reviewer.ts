import type { StoredFix } from '../../../shared/index.ts';
import type { Mend } from '../../sandbox/mend/mend.ts';

/** Approves every item that waits, as it is shown; answers whether there was one. */
export async function approveAll(mend: Mend, tenant: string): Promise<boolean> {
  const { items } = await mend.api<{ items: { fix: StoredFix }[] }>(`/tenants/${tenant}/review`);
  for (const { fix } of items)
    await mend.api(`/tenants/${tenant}/fixes/${fix.id}/approve`, {
      method: 'POST',
      body: { actor: 'reviewer', patchHash: fix.patchHash, baseHash: fix.baseHash },
    });
  return items.length > 0;
}
