import { Parser } from 'htmlparser2';

/** Elements whose content is no text for a reader. */
export const SILENT_TAGS: ReadonlySet<string> = new Set(
  'script style template noscript iframe object embed svg math head title textarea select noembed noframes'.split(' '),
);

/** Elements that begin and end a line. */
export const BLOCK_TAGS: ReadonlySet<string> = new Set(
  (
    'address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer ' +
    'form h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol p pre section summary table tbody td tfoot th thead tr ul'
  ).split(' '),
);

const CELL_TAGS: ReadonlySet<string> = new Set(['td', 'th']);
const CUT_MARK = ' […]';

/**
 * The text of an HTML fragment as a person reads it: a line a block, ` | ` between the cells of a row, entities
 * decoded, white space collapsed except in `pre`, scripts and styles dropped. Linear in the length of the input; any
 * input, also broken markup, gives a string.
 */
export function plainText(html: string): string {
  const out: string[] = [];
  let silent = 0;
  let pre = 0;
  let isLineEmpty = true;
  const breakLine = () => {
    if (!isLineEmpty) out.push('\n');
    isLineEmpty = true;
  };
  const parser = new Parser({
    onopentagname(name) {
      if (SILENT_TAGS.has(name)) silent++;
      if (name === 'pre') pre++;
      if (CELL_TAGS.has(name)) {
        if (!isLineEmpty) out.push(' | ');
      } else if (name === 'br') out.push('\n');
      else if (BLOCK_TAGS.has(name)) breakLine();
    },
    ontext(text) {
      if (silent > 0 || text === '') return;
      const shown = pre > 0 ? text : text.replace(/[ \t\r\n\f\u00a0]+/g, ' ');
      const isSpaced = pre === 0 && (isLineEmpty || /[ \n]$/.test(out.at(-1) ?? ''));
      if (shown === ' ' && isSpaced) return;
      out.push(isSpaced && shown.startsWith(' ') ? shown.slice(1) : shown);
      isLineEmpty = false;
    },
    onclosetag(name) {
      if (SILENT_TAGS.has(name)) silent = Math.max(0, silent - 1);
      if (name === 'pre') pre = Math.max(0, pre - 1);
      if (BLOCK_TAGS.has(name) && !CELL_TAGS.has(name)) breakLine();
    },
  });
  parser.end(html);
  return tidyLines(out.join(''));
}

/** Plain text with its white space as `plainText` leaves it: what one vendor gives as text another gives as HTML. */
export function evenSpaces(text: string): string {
  const even = text.replace(/\r\n?/g, '\n').replace(/[ \t\f\u00a0]+/g, ' ');
  return tidyLines(even.replaceAll('\n ', '\n'));
}

/** At most `maxChars` UTF-16 units: whole where it fits, else cut at a word's end where one is near, with ` […]`. */
export function cutText(text: string, maxChars: number): string {
  if (text.length <= maxChars) return text;
  const room = maxChars - CUT_MARK.length;
  if (room <= 0) return wholeSigns(text, Math.max(0, maxChars));
  const head = wholeSigns(text, room);
  const space = Math.max(head.lastIndexOf(' '), head.lastIndexOf('\n'));
  return (space > room - 40 && space > 0 ? head.slice(0, space) : head).trimEnd() + CUT_MARK;
}

function wholeSigns(text: string, length: number): string {
  const unit = text.charCodeAt(length - 1);
  return text.slice(0, unit >= 0xd800 && unit <= 0xdbff ? length - 1 : length);
}

function tidyLines(text: string): string {
  const lines = text.split('\n').map((line) => line.trimEnd());
  const kept: string[] = [];
  for (const line of lines) if (line !== '' || (kept.length > 0 && kept.at(-1) !== '')) kept.push(line);
  while (kept.at(-1) === '') kept.pop();
  return kept.map((line, at) => (at === 0 ? line.trimStart() : line)).join('\n');
}
