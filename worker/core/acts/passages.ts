import { Parser } from 'htmlparser2';
import { shallow } from '../html/shallow.ts';

/** Elements whose content is a line of its own. Source: HTML's flow content, as help centers use it. */
const BLOCKS = new Set(
  'address article aside blockquote body dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul br'.split(
    ' ',
  ),
);
const UNREAD = new Set(['script', 'style', 'template', 'noscript', 'svg']);
const ENTITY = /&(#x[0-9a-f]+|#\d+|[a-z]+\d*);/giu;
const NAMED: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  hellip: '…',
  ndash: '–',
  mdash: '—',
  rsquo: '’',
  lsquo: '‘',
  rdquo: '”',
  ldquo: '“',
};

/** One block's text. `origin[i]` is the offset in the HTML of character i of `text`; `section` counts the headings before it. */
export interface Passage {
  text: string;
  origin: number[];
  tag: string;
  section: number;
  heading: string;
  isHeading: boolean;
}

/** Lines of an article in order of reading, entities decoded, with the place of every character in the source. */
export function passages(html: string): Passage[] {
  const found: Passage[] = [];
  let text = '';
  let origin: number[] = [];
  let section = 0;
  let heading = '';
  let unread = 0;
  const open: string[] = [];
  const flush = (): void => {
    const tag = open.findLast((t) => BLOCKS.has(t)) ?? 'p';
    const isHeading = /^h[1-6]$/.test(tag);
    if (text.trim()) {
      if (isHeading) {
        section++;
        heading = text.trim();
      }
      found.push({ text, origin, tag, section, heading, isHeading });
    }
    text = '';
    origin = [];
  };
  const parser = new Parser(
    {
      onopentag(name) {
        if (BLOCKS.has(name)) flush();
        if (UNREAD.has(name)) unread++;
        open.push(name);
      },
      onclosetag(name) {
        if (BLOCKS.has(name)) flush();
        if (UNREAD.has(name)) unread--;
        const at = open.lastIndexOf(name);
        if (at >= 0) open.length = at;
      },
      ontext(raw) {
        if (unread > 0) return;
        const start = parser.startIndex;
        let at = 0;
        for (const match of raw.matchAll(ENTITY)) {
          append(raw.slice(at, match.index), start + at, false);
          append(decoded(match[0], match[1] ?? ''), start + match.index, true);
          at = match.index + match[0].length;
        }
        append(raw.slice(at), start + at, false);
      },
    },
    { decodeEntities: false, lowerCaseTags: true },
  );
  const append = (piece: string, from: number, isEntity: boolean): void => {
    for (let i = 0; i < piece.length; i++) origin.push(isEntity ? from : from + i);
    text += piece;
  };
  parser.write(shallow(html));
  parser.end();
  flush();
  return found;
}

function decoded(entity: string, name: string): string {
  if (name.startsWith('#')) {
    const code =
      name[1] === 'x' || name[1] === 'X' ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : entity;
  }
  return NAMED[name.toLowerCase()] ?? entity;
}

/** Text as it stands in HTML. */
export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
