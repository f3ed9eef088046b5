import { Parser } from 'htmlparser2';

const BLOCKS = new Set(
  'p li h1 h2 h3 h4 h5 h6 tr td th pre blockquote div ul ol table dt dd section article hr br summary'.split(' '),
);
const HEADING = /^h[1-6]$/;
const SILENT = new Set(['script', 'style', 'template']);

/** One piece of an article: a heading's section with the texts of its blocks (paragraphs, list items, cells) in order. */
export interface Passage {
  heading: string;
  blocks: string[];
}

/** The sections of an article's HTML or plain text, in order; never throws, whatever the markup. Empty sections are left out. */
export function passagesOf(body: string): Passage[] {
  const passages: Passage[] = [{ heading: '', blocks: [] }];
  let text = '';
  let inHeading = false;
  let silent = 0;
  const flush = () => {
    const clean = text.replace(/\s+/g, ' ').trim();
    text = '';
    if (!clean) return;
    if (inHeading) passages.push({ heading: clean, blocks: [] });
    else passages.at(-1)?.blocks.push(clean);
  };
  const parser = new Parser({
    onopentag(name) {
      if (SILENT.has(name)) silent++;
      if (!BLOCKS.has(name)) return;
      flush();
      if (HEADING.test(name)) inHeading = true;
    },
    onclosetag(name) {
      if (SILENT.has(name)) silent--;
      if (!BLOCKS.has(name)) return;
      flush();
      if (HEADING.test(name)) inHeading = false;
    },
    ontext(data) {
      if (silent === 0) text += data;
    },
  });
  for (const paragraph of body.split(/\n\s*\n/)) {
    parser.write(paragraph);
    flush();
  }
  parser.end();
  flush();
  return passages.filter((passage) => passage.heading || passage.blocks.length > 0);
}

/** A passage as one text: its heading, then its blocks. */
export function passageText(passage: Passage): string {
  return [passage.heading, ...passage.blocks].filter(Boolean).join('\n');
}

/** Of a longer passage its beginning speaks. About 1,500 tokens; every known model takes 8,000 or 512, cutting itself. */
const MAX_EMBEDDED_CHARS = 6_000;

/** What an embedding model reads of an article: each passage under the article's title. */
export function textsToEmbed(title: string, body: string): string[] {
  return passagesOf(body).map((passage) => `${title}\n${passageText(passage)}`.slice(0, MAX_EMBEDDED_CHARS));
}
