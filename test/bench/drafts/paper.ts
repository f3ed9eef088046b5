import { plainText } from '../../../worker/core/html/plain.ts';

export interface Paper {
  name: string;
  title: string;
  bodyHtml: string;
  evidence: readonly { conversationId: string; quote: string }[];
  dropped?: readonly { text: string; why: string }[];
}

/** A draft as a person reads it: its text, what agents said, and what was left out. */
export function onPaper({ name, title, bodyHtml, evidence, dropped = [] }: Paper): string {
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
    ...(dropped.length > 0 ? ['', 'Left out:', '', ...dropped.map((d) => `- ${d.text} (${d.why})`)] : []),
    '',
    '</details>',
    '',
  ].join('\n');
}
