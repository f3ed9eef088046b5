import { weightOf } from '../acts/acts.ts';
import { type Passage, passages } from '../acts/passages.ts';
import type { Learned } from '../learning/learned.ts';
import { reading } from '../text/sentences.ts';
import { isFunctionWord, stem, tokens } from '../text/words.ts';

/** Longest section that is put into a reply, in characters; what follows is left to the article's link. */
const MAX_CHARS = 1_200;

/** Blocks before the first heading that only lead in: they belong to what follows. Stated. */
const INTRODUCTION = 2;

/** The section of an article that answers a question best, as plain text; null where the article says nothing. */
export function sectionFor(
  learned: Learned,
  bodyHtml: string,
  question: string,
): { heading: string | null; text: string } | null {
  const all = passages(bodyHtml).filter((passage) => passage.text.trim() !== '');
  const isShort = all.filter((passage) => passage.section === 0).length <= INTRODUCTION;
  const sections = Map.groupBy(all, (passage) => (isShort ? Math.max(1, passage.section) : passage.section));
  const asked = new Set(
    tokens(question)
      .filter((t) => !isFunctionWord(t))
      .map(stem),
  );
  const weighed = [...sections.values()]
    .filter((section) => !section.every((passage) => passage.isHeading))
    .map((section) => ({ section, ...weighedBy(learned, section, asked) }));
  const usual = weighed.reduce((sum, { all }) => sum + all, 0) / Math.max(1, weighed.length);
  const score = ({ all, shared }: { all: number; shared: number }) => shared / Math.sqrt(all + usual || 1);
  const best = weighed.reduce<(typeof weighed)[number] | null>(
    (top, next) => (top === null || score(next) > score(top) ? next : top),
    null,
  )?.section;
  if (!best) return null;
  return { heading: best.find((passage) => passage.heading !== '')?.heading ?? null, text: textOf(best, bodyHtml) };
}

/** Weight of the words of a section, and of those it shares with a question: a short one does not win by being short. */
function weighedBy(
  learned: Learned,
  section: readonly Passage[],
  asked: ReadonlySet<string>,
): { all: number; shared: number } {
  const stems = new Set(section.flatMap((passage) => reading(passage.text).stems));
  let all = 0;
  let shared = 0;
  for (const s of stems) {
    const weight = weightOf(learned, s);
    all += weight;
    if (asked.has(s)) shared += weight;
  }
  return { all, shared };
}

/** The blocks as lines, steps numbered, points marked and rows of a table on a line each, cut where it grows too long. */
function textOf(section: readonly Passage[], bodyHtml: string): string {
  const lines: string[] = [];
  let step = 0;
  let length = 0;
  const rows = new Set<number>();
  for (const passage of section) {
    if (passage.isHeading || passage.tag === 'th') continue;
    if (passage.tag === 'td') {
      const row = rowOf(bodyHtml, passage);
      const cells = section.filter((one) => one.tag === 'td' && rowOf(bodyHtml, one) === row);
      if (rows.has(row)) continue;
      rows.add(row);
      const line = `- ${cells.map(({ text }) => text.replace(/\s+/g, ' ').trim()).join(': ')}`;
      if (lines.length > 0 && length + line.length > MAX_CHARS) break;
      lines.push(line);
      length += line.length;
      continue;
    }
    const text = passage.text.replace(/\s+/g, ' ').trim();
    const isStep = passage.tag === 'li' && isOrdered(bodyHtml, passage.origin[0] ?? 0);
    step = isStep ? step + 1 : 0;
    const line = isStep ? `${step}. ${text}` : passage.tag === 'li' ? `- ${text}` : text;
    if (lines.length > 0 && length + line.length > MAX_CHARS) break;
    lines.push(line);
    length += line.length;
  }
  return lines.join('\n');
}

/** Where the row of a cell begins. */
const rowOf = (html: string, { origin }: Passage): number => html.lastIndexOf('<tr', origin[0] ?? 0);

function isOrdered(html: string, at: number): boolean {
  return html.lastIndexOf('<ol', at) > html.lastIndexOf('<ul', at);
}
