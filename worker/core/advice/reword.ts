import type { RewordRefusal, Wording } from '../../../shared/advice.ts';
import type { StoredFix } from '../../../shared/gap.ts';
import { checkContent } from '../gates/check-content.ts';
import { blocksOf, replaceText } from '../html/blocks.ts';
import { NOBODY } from '../redact/known.ts';

/**
 * A patch with sentences of it worded anew, each in the one block where it stands, every other byte as it was; else why not.
 * The content gates look at the whole of it as they did at ours; only `ungrounded` is no refusal: who words it stands for it.
 */
export function reworded(
  { baseHtml, bodyHtml, evidence }: Pick<StoredFix, 'baseHtml' | 'bodyHtml' | 'evidence'>,
  wordings: readonly Wording[],
): { html: string } | { refused: RewordRefusal[] } {
  let html = bodyHtml;
  for (const { from, to } of wordings) {
    if (from === to) continue;
    const next = inItsBlock(html, from, to);
    if (next === null) return { refused: ['stuck'] };
    html = next;
  }
  const { problems } = checkContent({ baseHtml, nextHtml: html, quotes: evidence, knownNames: NOBODY });
  const refused = [...new Set(problems.flatMap(({ rule }) => (rule === 'ungrounded' ? [] : [rule])))];
  return refused.length > 0 ? { refused } : { html };
}

/** Names are not known here: numbers and addresses are found all the same. */
/** Null where the sentence stands nowhere or more than once, or where the change runs across bold words or a link. */
function inItsBlock(html: string, from: string, to: string): string | null {
  const places = blocksOf(html).filter((block) => block.text.includes(from));
  const [place] = places;
  return place && places.length === 1 ? replaceText(html, place, from, to) : null;
}
