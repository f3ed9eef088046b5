import { beforeEach, describe, expect, it } from 'vitest';
import { asWritten } from '../../../../shared/said/said.ts';
import { inWords } from '../../../ground/in-words.ts';
import { disputedWorld, OURS, THEIRS } from '../../../loop/advise/disputed.ts';
import type { Approved } from '../../../loop/world/approved.ts';
import { OTHER, TENANT } from '../../../loop/world/world.ts';
import { createSignedIn } from '../../signed-in.ts';

let world: Approved;
let app: ReturnType<typeof createSignedIn>;

/** Kit, who knows best, is the agent `kit`; everybody else who asks is not. */
async function escalated(kit: string): Promise<{ id: string; state: string }> {
  ({ world } = await disputedWorld({}, [kit, '502']));
  app = createSignedIn(world);
  await world.ports.inbox.add(TENANT, [
    { key: 'decide', message: { type: 'decide', at: world.clock.event, fixId: 'f' } },
  ]);
  await world.run();
  const [, view] = await app.as('lead')('GET', '/review/f/escalation');
  return view.question as { id: string; state: string };
}

describe('an escalated decision in the console', () => {
  beforeEach(() => escalated('501'));

  it('says what was tried, why it is unsure, who could answer, and asks the one question', async () => {
    const [status, view, text] = await app.as('lead')('GET', '/review/f/escalation');
    expect([status, inWords(view)]).toMatchObject([
      200,
      {
        fixId: 'f',
        why: expect.stringContaining('Agents disagree'),
        tried: ['It rests on 2 agents and 2 organizations.', expect.stringContaining('past question')],
        whoCouldAnswer: [{ conversations: 2 }, { conversations: 1 }],
        question: { state: 'open', asked: OURS, other: THEIRS },
        mayAnswer: true,
        isForViewer: false,
      },
    ]);
    expect(text).not.toContain('agentId');
    expect((await app.as('admin', OTHER)('GET', '/review/f/escalation'))[0]).toBe(404);
  });

  it('is answered by a lead in their name, and decided anew', async () => {
    const { id } = await questionOf();
    expect((await app.as('lead')('POST', `/questions/${id}/answer`, { answer: 'perhaps' }))[0]).toBe(400);
    expect((await app.as('lead', OTHER)('POST', `/questions/${id}/answer`, { answer: 'yes' }))[0]).toBe(404);
    expect((await app.as('lead')('POST', `/questions/${id}/answer`, { answer: 'yes' }))[1]).toMatchObject({
      question: { state: 'answered', answeredBy: `lead (lead of ${TENANT})` },
    });
    expect(await world.ports.fixes.get(TENANT, 'f')).toMatchObject({ state: 'rehearsed', openQuestions: [] });
    expect(app.woken).toContain(TENANT);
    expect((await app.as('lead')('POST', `/questions/${id}/answer`, { answer: 'no' }))[0]).toBe(409);
  });

  it('is looked at, not answered, by another agent', async () => {
    const { id } = await questionOf();
    expect((await app.as('agent')('GET', '/review/f/escalation'))[1]).toMatchObject({ mayAnswer: false });
    expect((await app.as('agent')('POST', `/questions/${id}/answer`, { answer: 'yes' }))[0]).toBe(403);
    expect((await world.states()).fix).toBe('escalated');
  });

  it('is nothing of a fix that waits for an ordinary decision', async () => {
    await world.ports.fixes.move(TENANT, 'f', ['escalated'], {
      change: { state: 'in_review' },
      activity: { at: 5, actor: 'mend', what: 'review', subject: 'f', reason: asWritten('a test') },
    });
    expect((await app.as('lead')('GET', '/review/f/escalation'))[0]).toBe(404);
  });
});

describe('the agent whom the question is for', () => {
  it('may answer it, also without being a lead', async () => {
    const { id } = await escalated(`agent of ${TENANT}`);
    expect((await app.as('agent')('GET', '/question'))[1]).toEqual({ fixId: 'f' });
    expect((await app.as('lead')('GET', '/question'))[1]).toEqual({ fixId: null });
    expect((await app.as('agent')('GET', '/review/f/escalation'))[1]).toMatchObject({
      mayAnswer: true,
      isForViewer: true,
    });
    expect((await app.as('agent')('POST', `/questions/${id}/answer`, { answer: 'not_sure' }))[1]).toMatchObject({
      question: { state: 'passed' },
    });
    expect(await questionOf()).toMatchObject({ state: 'open' });
    expect((await app.as('agent')('GET', '/question'))[1]).toEqual({ fixId: null });
    expect((await app.as('agent')('GET', '/review/f/escalation'))[1]).toMatchObject({ mayAnswer: false });
  });
});

async function questionOf(): Promise<{ id: string; state: string }> {
  const [, view] = await app.as('lead')('GET', '/review/f/escalation');
  return view.question as { id: string; state: string };
}
