import { beforeEach, describe, expect, it } from 'vitest';
import { hashText } from '../../../worker/core/text/hash.ts';
import { NotFound, Permanent, RetryLater } from '../../../worker/loop/ports/errors.ts';
import { askRollback } from '../../../worker/loop/publish/ask-rollback.ts';
import { edit as editFix } from '../../../worker/loop/review/decide-by-person.ts';
import { warningsOf } from '../../../worker/loop/review/warnings.ts';
import { guardPublished } from '../../../worker/loop/watch/guard-published.ts';
import { anArticle } from '../../contracts/examples.ts';
import { inWords } from '../../ground/in-words.ts';
import { type Approved, ARTICLE_ID, approvedWorld, BASE, TARGET } from '../world/approved.ts';
import { TENANT } from '../world/world.ts';

const OTHERS = ['78', '79'] as const;
const WAS = '<p>The file is ready in a day.</p>';
const IS = '<p>The file is ready in an hour.</p>';
const HUMAN = '<p>Ask Kit.</p>';

let world: Approved;
beforeEach(async () => {
  world = await approvedWorld({
    also: OTHERS.map((articleId) => ({
      ...{
        articleId,
        locale: 'en-us',
        title: 'Files',
        bodyHtml: IS,
        baseHtml: WAS,
        removed: 'a day',
        added: 'an hour',
      },
      baseHash: hashText(`Files\u0000${WAS}`),
    })),
  });
  for (const id of OTHERS) {
    const article = anArticle(id, { title: 'Files', bodyHtml: WAS });
    world.desk.articles.set(id, article);
    await world.ports.articles.put(TENANT, [article], 'seen');
  }
});
const edit = (id: string, bodyHtml: string) =>
  void world.desk.articles.set(id, { ...world.desk.articles.get(id)!, bodyHtml, updatedBy: 'kit' });
const bodies = () => [ARTICLE_ID, ...OTHERS].map((id) => world.desk.articles.get(id)?.bodyHtml);
const writes = () => world.desk.writes.filter((write) => write.startsWith('writeArticle')).length;
const NOTHING = [BASE, WAS, WAS];
const ALL = [TARGET, IS, IS];

async function published(): Promise<void> {
  await world.publish();
  await world.verify();
}

