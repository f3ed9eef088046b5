import { beforeEach, describe, expect, it } from 'vitest';
import type { StoredFix } from '../../../shared/gap.ts';
import { asWritten } from '../../../shared/said/said.ts';
import { escalation, escalations, nextQuestion, prepareQuestion } from '../../../worker/loop/propose/escalate.ts';
import { answerQuestion } from '../../../worker/loop/review/answer.ts';
import { runStep } from '../../../worker/loop/steps.ts';
import { inWords } from '../../ground/in-words.ts';
import { BODY, dispute, disputedWorld, OURS, side, THEIRS } from '../advise/disputed.ts';
import { type Approved, GAP_ID } from '../world/approved.ts';
import { aRaw } from '../world/raw.ts';
import { OTHER, stored, TENANT } from '../world/world.ts';

let world: Approved;
let kit: string;
let mia: string;

async function disputed(more: Partial<StoredFix> = {}): Promise<void> {
  ({ world, kit, mia } = await disputedWorld(more));
}
beforeEach(() => disputed());
const decide = () => runStep(world.ports, TENANT, { type: 'decide', at: world.clock.event, fixId: 'f' });
const questionOf = async (agent = '501') => nextQuestion(world.ports, TENANT, agent);
const answer = async (given: 'yes' | 'no' | 'not_sure', agent = '501') =>
  answerQuestion(world.ports, TENANT, (await questionOf(agent))?.id ?? 'none', given, 'kit');
const queued = async () =>
  (await world.ports.inbox.due(TENANT, world.clock.event, world.clock.wall, 20)).map(({ message }) => message.type);

describe('what two agents disagree on', () => {
  it('is one prepared question for the agent who knows the issue best, once, and theirs alone', async () => {
    await decide();
    expect(inWords(await questionOf())).toMatchObject({
      ...{ fixId: 'f', state: 'open', agentId: kit, asked: OURS, other: THEIRS },
      text: `Is this right: “${OURS}”? Others say: “${THEIRS}”.`,
    });
    const before = stored(world.shelf, TENANT);
    await decide();
    expect(stored(world.shelf, TENANT)).toBe(before);
    expect([await questionOf('502'), await nextQuestion(world.ports, OTHER, '501')]).toEqual([null, null]);
    expect(await questionOf()).toEqual(await questionOf());
  });

  it('answered yes is settled: the fix is scored and decided anew without it', async () => {
    await decide();
    expect(await answer('yes')).toMatchObject({ state: 'answered', answer: 'yes', answeredBy: 'kit' });
    expect(await world.ports.fixes.get(TENANT, 'f')).toMatchObject({
      state: 'rehearsed',
      openQuestions: [],
      disputes: [],
    });
    await world.run();
    const fix = await world.ports.fixes.get(TENANT, 'f');
    expect(fix?.reason).not.toContain('disagree');
    expect(fix?.decision).not.toBeNull();
    expect(await questionOf()).toBeNull();
  });

  it('answered no is turned: the other statement stands in its place, with the turns that say it', async () => {
    await decide();
    await answer('no');
    const [old, turned, ...rest] = await world.ports.fixes.ofGap(TENANT, GAP_ID);
    expect([old?.state, rest]).toEqual(['superseded', []]);
    expect(turned).toMatchObject({
      state: 'drafted',
      bodyHtml: BODY.replace(OURS, THEIRS),
      openQuestions: [],
      disputes: [],
    });
    expect(turned?.evidence[0]).toEqual({ conversationId: 'm1', turnId: 'm1-a', quote: THEIRS });
    expect(await queued()).toContain('rehearse');
  });

  it('answered no in favour of what the article says rejects the fix, and the finding is settled', async () => {
    await disputed(dispute([side(OURS, ['k1']), side('Wait a day for the file.', [], '77')]));
    await decide();
    await answer('no');
    expect(await world.states()).toMatchObject({ fix: 'rejected', gap: 'rejected' });
    expect(await queued()).toContain('settle');
  });

  it('answered no with words that nobody is known to have said waits for a person to word it', async () => {
    await disputed(dispute([side(OURS, ['k1']), side('Wait 9 hours for the file.', ['m1'])]));
    await decide();
    await answer('no');
    expect(inWords(await world.ports.fixes.get(TENANT, 'f'))).toMatchObject({
      state: 'escalated',
      bodyHtml: BODY,
      reason: expect.stringContaining('word it'),
    });
  });

  it('is put to the next who knows where one is not sure, and to nobody when all were asked', async () => {
    await decide();
    await answer('not_sure');
    expect([await questionOf(), (await questionOf('502'))?.agentId]).toEqual([null, mia]);
    await answer('not_sure', '502');
    expect([await questionOf('502'), (await world.states()).fix]).toEqual([null, 'escalated']);
  });

  it('is answered once: the same again changes nothing, another is refused, and so is one on a decided fix', async () => {
    await decide();
    const question = (await questionOf())!;
    const give = (given: 'yes' | 'no', tenant = TENANT) =>
      answerQuestion(world.ports, tenant, question.id, given, 'kit');
    await expect(give('yes', OTHER)).rejects.toThrow('question');
    await give('yes');
    const before = stored(world.shelf, TENANT);
    await give('yes');
    expect(stored(world.shelf, TENANT)).toBe(before);
    await expect(give('no')).rejects.toThrow('answered already');

    await disputed();
    await decide();
    const late = (await questionOf())!;
    await world.ports.fixes.move(TENANT, 'f', ['escalated'], {
      change: { state: 'rejected' },
      activity: { at: 5, actor: 'ada', what: 'rejected', subject: 'f', reason: asWritten('no') },
    });
    expect(await questionOf()).toBeNull();
    await expect(answerQuestion(world.ports, TENANT, late.id, 'yes', 'kit')).rejects.toThrow('decided meanwhile');
    expect((await world.states()).fix).toBe('rejected');
  });

  it('is nothing where a fix is escalated for another reason', async () => {
    await disputed({ openQuestions: [], disputes: [] });
    expect(await prepareQuestion(world.ports, TENANT, (await world.ports.fixes.get(TENANT, 'f'))!, 5)).toBeNull();
  });
});

describe('an escalation', () => {
  it('carries its whole context, and names who could answer as the helpdesk knows them', async () => {
    await decide();
    const raw = aRaw('k1', 600_000);
    world.desk.conversations.set('k1', {
      ...raw,
      people: [...raw.people, { id: '501', role: 'agent', name: 'Kit Moss', email: null, phone: null }],
    });
    const one = await escalation(world.ports, TENANT, 'f');
    expect(inWords(one)).toMatchObject({
      fix: { id: 'f', articleId: '77' },
      gap: { id: GAP_ID, people: 3 },
      why: expect.stringContaining('Agents disagree'),
      evidence: [{ conversationId: 'k1', quote: OURS }],
      question: { state: 'open', agentId: kit },
    });
    expect(inWords(one.tried)).toEqual([
      'It rests on 2 agents and 2 organizations.',
      'Tried on 4 past questions: 2 answered better, 0 worse.',
    ]);
    expect(one.whoCouldAnswer).toEqual([
      { agentId: kit, name: 'Kit Moss', conversations: 2 },
      { agentId: mia, name: null, conversations: 1 },
    ]);
    expect([(await escalations(world.ports, TENANT)).length, await escalations(world.ports, OTHER)]).toEqual([1, []]);
    await expect(escalation(world.ports, OTHER, 'f')).rejects.toThrow('escalation f');
  });
});
