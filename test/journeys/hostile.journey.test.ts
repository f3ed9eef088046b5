import type { Frame } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DAY_MS } from '../../shared/time.ts';
import { letPass } from '../sandbox/stage/stream.ts';
import { settled } from './apps/looks.ts';
import { type Desk, startDesk } from './harness/desk.ts';
import { foundIn, HOSTILE } from './harness/hostile.ts';

/** How long anything hostile is given to begin. */
const REACTION_MS = 500;
const TITLE = 'Zorblax calibration';
const ALL = HOSTILE.map(([, text]) => text).join('\n\n');
/** Distinct organizations that ask what many asked before. */
const ASKERS = ['callum.reid', 'victor.hale', 'beatriz.nogueira', 'hannah.brook', 'kofi.mensah', 'jess.turnbull'];
const QUESTION = 'How do I set up the calendar feed? I want my shifts in Google Calendar.';
const ANSWER =
  'Click your initials in the top right corner and choose My calendar. Turn on Calendar feed. Then click Copy feed link.';

/** So long only few have asked: what hostile customers add is evidence of the gap. */
const FEW_UNTIL = Date.parse('2026-11-10T00:00:00Z');

/** Hostile text in conversation, subject, article, title and quote is shown as text, and does nothing. */
describe(`a hostile ticket with ${HOSTILE.length} kinds of markup`, () => {
  let desk: Desk;
  let ticket = 0;
  let asked: string[] = [];

  beforeAll(async () => {
    desk = await startDesk({
      // Words are a subject's own only where something else is asked too.
      takesPlace: ({ story }) => story !== 'clock_out_crash',
      isEnough: async (stage) => stage.now() >= FEW_UNTIL,
    });
    const { zendesk, helpdesk } = desk.stage;
    const section = [...zendesk.world.sections.keys()][0] ?? 0;
    zendesk.addArticle({
      section,
      title: `${TITLE} ${HOSTILE[1]?.[1]}`,
      body: `<p>To calibrate the zorblax, turn the zorblax knob to seven.</p>${HOSTILE.map(([, text]) => `<p>${text}</p>`).join('')}`,
    });
    asked = ASKERS.map((key, i) => {
      const requester = helpdesk.customers.get(key);
      if (requester === undefined) throw new Error(`nobody is called ${key}`);
      const comment = `${QUESTION} ${HOSTILE[(i * 3) % HOSTILE.length]?.[1]}`;
      const subject = `Calendar feed ${HOSTILE[(i * 3 + 1) % HOSTILE.length]?.[1]}`;
      const opened = zendesk.openTicket({ requester, subject, comment, channel: 'email' });
      const agent = [...helpdesk.agents.values()][i % 4] ?? zendesk.admin.id;
      const words = `${ANSWER} ${HOSTILE[(i * 3 + 2) % HOSTILE.length]?.[1]}`;
      zendesk.assign({ ticket: opened, agent, by: agent });
      zendesk.addComment({ ticket: opened, author: agent, body: words });
      zendesk.setStatus({ ticket: opened, status: 'solved', by: agent });
      return String(opened.id);
    });
    await letPass(desk.stage, DAY_MS);
    ticket = await desk.ask({
      subject: `Zorblax ${HOSTILE[0]?.[1]}`,
      comment: `How do I calibrate the zorblax?\n\n${ALL}`,
    });
  });

  afterAll(() => desk?.close());

  it('shows it as text in the helpdesk and beside the ticket', async () => {
    const { page, app, leave } = await desk.openTicket({ ticket });
    expect(foundIn(await page.locator('.talk').innerText())).toBe(HOSTILE.length);
    await app.getByText(TITLE).first().waitFor();
    await app.getByText('onerror=alert').first().waitFor();
    await app.getByRole('button', { name: /^Details of “Zorblax/ }).click();
    expect(await strangers(app)).toEqual([]);
    await page.getByRole('textbox', { name: 'Public reply' }).fill(`The zorblax knob is set to nine. ${ALL}`);
    await settledFor(app);
    expect(await strangers(app)).toEqual([]);
    await leave();
  });

  it('shows it as text in the console: the gap, its questions, the article and its statements', async () => {
    const gap = (await desk.knowledge.gaps()).find(({ conversationIds }) =>
      conversationIds.some((id) => asked.includes(id)),
    );
    const article = (await desk.knowledge.articles()).find(({ title }) => title.startsWith(TITLE));
    const { page, app, leave } = await desk.openConsole({ who: 'admin' });
    const places = [
      'overview',
      'review',
      'gaps',
      ...(gap ? [`gaps/${gap.id}`] : []),
      'articles',
      `articles/${article?.id}/${article?.locale}`,
      'activity',
    ];
    let shown = '';
    for (const place of places) {
      await app.evaluate((hash) => {
        location.hash = hash;
      }, `#/${place}`);
      await settled(app);
      await settledFor(app);
      shown += await app.locator('main').innerText();
      expect(await strangers(app), place).toEqual([]);
    }
    expect(gap, 'the hostile questions joined no gap').toBeDefined();
    expect(foundIn(shown)).toBeGreaterThan(3);
    expect(page.frames().filter((frame) => frame.url().includes('evil'))).toEqual([]);
    await leave();
  });
});

/** Elements that no page of ours makes. */
const strangers = (app: Frame): Promise<string[]> =>
  app.evaluate(() =>
    [
      ...document.querySelectorAll(
        'img, iframe, object, embed, form[action], base, meta[http-equiv], math, [onerror], [onload], [onmouseover], a[href^="javascript:"], body style',
      ),
    ].map((element) => element.outerHTML.slice(0, 120)),
  );

/** Time for anything hostile to begin. */
const settledFor = (app: Frame): Promise<void> => app.waitForTimeout(REACTION_MS);
