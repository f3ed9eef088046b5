import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Publication } from '../../shared/gap.ts';
import type { NoticeRow } from '../../shared/notice.ts';
import { product } from '../sandbox/seed/index.ts';
import { type Knowledge, knowledgeOf } from '../sandbox/stage/knowledge.ts';
import { createStage, type Stage } from '../sandbox/stage/stage.ts';
import { playStream } from '../sandbox/stage/stream.ts';

describe('an account that has earned it, and a fortnight without a reviewer', () => {
  let stage: Stage;
  let knowledge: Knowledge;
  let automatic: Publication[];
  beforeAll(async () => {
    stage = await createStage({
      earned: product.sections.map(({ name }) => name),
      takesPlace: ({ articleKey }) => articleKey === 'import-staff' || articleKey === 'clock-in-zones',
    });
    knowledge = knowledgeOf(stage);
    await playStream(stage, { onStep: async () => undefined });
    automatic = (await knowledge.publications()).filter(({ by }) => by === 'mend');
  }, 240_000);
  afterAll(() => stage?.close());

  const notices = async () =>
    (await stage.mend.api<{ notices: NoticeRow[] }>(`/tenants/${stage.tenant}/notices`)).notices;

  it('patches articles by itself from webhooks on, reads them back, and tells each with its undo', async () => {
    expect(automatic.length).toBeGreaterThanOrEqual(2);
    expect(automatic.map(({ state }) => state)).toEqual(automatic.map(() => 'done'));
    const told = (await notices()).filter(({ kind }) => kind === 'publication.automatic');
    expect(told.map(({ about }) => about.undo).sort()).toEqual(automatic.map(({ id }) => id).sort());
    const fixes = await knowledge.fixes();
    const kinds = automatic.map(({ fixId }) => fixes.find(({ id }) => id === fixId)?.kind);
    expect(new Set(kinds)).toEqual(new Set(['article_patch', 'terms']));
  });

  it('leaves everything else to people', async () => {
    const published = (await knowledge.fixes()).filter(
      ({ state, id }) => state === 'published' && !id.startsWith('history'),
    );
    expect(published.every(({ kind }) => ['article_patch', 'terms'].includes(kind))).toBe(true);
  });

  it('loses the right by the first two that are taken back', async () => {
    for (const { id } of automatic.slice(0, 2))
      await stage.mend.api(`/tenants/${stage.tenant}/publications/${id}/rollback`, {
        method: 'POST',
        body: { actor: 'ada', reason: 'it was wrong' },
      });
    await stage.mend.untilIdle(stage.tenant);
    const standing = await stage.mend.api<{ isEnabled: boolean }>(`/tenants/${stage.tenant}/autonomy`);
    expect(standing.isEnabled).toBe(false);
    expect((await notices()).some(({ kind }) => kind === 'automatic.off')).toBe(true);
  });
});
