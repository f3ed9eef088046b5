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
import { counted, factRows, healthWords } from '../words.ts';

/** The field in which a teammate says why: what is wrong with an article, or why a change is rejected. */
export const REASON_FIELD = 'reason_text';

/** Doubted sentences and sentences of a patch shown at most; the console shows them all. */
const MOST_SENTENCES = 6;

/** One article: its health and why, the change that waits for it, and a way to say that it is wrong. */
export function articleCanvas(article: AdvisedArticle, notice: string | null = null): Canvas {
  const parts: Component[][] = [
    notice === null ? [] : [warning(notice)],
    [header(article.title), muted(healthWords(article.health)), ...table(factRows(article.why))],
    doubtedPart(article),
    article.patch === null ? [] : patchPart(article.patch),
    flagPart(article),
  ];
  return canvas(
    ...parts.filter((part) => part.length > 0).flatMap((part) => [...part, divider]),
    ...link('read', 'Read the article', article.url),
    button(encodeComponentId({ action: 'linked', articleId: article.id }), 'This article helped', 'link'),
    button(encodeComponentId({ action: 'home' }), 'Back', 'link'),
  );
}

function doubtedPart({ id: articleId, why }: AdvisedArticle): Component[] {
  return why.doubted
    .slice(0, MOST_SENTENCES)
    .flatMap(({ line, text, instead, people }) => [
      warning(`In doubt: ${text}`),
      muted(`${counted(people, 'customer')} were told ${instead === null ? 'otherwise.' : `this: ${instead}`}`),
      button(encodeComponentId({ action: 'flag', articleId, line }), 'This sentence is wrong'),
    ]);
}

/** The change in text: what goes, what comes. Whoever may, decides it here; the buttons name exactly this change. */
function patchPart(patch: WaitingPatch): Component[] {
  const hidden = Math.max(0, patch.removed.length - MOST_SENTENCES) + Math.max(0, patch.added.length - MOST_SENTENCES);
  const diff = [
    ...patch.removed.slice(0, MOST_SENTENCES).map((line) => paragraph(`− ${line}`)),
    ...patch.added.slice(0, MOST_SENTENCES).map((line) => paragraph(`+ ${line}`)),
  ];
  const shown = { fixId: patch.fixId, patchHash: patch.patchHash, baseHash: patch.baseHash ?? '' };
  const isWhole = hidden === 0 && patch.mayApprove;
  const more = hidden > 0 ? [muted(`and ${counted(hidden, 'more sentence')}: decide it in Mend.`)] : [];
  return [
    header('A change waits for review'),
    ...diff,
    ...more,
    ...(isWhole
      ? [
          button(encodeComponentId({ action: 'approve', ...shown }), 'Approve and publish', 'primary'),
          button(encodeComponentId({ action: 'reject', ...shown }), 'Reject, with the reason below'),
          button(encodeComponentId({ action: 'stage', ...shown }), 'Put it beside the article as a draft'),
        ]
      : [muted('A support lead decides it in Mend.')]),
  ];
}

function flagPart({ id, patch }: AdvisedArticle): Component[] {
  const label = patch?.mayApprove ? 'Why is the article, or the change, wrong?' : 'What is wrong with the article?';
  return [
    textarea(REASON_FIELD, label, '', 'The limit is 30 days now, not 14'),
    button(encodeComponentId({ action: 'flag', articleId: id, line: null }), 'Flag the article'),
  ];
}
