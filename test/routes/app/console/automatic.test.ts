import { beforeEach, describe, expect, it } from 'vitest';
import { DAY_MS } from '../../../../shared/time.ts';
import { anAct } from '../../../contracts/automatic/acts.ts';
import { createWorld, OTHER, TENANT, type World } from '../../../loop/world/world.ts';
import { createSignedIn } from '../../signed-in.ts';

let world: World;
let app: ReturnType<typeof createSignedIn>;
beforeEach(async () => {
  world = await createWorld();
  world.clock.event = 60 * DAY_MS;
  app = createSignedIn(world, []);
  for (const id of [TENANT, OTHER]) {
    await world.ports.automaticActs.begin(id, anAct('ripe', { state: 'dark', at: 50 * DAY_MS }));
    await world.ports.automaticActs.begin(id, anAct('fresh', { state: 'dark', at: 59 * DAY_MS }));
  }
});
const judging = (conversationId: string, isGood = false) => ({ kind: 'answer', conversationId, isGood });

describe('what is done without a person', () => {
  it('is read by leads, with what only a person can judge', async () => {
    expect((await app.as('agent')('GET', '/automatic'))[0]).toBe(403);
    const [status, view] = await app.as('lead')('GET', '/automatic');
    expect([status, view]).toMatchObject([
      200,
      {
        isPublicAllowed: false,
        latest: [
          { conversationId: 'fresh', isAsked: false },
          { conversationId: 'ripe', isAsked: true },
        ],
      },
    ]);
  });

  it('is judged once, of a conversation that is old enough, in the own account alone', async () => {
    expect((await app.as('agent')('POST', '/automatic/judge', judging('ripe')))[0]).toBe(403);
    expect((await app.as('lead')('POST', '/automatic/judge', judging('fresh')))[0]).toBe(400);
    expect((await app.as('lead')('POST', '/automatic/judge', judging('nothing')))[0]).toBe(400);
    expect((await app.as('lead')('POST', '/automatic/judge', judging('ripe')))[0]).toBe(200);
    expect((await app.as('lead')('POST', '/automatic/judge', judging('ripe', true)))[0]).toBe(400);
    const verdicts = await Promise.all(
      [TENANT, OTHER].map((id) => world.ports.automaticActs.get(id, 'answer', 'ripe')),
    );
    expect(verdicts.map((act) => act?.verdict)).toEqual(['bad', 'open']);
  });

  it('is switched on for a named section, and what is not named stays as it is', async () => {
    const put = app.as('admin');
    const answers = { modes: { Exports: 'dark' } };
    expect((await put('PUT', '/policy', { answers }))[0]).toBe(200);
    expect((await put('PUT', '/policy', { routing: { modes: { Exports: 'assign' } } }))[0]).toBe(200);
    expect(await world.ports.tenants.policy(TENANT)).toMatchObject({
      answers,
      routing: { modes: { Exports: 'assign' } },
    });
    expect((await put('PUT', '/policy', { answers: { modes: { Exports: 'always' } } }))[0]).toBe(400);
  });
});
