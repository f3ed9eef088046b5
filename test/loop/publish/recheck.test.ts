import { describe, expect, it } from 'vitest';
import { policySchema } from '../../../shared/policy.ts';
import { runStep } from '../../../worker/loop/steps.ts';
import { inWords } from '../../ground/in-words.ts';
import { type Approved, approvedWorld, BASE, TARGET } from '../world/approved.ts';
import { TENANT } from '../world/world.ts';

const MAIL = `${TARGET}<p>Write to ada.lovelace@private.example.</p>`;
const LINK = TARGET.replace('Choose Wages', 'Choose <a href="https://elsewhere.example/x">Wages</a>');

/** Nobody edited the article for so long. */
const RESTED_MS = 24 * 3_600_000;

/** A world that has published this text by itself. */
async function published(bodyHtml: string, actor = 'mend'): Promise<Approved> {
  const world = await approvedWorld({ bodyHtml, actor });
  const autoPublish = { isEnabled: true, categories: ['Guides'] };
  const contentBlocks = { attested: 'none', actor: 'ada', at: 1 };
  await world.ports.tenants.setPolicy(TENANT, policySchema.parse({ autoPublish, contentBlocks }), 'ada');
  const live = world.live();
  if (live) world.desk.articles.set(live.id, { ...live, updatedAt: -RESTED_MS });
  await world.publish();
  expect(world.live()?.bodyHtml).toBe(bodyHtml);
  return world;
}
const isOn = async ({ ports }: Approved) => (await ports.tenants.policy(TENANT)).autoPublish.isEnabled;
const texts = async ({ ports }: Approved) =>
  (await ports.outbox.list(TENANT, 9, null)).filter(({ kind }) => kind === 'automatic.off').map(({ text }) => text);

describe('what was published by itself', () => {
  it.each([
    ['personal data', MAIL],
    ['a link of its own', LINK],
  ])('with %s in it is taken back at once and switches automatic publishing off', async (_, bodyHtml) => {
    const world = await published(bodyHtml);
    await world.verify();
    await world.run();
    expect([world.live()?.bodyHtml, await isOn(world)]).toEqual([BASE, false]);
    expect(inWords(await texts(world))).toEqual([
      expect.stringMatching(/^A check after a publication found in an article: .* A person/),
    ]);
    expect(JSON.stringify(await world.ports.outbox.list(TENANT, 9, null))).not.toContain('lovelace');
  });

  it('is held against the rules for a week, and taken back once', async () => {
    const world = await published(MAIL);
    world.shelf.publications.forEach((row) => {
      row.publication.state = 'done';
    });
    world.shelf.fixes.forEach((row) => {
      row.fix.state = 'published';
    });
    await world.ports.gaps.setState(TENANT, 'gap', 'published', 1);
    const asked = () => world.activity().filter((what) => what === 'rollback asked').length;
    for (let hour = 0; hour < 3; hour++) await runStep(world.ports, TENANT, { type: 'watch', at: world.clock.event });
    expect([asked(), await isOn(world), (await texts(world)).length]).toEqual([1, false, 1]);
    await world.run();
    expect(world.live()?.bodyHtml).toBe(BASE);
  });

  it('and is clean, or approved by a person, stands', async () => {
    for (const world of [await published(TARGET), await published(MAIL, 'ada')]) {
      await world.verify();
      await world.run();
      expect([(await world.states()).publication, await isOn(world)]).toEqual(['done', true]);
    }
  });
});