describe('one fact in several articles', () => {
  it('is written in all of them, as one publication that is read back, learned and told once', async () => {
    await published();
    expect([bodies(), writes(), await world.states()]).toEqual([
      ALL,
      3,
      { fix: 'published', gap: 'published', publication: 'done' },
    ]);
    const [publication, ...rest] = await world.ports.publications.list(TENANT);
    expect([rest, publication?.also?.map(({ before }) => before?.bodyHtml)]).toEqual([[], [WAS, WAS]]);
    expect((await world.ports.outbox.list(TENANT, 9, null)).length).toBe(1);
    for (const id of OTHERS) expect((await world.ports.articles.get(TENANT, id, 'en-us'))?.bodyHtml).toBe(IS);
  });

  it('told again changes nothing', async () => {
    const first = await world.publish();
    expect(await world.publish()).toEqual(first);
    await world.verify();
    expect([await world.publish(), await world.verify(), writes()]).toEqual([first, [], 3]);
  });

  it.each([ARTICLE_ID, ...OTHERS])(
    'is written nowhere where a person edited article %s after the draft',
    async (id) => {
      edit(id, HUMAN);
      const next = await world.publish();
      expect(next.map((message) => message.type)).toEqual(['refresh', 'draft']);
      expect([writes(), (await world.states()).fix]).toEqual([0, 'stale_base']);
    },
  );

  it('is written nowhere where one of them is gone', async () => {
    world.desk.articles.delete('79');
    await world.publish();
    expect([writes(), (await world.states()).fix]).toEqual([0, 'escalated']);
    expect(inWords((await world.ports.fixes.get(TENANT, 'f'))?.reason)).toBe('article 79 is gone');
  });

  it.each<[string, Error]>([
    ['refuses', new Permanent('422: the body is too long')],
    ['no longer knows', new NotFound('404')],
  ])('is put back where it was written already when the helpdesk %s the last one', async (_, error) => {
    let count = 0;
    world.desk.before = (call) => {
      if (call === 'writeArticle' && ++count === 3) throw error;
    };
    await world.publish();
    expect([bodies(), (await world.states()).fix]).toEqual([NOTHING, 'escalated']);
    expect(inWords((await world.ports.fixes.get(TENANT, 'f'))?.reason)).toBe(error.message);
  });

  it('goes on after a failure where it stopped, and ends whole', async () => {
    let count = 0;
    world.desk.before = (call) => {
      if (call === 'writeArticle' && ++count === 2) throw new RetryLater('502', 1);
    };
    await expect(world.publish()).rejects.toThrow(RetryLater);
    expect(bodies()).toEqual([TARGET, WAS, WAS]);
    await published();
    expect([bodies(), (await world.states()).publication]).toEqual([ALL, 'done']);
  });

  it('half written when publishing is stopped or one text is edited is put back, and the edit stands', async () => {
    const half = async () => {
      let count = 0;
      world.desk.before = (call) => {
        if (call === 'writeArticle' && ++count === 2) throw new RetryLater('502', 1);
      };
      await world.publish().catch(() => undefined);
      world.desk.before = () => undefined;
    };
    await half();
    edit('79', HUMAN);
    await world.publish();
    expect([bodies(), (await world.states()).fix]).toEqual([[BASE, WAS, HUMAN], 'stale_base']);
  });

  it('half written when publishing is stopped is put back, and can be approved again', async () => {
    let count = 0;
    world.desk.before = (call) => {
      if (call === 'writeArticle' && ++count === 2) throw new RetryLater('502', 1);
    };
    await world.publish().catch(() => undefined);
    world.desk.before = () => undefined;
    const policy = await world.ports.tenants.policy(TENANT);
    await world.ports.tenants.setPolicy(TENANT, { ...policy, stoppedArticles: ['78'] }, 'ada');
    await world.publish();
    expect([bodies(), (await world.states()).fix]).toEqual([NOTHING, 'in_review']);
  });

  it('is put back everywhere where one text does not read as it was written', async () => {
    await world.publish();
    edit('78', HUMAN);
    await world.verify();
    expect([bodies(), await world.states()]).toEqual([
      [BASE, HUMAN, WAS],
      { fix: 'superseded', gap: 'open', publication: 'superseded' },
    ]);
  });

  it('is taken back in one, or nowhere where a person edited one of them since', async () => {
    await published();
    const [publication] = await world.ports.publications.list(TENANT);
    const takeBack = async () => {
      await askRollback(world.ports, TENANT, publication?.id ?? '', 'ada', 'wrong');
      await world.run();
    };
    await takeBack();
    expect(bodies()).toEqual(NOTHING);

    world.desk.articles.set('78', { ...world.desk.articles.get('78')!, bodyHtml: HUMAN });
    const reversal = (await world.ports.publications.list(TENANT)).find((p) => p.reverts === publication?.id);
    await askRollback(world.ports, TENANT, reversal?.id ?? '', 'ada', 'it was right');
    await world.run();
    expect(bodies()).toEqual([BASE, HUMAN, WAS]);
  });

  it('is guarded in all of them', async () => {
    await published();
    await guardPublished(world.ports, TENANT, [{ id: '79', locale: 'en-us', bodyHtml: HUMAN, by: 'kit' }], 5);
    expect((await world.states()).gap).toBe('escalated');
    expect((await world.ports.outbox.list(TENANT, 1, null))[0]).toMatchObject({
      kind: 'antibody.broken',
      about: { articleId: '79' },
    });
  });
});

describe('what else states a fact', () => {
  const DAYS = '<p>Exports are kept for 14 days.</p>';
  const review = async () => {
    world = await approvedWorld({
      state: 'in_review',
      actor: null,
      baseHtml: DAYS,
      bodyHtml: DAYS.replace('14', '30'),
    });
    await world.ports.articles.put(
      TENANT,
      [
        anArticle(ARTICLE_ID, { title: 'Export', bodyHtml: DAYS }),
        anArticle('78', { title: 'Files', bodyHtml: DAYS }),
        anArticle('78', { title: 'Dateien', bodyHtml: DAYS, locale: 'de' }),
      ],
      'seen',
    );
    const seen = { patchHash: world.fix.patchHash, baseHash: world.fix.baseHash };
    const next = { title: 'Export', bodyHtml: DAYS.replace('14', '60') };
    return edit60(seen, next);
  };
  const edit60 = (seen: Parameters<typeof editFix>[3], next: Parameters<typeof editFix>[5]) =>
    editFix(world.ports, TENANT, 'f', seen, 'ada', next);

  it('follows a reviewer’s wording, and its translations are named as left behind', async () => {
    const fix = await review();
    expect(fix.also?.map(({ articleId, bodyHtml }) => [articleId, bodyHtml])).toEqual([
      ['78', DAYS.replace('14', '60')],
    ]);
    expect(fix.outdated).toEqual([{ articleId: '78', locale: 'de' }]);
    expect(inWords(await warningsOf(world.ports, TENANT, fix))).toEqual([
      expect.stringContaining('content blocks'),
      'It changes 2 texts: all of them, or none.',
      'These translations state the same and are not changed: de.',
    ]);
  });

  it('in a translation that is left behind is told when the change stands', async () => {
    world = await approvedWorld({ outdated: [{ articleId: ARTICLE_ID, locale: 'de' }] });
    await published();
    const told = (await world.ports.outbox.list(TENANT, 9, null)).map(({ kind }) => kind);
    expect(told.sort()).toEqual(['publication.done', 'translation.outdated']);
  });
});
