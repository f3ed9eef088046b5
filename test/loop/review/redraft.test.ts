import { describe, expect, it } from 'vitest';
import { leavingOut } from '../../../worker/core/drafts/left-out.ts';
import { Moved } from '../../../worker/loop/review/decide-by-person.ts';
import { redraft } from '../../../worker/loop/review/redraft.ts';
import { approvedWorld, GAP_ID } from '../world/approved.ts';
import { TENANT } from '../world/world.ts';

const SAID = { reason: 'the last step is not so', wrong: ['Choose Wages.'] };

describe('a draft that is wrong', () => {
  it('is sent back: its gap is open again, it is drafted next, and what was wrong is known', async () => {
    const { ports, fix } = await approvedWorld({ state: 'in_review' });
    await redraft(ports, TENANT, fix.id, fix, 'ada', SAID);
    const after = await ports.fixes.get(TENANT, fix.id);
    expect([after?.state, after?.leftOut, after?.reason?.code]).toEqual(['superseded', SAID.wrong, 'step.sentBack']);
    expect((await ports.gaps.get(TENANT, GAP_ID))?.state).toBe('open');
    const due = await ports.inbox.due(TENANT, Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER, 9);
    expect(due.map(({ message }) => message.type)).toContain('draft');
  });

  it('is not sent back where somebody decided it meanwhile, or it says another thing by now', async () => {
    const decided = await approvedWorld();
    await expect(redraft(decided.ports, TENANT, 'f', decided.fix, 'ada', SAID)).rejects.toThrow(Moved);
    const other = await approvedWorld({ state: 'in_review' });
    const seen = { ...other.fix, patchHash: 'another' };
    await expect(redraft(other.ports, TENANT, 'f', seen, 'ada', SAID)).rejects.toThrow(Moved);
  });
});

describe('a draft made again', () => {
  const article = {
    kind: 'new_article' as const,
    articleId: null,
    title: 'Wages',
    bodyHtml: '<p>Open Reports.</p><ol><li>Choose Wages.</li><li>Wait an hour.</li></ol>',
    terms: [],
    evidence: [],
    openQuestions: [],
  };

  it('has no sentence that was called wrong, and every other as it was', () => {
    expect(leavingOut(article, null, new Set(['Choose Wages.']))?.bodyHtml).toBe(
      '<p>Open Reports.</p><ol><li>Wait an hour.</li></ol>',
    );
    expect(leavingOut(article, null, new Set(['Choose wages']))).toBe(article);
  });

  it('is not made where nothing else is left, nor a change that brings the sentence back', () => {
    const all = new Set(['Open Reports.', 'Choose Wages.', 'Wait an hour.']);
    expect(leavingOut(article, null, all)).toBeNull();
    expect(leavingOut(article, '<p>Open Reports.</p>', new Set(['Choose Wages.']))).toBeNull();
    expect(leavingOut(article, article.bodyHtml, new Set(['Choose Wages.']))).toBe(article);
  });
});
