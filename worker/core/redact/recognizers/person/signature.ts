import type { Recognizer } from '../../recognizer.ts';
import type { Span } from '../../span.ts';

const CLOSING =
  /(?<=^|\n)[ \t]{0,9}(?:(?:best|kind|warm|many|with|mit|viele|liebe|beste|freundliche|un|bien|met|saludos|cordiali|distinti|s|very|yours)\s)?(?:regards|wishes|thanks|cheers|sincerely|truly|respectfully|best|thank you|freundlichen grußen|freundlichen grussen|gruße|grusse|gruß|gruss|mfg|saludos?|cordiales|atentamente|cordialement|salutations|atenciosamente|cumprimentos|saluti|vriendelijke groet|groeten|уважением)[,.!]?[ \t]{0,3}\n{1,2}(?<x>(?:[^\n]{1,70}(?:\n|$)){1,5})/giu;

/** The mark of mail programs before a signature. Source: RFC 3676, 4.3. */
const DASHES = /(?<=^|\n)--[ \t]?\n(?<x>(?:[^\n]{1,70}(?:\n|$)){1,5})/gu;

/** The lines below a closing formula, to the next empty one: a name, a title, a company, an address. */
function signatureSpans(text: string): Span[] {
  const spans: Span[] = [];
  for (const match of [...text.matchAll(CLOSING), ...text.matchAll(DASHES)]) {
    const lines = match.groups!.x!.split('\n');
    let at = match.index + match[0].length - match.groups!.x!.length;
    const isLast = text.slice(match.index + match[0].length).trim().length < 200;
    for (const line of lines) {
      if (line.trim() === '' || /[?]$|\bhttps?:/.test(line.trim()) || line.trim().split(/\s+/).length > 7) break;
      if (/[.:]$/.test(line.trim()) && line.trim().split(/\s+/).length > 4) break;
      const lead = line.length - line.trimStart().length;
      if (isLast) spans.push({ start: at + lead, end: at + line.trimEnd().length, kind: 'signature' });
      at += line.length + 1;
    }
  }
  return spans;
}

export const signature: Recognizer = {
  name: 'signature',
  kind: 'signature',
  countries: [],
  covers: 'the lines below a closing formula',
  find: ({ text }) => signatureSpans(text),
};
