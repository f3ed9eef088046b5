import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { articleCanvas } from '../../intercom-app/canvases/article.ts';
import { type HomeView, homeCanvas } from '../../intercom-app/canvases/home.ts';
import { configureCanvas, consoleCanvas, OBSTACLES, obstacleCanvas } from '../../intercom-app/canvases/message.ts';
import { decodeComponentId } from '../../intercom-app/component-id.ts';
import { type Canvas, plain } from '../../intercom-app/kit.ts';
import { canvasWords } from '../../intercom-app/words.ts';
import type { AdvisedArticle } from '../../shared/advice.ts';
import { LOCALES } from '../../shared/words.ts';
import { canvasSchema } from '../../worker/routes/canvas/schema.ts';
import { advisedArticles, HOSTILE, homeViews, stages } from './views.ts';

const runs = { numRuns: 60 };
const [english, japanese] = [canvasWords('en'), canvasWords('ja')];
const locales = fc.constantFrom(...LOCALES).map(canvasWords);

/** What the schema has against a canvas. */
const problemsOf = (canvas: unknown): string[] =>
  canvasSchema.safeParse(canvas).error?.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`) ?? [];

const pressed = ({ content }: Canvas) =>
  content.components.flatMap((one) =>
    one.type === 'button' && one.action.type === 'submit'
      ? [one.id]
      : one.type === 'list'
        ? one.items.map((row) => row.id)
        : [],
  );
const shown = ({ content }: Canvas) => content.components.flatMap((one) => (one.type === 'text' ? [one.text] : []));

/** What is no text of anybody: ids, kinds and states. */
const KEPT = 'id state kind health cause url fixId patchHash baseHash articleId locale answer line fix'.split(' ');
const isFull = ({ why, patch }: AdvisedArticle) =>
  why.doubted[0]?.instead != null && !!patch?.removed.length && patch.added.length > 0;
const isFullHome = ({ advice, contradictions, notice }: HomeView) =>
  advice.state === 'ready' &&
  advice.articles.length > 0 &&
  contradictions.length > 0 &&
  notice !== null &&
  !!advice.gap &&
  !!advice.knownIssue?.workaround &&
  !!advice.reply?.sources.length &&
  !!advice.question?.articleTitle;

describe('every canvas that the product can make', () => {
  it('is one that Canvas Kit takes, and every press in it is known again', () => {
    fc.assert(
      fc.property(locales, homeViews, (words, view) => {
        const canvas = homeCanvas(words, view);
        expect(problemsOf(canvas)).toEqual([]);
        expect(pressed(canvas).map(decodeComponentId)).not.toContain(null);
      }),
      runs,
    );
    fc.assert(
      fc.property(
        locales,
        advisedArticles,
        stages,
        fc.option(fc.constantFrom(...HOSTILE)),
        (words, article, staged, notice) => {
          const canvas = articleCanvas(words, article, { staged, notice });
          expect(problemsOf(canvas)).toEqual([]);
          expect(pressed(canvas).map(decodeComponentId)).not.toContain(null);
        },
      ),
      runs,
    );
  });

  it('is within 64 KB where every text is as long as a text may be', () => {
    const long = (one: unknown): unknown => {
      if (typeof one === 'string') return '😀'.repeat(9_000);
      if (Array.isArray(one)) return Array.from({ length: 9 }, () => long(one[0]));
      return one !== null && typeof one === 'object'
        ? Object.fromEntries(Object.entries(one).map(([key, value]) => [key, KEPT.includes(key) ? value : long(value)]))
        : one;
    };
    const [article] = fc.sample(advisedArticles.filter(isFull), { numRuns: 1, seed: 1 });
    const [home] = fc.sample(homeViews.filter(isFullHome), { numRuns: 1, seed: 1 });
    const stagedLong = {
      isOurs: false as const,
      hash: 'a'.repeat(64),
      removed: Array(9).fill('😀'.repeat(9_000)),
      added: [],
    };
    expect(
      problemsOf(articleCanvas(japanese, long(article) as AdvisedArticle, { staged: stagedLong, notice: null })),
    ).toEqual([]);
    expect(problemsOf(homeCanvas(japanese, long(home) as HomeView))).toEqual([]);
  });

  it.each(OBSTACLES)('says of the obstacle %s what happened, in one that Canvas Kit takes', (obstacle) => {
    const canvases = LOCALES.map((locale) => obstacleCanvas(canvasWords(locale), obstacle));
    expect(canvases.flatMap(problemsOf)).toEqual([]);
    expect(canvases.map((one) => shown(one).length)).toEqual(LOCALES.map(() => 2));
    expect(new Set(canvases.map((one) => shown(one).join())).size).toBe(LOCALES.length);
  });

  it('of configuring and of the way to the console are taken too', () => {
    const all = LOCALES.map(canvasWords).flatMap((words) => [
      configureCanvas(words, true),
      configureCanvas(words, false),
      consoleCanvas(words, 'https://mend.example/open?t=x', 2),
    ]);
    expect(all.flatMap(problemsOf)).toEqual([]);
    expect(shown(configureCanvas(english, false)).join()).toContain('not connected yet');
  });

  it('shows markup of others as signs: no link, no bold type, nothing that turns a line round', () => {
    for (const text of HOSTILE) {
      const shownText = plain(text);
      expect(shownText).not.toMatch(/\]\(|\*\*|__|(?!\n)[\u202a-\u202e\u2066-\u2069\p{Cc}]/u);
      expect(shownText.length).toBeGreaterThan(0);
    }
    expect(plain('a [link](https://x.example)').replaceAll('\u200b', '')).toBe('a [link](https://x.example)');
  });

  it('never opens an address that is no web address', () => {
    fc.assert(
      fc.property(advisedArticles, (article) => {
        const urls = articleCanvas(english, article).content.components.flatMap((one) =>
          one.type === 'button' && one.action.type === 'url' ? [one.action.url] : [],
        );
        for (const url of urls)
          expect(new URL(url)).toMatchObject({ protocol: expect.stringMatching(/^https?:$/), username: '' });
      }),
      runs,
    );
  });
});

describe('the schema of Canvas Kit', () => {
  const text = { type: 'text', text: 'Hello' };
  const button = { type: 'button', id: 'a', label: 'A', action: { type: 'submit' } };
  const canvas = (...components: object[]) => ({ content: { components } });
  const option = (id: string) => ({ type: 'option', id, text: id });

  it.each([
    ['a text and a button', canvas(text, button)],
    ['a checkbox', canvas({ type: 'checkbox', id: 'c', label: 'C', option: [option('1')], value: ['1'] })],
    ['a dropdown of two', canvas({ type: 'dropdown', id: 'd', options: [option('1'), option('2')] })],
    ['stored data', { ...canvas(text), stored_data: { nonce: 'n' } }],
  ])('takes %s', (_, one) => {
    expect(problemsOf(one)).toEqual([]);
  });

  it.each([
    ['no component', canvas()],
    ['an unknown component', canvas({ type: 'video', id: 'v' })],
    ['an unknown field', canvas({ ...text, colour: 'red' })],
    ['the style "body"', canvas({ ...text, style: 'body' })],
    ['an empty text', canvas({ ...text, text: '' })],
    ['a button without an action', canvas({ type: 'button', id: 'a', label: 'A' })],
    ['a button without an id', canvas({ type: 'button', label: 'A', action: { type: 'submit' } })],
    ['a sheet, which is the Messenger’s', canvas({ ...button, action: { type: 'sheet', url: 'https://x.example' } })],
    ['a script for an address', canvas({ ...button, action: { type: 'url', url: 'javascript:alert(1)' } })],
    ['two components of one id', canvas(button, button)],
    [
      'an item and a button of one id',
      canvas(button, { type: 'list', items: [{ type: 'item', id: 'a', title: 'A' }] }),
    ],
    ['an empty list', canvas({ type: 'list', items: [] })],
    ['an item without a title', canvas({ type: 'list', items: [{ type: 'item', id: 'a' }] })],
    ['a dropdown of one', canvas({ type: 'dropdown', id: 'd', options: [option('1')] })],
    [
      'a dropdown of eleven',
      canvas({ type: 'dropdown', id: 'd', options: Array.from({ length: 11 }, (_, i) => option(String(i))) }),
    ],
    ['a checkbox with "options"', canvas({ type: 'checkbox', id: 'c', label: 'C', options: [option('1')] })],
    ['a live canvas', { content_url: 'https://x.example' }],
    ['64 KB of content', canvas(...Array.from({ length: 70 }, () => ({ ...text, text: 'x'.repeat(1_000) })))],
    ['64 KB of stored data', { ...canvas(text), stored_data: { all: 'x'.repeat(70_000) } }],
  ])('refuses %s', (_, one) => {
    expect(problemsOf(one)).not.toEqual([]);
  });
});
