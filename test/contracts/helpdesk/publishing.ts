import { describe, expect, it } from 'vitest';
import type { StoredFix } from '../../../shared/gap.ts';
import { HOUR_MS } from '../../../shared/time.ts';
import { shownLines } from '../../../worker/core/html/shown.ts';
import { askRollback } from '../../../worker/loop/publish/ask-rollback.ts';
import { hashOf } from '../../../worker/loop/publish/target-text.ts';
import { runStep } from '../../../worker/loop/steps.ts';
import { approvedWorld } from '../../loop/world/approved.ts';
import { TENANT } from '../../loop/world/world.ts';
import { type MakeStage, START, type Stage } from './stage.ts';

/** One of each: a list in a list, bold, italics, a link, a table, a heading of the third level, code, a picture, a quote. */
const BASE =
  '<h2>Exports</h2><p>Open <strong>Reports</strong>, then <em>Wages</em>.</p><h3>By key</h3>' +
  '<ol><li>Press <code>F8</code>.<ul><li>Twice on <a href="https://a.example/old">old desks</a>.</li></ul></li></ol>' +
  '<table><thead><tr><th>Plan</th><th>Days</th></tr></thead><tbody><tr><td>Solo</td><td>7</td></tr></tbody></table>' +
  '<pre><code>export --all\n  --now</code></pre><p><img src="https://a.example/i/menu.png" alt="Menu"></p>' +
  '<blockquote>Ask first.</blockquote>';
const TARGET = BASE.replace('Press', '<strong>Hold</strong>').replace(
  '</ol>',
  '</ol><h3>By mail</h3><ul><li>Ask <b>Kit</b>.</li></ul>',
);

async function setUp(make: MakeStage, fix: Partial<StoredFix> = {}) {
  const stage = make();
  const section = stage.addSection('Billing');
  const id = stage.addArticle({ section, title: 'Export', body: BASE, at: START });
  stage.setTime(START + HOUR_MS);
  const base = await stage.helpdesk.readArticle(id, stage.locale);
  const world = await approvedWorld({
    articleId: id,
    locale: stage.locale,
    title: 'Export',
    bodyHtml: TARGET,
    baseHtml: base.bodyHtml,
    baseHash: hashOf(base),
    sectionId: section,
    likeArticleId: id,
    ...fix,
  });
  const { ports } = world;
  ports.helpdesk = async () => stage.helpdesk;
  await ports.articles.put(TENANT, [base], 'seen');
  const takeBack = async () => {
    const last = (await ports.publications.list(TENANT)).findLast(({ state }) => state === 'done');
    const reversal = await askRollback(ports, TENANT, last?.id ?? '', 'ada', 'as it was');
    await runStep(ports, TENANT, { type: 'restore', at: world.clock.event, publicationId: reversal.id });
    return (await ports.publications.get(TENANT, reversal.id))?.state;
  };
  return { ...world, stage, base, takeBack, read: () => readLive(stage, id) };
}

function readLive(stage: Stage, id: string) {
  return stage.helpdesk.readArticle(id, stage.locale);
}

/** What is published stands as the helpdesk stores it, and is taken back and forth without a word or a look lost. */
export function helpdeskPublishingContract(make: MakeStage): void {
  describe('a change of a rich article', () => {
    it('is done although the helpdesk stored it in markup of its own', async () => {
      const world = await setUp(make);
      await world.publish();
      await world.verify();
      expect(await world.states()).toEqual({ fix: 'published', gap: 'published', publication: 'done' });
      const live = await world.read();
      expect(shownLines(live.bodyHtml)).toEqual(shownLines(TARGET));
      const [publication] = await world.ports.publications.list(TENANT);
      const stored = await world.ports.articles.get(TENANT, live.id, live.locale);
      expect([publication?.after.bodyHtml, stored?.bodyHtml]).toEqual([live.bodyHtml, live.bodyHtml]);
    });

    it('is taken back, and that again, three times over', async () => {
      const world = await setUp(make);
      await world.publish();
      await world.verify();
      const published = await world.read();
      for (let i = 0; i < 3; i++) {
        expect(await world.takeBack()).toBe('done');
        expect(shownLines((await world.read()).bodyHtml)).toEqual(shownLines(BASE));
        expect((await world.states()).fix).toBe('rolled_back');
        expect(await world.takeBack()).toBe('done');
        expect((await world.read()).bodyHtml).toBe(published.bodyHtml);
        expect((await world.states()).fix).toBe('published');
      }
    });

    it('is put back where the helpdesk dropped a line', async () => {
      const world = await setUp(make);
      await world.publish();
      const sent = await world.read();
      world.stage.editArticle({
        article: sent.id,
        body: sent.bodyHtml.replace(/<li>(?:<p[^>]*>)?Ask.*?<\/li>/, ''),
        at: START + HOUR_MS,
      });
      await world.verify();
      expect(await world.states()).toEqual({ fix: 'escalated', gap: 'escalated', publication: 'rolled_back' });
      expect(shownLines((await world.read()).bodyHtml)).toEqual(shownLines(BASE));
    });

    it('stays a person’s where somebody changed its look after it was published', async () => {
      const world = await setUp(make);
      await world.publish();
      await world.verify();
      const live = await world.read();
      const theirs = live.bodyHtml.replace('Solo', '<b>Solo</b>');
      world.stage.editArticle({ article: live.id, body: theirs, at: START + 2 * HOUR_MS });
      expect(await world.takeBack()).toBe('superseded');
      expect(shownLines((await world.read()).bodyHtml)).toEqual(shownLines(theirs));
    });
  });

  it('a new article with lists, bold and a heading of the third level stays', async () => {
    const world = await setUp(make, {
      kind: 'new_article',
      title: 'Exports by key',
      articleId: null,
      baseHash: null,
      baseHtml: null,
    });
    await world.publish();
    await world.verify();
    expect(await world.states()).toEqual({ fix: 'published', gap: 'published', publication: 'done' });
    const [publication] = await world.ports.publications.list(TENANT);
    const made = await readLive(world.stage, publication?.articleId ?? '');
    expect(shownLines(made.bodyHtml)).toEqual(shownLines(TARGET));
  });
}
