import type { StoredFix } from '../../../shared/index.ts';
import type { Mend } from '../../sandbox/mend/mend.ts';
import type { ReplayArticle } from './dataset.ts';

/** Clean approvals a category starts with: more than the bound asks for at a bad rate of 5 % with 95 % assurance. */
const CLEAN_APPROVALS = 120;

/** A tenant's past in which every category has earned automatic publishing; every content gate stays on. */
export async function earnHistory(mend: Mend, tenant: string, articles: ReplayArticle[]): Promise<void> {
  const categories = [...new Set(articles.map((a) => a.section))];
  const db = await mend.database();
  const insert = db.prepare(
    'INSERT INTO fixes (tenant, id, gap_id, state, created_at, body) VALUES (?, ?, ?, ?, ?, ?)',
  );
  for (const category of categories) {
    const rows = Array.from({ length: CLEAN_APPROVALS }, (_, n) => {
      const id = `history-${category}-${n}`;
      const fix: Partial<StoredFix> = {
        id,
        gapId: id,
        kind: 'article_patch',
        category,
        state: 'published',
        title: '',
        gates: [],
        rehearsal: null,
        openQuestions: [],
        support: { agents: 2, organizations: 3 },
        confidence: 1,
        rawConfidence: 1,
        isEdited: false,
        evidence: [],
        createdAt: n,
      };
      return insert.bind(tenant, id, id, 'published', n, JSON.stringify(fix));
    });
    await db.batch(rows);
  }
  await mend.api(`/tenants/${tenant}/policy`, {
    method: 'PUT',
    body: {
      autoPublish: { isEnabled: true, categories },
      contentBlocks: { attested: 'none', actor: 'replay', at: 0 },
    },
  });
}
