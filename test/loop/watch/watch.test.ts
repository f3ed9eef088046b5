import { beforeEach, describe, expect, it } from 'vitest';
import { policySchema } from '../../../shared/policy.ts';
import { DAY_MS } from '../../../shared/time.ts';
import { askRollback } from '../../../worker/loop/publish/ask-rollback.ts';
import { runStep } from '../../../worker/loop/steps.ts';
import { anArticle, anEntry, anObservation, aPublication } from '../../contracts/examples.ts';
import { inWords } from '../../ground/in-words.ts';
import { type Approved, approvedWorld, BASE, TARGET } from '../world/approved.ts';
import { TENANT } from '../world/world.ts';

const PUBLISHED_AT = 60 * DAY_MS;

let world: Approved;
beforeEach(async () => {
  world = await approvedWorld();
  await world.publish();
  await world.verify();
  for (const { publication } of world.shelf.publications.values()) publication.at = PUBLISHED_AT;
  world.clock.event = PUBLISHED_AT + 30 * DAY_MS;
});

/** So many customers a day whom knowledge did not serve: of the issue that was healed, and of another. */
async function asked(issue: string, from: number, days: number, perDay: number): Promise<void> {
  for (let n = 0; n < days * perDay; n++) {
    const id = `${issue}-${from}-${n}`;
    const at = from + Math.floor((n * DAY_MS) / perDay);
    const observation = anObservation(id, { at, issueId: issue, requesterId: id, diagnosis: 'incomplete' });
    const head = await world.ports.learningLog.head(TENANT);
    await world.ports.observations.record(TENANT, {
      observation,
      conversation: null,
      entries: [anEntry(head + 1, 'nobody')],
      gaps: [],
    });
  }
}
const watch = () => runStep(world.ports, TENANT, { type: 'watch', at: world.clock.event });
const told = async () => (await world.ports.outbox.list(TENANT, 99, null)).map(({ kind }) => kind).reverse();

describe('a publication after which customers fare worse', () => {
  beforeEach(async () => {
    await asked('issue', PUBLISHED_AT - 20 * DAY_MS, 20, 2);
    await asked('other', PUBLISHED_AT - 20 * DAY_MS, 20, 6);
    await asked('issue', PUBLISHED_AT, 20, 6);
    await asked('other', PUBLISHED_AT, 20, 6);
  });

  it('is taken back by itself, its category publishes nothing more, and people are told both', async () => {
    expect(world.live()?.bodyHtml).toBe(TARGET);
    await watch();
    await world.run();
    expect(world.live()?.bodyHtml).toBe(BASE);
    expect((await world.ports.tenants.policy(TENANT)).stoppedCategories).toEqual(['Guides']);
    expect(await told()).toEqual(['publication.done', 'category.tripped', 'publication.reverted']);
    const [reverted] = await world.ports.outbox.list(TENANT, 1, null);
    expect(inWords(reverted?.text)).toBe(
      '“Export” stands as it was before: its change was taken back because customers fared worse with it.',
    );
  });

  it('is told once, however often one looks', async () => {
    for (let i = 0; i < 3; i++) {
      await watch();
      await world.run();
    }
    expect((await told()).length).toBe(3);
  });
});

describe('a publication after which nothing is worse', () => {
  it('stands, and nothing is told', async () => {
    await asked('issue', PUBLISHED_AT - 20 * DAY_MS, 20, 2);
    await asked('other', PUBLISHED_AT - 20 * DAY_MS, 20, 6);
    await asked('issue', PUBLISHED_AT, 10, 2);
    await asked('other', PUBLISHED_AT, 10, 6);
    await watch();
    await world.run();
    expect([world.live()?.bodyHtml, await told()]).toEqual([TARGET, ['publication.done']]);
  });
});

describe('two publications taken back within a week', () => {
  it('switch automatic publishing off, and people are told', async () => {
    await world.ports.tenants.setPolicy(TENANT, policySchema.parse({ autoPublish: { isEnabled: true } }), 'ada');
    const after = { title: 'Files', bodyHtml: TARGET };
    world.desk.articles.set('78', anArticle('78', after));
    const second = aPublication('second', {
      state: 'done',
      articleId: '78',
      before: { ...after, bodyHtml: BASE },
      after,
    });
    const [first] = await world.ports.publications.list(TENANT);
    await world.ports.publications.intend(TENANT, second);
    for (const id of [first?.id ?? '', second.id]) {
      expect(await told()).not.toContain('automatic.off');
      await askRollback(world.ports, TENANT, id, 'ada', 'wrong');
      await world.run();
    }
    expect((await world.ports.tenants.policy(TENANT)).autoPublish.isEnabled).toBe(false);
    expect(await told()).toContain('automatic.off');
  });
});
