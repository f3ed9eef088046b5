import { contentWords } from '../gates/grounding.ts';
import { blocksOf } from '../html/blocks.ts';
import { plainText } from '../html/plain.ts';

/** Share of a template's words that one saved reply must hold to say it already. Stated: more than half, less than all. */
const SAID = 0.7;

/** Whether a saved reply (HTML or plain) says already what a proposed template does. */
export function saysAlready(macroText: string, bodyHtml: string): boolean {
  const own = new Set(
    contentWords(
      blocksOf(bodyHtml)
        .map((block) => block.text)
        .join('\n'),
    ),
  );
  const known = new Set(contentWords(/<\w/.test(macroText) ? plainText(macroText) : macroText));
  return own.size > 0 && [...own].filter((word) => known.has(word)).length >= SAID * own.size;
}
