import { normalizeHtml } from '../../core/html/normalize.ts';
import { plainText } from '../../core/html/plain.ts';

interface Text {
  title: string;
  bodyHtml: string;
}

/** Whether the live article is what was sent, whatever the helpdesk adds to markup by itself on saving. */
export function isSame(live: Text, sent: Text): boolean {
  return live.title === sent.title && normalizeHtml(live.bodyHtml) === normalizeHtml(sent.bodyHtml);
}

/** The same of a plain text: its title and its lines, however they end. */
export function isSamePlain(live: Text, sent: Text): boolean {
  return live.title === sent.title && live.bodyHtml.replaceAll('\r\n', '\n') === sent.bodyHtml.replaceAll('\r\n', '\n');
}

/** Ours with something missing: every line that stands is one we sent, but not every line we sent stands. */
export function isStripped(live: Text, sent: Text): boolean {
  const lines = linesOf(live.bodyHtml);
  const said = new Set(linesOf(sent.bodyHtml));
  return live.title === sent.title && lines.length > 0 && lines.every((line) => said.has(line));
}

function linesOf(html: string): string[] {
  return plainText(html)
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
}
