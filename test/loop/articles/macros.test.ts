import { beforeEach, describe, expect, it } from 'vitest';
import type { Macro } from '../../../shared/macro.ts';
import { hashText } from '../../../worker/core/text/hash.ts';
import { NotFound, Permanent, RetryLater } from '../../../worker/loop/ports/errors.ts';
import { askRollback } from '../../../worker/loop/publish/ask-rollback.ts';
import { edit } from '../../../worker/loop/review/decide-by-person.ts';
import { warningsOf } from '../../../worker/loop/review/warnings.ts';
import { runStep } from '../../../worker/loop/steps.ts';
import { anArticle } from '../../contracts/examples.ts';
import { aMacro } from '../../contracts/macros.ts';
import { inWords } from '../../ground/in-words.ts';
import { type Approved, ARTICLE_ID, approvedWorld, BASE, TARGET } from '../world/approved.ts';
import { giveMacros } from '../world/desk-macros.ts';
import { TENANT } from '../world/world.ts';

const OTHERS = ['78', '79', '80'] as const;
const WAS = '<p>The file is ready in a day.</p>';
const IS = '<p>The file is ready in an hour.</p>';
const RICH = '<p>Hi {{ticket.requester.first_name}},</p><p>The file is ready in a day.</p>';
const PLAIN = 'Hi {{ticket.requester.first_name}},\r\nThe file is ready in a day.';
const new_ = (text: string) => text.replace('a day', 'an hour');

let world: Approved;
let macros: Map<string, Macro>;
beforeEach(async () => {
  const change = { removed: 'a day', added: 'an hour' };
  const hash = (text: string) => hashText(`Files\u0000${text}`);
  const macro = (macroId: string, text: string, isHtml: boolean) => {
    return { macroId, title: 'Files', isHtml, bodyHtml: new_(text), baseHtml: text, baseHash: hash(text), ...change };
  };
  world = await approvedWorld({
    also: OTHERS.map((articleId) => {
      return {
        articleId,
        locale: 'en-us',
        title: 'Files',
        bodyHtml: IS,
        baseHtml: WAS,
        baseHash: hash(WAS),
        ...change,
      };
    }),
    macros: [macro('1', RICH, true), macro('2', PLAIN, false)],
  });
  for (const id of OTHERS) {
    const article = anArticle(id, { title: 'Files', bodyHtml: WAS });
    world.desk.articles.set(id, article);
    await world.ports.articles.put(TENANT, [article], 'seen');
  }
  macros = giveMacros(world.desk, () => world.clock.event, [
    aMacro('1', { title: 'Files', text: RICH }),
    aMacro('2', { title: 'Files', text: PLAIN, isHtml: false }),
  ]);
});
const texts = () => [
  ...[ARTICLE_ID, ...OTHERS].map((id) => world.desk.articles.get(id)?.bodyHtml),
  ...['1', '2'].map((id) => macros.get(id)?.text),
];
const NOTHING = [BASE, WAS, WAS, WAS, RICH, PLAIN];
const ALL = [TARGET, IS, IS, IS, new_(RICH), new_(PLAIN)];
const isWrite = (call: string, id: string) => call === 'writeArticle' || (call === 'macros' && id.startsWith('write'));

/** The nth write is refused with this, and every one after it goes through. */
function failAt(n: number, error: Error): void {
  let count = 0;
  world.desk.before = (call, id) => {
    if (isWrite(call, id) && ++count === n) throw error;
  };
}
const writes = () => world.desk.writes.filter((write) => /^(?:writeArticle|macros write)/.test(write)).length;
async function published(): Promise<void> {
  await world.publish();
  await world.verify();
}
const reason = async () => (await world.ports.fixes.get(TENANT, 'f'))?.reason;

