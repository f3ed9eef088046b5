import type { StoredFix } from '../../../shared/index.ts';
import type { Mend } from '../mend/mend.ts';

/** Clean approvals that a section starts with: more than the bound asks for at a bad rate of 5 % with 95 % assurance. */
const CLEAN_APPROVALS = 120;

/**
 * A stated earlier history: in each of these sections a person approved 120 changes of articles as they stood, and an admin then
 * switched automatic publishing on for them and attested that no article holds content blocks. Every gate stays on.
 */
export async function earnHistory(mend: Mend, tenant: string, sections: readonly string[]): Promise<void> {
  const db = await mend.database();
  const insert = db.prepare(
    'INSERT INTO fixes (tenant, id, gap_id, state, created_at, body) VALUES (?, ?, ?, ?, ?, ?)',
  );
  for (const category of new Set(sections)) {
    const rows = Array.from({ length: CLEAN_APPROVALS }, (_, n) => {
      const id = `history-${category}-${n}`;
      return insert.bind(tenant, id, id, 'published', n, JSON.stringify(approvedOnce(id, category, n)));
    });
    await db.batch(rows);
  }
  await mend.api(`/tenants/${tenant}/policy`, {
    method: 'PUT',
    body: {
      autoPublish: { isEnabled: true, categories: [...new Set(sections)] },
      contentBlocks: { attested: 'none', actor: 'an admin', at: 0 },
    },
  });
}

function approvedOnce(id: string, category: string, createdAt: number): Partial<StoredFix> {
  return {
    ...{ id, gapId: id, kind: 'article_patch', category, state: 'published', title: '', createdAt },
    ...{ gates: [], rehearsal: null, openQuestions: [], support: { agents: 2, organizations: 3 } },
    ...{ confidence: 1, rawConfidence: 1, isEdited: false, evidence: [] },
  };
}
