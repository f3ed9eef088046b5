import type { Article } from '../../../shared/article.ts';
import type { MacroChange } from '../../../shared/gap.ts';
import type { Macro } from '../../../shared/macro.ts';
import { hashText } from '../text/hash.ts';
import { sentences } from '../text/sentences.ts';
import { exchangedIn, type Pair, PLACEHOLDER, restating } from './companions.ts';

/** A reply that states one fact more often than this is no reply; half changed it would contradict itself. */
const MOST_TIMES = 5;

/**
 * The macros that state what a fix exchanges, each changed alike: the smallest change of the sentence or its values; other
 * bytes and every placeholder stay. Only for what everyone may read, since a macro's text goes to any customer, and only
 * macros that every agent shares.
 */
export function companionMacros(
  own: Pick<Article, 'audience'>,
  pairs: readonly Pair[],
  macros: readonly Macro[],
): MacroChange[] {
  if (own.audience !== null) return [];
  return macros.filter(({ isShared }) => isShared).flatMap((macro) => changeOf(macro, pairs) ?? []);
}

function changeOf(macro: Macro, pairs: readonly Pair[]): MacroChange | null {
  let text = macro.text;
  let first: Pair | null = null;
  for (const pair of pairs)
    for (let times = pair.added.includes(pair.removed) ? 1 : MOST_TIMES; times > 0; times--) {
      const found = macro.isHtml ? exchangedIn(text, pair) : exchangedInPlain(text, pair);
      if (!found || placeholders(found.bodyHtml) !== placeholders(text)) break;
      text = found.bodyHtml;
      first ??= found.pair;
    }
  if (!first) return null;
  const { id, title, isHtml } = macro;
  const baseHash = hashText(`${title}\u0000${macro.text}`);
  return { macroId: id, title, isHtml, bodyHtml: text, baseHtml: macro.text, baseHash, ...first };
}

function placeholders(text: string): string {
  return (text.match(PLACEHOLDER) ?? []).join('\n');
}

/** As in an article, of a plain text: a sentence may stand on one line only. */
function exchangedInPlain(text: string, pair: Pair): { bodyHtml: string; pair: Pair } | null {
  const exact = exchangedOnce(text, pair);
  if (exact) return exact;
  const restate = restating(pair);
  for (const line of text.split(/\r?\n/))
    for (const { text: sentence } of sentences(line)) {
      const changed = restate(sentence);
      const found = changed === null ? null : exchangedOnce(text, { removed: sentence, added: changed });
      if (found) return found;
    }
  return null;
}

function exchangedOnce(text: string, pair: Pair): { bodyHtml: string; pair: Pair } | null {
  const at = text.indexOf(pair.removed);
  if (at < 0 || text.includes(pair.removed, at + 1)) return null;
  return { bodyHtml: text.slice(0, at) + pair.added + text.slice(at + pair.removed.length), pair };
}
