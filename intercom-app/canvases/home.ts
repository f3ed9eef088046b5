import type { Advice, Contradiction } from '../../shared/advice.ts';
import { encodeComponentId } from '../component-id.ts';
import {
  button,
  type Canvas,
  type Component,
  canvas,
  divider,
  header,
  item,
  list,
  muted,
  paragraph,
  warning,
} from '../kit.ts';
import { type CanvasWords, gapWords, knownIssueWords } from '../words.ts';
import { contradictionPart } from './contradiction.ts';
import { questionPart } from './question.ts';
import { replyPart } from './reply.ts';

/** What a teammate sees beside a conversation; `notice` says what their last press did. */
export interface HomeView {
  advice: Advice;
  contradictions: readonly Contradiction[];
  notice: string | null;
}

/** Articles listed at most: what comes after them is rarely the one. */
const MOST_ARTICLES = 5;

/** The first canvas: what is wrong and known comes first, then the reply, the articles and the one question. */
export function homeCanvas(words: CanvasWords, { advice, contradictions, notice }: HomeView): Canvas {
  const parts: Component[][] = [
    notice === null ? [] : [paragraph(notice)],
    advice.state === 'ready' ? [] : [muted(words.t(`quiet.${advice.state}`))],
    knownIssuePart(words, advice),
    gapPart(words, advice),
    contradictions.slice(0, 1).flatMap((found) => contradictionPart(words, found)),
    replyPart(words, advice.reply),
    articlePart(words, advice),
    questionPart(words, advice.question),
  ];
  return canvas(...parts.filter((part) => part.length > 0).flatMap((part) => [...part, divider]), ...footer(words));
}

/** What every canvas ends with. */
export function footer({ t }: CanvasWords): Component[] {
  return [
    button(encodeComponentId({ action: 'home' }), t('home.refresh'), 'link'),
    button(encodeComponentId({ action: 'console' }), t('home.open'), 'link'),
  ];
}

function knownIssuePart(words: CanvasWords, { knownIssue }: Advice): Component[] {
  if (!knownIssue) return [];
  const { t } = words;
  const { title, workaround } = knownIssue;
  const around = workaround === null ? [] : [paragraph(t('issue.workaround', { text: workaround }))];
  return [header(t('issue.title', { title })), paragraph(knownIssueWords(words, knownIssue)), ...around];
}

function gapPart(words: CanvasWords, { gap }: Advice): Component[] {
  if (!gap) return [];
  const { what, who } = gapWords(words, gap);
  return [warning(what), muted(who)];
}

function articlePart({ t, percent }: CanvasWords, { articles }: Advice): Component[] {
  const seen = new Set<string>();
  const fresh = articles.filter(({ id }) => !seen.has(id) && seen.add(id)).slice(0, MOST_ARTICLES);
  const items = fresh.map(({ id, title, health, score }) =>
    item(
      encodeComponentId({ action: 'article', articleId: id }),
      title,
      t(`health.${health}`),
      t('home.fits', { share: percent(score) }),
    ),
  );
  return items.length === 0 ? [] : [header(t('home.articles')), ...list(items)];
}
