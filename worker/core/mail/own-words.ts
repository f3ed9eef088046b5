import { isDividerAt } from './divider.ts';
import { withoutEnding } from './ending.ts';
import { headerBlockAt } from './header-block.ts';
import { isBlank, type MailLine, textLines } from './lines.ts';
import { Said } from './repeated.ts';
import { isMarkedBelow, replyLineAt } from './reply-line.ts';

/** Marked lines of an author's own (a path of menus, a comparison) are few, and stand in the midst of a sentence. */
const MAX_OWN_MARKED = 4;

/**
 * The words that the author of a mail wrote now: without quotes, forwarded mail, what stands below a mail program's
 * divider or header block, signatures below `--`, footers and legal notices. Answers between quotes stay, and so does
 * what only looks like one of these: a cut needs two independent signs. What others `said` in an earlier turn is a quote in
 * any language. A mail of quotes alone gives ''. Linear in its length.
 */
export function ownWords(text: string, said: Said = new Said()): string {
  return ownWordsOf(textLines(text), said);
}

/** The same of lines that an HTML mail was read into. */
export function ownWordsOf(lines: readonly MailLine[], said: Said = new Said()): string {
  const repeated = said.repeatedLines(lines);
  const isSaidBefore = (from: number): boolean => {
    for (let at = from; at < from + 4 && at < lines.length; at++) if (!isBlank(lines[at])) return repeated[at] === true;
    return false;
  };
  const drop = new Set<number>();
  const end = quoteFrom(lines, drop, isSaidBefore);
  dropMarked(lines, end, drop);
  dropRepeated(lines, end, repeated, said, drop);
  const kept = lines.filter((_, at) => at < end && !drop.has(at));
  return kept
    .slice(0, withoutEnding(kept))
    .map((line) => line.text)
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** The line from which all is quoted; reply lines above marked quotes are dropped on the way. */
function quoteFrom(lines: readonly MailLine[], drop: Set<number>, isSaidBefore: (from: number) => boolean): number {
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]!;
    if (line.isMarked || isBlank(line)) continue;
    if (isDividerAt(lines, at) || headerBlockAt(lines, at, isSaidBefore) !== null) return at;
    const reply = replyLineAt(lines, at);
    if (!reply) continue;
    if (!isMarkedBelow(lines, reply.to)) return reply.from;
    for (let one = reply.from; one < reply.to; one++) drop.add(one);
  }
  return lines.length;
}

/** Drops marked runs, except those that an author's own sentence runs through. */
function dropMarked(lines: readonly MailLine[], end: number, drop: Set<number>): void {
  let hasQuote = false;
  for (let at = 0; at < end; at++) {
    if (!lines[at]!.isMarked) continue;
    let to = at;
    while (to < end && lines[to]!.isMarked) to++;
    if (hasQuote || !isOwnRun(lines, at, to, drop)) {
      hasQuote = true;
      for (let one = at; one < to; one++) drop.add(one);
    }
    at = to;
  }
}

function isOwnRun(lines: readonly MailLine[], from: number, to: number, drop: ReadonlySet<number>): boolean {
  const before = lines[from - 1];
  if (before === undefined || isBlank(before) || drop.has(from - 1) || to - from > MAX_OWN_MARKED) return false;
  return !lines[from]!.isSure && !/[.!?。…)]\s*$/.test(before.text);
}

/**
 * Drops what an earlier turn says word for word, and what introduces it. Where nothing else is said the author says it
 * again, and it stays.
 */
function dropRepeated(
  lines: readonly MailLine[],
  end: number,
  repeated: readonly boolean[],
  said: Said,
  drop: Set<number>,
): void {
  if (said.isEmpty) return;
  const more = new Set<number>();
  for (let at = 0; at < end; at++) if (repeated[at] && !drop.has(at)) more.add(at);
  if (more.size === 0) return;
  for (const at of [...more]) {
    for (let below = at + 1; below < end && (isBlank(lines[below]) || said.isLine(lines[below]!.text)); below++)
      more.add(below);
    let above = at - 1;
    while (above >= 0 && isBlank(lines[above])) above--;
    if (above >= 0 && /[:：]\s*$/.test(lines[above]!.text)) more.add(above);
  }
  const isAll = lines.every((line, at) => at >= end || drop.has(at) || more.has(at) || isBlank(line));
  if (!isAll) for (const at of more) drop.add(at);
}
