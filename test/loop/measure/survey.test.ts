import { beforeEach, describe, expect, it } from 'vitest';
import { policySchema } from '../../../shared/policy.ts';
import { DAY_MS, MINUTE_MS } from '../../../shared/time.ts';
import { createSurveyLinks } from '../../../worker/crypto/survey-links.ts';
import { answerSurvey, openSurvey } from '../../../worker/loop/measure/answer-effort.ts';
import { runStep } from '../../../worker/loop/steps.ts';
import { aRaw, observing } from '../world/raw.ts';
import { createWorld, OTHER, stored, TENANT, type World } from '../world/world.ts';

const SOLVED = 10 * MINUTE_MS;
const FIELD = '360001';
const isOn = { effort: { isOn: true, field: FIELD } };

let world: World;
beforeEach(async () => {
  world = await createWorld(isOn);
  world.clock.event = SOLVED;
  world.desk.conversations.set('a', aRaw('a', SOLVED));
});

const solve = async () => {
  const next = await runStep(world.ports, TENANT, observing('a', SOLVED, 'solved'));
  for (const message of next.filter(({ type }) => type === 'ask_effort')) await runStep(world.ports, TENANT, message);
  return next.filter(({ type }) => type === 'ask_effort').length;
};
const token = () => (world.desk.links.get(`a/${FIELD}`) ?? '').slice('https://mend.example/survey/'.length);
const effort = async () => (await world.ports.endings.between(TENANT, 0, Number.MAX_SAFE_INTEGER, 9))[0]?.effort;

describe('the survey of one question', () => {
  it('puts its link into the field once a conversation is solved, and again only where none stands', async () => {
    expect(await solve()).toBe(1);
    const first = token();
    expect(first).not.toBe('');
    world.clock.wall += DAY_MS;
    await runStep(world.ports, TENANT, { type: 'ask_effort', at: SOLVED, conversationId: 'a' });
    expect(token()).toBe(first);
    expect(world.desk.writes).toEqual(['offerLink a']);
  });

  it('asks nobody where no admin switched it on, while Mend observes, and of what was solved long ago', async () => {
    for (const policy of [{}, { ...isOn, isObserving: true }]) {
      await world.ports.tenants.setPolicy(TENANT, policySchema.parse(policy), 'Ada');
      expect(await solve()).toBe(0);
    }
    await world.ports.tenants.setPolicy(TENANT, policySchema.parse(isOn), 'Ada');
    world.clock.event = SOLVED + 3 * DAY_MS;
    await runStep(world.ports, TENANT, { type: 'ask_effort', at: SOLVED, conversationId: 'a' });
    expect(world.desk.writes).toEqual([]);
  });

  it('stores nothing when a link is opened, one answer when it is sent, and no second', async () => {
    await solve();
    const before = stored(world.shelf, TENANT);
    for (let n = 0; n < 3; n++) expect(await openSurvey(world.ports, token())).toMatchObject({ state: 'open' });
    expect(stored(world.shelf, TENANT)).toBe(before);
    expect(await answerSurvey(world.ports, token(), 6)).toMatchObject({ state: 'thanks' });
    expect(await answerSurvey(world.ports, token(), 1)).toMatchObject({ state: 'answered' });
    expect(await openSurvey(world.ports, token())).toMatchObject({ state: 'answered' });
    expect(await effort()).toBe(6);
  });

  it('takes no answer by a link that ran out, that was changed, that is another account’s, or of a key that is not ours', async () => {
    await solve();
    const [body = '', signature = ''] = token().split('.');
    const other = await world.ports.surveys.link({ tenant: OTHER, conversationId: 'a', language: 'en' });
    const forged = createSurveyLinks(new Uint8Array(32).fill(1), 'https://mend.example', () => world.clock.wall);
    const foreign = await forged.link({ tenant: TENANT, conversationId: 'a', language: 'en' });
    const last = (link: string) => link.slice(link.lastIndexOf('/') + 1);
    const changed = `${body.slice(0, -2)}AA.${signature}`;
    for (const wrong of ['', 'x', `${body}.`, `${body}.${signature}.`, changed, last(foreign), last(other)])
      expect([wrong, (await answerSurvey(world.ports, wrong, 1)).state]).toEqual([wrong, 'closed']);
    world.clock.wall += 15 * DAY_MS;
    expect(await answerSurvey(world.ports, token(), 1)).toEqual({ state: 'closed' });
    expect(await effort()).toBeNull();
  });

  it('takes none for a conversation that was erased meanwhile', async () => {
    await solve();
    await world.ports.retention.eraseConversation(TENANT, 'a');
    world.shelf.endings.clear();
    expect(await answerSurvey(world.ports, token(), 4)).toEqual({ state: 'closed' });
  });

  it('has a link short enough for an attribute of Intercom, whatever the address', async () => {
    const links = createSurveyLinks(new Uint8Array(32), `https://${'mend'.repeat(20)}.example.com`, () => Date.now());
    const link = await links.link({
      tenant: 'intercom:abcd1234',
      conversationId: '215473894561230',
      language: 'pt-BR',
    });
    expect(link.length).toBeLessThan(255);
  });
});
