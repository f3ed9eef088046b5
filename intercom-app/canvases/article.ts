import type { AdvisedArticle, WaitingPatch } from '../../shared/advice.ts';
import { encodeComponentId } from '../component-id.ts';
import {
  button,
  type Canvas,
  type Component,
  canvas,
  divider,
  header,
  link,
  muted,
  paragraph,
  table,
  textarea,
  warning,
} from '../kit.ts';
import { type CanvasWords, factRows } from '../words.ts';

/** The field in which a teammate says why: what is wrong with an article, or why a change is rejected. */
export const REASON_FIELD = 'reason_text';

/** Doubted sentences and sentences of a patch shown at most; the console shows them all. */
const MOST_SENTENCES = 6;

/**
 * What stands on the helpdesk's own stage beside the article: the change as it is, or what a person made of it there, by the
 * sentences that go and come; `hash` names what was shown.
 */
export type Staged = { isOurs: true } | { isOurs: false; removed: string[]; added: string[]; hash: string };

/** What an article's card shows besides the article. */
export interface ArticleExtras {
  staged: Staged | null;
  notice: string | null;
}

/** One article: its health and why, the change that waits for it, and a way to say that it is wrong. */
export function articleCanvas(
  words: CanvasWords,
  article: AdvisedArticle,
  { staged, notice }: ArticleExtras = { staged: null, notice: null },
): Canvas {
  const { t } = words;
  const parts: Component[][] = [
    notice === null ? [] : [warning(notice)],
    [header(article.title), muted(t(`health.${article.health}`)), ...table(factRows(words, article.why))],
    doubtedPart(words, article),
    article.patch === null ? [] : patchPart(words, article.patch, staged),
    flagPart(words, article),
  ];
  return canvas(
    ...parts.filter((part) => part.length > 0).flatMap((part) => [...part, divider]),
    ...link('read', t('article.read'), article.url),
    button(encodeComponentId({ action: 'linked', articleId: article.id }), t('article.helped'), 'link'),
    button(encodeComponentId({ action: 'home' }), t('back'), 'link'),
  );
}

function doubtedPart({ t }: CanvasWords, { id: articleId, why }: AdvisedArticle): Component[] {
  return why.doubted
    .slice(0, MOST_SENTENCES)
    .flatMap(({ line, text, instead, people: count }) => [
      warning(t('article.doubted', { text })),
      muted(instead === null ? t('article.told', { count }) : t('article.toldThis', { count, text: instead })),
      button(encodeComponentId({ action: 'flag', articleId, line }), t('article.sentenceWrong')),
    ]);
}

/** The change in text: what goes, what comes. Whoever may, decides it here; the buttons name exactly this change. */
function patchPart({ t }: CanvasWords, patch: WaitingPatch, staged: Staged | null): Component[] {
  const hidden = Math.max(0, patch.removed.length - MOST_SENTENCES) + Math.max(0, patch.added.length - MOST_SENTENCES);
  const shown = { fixId: patch.fixId, patchHash: patch.patchHash, baseHash: patch.baseHash ?? '' };
  const isWhole = hidden === 0 && patch.mayApprove;
  const more = hidden > 0 ? [muted(t('article.more', { count: hidden }))] : [];
  const press = (action: 'approve' | 'reject' | 'stage') => encodeComponentId({ action, ...shown });
  const decisions = [
    button(press('approve'), t('article.approve'), 'primary'),
    button(press('reject'), t('article.reject')),
    ...(staged === null ? [button(press('stage'), t('article.stage'))] : stagedPart(t, shown, staged)),
  ];
  return [
    header(t('article.patch')),
    ...diffPart(patch),
    ...more,
    ...(isWhole ? decisions : [muted(t('article.leadDecides'))]),
  ];
}

/** The draft on the stage; where a person worded it otherwise, whose wording is to hold. */
function stagedPart(
  t: CanvasWords['t'],
  shown: { fixId: string; patchHash: string; baseHash: string },
  staged: Staged,
): Component[] {
  if (staged.isOurs) return [muted(t('article.staged'))];
  const press = (action: 'adopt' | 'unstage') => encodeComponentId({ action, ...shown, stagedHash: staged.hash });
  return [
    warning(t('article.stagedEdited')),
    ...diffPart(staged),
    button(press('adopt'), t('article.adopt')),
    button(press('unstage'), t('article.unstage')),
  ];
}

const diffPart = ({ removed, added }: { removed: string[]; added: string[] }): Component[] => [
  ...removed.slice(0, MOST_SENTENCES).map((line) => paragraph(`− ${line}`)),
  ...added.slice(0, MOST_SENTENCES).map((line) => paragraph(`+ ${line}`)),
];

function flagPart({ t }: CanvasWords, { id, patch }: AdvisedArticle): Component[] {
  const label = t(patch?.mayApprove ? 'article.whyChange' : 'article.why');
  return [
    textarea(REASON_FIELD, label, '', t('article.example')),
    button(encodeComponentId({ action: 'flag', articleId: id, line: null }), t('article.flag')),
  ];
}
