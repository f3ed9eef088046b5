import { beforeEach, describe, expect, it, vi } from 'vitest';
import { policySchema } from '../../../shared/policy.ts';
import { isAutomaticStopped } from '../../../worker/loop/switches/stop-automatic.ts';
import { aFix, anArticle, aPublication } from '../../contracts/examples.ts';
import { type Approved, approvedWorld, BASE, TARGET } from '../world/approved.ts';
import { TENANT } from '../world/world.ts';

let world: Approved;
beforeEach(async () => {
  world = await approvedWorld({ actor: 'ada' });
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  await world.ports.tenants.setPolicy(TENANT, policySchema.parse({ autoPublish: { isEnabled: true } }), 'ada');
});

/** So many publications that stand, each of an article of its own that was read since. */
async function published(count: number, by: string): Promise<string[]> {
  const ids = Array.from({ length: count }, (_, n) => `9${n}`);
  for (const id of ids) {
    const after = { title: `Files ${id}`, bodyHtml: TARGET };
    world.desk.articles.set(id, anArticle(id, after));
    await world.ports.articles.put(TENANT, [anArticle(id, after)], 'published');
    await world.ports.fixes.add(TENANT, aFix(`f${id}`, { state: 'published', rawConfidence: 0.9 }));
    const before = { ...after, bodyHtml: BASE };
    const stands = { state: 'done' as const, articleId: id, fixId: `f${id}`, by, before, after };
    await world.ports.publications.intend(TENANT, aPublication(id, stands));
  }
  return ids;
}

/** A person edits an article at the helpdesk, and the next poll sees it. */
async function edits(id: string, bodyHtml: string, more: object = {}): Promise<void> {
  world.clock.event += 60_000;
  const live = world.desk.articles.get(id) ?? anArticle(id);
  world.desk.articles.set(id, { ...live, bodyHtml, updatedAt: world.clock.event, updatedBy: 'kit', ...more });
  await world.tell({ type: 'refresh', at: world.clock.event });
  await world.run();
}
const isOn = async () => (await world.ports.tenants.policy(TENANT)).autoPublish.isEnabled;
const stateOf = async (id: string) => [
  (await world.ports.publications.get(TENANT, id))?.state,
  (await world.ports.fixes.get(TENANT, `f${id}`))?.state,
];

describe('what a person takes out at the helpdesk', () => {
  it('is taken back: it counts so in what is earned, and the second within a week switches automatic publishing off', async () => {
    const [first = '', second = ''] = await published(2, 'ada');
    await edits(first, BASE);
    expect(await stateOf(first)).toEqual(['rolled_back', 'rolled_back']);
    expect((await world.ports.fixes.history(TENANT)).find((past) => past.id === `f${first}`)?.outcome).toBe('reverted');
    expect(await isOn()).toBe(true);
    await edits(second, BASE);
    expect(await isOn()).toBe(false);
    expect(await isAutomaticStopped(world.ports)).toBe(false);
  });

  it('of what nobody approved counts for all accounts too', async () => {
    for (const id of await published(3, 'mend')) await edits(id, BASE);
    expect(await isAutomaticStopped(world.ports)).toBe(true);
  });

  it('is nobody’s where a write of ours did, that a poll found before it was read back', async () => {
    const [id = ''] = await published(1, 'mend');
    const after = { title: `Files ${id}`, bodyHtml: BASE };
    await world.ports.publications.intend(
      TENANT,
      aPublication('next', { state: 'sent', articleId: id, fixId: 'n', after }),
    );
    await edits(id, `${BASE} `);
    expect(await stateOf(id)).toEqual(['done', 'published']);
    expect((await world.ports.outbox.list(TENANT, 9, null)).map((notice) => notice.kind)).toEqual([]);
  });

  it('in part, or in a translation, or with the article, leaves the publication as it is', async () => {
    const [part = '', other = '', gone = ''] = await published(3, 'mend');
    await edits(part, TARGET.replace('<p>Choose Wages.</p>', ''));
    await edits(other, '<p>Anders.</p>', { locale: 'de' });
    world.desk.articles.delete(gone);
    await edits('1', BASE);
    for (const id of [part, other, gone]) expect(await stateOf(id)).toEqual(['done', 'published']);
    expect(await isOn()).toBe(true);
  });

  it('is not told of a later edit, where something else had taken its place before', async () => {
    const [id = ''] = await published(1, 'mend');
    const newer = anArticle(id, { title: `Files ${id}`, bodyHtml: '<p>Ask Ines.</p>', updatedAt: 20 });
    await world.ports.articles.put(TENANT, [newer], 'published');
    await edits(id, '<p>Ask Kit.</p>');
    expect(await stateOf(id)).toEqual(['done', 'published']);
  });
});
