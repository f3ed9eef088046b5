import { Parser } from 'htmlparser2';
import { escapeText } from '../text/escape.ts';
import { BLOCK_TAGS, isRunIn, LABEL_TAGS, SILENT_TAGS } from './plain.ts';
import { shallow } from './shallow.ts';
import { isUnseen, raised, UNSEEN_SIGNS } from './visible.ts';
import { type WordEdit, wordEdits } from './word-edits.ts';

/**
 * One text-bearing block of an article. `start`/`end` bound its inner HTML, `outerStart`/`outerEnd` the element with
 * its tags, as offsets in UTF-16 units of the source. `text` is what stands in it directly (nested blocks are blocks of
 * their own), white space collapsed except in `pre`. `headings` are the headings above it, outermost first. Text
 * outside of any element has the tag `#root`.
 */
export interface Block {
  index: number;
  tag: string;
  start: number;
  end: number;
  outerStart: number;
  outerEnd: number;
  text: string;
  headings: string[];
}

/** One stretch of source that shows as one stretch of text, without a tag inside. */
interface Run {
  start: number;
  end: number;
  text: string;
  node: number;
  /** A bold label ended right before. */
  isAfterLabel: boolean;
}

/** Where in the source one unit of shown text comes from. */
type Place = Omit<Run, 'text' | 'isAfterLabel'>;

interface OpenBlock extends Omit<Block, 'index' | 'text' | 'headings'> {
  runs: Run[];
}

const HEADING = /^h[1-6]$/;

/** The text-bearing blocks of an article in the order of the source. Broken markup gives what a browser would show. */
export function blocksOf(html: string): Block[] {
  const headings: { level: number; text: string }[] = [];
  return openBlocks(html).map(({ runs, ...place }, index) => {
    const text = shownText(runs, place.tag).text.trim();
    const above = headings.map((heading) => heading.text);
    if (HEADING.test(place.tag)) {
      const level = Number(place.tag[1]);
      while (headings.length > 0 && headings.at(-1)!.level >= level) headings.pop();
      above.splice(headings.length);
      headings.push({ level, text });
    }
    return { index, ...place, text, headings: above };
  });
}

/**
 * The article with `from` replaced by `to` in one block: the smallest change, words that both share stay as they are,
 * every other byte too. `to` is text, not HTML. Null where `from` is not in the block's text exactly once, or where the
 * change would run across a tag; words that differ within their own tags are changed each by itself.
 */
export function replaceText(html: string, block: Block, from: string, to: string): string | null {
  const found = openBlocks(html).find((b) => b.start === block.start && b.end === block.end && b.tag === block.tag);
  const wanted = block.tag === 'pre' ? from : from.replace(/[ \t\r\n\f\u00a0]+/g, ' ');
  if (!found || wanted.trim() === '') return null;
  const { text, places } = shownText(found.runs, block.tag);
  const at = text.indexOf(wanted);
  if (at < 0 || text.indexOf(wanted, at + 1) >= 0) return null;
  const { head, tail } = sharedEnds(wanted, to);
  const first = at + head;
  const last = at + wanted.length - tail - 1;
  const middle = escapeText(to.slice(head, to.length - tail));
  if (last < first) {
    const place = places[Math.max(0, first - 1)]!;
    const offset = first === 0 ? place.start : place.end;
    return html.slice(0, offset) + middle + html.slice(offset);
  }
  const [a, z] = [places[first]!, places[last]!];
  if (a.node === z.node) return html.slice(0, a.start) + middle + html.slice(z.end);
  const isOneWord = !/\s/.test(wanted.slice(head, wanted.length - tail));
  const edits = isOneWord
    ? [{ from: head, to: wanted.length - tail, text: to.slice(head, to.length - tail) }]
    : wordEdits(wanted, to);
  return edits && replaceWords(html, places.slice(at, at + wanted.length), edits);
}

