import { beforeEach, describe, expect, it } from 'vitest';
import type { Macro } from '../../../shared/macro.ts';
import { hashText } from '../../../worker/core/text/hash.ts';
import { Permanent, RetryLater } from '../../../worker/loop/ports/errors.ts';
import { askRollback } from '../../../worker/loop/publish/ask-rollback.ts';
import { warningsOf } from '../../../worker/loop/review/warnings.ts';
import { runStep } from '../../../worker/loop/steps.ts';
import { inWords } from '../../ground/in-words.ts';
import { type Approved, ARTICLE_ID, approvedWorld, BASE } from '../world/approved.ts';
import { giveMacros } from '../world/desk-macros.ts';
import { TENANT } from '../world/world.ts';

const BODY = '<p>Hi {{ticket.requester.first_name}},</p><p>Open Reports and choose Wages.</p>';

let world: Approved;
let macros: Map<string, Macro>;
beforeEach(async () => {
  const none = { articleId: null, baseHash: null, baseHtml: null, sectionId: null, likeArticleId: null };
  world = await approvedWorld({ kind: 'reply_template', ...none, title: 'Wages export', bodyHtml: BODY });
  macros = giveMacros(world.desk, () => world.clock.event);
});
const saved = () => [...macros.values()].map(({ title, text, isHtml, isShared }) => [title, text, isHtml, isShared]);
const publication = async () => (await world.ports.publications.list(TENANT)).find((p) => p.reverts === null);
async function published(): Promise<void> {
  await world.publish();
  await world.verify();
}
async function undone(): Promise<void> {
  await askRollback(world.ports, TENANT, (await publication())?.id ?? '', 'ada', 'not so');
  await world.run();
}

describe('an approved reply template, where macros can be written', () => {
  it('becomes a macro of every agent, read back, once', async () => {
    await published();
    expect(saved()).toEqual([['Wages export', BODY, true, true]]);
    expect(await world.states()).toEqual({ fix: 'published', gap: 'published', publication: 'done' });
    const learnt = (await world.ports.learningLog.entries(TENANT, 'en', 1, 9)).map((entry) => entry.kind);
    expect(learnt).toEqual(['settled']);
    expect(await world.publish()).toHaveLength(1);
    expect([await world.verify(), saved().length]).toEqual([[], 1]);
    const notice = (await world.ports.outbox.list(TENANT, 1, null))[0];
    expect(inWords(notice?.text)).toBe('“Wages export” was saved as a macro as ada approved it, and read back.');
    const [told] = (await world.ports.activity.list(TENANT, 9)).filter(({ what }) => what === 'verified');
    expect(inWords(told?.reason)).toContain('macros: Wages export');
  });

  it('never touches the article its question is about', async () => {
    const about = { articleId: ARTICLE_ID, baseHtml: BASE, baseHash: hashText(`Export\u0000${BASE}`) };
    world = await approvedWorld({ kind: 'reply_template', ...about, title: 'Wages export', bodyHtml: BODY });
    macros = giveMacros(world.desk, () => world.clock.event);
    await published();
    expect([world.live()?.bodyHtml, saved().length]).toEqual([BASE, 1]);
    await undone();
    expect([world.live()?.bodyHtml, saved().length]).toEqual([BASE, 0]);
    expect(world.desk.writes.filter((write) => !write.startsWith('macros'))).toEqual([]);
  });

  it('is made once where the answer to its making was lost', async () => {
    world.desk.after = (_, id) => {
      if (id.startsWith('create')) throw new RetryLater('the connection failed', 1);
    };
    await expect(world.publish()).rejects.toThrow(RetryLater);
    world.desk.after = () => undefined;
    await published();
    expect([saved().length, (await world.states()).publication]).toEqual([1, 'done']);
  });

  it('goes back to people with the helpdesk’s words where it is refused', async () => {
    world.desk.before = (_, id) => {
      if (id.startsWith('create')) throw new Permanent('403 macros:write');
    };
    await world.publish();
    const fix = await world.ports.fixes.get(TENANT, world.fix.id);
    expect(inWords([fix?.state, fix?.reason, saved()])).toEqual(['escalated', '403 macros:write', []]);
  });

  it('is not saved while publishing is stopped', async () => {
    const policy = await world.ports.tenants.policy(TENANT);
    await world.ports.tenants.setPolicy(TENANT, { ...policy, isStopped: true }, 'ada');
    await world.publish();
    expect([saved(), (await world.states()).fix]).toEqual([[], 'in_review']);
  });

  it('is taken away by its undo, which is then done and no more', async () => {
    await published();
    await undone();
    expect([saved(), (await world.states()).fix]).toEqual([[], 'rolled_back']);
    await undone();
    expect([saved(), (await world.states()).fix]).toEqual([[], 'rolled_back']);
    const notices = (await world.ports.outbox.list(TENANT, 9, null)).map(({ text }) => text);
    expect(inWords(notices)).toContain('The macro “Wages export” was deleted again: it was taken back by ada.');
  });

  it('is made again, once, where its undo is undone, and goes with the undo of that, three times over', async () => {
    await published();
    const text = saved()[0]?.[1];
    let { id = '' } = (await world.ports.publications.list(TENANT)).at(-1) ?? {};
    for (let i = 0; i < 6; i++) {
      world.clock.event += 1;
      ({ id } = await askRollback(world.ports, TENANT, id, 'ada', 'so'));
      for (let twice = 0; twice < 2; twice++)
        await runStep(world.ports, TENANT, { type: 'restore', at: world.clock.event, publicationId: id });
      expect([i, saved().map(([, said]) => said)]).toEqual([i, i % 2 === 0 ? [] : [text]]);
    }
    expect((await world.states()).fix).toBe('published');
  });

  it('stays where an agent changed it since: their words stand', async () => {
    await published();
    const [id = ''] = macros.keys();
    macros.set(id, { ...macros.get(id)!, text: 'Ask Kit.' });
    await undone();
    expect([saved()[0]?.[1], (await world.states()).fix]).toEqual(['Ask Kit.', 'published']);
    expect(world.activity()).toContain('rollback not possible');
  });

  it('says what approving it does, here and where macros can only be read', async () => {
    const wait = { ...world.fix, state: 'in_review' as const };
    expect(inWords(await warningsOf(world.ports, TENANT, wait))).toEqual([expect.stringContaining('every agent')]);
    delete world.desk.macros;
    expect(inWords(await warningsOf(world.ports, TENANT, wait))).toEqual([expect.stringContaining('Copy the text')]);
  });

  it('is not watched: customers meet it only where an agent chose it', async () => {
    await published();
    const before = world.activity().length;
    await runStep(world.ports, TENANT, { type: 'watch', at: world.clock.event + 90 * 24 * 3_600_000 });
    expect([world.activity().length, (await world.states()).gap]).toEqual([before, 'published']);
  });
});
