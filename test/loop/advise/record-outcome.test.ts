import { beforeAll, describe, expect, it } from 'vitest';
import type { Advice, OutcomeInput } from '../../../shared/advice.ts';
import type { StoredFix } from '../../../shared/gap.ts';
import { asWritten } from '../../../shared/said/said.ts';
import type { Viewer } from '../../../shared/viewer.ts';
import { isHelpKnown } from '../../../worker/core/issues/staff-verdicts.ts';
import { advise } from '../../../worker/loop/advise/advise.ts';
import { checkDraft } from '../../../worker/loop/advise/check-draft.ts';
import { recordOutcome } from '../../../worker/loop/advise/record-outcome.ts';
import { Invalid, NotFound } from '../../../worker/loop/ports/errors.ts';
import { Moved } from '../../../worker/loop/review/decide-by-person.ts';
import { runStep } from '../../../worker/loop/steps.ts';
import { OTHER, stored, TENANT, type World } from '../world/world.ts';
import { asks, learnedWorld } from './advised.ts';

const ADA: Viewer = { tenant: TENANT, userId: '1', name: 'Ada', role: 'agent', locale: 'en-US' };
const BO = { ...ADA, userId: '2', name: 'Bo' };
const IMPORT = 'How do I import our staff from a spreadsheet, and what must the columns be?';

