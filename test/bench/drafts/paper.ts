import { inEnglish } from '../../../shared/said/english.ts';
import type { Said } from '../../../shared/said/said.ts';
import { plainText } from '../../../worker/core/html/plain.ts';

export interface Paper {
  name: string;
  title: string;
  bodyHtml: string;
  evidence: readonly { conversationId: string; quote: string }[];
  unsaid?: readonly { text: string; why: Said }[];
}

/** A draft as a person reads it: its text, what agents said, and what was left out. */
export function onPaper({ name, title, bodyHtml, evidence, unsaid = [] }: Paper): string {
  return [
    `## ${title}`,
    `*${name}*`,
    '',
    plainText(
      bodyHtml.replace(/<ol[^>]*>([\s\S]*?)<\/ol>/g, (_, items: string) => {
        let n = 0;
        return items.replace(/<li>/g, () => `<li>${++n}. `);
      }),
    ),
    '',
    '<details><summary>Evidence</summary>',
    '',
    ...evidence.map((q) => `- ${q.conversationId}: ${q.quote.replace(/\s+/g, ' ')}`),
    ...(unsaid.length > 0 ? ['', 'Left out:', '', ...unsaid.map((d) => `- ${d.text} (${inEnglish(d.why)})`)] : []),
    '',
    '</details>',
    '',
  ].join('\n');
}
