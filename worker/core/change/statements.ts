import { sentenceSpans } from '../text/sentence-spans.ts';

/** One statement of a body: a line, or a block of a line of HTML. `start` and `end` are offsets in the body. */
export interface Statement {
  line: number;
  start: number;
  end: number;
  text: string;
}

const BLOCK = String.raw`<\/?(?:p|li|ul|ol|div|h[1-6]|tr|td|th|table|thead|tbody|blockquote|pre|section|article)(?:\s[^<>]*)?>|<br\s*\/?>`;
/** A line with fewer block tags is one statement with its markup around it. */
const MIN_BLOCK_TAGS = 2;
/** A longer line of blocks is a whole article in one line; only its blocks are statements. */
const MAX_LINE_OF_BLOCKS_CHARS = 2_000;
const HAS_WORDS = /[\p{L}\p{N}]/u;

/** Whether the text has block-level HTML of its own. */
export const hasBlocks = (text: string): boolean => new RegExp(BLOCK, 'iu').test(text);

/** The text without block tags at its ends. */
export const unwrapped = (text: string): string =>
  text.replace(new RegExp(`^(?:\\s*(?:${BLOCK}))+|(?:(?:${BLOCK})\\s*)+$`, 'giu'), '');

const statement = (line: number, start: number, text: string): Statement[] =>
  HAS_WORDS.test(text) ? [{ line, start, end: start + text.length, text }] : [];

const TAG = /<[^<>]{1,2000}>/g;

/** Each sentence of a text with its inline markup, where it has more than one; a tag counts as nothing between words. */
function sentencesOf(text: string, offset: number, line: number): Statement[] {
  const spans = sentenceSpans(text.replace(TAG, (tag) => '\u2060'.repeat(tag.length)));
  if (spans.length < 2) return [];
  return spans.flatMap(({ start, end }) => statement(line, offset + start, text.slice(start, end)));
}

function blocksOf(line: string, offset: number, number: number): Statement[] {
  const tags = [...line.matchAll(new RegExp(BLOCK, 'giu'))];
  if (tags.length < MIN_BLOCK_TAGS) return statement(number, offset, line);
  const bounds = [0, ...tags.flatMap((tag) => [tag.index, tag.index + tag[0].length]), line.length];
  const blocks = line.length > MAX_LINE_OF_BLOCKS_CHARS ? [] : statement(number, offset, line);
  for (let i = 0; i < bounds.length; i += 2) {
    const start = offset + bounds[i]!;
    const text = line.slice(bounds[i], bounds[i + 1]);
    blocks.push(...statement(number, start, text), ...sentencesOf(text, start, number));
  }
  return blocks;
}

/**
 * The statements of a body (plain text, markdown, reStructuredText or HTML) in order: each line with a letter or digit;
 * of a line of HTML blocks also each block and each of its sentences. `line` counts from 1; `body.slice(start, end)` is
 * `text`. A line without blocks is not taken apart: in documentation kept by lines it is the unit of change.
 */
export function statementsOf(body: string): Statement[] {
  const statements: Statement[] = [];
  let offset = 0;
  body.split('\n').forEach((raw, i) => {
    statements.push(...blocksOf(raw.endsWith('\r') ? raw.slice(0, -1) : raw, offset, i + 1));
    offset += raw.length + 1;
  });
  return statements;
}

/** A statement as it is compared for sameness: white space made alike, none at the ends. */
export const normalised = (text: string): string => text.replace(/\s+/g, ' ').trim();