describe('what a person does with advice', { timeout: 30_000 }, () => {
  let world: World;
  let advice: Advice;
  const doing = (input: OutcomeInput, who = ADA, id = 'i1') => recordOutcome(world.ports, who, id, input);
  const look = async (id = 'i1') => (await advise(world.ports, TENANT, id, ADA)).articles[0];
  const voices = async (key: number) => {
    const { learned } = await world.ports.memory.load(TENANT, 'en');
    const line = learned.articles.get('110')?.lines.find((one) => one.key === key);
    return { right: line?.right?.length ?? 0, wrong: line?.wrong?.length ?? 0 };
  };
  beforeAll(async () => {
    world = await learnedWorld();
    for (const id of ['i1', 'i2']) asks(world, id, IMPORT);
    advice = await advise(world.ports, TENANT, 'i1', ADA);
    await world.run();
  }, 30_000);

  it('is stored once, shows in the activity, and is one voice a person on a sentence', async () => {
    const { statements } = await sentencesOf();
    const line = statements[2]?.key ?? 0;
    const doubt: OutcomeInput = { kind: 'fix_article', articleId: '110', line, says: '500 rows', wrote: '2,000 rows' };
    expect([await doing(doubt), await doing(doubt)]).toEqual([
      { isNew: true, isHeeded: true },
      { isNew: false, isHeeded: false },
    ]);
    expect(world.activity().filter((what) => what === 'article doubted').length).toBe(1);
    await doing(doubt, ADA, 'i2');
    await doing(doubt, BO);
    await world.run();
    expect(await voices(line)).toEqual({ right: 0, wrong: 2 });
    expect(await look()).toMatchObject({ why: { saidWrong: 2 } });
    await doing({ ...doubt, kind: 'fix_reply' }, BO);
    await world.run();
    expect(await voices(line)).toEqual({ right: 1, wrong: 1 });
  });

  it('survives a snapshot and an isolate that forgets', async () => {
    const { statements } = await sentencesOf();
    await world.ports.memory.snapshot(TENANT, 'en');
    world.ports.memory.drop(TENANT);
    expect(await voices(statements[2]?.key ?? 0)).toEqual({ right: 1, wrong: 1 });
  });

  it('is learned from once, however often the step runs', async () => {
    await doing({ kind: 'linked', articleId: '110' });
    const { learned } = await world.ports.memory.load(TENANT, 'en');
    const [outcome] = (await world.ports.outcomes.ofConversation(TENANT, 'i1')).filter((o) => o.subject === '110');
    await world.run();
    const before = stored(world.shelf, TENANT);
    await runStep(world.ports, TENANT, { type: 'apply_outcome', at: outcome?.at ?? 0, outcomeId: outcome?.id ?? '' });
    expect(stored(world.shelf, TENANT)).toBe(before);
    expect(learned.articles.get('110')?.helped?.length).toBe(1);
    expect(isHelpKnown(learned, { articleId: 'gone', asked: [], ref: 1 })).toBe(true);
  });

  it('makes an article that helped fit better the next time', async () => {
    const question = 'Where can I see who is on the rota while I am away?';
    asks(world, 'h1', question);
    const share = async () => {
      const { learned } = await world.ports.memory.load(TENANT, 'en');
      const { suggest } = await import('../../../worker/core/learning/learned.ts');
      return suggest(learned, question).find((s) => s.articleId === '102')?.score ?? 0;
    };
    await advise(world.ports, TENANT, 'h1', ADA);
    await world.run();
    const before = await share();
    await doing({ kind: 'linked', articleId: '102' }, ADA, 'h1');
    await world.run();
    expect(await share()).toBeGreaterThan(before);
  });

  it('weighs on the fix that waits: who denies makes it an open question, who confirms lifts it', async () => {
    const [gap] = (await world.ports.gaps.list(TENANT, ['in_review', 'escalated'])).filter(
      (g) => g.cause === 'missing',
    );
    const fixNow = async () => (await world.ports.fixes.ofGaps(TENANT, [gap?.id ?? ''], ['in_review', 'escalated']))[0];
    await passed(await fixNow());
    const before = await fixNow();
    const answered = (answer: 'yes' | 'no', who: Viewer, id: string) =>
      doing(
        {
          kind: 'answered',
          questionId: `q-${id}`,
          question: 'step_missing',
          subject: { articleId: null, line: 1, gapId: gap?.id ?? '' },
          text: 'Turn on Calendar feed.',
          answer,
        },
        who,
        id,
      );
    await answered('no', ADA, 'i1');
    await world.run();
    expect(await fixNow()).toMatchObject({ answers: { confirmed: 0, denied: 1 } });
    expect((await fixNow())?.openQuestions.length).toBe((before?.openQuestions.length ?? 0) + 1);
    expect((await fixNow())?.rawConfidence).toBeLessThan(0.95);
    const denied = (await fixNow())?.rawConfidence;
    await answered('yes', BO, 'i1');
    await answered('yes', ADA, 'i2');
    await world.run();
    const after = await fixNow();
    expect([after?.answers, after?.openQuestions]).toEqual([{ confirmed: 2, denied: 0 }, before?.openQuestions]);
    expect(after?.rawConfidence).toBeGreaterThan(denied ?? 1);
  });

  it('keeps no person that somebody names in a flag', async () => {
    await doing({
      kind: 'flagged',
      articleId: '110',
      line: null,
      reason: 'wrong, ask jo.doe@acme.example or +49 151 23456789',
    });
    const flag = (await world.ports.outcomes.about(TENANT, ['110'], 0)).find((o) => o.input.kind === 'flagged');
    expect(JSON.stringify(flag)).not.toMatch(/jo\.doe|23456789/);
    expect(await look()).toMatchObject({ why: { saidWrong: expect.any(Number) } });
  });

  it('is refused for what this tenant has not, what moved on, and a flag that says nothing', async () => {
    const flag = (more: object) => doing({ kind: 'flagged', articleId: '110', line: null, reason: 'old', ...more }, BO);
    await expect(doing({ kind: 'linked', articleId: '110' }, { ...ADA, tenant: OTHER })).rejects.toThrow(NotFound);
    await expect(doing({ kind: 'linked', articleId: '110' }, ADA, 'no such one')).rejects.toThrow(NotFound);
    await expect(flag({ articleId: '999' })).rejects.toThrow(NotFound);
    await expect(flag({ line: 12345 })).rejects.toThrow(Moved);
    await expect(flag({ reason: '  ' })).rejects.toThrow(Invalid);
    expect(stored(world.shelf, OTHER)).not.toContain('linked');
  });

  it('asks one question after solving, and not the same again, and no more than a few a day', async () => {
    const solved = (id: string) => advise(world.ports, TENANT, id, ADA, true);
    const { question } = await solved('i1');
    expect(question).toMatchObject({
      kind: 'statement_right',
      conversationId: 'i1',
      articleTitle: advice.articles[0]?.title,
    });
    await doing({ kind: 'shown', questionId: question?.id ?? '' });
    expect((await solved('i1')).question).toBeNull();
    expect((await solved('i2')).question).not.toBeNull();
    for (const n of [1, 2]) await doing({ kind: 'shown', questionId: `other-${n}` });
    expect((await solved('i2')).question).toBeNull();
    expect((await advise(world.ports, TENANT, 'i2', BO, true)).question).not.toBeNull();
  });

  it('is not asked in the middle of work, but of what was solved before at the next conversation opened', async () => {
    const eve = { ...ADA, userId: '5' };
    const raw = asks(world, 'e1', IMPORT);
    await advise(world.ports, TENANT, 'e1', eve);
    await doing({ kind: 'shown', questionId: null }, eve, 'e1');
    expect((await advise(world.ports, TENANT, 'e1', eve)).question).toBeNull();
    const at = world.clock.event + 10;
    const turn = {
      id: 'e1-2',
      author: 'agent',
      authorId: '5',
      text: 'Open People.',
      html: null,
      isPublic: true,
      at,
    } as const;
    const solved: typeof raw = { ...raw, state: 'solved', solvedAt: at, updatedAt: at, turns: [...raw.turns, turn] };
    world.desk.conversations.set('e1', solved);
    world.clock.event = at;
    await world.tell({ type: 'observe', at, conversationId: 'e1', moment: 'solved' });
    await world.run();
    asks(world, 'e2', 'How do I approve a request for time off?');
    expect((await advise(world.ports, TENANT, 'e2', eve)).question).toMatchObject({ conversationId: 'e1' });
    const onlooker = { ...ADA, userId: '6' };
    await doing({ kind: 'shown', questionId: null }, onlooker, 'e1');
    expect((await advise(world.ports, TENANT, 'e2', onlooker)).question).toBeNull();
  });

  it('finds what a draft says otherwise than an article, and nothing in what agrees or asks', async () => {
    const { statements } = await sentencesOf();
    expect(statements.length).toBeGreaterThan(3);
    const check = (text: string) => checkDraft(world.ports, TENANT, text, ['110', '109', 'unknown']);
    const { learned } = await world.ports.memory.load(TENANT, 'en');
    const lines = learned.articles.get('108')?.lines.flatMap((line) => line.text ?? []) ?? [];
    const found = await checkDraft(world.ports, TENANT, `Hi!\n${lines[0]?.replace(/\d+/, '93')}`, ['108']);
    expect(found).toMatchObject([{ articleId: '108', statement: lines[0], wrote: expect.stringContaining('93') }]);
    expect(await checkDraft(world.ports, TENANT, `Hi!\n${lines[0]}`, ['108'])).toEqual([]);
    expect([await check(''), await check('Does a file hold up to 900 rows?')]).toEqual([[], []]);
    expect(await check('A file can hold up to 2,000 rows.')).toEqual([]);
  });

  /** The fix as it stands where every check passed, so that its confidence is not 0 whatever is answered. */
  async function passed(fix: StoredFix | undefined) {
    if (!fix) throw new Error('no fix waits');
    const change = {
      state: fix.state,
      gates: [{ name: 'content', isPassed: true, detail: asWritten('') }],
      rawConfidence: 0.5,
    };
    const activity = { at: 1, actor: 'a test', what: 'passed', subject: fix.id, reason: asWritten('') };
    await world.ports.fixes.move(TENANT, fix.id, [fix.state], { change, activity });
  }

  async function sentencesOf() {
    const { statementsIn } = await import('../../../worker/core/advice/article-statements.ts');
    return { statements: statementsIn(world.desk.articles.get('110')?.bodyHtml ?? '') };
  }
});
