import { beforeEach, describe, expect, it } from 'vitest';
import type { Fix } from '../../../shared/fix.ts';
import { asWritten } from '../../../shared/said/said.ts';
import type { Viewer } from '../../../shared/viewer.ts';
import { MAX_QUESTIONS_A_DAY } from '../../../worker/core/advice/question.ts';
import { recordOutcome } from '../../../worker/loop/advise/record-outcome.ts';
import { NoRights } from '../../../worker/loop/ports/session.ts';
import { withAnswers } from '../../../worker/loop/propose/answered-disputes.ts';
import { nextQuestion, prepareQuestion } from '../../../worker/loop/propose/escalate.ts';
import { questionFor } from '../../../worker/loop/review/question.ts';
import { runStep } from '../../../worker/loop/steps.ts';
import { aFix } from '../../contracts/examples.ts';
import { type Approved, BASE, GAP_ID } from '../world/approved.ts';
import { TENANT } from '../world/world.ts';
import { BODY, disputedWorld, OURS, side, THEIRS } from './disputed.ts';

const KIT: Viewer = { tenant: TENANT, userId: '501', name: 'Kit', role: 'agent', locale: 'en' };
const MIA: Viewer = { ...KIT, userId: '502', name: 'Mia' };
const SOLVED = { isSolved: true, askable: null };

let world: Approved;
beforeEach(async () => {
  ({ world } = await disputedWorld());
  await runStep(world.ports, TENANT, { type: 'decide', at: world.clock.event, fixId: 'f' });
});
const ask = (viewer = KIT, solved: typeof SOLVED | { isSolved: false; askable: null } = SOLVED) =>
  questionFor(world.ports, viewer, 'k1', solved, async () => null);
const answer = async (given: 'yes' | 'no' | 'not_sure', viewer = KIT) => {
  const question = await ask();
  if (!question) throw new Error('nobody is asked');
  const { id: questionId, subject, text } = question;
  return recordOutcome(world.ports, viewer, 'k1', {
    ...{ kind: 'answered', question: 'dispute', questionId, subject, text, answer: given },
  });
};

describe('what agents disagree on, beside a ticket', () => {
  it('is asked of the agent who knows it best, once their ticket is solved, and of nobody else', async () => {
    expect(await ask()).toMatchObject({ kind: 'dispute', text: OURS, other: THEIRS, conversationId: 'k1' });
    expect(await ask(MIA)).toBeNull();
    expect(await ask(KIT, { isSolved: false, askable: null })).toBeNull();
  });

  it('is answered there, and the fix is decided anew', async () => {
    expect(await answer('yes')).toEqual({ isNew: true, isHeeded: true });
    expect(await world.ports.fixes.get(TENANT, 'f')).toMatchObject({ state: 'rehearsed', openQuestions: [] });
    expect(await ask()).toBeNull();
    expect((await world.ports.outcomes.ofPerson(TENANT, await idOfKit(), 0, 9)).map(({ input }) => input.kind)).toEqual(
      ['answered'],
    );
  });

  it('is not answered by who was not asked', async () => {
    await expect(answer('yes', MIA)).rejects.toThrow(NoRights);
    expect((await world.ports.fixes.get(TENANT, 'f'))?.state).toBe('escalated');
  });

  it('is put once a day, within the day’s questions', async () => {
    const question = await ask();
    await recordOutcome(world.ports, KIT, 'k1', { kind: 'shown', questionId: question?.id ?? null });
    expect(await ask()).toBeNull();
    world.clock.event += 25 * 3_600_000;
    expect(await ask()).toEqual(question);
    for (let n = 0; n < MAX_QUESTIONS_A_DAY; n++)
      await recordOutcome(world.ports, KIT, 'k1', { kind: 'shown', questionId: `other-${n}` });
    expect(await ask()).toBeNull();
  });
});

const idOfKit = () => world.ports.identity.personId(TENANT, KIT.userId);
const AGAIN_OURS = 'The file takes 2 hours, so wait.';
const AGAIN_THEIRS = 'The file takes 3 hours, so wait.';
const redraft = (stated: string): Fix => ({
  ...aFix('g'),
  bodyHtml: BASE.replace('Wait a day for the file.', stated),
  openQuestions: [asWritten('Which?')],
  disputes: [{ question: asWritten('Which?'), sides: [side(AGAIN_OURS, ['k1']), side(AGAIN_THEIRS, ['m1'])] }],
});
const drafted = async (fix: Fix) =>
  withAnswers(world.ports, TENANT, fix, BASE, await world.ports.fixes.ofGap(TENANT, GAP_ID));

describe('a dispute that was answered', () => {
  it('is none any more in the next draft, in whichever words', async () => {
    await answer('yes');
    const next = await drafted(redraft(AGAIN_OURS));
    expect(next).toMatchObject({ openQuestions: [], disputes: [], bodyHtml: expect.stringContaining(AGAIN_OURS) });
  });

  it('turns the next draft to what is right, with a turn that says it', async () => {
    await answer('no');
    const next = await drafted({
      ...redraft(OURS),
      disputes: [{ question: asWritten('Which?'), sides: [side(OURS, ['k1']), side(THEIRS, ['m1'])] }],
    });
    expect(next.bodyHtml).toContain(THEIRS);
    expect(next.evidence[0]).toEqual({ conversationId: 'm1', turnId: 'm1-a', quote: THEIRS });
    expect(next.disputes).toEqual([]);
  });

  it('is not asked again of anybody, while another dispute is', async () => {
    await answer('yes');
    const next = (disputes: Fix['disputes']) =>
      aFix('g', {
        gapId: GAP_ID,
        state: 'escalated',
        bodyHtml: BODY,
        baseHtml: BASE,
        ...(disputes ? { disputes } : {}),
      });
    const same = next(redraft(AGAIN_OURS).disputes);
    await world.ports.fixes.add(TENANT, same);
    expect(await prepareQuestion(world.ports, TENANT, same, 9)).toBeNull();
    const other = {
      question: asWritten('Which plan?'),
      sides: [side('It costs 5 €.', ['k1']), side('It costs 9 €.', ['m1'])],
    };
    expect(await prepareQuestion(world.ports, TENANT, next([other]), 9)).toMatchObject({ asked: 'It costs 5 €.' });
  });

  it('goes on to the next who knows in the next draft where one was not sure', async () => {
    await answer('not_sure');
    await world.ports.fixes.move(TENANT, 'f', ['escalated'], {
      change: { state: 'superseded' },
      activity: {
        at: 5,
        actor: 'mend',
        what: 'superseded',
        subject: 'f',
        reason: asWritten('newer evidence gave another draft'),
      },
    });
    const disputes = redraft(AGAIN_OURS).disputes ?? [];
    const next = aFix('g', { gapId: GAP_ID, state: 'escalated', bodyHtml: BODY, baseHtml: BASE, disputes });
    await world.ports.fixes.add(TENANT, next);
    await prepareQuestion(world.ports, TENANT, next, 9);
    expect([
      await nextQuestion(world.ports, TENANT, '501'),
      (await nextQuestion(world.ports, TENANT, '502'))?.fixId,
    ]).toEqual([null, 'g']);
  });
});
