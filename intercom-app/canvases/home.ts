import type { Advice, AdviceState, Contradiction } from '../../shared/advice.ts';
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
import { gapWords, healthWords, knownIssueWords, percent } from '../words.ts';
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

const QUIET: Record<Exclude<AdviceState, 'ready'>, string> = {
  nothing_to_say: 'Nothing to say here: no article is near, and nothing is known to be wrong.',
  language_unsupported: 'Mend lists articles in this language, and suggests replies in English alone.',
  unknown_conversation: 'Intercom has no conversation of this number any more.',
  not_read_yet: 'This conversation is still being read. Refresh in a moment.',
  not_connected: 'Mend is not connected to this workspace, or is paused. An admin can connect it again.',
};

/** The first canvas: what is wrong and known comes first, then the reply, the articles and the one question. */
export function homeCanvas({ advice, contradictions, notice }: HomeView): Canvas {
  const parts: Component[][] = [
    notice === null ? [] : [paragraph(notice)],
    advice.state === 'ready' ? [] : [muted(QUIET[advice.state])],
    knownIssuePart(advice),
    gapPart(advice),
    contradictions.slice(0, 1).flatMap(contradictionPart),
    replyPart(advice.reply),
    articlePart(advice),
    questionPart(advice.question),
  ];
  return canvas(...parts.filter((part) => part.length > 0).flatMap((part) => [...part, divider]), ...footer());
}

/** What every canvas ends with. */
export function footer(): Component[] {
  return [
    button(encodeComponentId({ action: 'home' }), 'Refresh', 'link'),
    button(encodeComponentId({ action: 'console' }), 'Open Mend', 'link'),
  ];
}

function knownIssuePart({ knownIssue }: Advice): Component[] {
  if (!knownIssue) return [];
  const around = knownIssue.workaround === null ? [] : [paragraph(`Until it is mended: ${knownIssue.workaround}`)];
  return [header(`Known issue: ${knownIssue.title}`), paragraph(knownIssueWords(knownIssue)), ...around];
}

function gapPart({ gap }: Advice): Component[] {
  if (!gap) return [];
  const { what, who } = gapWords(gap);
  return [warning(what), muted(who)];
}

function articlePart({ articles }: Advice): Component[] {
  const seen = new Set<string>();
  const fresh = articles.filter(({ id }) => !seen.has(id) && seen.add(id)).slice(0, MOST_ARTICLES);
  const items = fresh.map(({ id, title, health, score }) =>
    item(encodeComponentId({ action: 'article', articleId: id }), title, healthWords(health), `fits ${percent(score)}`),
  );
  return items.length === 0 ? [] : [header('Articles'), ...list(items)];
}