/**
 * Each edited word within its own tags. A word that tags run through (`<span>3</span><span>0</span>`) is put where it
 * begins, and an element that holds nothing any more goes.
 */
function replaceWords(html: string, places: readonly Place[], edits: readonly WordEdit[]): string {
  let out = html;
  for (const { from, to, text } of edits.toReversed()) {
    const word = places.slice(from, to);
    for (let end = word.length; end > 0; ) {
      let start = end - 1;
      while (start > 0 && word[start - 1]!.node === word[start]!.node) start--;
      const put = start === 0 ? escapeText(text) : '';
      const before = out.slice(0, word[start]!.start) + put;
      out = withoutEmptied(before, out.slice(word[end - 1]!.end), put === '');
      end = start;
    }
  }
  return out;
}

/** Both halves of the source joined; where nothing is left between a tag's beginning and its end, without that tag. */
function withoutEmptied(before: string, after: string, isEmptied: boolean): string {
  const opened = isEmptied ? /<([a-z][a-z0-9]{0,20})(?:\s[^<>]{0,500})?>$/i.exec(before.slice(-600)) : null;
  const closed = opened ? /^<\/([a-z][a-z0-9]{0,20})\s{0,9}>/i.exec(after.slice(0, 40)) : null;
  if (!opened || !closed || opened[1]!.toLowerCase() !== closed[1]!.toLowerCase()) return before + after;
  return before.slice(0, before.length - opened[0].length) + after.slice(closed[0].length);
}

const INSERTED_TAG: Readonly<Record<string, string>> = { li: 'li', dt: 'dd', dd: 'dd' };
const NO_SIBLING: ReadonlySet<string> = new Set(['td', 'th', 'caption', 'summary', 'figcaption', 'legend', '#root']);

/**
 * The article with a block of plain `text` added right after `block`: a step after a step, else a paragraph, indented
 * as the block is. Null where nothing may follow (table cells, text outside of any element).
 */
export function insertAfter(html: string, block: Block, text: string, tag?: 'li' | 'p' | 'pre'): string | null {
  if (NO_SIBLING.has(block.tag)) return null;
  const name = tag ?? INSERTED_TAG[block.tag] ?? 'p';
  if ((name === 'li') !== (block.tag === 'li')) return null;
  const indent = /\n[ \t]{0,200}$/.exec(html.slice(Math.max(0, block.outerStart - 201), block.outerStart))?.[0] ?? '';
  const added = `${indent}<${name}>${escapeText(text)}</${name}>`;
  return html.slice(0, block.outerEnd) + added + html.slice(block.outerEnd);
}

/** The article without `block` and the white space before it; a list that has no step left goes with it. */
export function removeBlock(html: string, block: Block): string | null {
  if (NO_SIBLING.has(block.tag)) return null;
  let before = html.slice(0, block.outerStart);
  let after = html.slice(block.outerEnd);
  const indent = /\n[ \t]{0,200}$/.exec(before.slice(-201))?.[0].length ?? 0;
  const opened = /<(ol|ul|dl)\b[^<>]{0,500}>\s{0,200}$/i.exec(before.slice(-800));
  const closed = /^\s{0,200}<\/(ol|ul|dl)\s{0,9}>/i.exec(after.slice(0, 500));
  if (opened && closed && opened[1]!.toLowerCase() === closed[1]!.toLowerCase()) {
    before = before.slice(0, before.length - opened[0].length);
    after = after.slice(closed[0].length);
  } else before = before.slice(0, before.length - indent);
  return before + after;
}

