import { normalizeHtml } from '../../core/html/normalize.ts';
import { readsSame, shownLines } from '../../core/html/shown.ts';

interface Text {
  title: string;
  bodyHtml: string;
}

/** Whether the live text is the one that was read before, tag by tag, whatever the helpdesk adds to markup by itself. */
export function isSame(live: Text, known: Text): boolean {
  return live.title === known.title && normalizeHtml(live.bodyHtml) === normalizeHtml(known.bodyHtml);
}

/** Whether the live text is what was sent, as a reader sees it: helpdesks store what they are sent in markup of their own. */
export function isAsSent(live: Text, sent: Text): boolean {
  return isSameTitle(live, sent) && readsSame(live.bodyHtml, sent.bodyHtml);
}

/** The same of a plain text: its title and its lines, however they end. */
export function isSamePlain(live: Text, sent: Text): boolean {
  return live.title === sent.title && live.bodyHtml.replaceAll('\r\n', '\n') === sent.bodyHtml.replaceAll('\r\n', '\n');
}

/** Ours with something missing: every line that stands is one we sent, but a line we sent does not stand. */
export function isStripped(live: Text, sent: Text): boolean {
  const lines = linesOf(live.bodyHtml);
  const said = linesOf(sent.bodyHtml);
  const stand = new Set(lines);
  const isOurs = lines.length > 0 && new Set([...said, ...lines]).size === new Set(said).size;
  return isSameTitle(live, sent) && isOurs && said.some((line) => !stand.has(line));
}

/** A title is one line: white space at its ends or doubled is no reader's difference. */
function isSameTitle(a: Text, b: Text): boolean {
  return evenLine(a.title) === evenLine(b.title);
}

const evenLine = (title: string): string => title.trim().split(/\s+/).join(' ');

function linesOf(html: string): string[] {
  return shownLines(html).map(({ text }) => text);
}
