import { beforeEach, describe, expect, it } from 'vitest';
import { policySchema } from '../../../shared/policy.ts';
import { MINUTE_MS } from '../../../shared/time.ts';
import type { RawConversation } from '../../../worker/loop/ports/helpdesk.ts';
import { setStopForAll } from '../../../worker/loop/switches/stop-all.ts';
import { setAutomaticStop } from '../../../worker/loop/switches/stop-automatic.ts';
import { aRaw, observing } from '../world/raw.ts';
import type { World } from '../world/world.ts';
import {
  actIn,
  answeringWorld,
  answersIn,
  ask,
  asks,
  earn,
  liveIn,
  NOW,
  policyOf,
  QUESTION,
  setPolicy,
} from './answering.ts';

let world: World;
beforeEach(async () => {
  world = await answeringWorld();
});

describe('a question that an article answers', () => {
  it('is left to people where the policy says nothing, and costs nothing', async () => {
    await ask(world);
    expect([await actIn(world), answersIn(world)]).toEqual([null, 0]);
  });

  it('is answered in the dark until its category has earned more, then in public, with the article’s words alone', async () => {
    await setPolicy(world, policyOf('public'));
    await ask(world);
    expect([(await actIn(world))?.state, answersIn(world)]).toEqual(['dark', 0]);
    await earn(world);
    world.desk.conversations.set('two', asks('two', QUESTION, NOW + 1));
    world.clock.event = NOW + 1;
    await world.tell(observing('two', NOW + 1, 'opened'));
    await world.run();
    expect([(await actIn(world, 'two'))?.state, answersIn(world)]).toEqual(['done', 1]);
    const [opening, ...rest] = (await actIn(world, 'two'))?.said.split('\n\n') ?? [];
    expect(opening).toMatch(/machine.*reply to this message: a person/);
    const article = world.desk.articles.get('100')!;
    const allowed = `${article.bodyHtml} ${article.title}: ${article.url}`.replace(/<[^>]+>/g, '\n');
    for (const line of rest.join('\n').split('\n')) expect(allowed).toContain(line);
  });

  it('stays in the dark where the deployment lets nothing be answered in public', async () => {
    await setPolicy(world, policyOf('public'));
    await earn(world);
    delete world.ports.publicAnswers;
    await ask(world);
    expect([(await actIn(world))?.state, answersIn(world)]).toEqual(['dark', 0]);
  });

  it('may be told to the agent alone, without a right to be earned', async () => {
    await setPolicy(world, policyOf('note'));
    await ask(world);
    expect([(await actIn(world))?.state, liveIn(world).turns.at(-1)?.isPublic]).toEqual(['done', false]);
  });

  it.each<[string, () => Promise<unknown>]>([
    ['the account is stopped', () => setPolicy(world, { ...policyOf('public'), isStopped: true })],
    ['the account observes', () => setPolicy(world, { ...policyOf('public'), isObserving: true })],
    ['the category is stopped', () => setPolicy(world, { ...policyOf('public'), stoppedCategories: ['Reports'] })],
    ['every account is stopped', () => setStopForAll(world.ports, true, 'op', 'x')],
    ['automatic work is stopped everywhere', () => setAutomaticStop(world.ports, true, 'op', 'x')],
    ['a switch can’t be read', () => world.ports.cursors.set('*', 'automatic_publishing', '{')],
  ])('is not written to the helpdesk while %s', async (_, stop) => {
    await setPolicy(world, policyOf('public'));
    await earn(world);
    await stop();
    await ask(world);
    expect([(await actIn(world))?.state, answersIn(world)]).toEqual(['dark', 0]);
  });
});

describe('a person answers', () => {
  beforeEach(async () => {
    await setPolicy(world, policySchema.parse({ ...policyOf('public'), criticalSegments: { plan: ['Enterprise'] } }));
    await earn(world);
  });
  const agentTurn = { ...aRaw('x').turns[1]!, at: NOW - MINUTE_MS };
  const asked = asks('new', QUESTION, NOW - 2 * MINUTE_MS).turns[0]!;

  it.each<[string, string, Partial<RawConversation>]>([
    ['who was asked for', 'I want to speak to a human. How do I export the wages of a month?', {}],
    ['an angry customer', 'This is ridiculous and unacceptable!!! How do I export the wages of a month?', {}],
    ['what touches money', 'How do I export the wages of a month and get a refund of my invoice?', {}],
    ['what touches a card of theirs', 'Card 4111 1111 1111 1111. How do I export the wages of a month?', {}],
    ['what no article says', 'How do I paint the roof of the shop with a drone?', {}],
    ['what the helpdesk itself keeps from machines', QUESTION, { noAnswer: 'copied' }],
    ['a private group', QUESTION, { restrictedTo: 'group/7' }],
    ['a critical customer', QUESTION, { segment: { Plan: 'enterprise' } }],
    ['after a person’s word', QUESTION, { turns: [asked, agentTurn] }],
    ['after another machine’s word', QUESTION, { turns: [asked, { ...agentTurn, author: 'bot' }] }],
    ['a note among the team', QUESTION, { turns: [asked, { ...agentTurn, isPublic: false }] }],
    ['what came back', QUESTION, { reopenedAt: [NOW - MINUTE_MS] }],
  ])('%s', async (_, text, more) => {
    await ask(world, text, more);
    expect([await actIn(world), answersIn(world)]).toEqual([null, 0]);
  });

  it('where the helpdesk does not tell whether a machine may speak', async () => {
    const { noAnswer: _, ...raw } = asks('new', QUESTION, NOW);
    world.desk.conversations.set('new', raw);
    await world.tell(observing('new', NOW, 'opened'));
    await world.run();
    expect([await actIn(world), answersIn(world)]).toEqual([null, 0]);
  });

  it('a third question of one person in a day', async () => {
    for (const id of ['one', 'two', 'three']) {
      const requester = { ...aRaw('x').requester, id: 'customer same' };
      const raw = asks(id, QUESTION, NOW, { requester });
      world.desk.conversations.set(id, { ...raw, turns: [{ ...raw.turns[0]!, authorId: requester.id }] });
      await world.tell(observing(id, NOW, 'opened'));
    }
    await world.run();
    expect(answersIn(world)).toBe(2);
  });
});
