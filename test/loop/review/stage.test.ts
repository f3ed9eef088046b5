import { beforeEach, describe, expect, it } from 'vitest';
import { Invalid } from '../../../worker/loop/ports/errors.ts';
import type { ArticleStaging } from '../../../worker/loop/ports/helpdesk.ts';
import { approve, Moved, Refused, type Seen } from '../../../worker/loop/review/decide-by-person.ts';
import { adoptStaged, restage, stageFix, stageSeen } from '../../../worker/loop/review/stage.ts';
import { type Approved, ARTICLE_ID, approvedWorld, BASE, TARGET } from '../world/approved.ts';
import { OTHER, TENANT } from '../world/world.ts';

let world: Approved;
let seen: Seen;
let draft: { title: string; bodyHtml: string } | null;
beforeEach(async () => {
  draft = null;
  world = await approvedWorld({ state: 'in_review', actor: null });
  const staging: ArticleStaging = {
    stage: async (_, __, next) => {
      draft = next;
    },
    staged: async () => draft,
    publishStaged: async () => undefined,
    versions: async () => [],
  };
  Object.assign(world.desk, { staging });
  seen = { patchHash: world.fix.patchHash, baseHash: world.fix.baseHash };
});
const stage = (tenant = TENANT) => stageFix(world.ports, tenant, 'f', seen, 'ada');
const adopt = () => adoptStaged(world.ports, TENANT, 'f', seen, 'ada');

describe('a change that waits', () => {
  it('stands beside the live article once it is staged, and nothing is live by it', async () => {
    await stage();
    await stage();
    expect(draft).toEqual({ title: world.fix.title, bodyHtml: TARGET });
    expect(world.live()?.bodyHtml).toBe(BASE);
    expect(world.activity().filter((what) => what === 'staged')).toHaveLength(1);
  });

  it('is taken over as a person worded it there, waits in review, and is not ours any more', async () => {
    await stage();
    draft = { title: world.fix.title, bodyHtml: `${TARGET}<p>Or ask us.</p>` };
    const own = await adopt();
    expect(own).toMatchObject({ state: 'in_review', isEdited: true, bodyHtml: draft.bodyHtml, actor: 'ada' });
    expect((await world.states()).fix).toBe('superseded');
    const decided = { patchHash: own.patchHash, baseHash: own.baseHash };
    expect(await approve(world.ports, TENANT, own.id, decided, 'ada')).toMatchObject({ state: 'approved' });
  });

  it('is not staged over an edit that came after it was drafted, nor what was not shown or belongs to others', async () => {
    await expect(stageFix(world.ports, TENANT, 'f', { ...seen, patchHash: 'x' }, 'ada')).rejects.toBeInstanceOf(Moved);
    await expect(stage(OTHER)).rejects.toMatchObject({ name: 'NotFound' });
    const live = world.live();
    if (live) world.desk.articles.set(ARTICLE_ID, { ...live, bodyHtml: '<p>A person was here.</p>' });
    await expect(stage()).rejects.toBeInstanceOf(Moved);
    expect(draft).toBeNull();
  });

  it('is taken over only where something else is staged', async () => {
    await expect(adopt()).rejects.toBeInstanceOf(Invalid);
    await stage();
    await expect(adopt()).rejects.toThrow('approve it');
  });

  it('gets our wording back on the stage only in the place of what was shown', async () => {
    const hash = async () => {
      const there = await stageSeen(world.ports, TENANT, 'f');
      return there && !there.isOurs ? there.hash : 'none';
    };
    const back = async (saw: string) => restage(world.ports, TENANT, 'f', seen, 'ada', saw);
    expect(await stageSeen(world.ports, TENANT, 'f')).toBeNull();
    await stage();
    expect(await stageSeen(world.ports, TENANT, 'f')).toEqual({ isOurs: true });
    draft = { title: world.fix.title, bodyHtml: `${TARGET}<p>Or ask us.</p>` };
    expect(await stageSeen(world.ports, TENANT, 'f')).toMatchObject({
      isOurs: false,
      added: ['Choose Wages.', 'Wait an hour for the file.', 'Or ask us.'],
    });
    const saw = await hash();
    draft = { ...draft, title: 'Other' };
    await expect(back(saw)).rejects.toBeInstanceOf(Moved);
    expect(draft.title).toBe('Other');
    await back(await hash());
    expect(draft).toEqual({ title: world.fix.title, bodyHtml: TARGET });
  });

  it('worded so that the content rules refuse it is not taken over', async () => {
    await stage();
    draft = { title: world.fix.title, bodyHtml: `${TARGET}<p>Write to ada.lovelace@example.org.</p>` };
    await expect(adopt()).rejects.toBeInstanceOf(Refused);
    expect((await world.states()).fix).toBe('in_review');
  });

  it('can’t be staged at a helpdesk without a stage, and is told so', async () => {
    Object.assign(world.desk, { staging: undefined });
    await expect(stage()).rejects.toThrow('no drafts of published articles');
  });
});
