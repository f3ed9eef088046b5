/** One statement of a body: a line, or a block of a line of HTML. `start` and `end` are offsets in the body. */
export interface Statement {
  line: number;
  start: number;
  end: number;
  text: string;
}

const BLOCK = String.raw`<\/?(?:p|li|ul|ol|div|h[1-6]|tr|td|th|table|thead|tbody|blockquote|pre|section|article)(?:\s[^>]*)?>|<br\s*\/?>`;
/** A line with fewer block tags is one statement with its markup around it. */
const MIN_BLOCK_TAGS = 2;
const HAS_WORDS = /[\p{L}\p{N}]/u;

/** Whether the text has block-level HTML of its own. */
export const hasBlocks = (text: string): boolean => new RegExp(BLOCK, 'iu').test(text);

function blocksOf(line: string, offset: number, number: number): Statement[] {
  const tags = [...line.matchAll(new RegExp(BLOCK, 'giu'))];
  if (tags.length < MIN_BLOCK_TAGS) return [];
  const edges = tags.flatMap((tag) => [tag.index, tag.index + tag[0].length]);
  const bounds = [0, ...edges, line.length];
  const blocks: Statement[] = [];
  for (let i = 0; i < bounds.length; i += 2) {
    const text = line.slice(bounds[i], bounds[i + 1]);
    if (HAS_WORDS.test(text))
      blocks.push({ line: number, start: offset + bounds[i]!, end: offset + bounds[i + 1]!, text });
  }
  return blocks;
}

/**
 * The statements of a body (plain text, markdown, reStructuredText or HTML) in order: each line with a letter or digit,
 * and of a line of HTML also each of its blocks. `line` counts from 1; `body.slice(start, end)` is `text`.
 */
export function statementsOf(body: string): Statement[] {
  const statements: Statement[] = [];
  let offset = 0;
  body.split('\n').forEach((raw, i) => {
    const text = raw.endsWith('\r') ? raw.slice(0, -1) : raw;
    if (HAS_WORDS.test(text)) {
      statements.push(
        { line: i + 1, start: offset, end: offset + text.length, text },
        ...blocksOf(text, offset, i + 1),
      );
    }
    offset += raw.length + 1;
  });
  return statements;
}

/** A statement as it is compared for sameness: white space made alike, none at the ends. */
export const normalised = (text: string): string => text.replace(/\s+/g, ' ').trim();
