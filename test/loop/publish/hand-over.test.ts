import { describe, expect, it } from 'vitest';
import type { StoredFix } from '../../../shared/gap.ts';
import { asWritten } from '../../../shared/said/said.ts';
import { problemsOf } from '../../../worker/core/gates/kinds.ts';
import { runStep } from '../../../worker/loop/steps.ts';
import { type Approved, ARTICLE_ID, approvedWorld, BASE } from '../world/approved.ts';
import { stored, TENANT } from '../world/world.ts';

const REPORT =
  '<h2>What customers see</h2><ul><li>The export closes.</li></ul><h2>What agents said</h2><ul><li>We will write to you as soon as the fix is released.</li></ul>';

const aReport = (more: Partial<StoredFix> = {}) =>
  approvedWorld({
    kind: 'bug_report',
    articleId: null,
    baseHash: null,
    baseHtml: null,
    sectionId: null,
    likeArticleId: null,
    bodyHtml: REPORT,
    ...more,
  });

const entries = async (world: Approved) =>
  (await world.ports.learningLog.entries(TENANT, 'en', 1, 9)).map((entry) => entry.kind);

describe.each(['bug_report', 'routing_rule', 'reply_template'] as const)('an approved %s', (kind) => {
  it('is handed over: nothing is written, the gap is done, and the learning is told once', async () => {
    const world = await aReport({ kind });
    const filed = kind === 'bug_report' ? [{ type: 'track', at: world.clock.event, fixId: world.fix.id }] : [];
    expect(await world.publish()).toEqual(filed);
    expect(await world.states()).toEqual({ fix: 'published', gap: 'published', publication: undefined });
    expect([world.desk.writes, world.activity()]).toEqual([[], ['acknowledged']]);
    expect(await entries(world)).toEqual(['settled']);
    const before = stored(world.shelf, TENANT);
    expect(await world.publish()).toEqual(filed);
    expect(stored(world.shelf, TENANT)).toBe(before);
  });

  it('is watched without trouble, though nothing was published', async () => {
    const world = await aReport({ kind });
    await world.publish();
    const at = world.clock.event;
    expect(await runStep(world.ports, TENANT, { type: 'watch', at })).toEqual([]);
    expect((await world.states()).gap).toBe('published');
  });
});

describe('a bug report on its way to a person', () => {
  it('is not rehearsed, held to what a text for the team is held to, and waits', async () => {
    const world = await aReport({ state: 'drafted', actor: null });
    const at = world.clock.event;
    const fixId = world.fix.id;
    await runStep(world.ports, TENANT, { type: 'rehearse', at, fixId });
    await runStep(world.ports, TENANT, { type: 'score', at, fixId });
    const scored = await world.ports.fixes.get(TENANT, fixId);
    expect(scored).toMatchObject({ state: 'scored', rehearsal: null });
    expect(scored?.gates.map((gate) => [gate.name, gate.isPassed])).toEqual([['content', true]]);
    expect(await runStep(world.ports, TENANT, { type: 'decide', at, fixId })).toEqual([]);
    expect(['in_review', 'escalated']).toContain((await world.states()).fix);
    expect(world.desk.writes).toEqual([]);
  });

  it('does not pass with personal data in it', async () => {
    const world = await aReport({ state: 'rehearsed', bodyHtml: `${REPORT}<p>Write to ada@fern.example.</p>` });
    await runStep(world.ports, TENANT, { type: 'score', at: world.clock.event, fixId: world.fix.id });
    const gates = (await world.ports.fixes.get(TENANT, world.fix.id))?.gates ?? [];
    expect(gates.filter((gate) => !gate.isPassed).map((gate) => gate.name)).toContain('personal_data');
  });
});

describe('search terms', () => {
  const asTerms = (more: Partial<StoredFix> = {}) =>
    approvedWorld({ kind: 'terms', bodyHtml: BASE, terms: ['payroll'], ...more });

  it('are added to the article as labels, its text unchanged, and read back', async () => {
    const world = await asTerms();
    await world.publish();
    await world.verify();
    expect(await world.states()).toEqual({ fix: 'published', gap: 'published', publication: 'done' });
    expect(world.live()).toMatchObject({ bodyHtml: BASE, labels: expect.arrayContaining(['payroll']) });
    expect(world.desk.writes.filter((write) => write.startsWith('writeArticle'))).toEqual([]);
  });

  it('are rehearsed beside the labels that stand, and pass where nothing is lost', async () => {
    const world = await asTerms({ state: 'drafted' });
    const at = world.clock.event;
    await runStep(world.ports, TENANT, { type: 'rehearse', at, fixId: world.fix.id });
    await runStep(world.ports, TENANT, { type: 'score', at, fixId: world.fix.id });
    const fix = await world.ports.fixes.get(TENANT, world.fix.id);
    expect(fix?.rehearsal?.regressions).toBe(0);
    expect(fix?.gates.every((gate) => gate.isPassed)).toBe(true);
    expect(fix?.articleId).toBe(ARTICLE_ID);
  });

  it('hold no personal data, and are some', () => {
    expect(problemsOf('terms', ['payroll'], [])).toEqual([]);
    expect(problemsOf('terms', ['ada@fern.example'], []).map((p) => p.rule)).toEqual(['personal_data']);
    expect(problemsOf('terms', [], []).map((p) => p.rule)).toEqual(['empty']);
  });

  it('and articles keep every rule that customers’ texts have', () => {
    const promise = [{ rule: 'promise' as const, detail: asWritten('soon') }];
    expect(problemsOf('new_article', [], promise)).toEqual(promise);
    expect(problemsOf('reply_template', [], promise)).toEqual(promise);
    expect(problemsOf('bug_report', [], promise)).toEqual([]);
  });
});
