import { sentenceTexts } from '../text/sentence-spans.ts';

/** One thing that a note tells, as plain text; `isStep` where the note numbers it. */
export interface NoteItem {
  text: string;
  isStep: boolean;
}

/** A note tells of some dozens of things; what stands behind them is a log of changes. */
const MAX_ITEMS = 60;

const MARK = /^\s{0,20}(?:(\d{1,3})[.)]|[-*+•·–])\s+/u;

/** What the note tells, thing by thing: its title, each entry of a list, each sentence of a paragraph. Without headings and markdown. */
export function itemsOf({ title, text }: { title: string; text: string }): NoteItem[] {
  const items: NoteItem[] = [{ text: unmarked(title), isStep: false }];
  for (const line of text.split('\n')) {
    if (/^\s{0,3}(?:#{1,6}\s|[-=*_]{3,}\s*$)/u.test(line)) continue;
    const mark = MARK.exec(line);
    const said = unmarked(mark ? line.slice(mark[0].length) : line);
    const told = mark ? [said] : sentenceTexts(said);
    items.push(...told.map((one) => ({ text: one.trim(), isStep: mark?.[1] !== undefined })));
  }
  const seen = new Set<string>();
  return items.filter(({ text: one }) => /\p{L}/u.test(one) && !seen.has(one) && seen.add(one)).slice(0, MAX_ITEMS);
}

/** Markdown's marks gone, a link as its words, commit hashes and numbers of issues in brackets left out. */
function unmarked(text: string): string {
  return text
    .replace(/!\[[^\]]{0,300}\]\([^)\s]{0,1000}\)/g, ' ')
    .replace(/\[([^\]]{1,300})\]\([^)\s]{0,1000}\)/g, '$1')
    .replace(/\*\*|__|`/g, '')
    .replace(/\s{2,}/g, ' ')
    .replace(/\s?\((?:#\d{1,7}|[0-9a-f]{7,40})\)/g, '')
    .trim();
}