function openBlocks(html: string): OpenBlock[] {
  const root: OpenBlock = { tag: '#root', start: 0, end: html.length, outerStart: 0, outerEnd: html.length, runs: [] };
  const done: OpenBlock[] = [];
  const stack = [root];
  const unseen: number[] = [];
  let depth = 0;
  let sup = 0;
  let isAfterLabel = false;
  let node = 0;
  const parser = new Parser({
    onopentagname: () => {
      node++;
    },
    onopentag(tag, attributes) {
      depth++;
      if (SILENT_TAGS.has(tag) || isUnseen(tag, attributes)) unseen.push(depth);
      if (tag === 'sup') sup++;
      if (!BLOCK_TAGS.has(tag)) return;
      const inner = parser.endIndex + 1;
      stack.push({ tag, start: inner, end: inner, outerStart: parser.startIndex, outerEnd: inner, runs: [] });
    },
    ontext(text) {
      if (unseen.length > 0) return;
      const place = { start: parser.startIndex, end: parser.endIndex + 1, node };
      stack.at(-1)!.runs.push({ ...place, text: sup > 0 ? raised(text) : text, isAfterLabel });
      isAfterLabel = false;
    },
    onclosetag(tag, isImplied) {
      node++;
      if (unseen.at(-1) === depth) unseen.pop();
      depth--;
      if (tag === 'sup') sup = Math.max(0, sup - 1);
      isAfterLabel = LABEL_TAGS.has(tag);
      if (!BLOCK_TAGS.has(tag) || stack.length === 1 || stack.at(-1)!.tag !== tag) return;
      const block = stack.pop()!;
      block.end = Math.max(block.start, isImplied ? closeOffset(html, parser.startIndex) : parser.startIndex);
      block.outerEnd = isImplied ? block.end : parser.endIndex + 1;
      done.push(block);
    },
    oncomment: () => {
      node++;
    },
  });
  parser.end(shallow(html));
  done.push(root);
  return done
    .filter((block) => block.runs.some((run) => run.text.trim() !== ''))
    .sort((a, b) => a.outerStart - b.outerStart || b.outerEnd - a.outerEnd);
}

function closeOffset(html: string, offset: number): number {
  return Math.min(html.length, offset);
}

/** Text as shown, and for each of its units the source it comes from: an entity is one unit from several. */
function shownText(runs: readonly Run[], tag: string): { text: string; places: Place[] } {
  const signs: string[] = [];
  const places: Place[] = [];
  for (const run of runs) {
    if (run.isAfterLabel && isRunIn(signs.slice(-4).join(''), run.text)) {
      signs.push(' ');
      places.push({ start: run.start, end: run.start, node: run.node });
    }
    const isVerbatim = run.text.length === run.end - run.start;
    for (let at = 0; at < run.text.length; at++) {
      const start = isVerbatim ? run.start + at : run.start;
      const end = isVerbatim ? start + 1 : run.end;
      const sign = run.text[at]!;
      if (UNSEEN_SIGNS.test(sign)) continue;
      const isSpace = tag !== 'pre' && /[ \t\r\n\f\u00a0]/.test(sign);
      const previous = places.at(-1);
      if (isSpace && previous && signs.at(-1) === ' ') {
        if (previous.node === run.node) previous.end = end;
        continue;
      }
      signs.push(isSpace ? ' ' : sign);
      places.push({ start, end, node: run.node });
    }
  }
  return { text: signs.join(''), places };
}

/** How many units both texts share at the beginning and at the end, never cutting a word in two. */
function sharedEnds(from: string, to: string): { head: number; tail: number } {
  const most = Math.min(from.length, to.length);
  let head = 0;
  while (head < most && from[head] === to[head]) head++;
  let tail = 0;
  while (tail < most - head && from[from.length - 1 - tail] === to[to.length - 1 - tail]) tail++;
  const isWord = (unit: string | undefined) => unit !== undefined && /[\p{L}\p{M}\p{N}\ud800-\udfff]/u.test(unit);
  const splitsHead = () => isWord(from[head - 1]) && (isWord(from[head]) || isWord(to[head]));
  const splitsTail = () => {
    const [a, b] = [from[from.length - tail - 1], to[to.length - tail - 1]];
    return isWord(from[from.length - tail]) && (isWord(a) || isWord(b));
  };
  while (head > 0 && splitsHead()) head--;
  while (tail > 0 && splitsTail()) tail--;
  return { head, tail };
}