describe('one fact in four articles and two macros', () => {
  it('is written in all six as one publication, read back, and named', async () => {
    await published();
    expect([texts(), writes(), await world.states()]).toEqual([
      ALL,
      6,
      { fix: 'published', gap: 'published', publication: 'done' },
    ]);
    const [publication, ...rest] = await world.ports.publications.list(TENANT);
    expect([rest, publication?.macros?.map(({ before }) => before?.bodyHtml)]).toEqual([[], [RICH, PLAIN]]);
    const verified = (await world.ports.activity.list(TENANT, 9)).find(({ what }) => what === 'verified');
    expect(inWords(verified?.reason)).toContain('approved by ada, macros: Files and Files');
    expect((await world.ports.macros.holding(TENANT, ['hour'], 9)).map(({ id }) => id)).toEqual(['1', '2']);
  });

  it.each([1, 2, 3, 4, 5, 6])('is restored byte-identical everywhere when call %i fails', async (n) => {
    failAt(n, new Permanent('422: refused'));
    await world.publish();
    expect(inWords([texts(), (await world.states()).fix, await reason()])).toEqual([
      NOTHING,
      'escalated',
      '422: refused',
    ]);
  });

  it('is restored too where the helpdesk no longer knows a macro when it is written', async () => {
    failAt(6, new NotFound('404'));
    await world.publish();
    expect([texts(), (await world.states()).fix]).toEqual([NOTHING, 'escalated']);
  });

  it('goes on after a failure without a word where it stopped, and ends whole', async () => {
    failAt(5, new RetryLater('502', 1));
    await expect(world.publish()).rejects.toThrow(RetryLater);
    expect(texts()).toEqual([TARGET, IS, IS, IS, RICH, PLAIN]);
    await published();
    expect([texts(), (await world.states()).publication, writes()]).toEqual([ALL, 'done', 6]);
  });

  it('is restored where the right to macros is taken when half of it is written', async () => {
    failAt(5, new RetryLater('502', 1));
    await world.publish().catch(() => undefined);
    world.desk.before = (call) => {
      if (call === 'macros') throw new Permanent('403 macros:read');
    };
    await world.publish();
    expect([texts(), (await world.states()).fix]).toEqual([NOTHING, 'escalated']);
    expect(inWords(await reason())).toMatch(/403 macros:read; not put back: macro 1 \(403 macros:read\) and macro 2/);
  });

  it.each<[string, Partial<Macro>]>([
    ['was reworded', { text: 'Ask Kit.' }],
    ['was given to a group', { isShared: false }],
  ])('is written nowhere where a macro %s after the draft', async (_, change) => {
    macros.set('2', { ...macros.get('2')!, ...change });
    const next = await world.publish();
    expect(next.map(({ type }) => type)).toEqual(['refresh', 'draft']);
    expect([writes(), (await world.states()).fix]).toEqual([0, 'stale_base']);
    const stale = (await world.ports.activity.list(TENANT, 9)).find(({ what }) => what === 'stale base');
    expect(inWords(stale?.reason)).toContain('the macro was edited');
  });

  it('is written nowhere where a macro is gone, or where macros can’t be written', async () => {
    macros.delete('2');
    await world.publish();
    expect(inWords([writes(), await reason()])).toEqual([0, 'macro 2 is gone']);
  });

  it('is put back everywhere where a macro does not read as it was written', async () => {
    await world.publish();
    macros.set('1', { ...macros.get('1')!, text: 'Ask Kit.' });
    await world.verify();
    expect(texts()).toEqual([BASE, WAS, WAS, WAS, 'Ask Kit.', PLAIN]);
    expect(await world.states()).toMatchObject({ fix: 'superseded', publication: 'superseded' });
  });

  it('is taken back in one, brought back in one, or nowhere where a macro was edited since', async () => {
    await published();
    const [publication] = await world.ports.publications.list(TENANT);
    await askRollback(world.ports, TENANT, publication?.id ?? '', 'ada', 'wrong');
    await world.run();
    expect(texts()).toEqual(NOTHING);
    const undone = (await world.ports.activity.list(TENANT, 9)).find(({ what }) => what === 'rolled back');
    expect(inWords(undone?.reason)).toBe('taken back by ada, macros: Files and Files');
    const reversal = (await world.ports.publications.list(TENANT)).find((p) => p.reverts === publication?.id);
    macros.set('2', { ...macros.get('2')!, text: 'Ask Kit.' });
    await askRollback(world.ports, TENANT, reversal?.id ?? '', 'ada', 'it was right');
    await world.run();
    expect(texts()).toEqual([BASE, WAS, WAS, WAS, RICH, 'Ask Kit.']);
    macros.set('2', { ...macros.get('2')!, text: PLAIN });
  });
});

describe('macros', () => {
  const DAYS = '<p>Exports are kept for 14 days.</p>';
  const collect = () => runStep(world.ports, TENANT, { type: 'collect', at: world.clock.event });
  const kept = async () => (await world.ports.macros.holding(TENANT, ['e', 'a'], 2_000)).map(({ id }) => id);
  const hold = (...given: Macro[]) => {
    macros.clear();
    for (const macro of given) macros.set(macro.id, macro);
  };

  it('are read page by page up to a thousand, and those that are gone or too long are not kept', async () => {
    hold(...Array.from({ length: 1_050 }, (_, i) => aMacro(`${i}`)));
    await collect();
    expect((await kept()).length).toBe(1_000);
    hold(aMacro('3'), aMacro('4', { text: 'a'.repeat(16_001) }), aMacro('5', { isShared: false }));
    await collect();
    expect(await kept()).toEqual(['3']);
  });

  it('that the helpdesk refuses are forgotten, and no failure; one that does not answer is asked again', async () => {
    await collect();
    world.desk.before = () => {
      throw new RetryLater('502', 1);
    };
    await expect(collect()).rejects.toThrow(RetryLater);
    expect(await kept()).toEqual(['1', '2']);
    world.desk.before = () => {
      throw new Permanent('403 macros:read');
    };
    expect([await collect(), await kept()]).toEqual([[], []]);
    delete world.desk.macros;
    expect(await collect()).toEqual([]);
  });

  it('are read with the articles', async () => {
    await world.tell({ type: 'refresh', at: world.clock.event });
    await world.run();
    expect(await kept()).toEqual(['1', '2']);
  });

  it('follow a reviewer’s wording, and the review says so', async () => {
    world = await approvedWorld({ state: 'in_review', baseHtml: DAYS, bodyHtml: DAYS.replace('14', '30') });
    await world.ports.articles.put(TENANT, [anArticle(ARTICLE_ID, { title: 'Export', bodyHtml: DAYS })], 'seen');
    await world.ports.macros.put(TENANT, [
      aMacro('1', { text: 'Hi {{x}}. Exports are kept for 14 days.', isHtml: false }),
    ]);
    const { patchHash, baseHash } = world.fix;
    const next = { title: 'Export', bodyHtml: DAYS.replace('14', '60') };
    const fix = await edit(world.ports, TENANT, 'f', { patchHash, baseHash }, 'ada', next);
    expect(fix.macros?.map(({ macroId, bodyHtml }) => [macroId, bodyHtml])).toEqual([
      ['1', 'Hi {{x}}. Exports are kept for 60 days.'],
    ]);
    expect(inWords(await warningsOf(world.ports, TENANT, fix))).toContain('It changes 2 texts: all of them, or none.');
    expect(fix.patchHash).not.toBe((await world.ports.fixes.get(TENANT, 'f'))?.patchHash);
  });
});
