import { blocksOf } from '../../html/blocks.ts';

/** How a tenant's help center writes, learned from its articles. */
export interface Manner {
  /** How its titles name a task: "Export your data", "How to export your data", "How do I export my data?". */
  titles: 'imperative' | 'how_to' | 'question';
  heading: 'h2' | 'h3';
  /** Whether it shows the names of things on the screen in bold. */
  hasBold: boolean;
  /** What it shows in bold, in lower case. */
  bold: ReadonlySet<string>;
}

/** Share of titles that begin as a question or with "How to" from which a new one does too. */
const MOSTLY = 0.3;

/** Share of articles with numbered steps in which something is bold, from which steps have bold names. */
const BOLD = 0.3;

/** Longest name of a thing on the screen, in characters. */
const MAX_NAME = 40;

/** Reads the manner of a help center from its articles; without any, titles are imperatives and headings h2. */
export function mannerOf(articles: readonly { title: string; bodyHtml: string }[]): Manner {
  const titles = articles.map(({ title }) => title);
  const share = (form: RegExp): number =>
    titles.filter((title) => form.test(title)).length / Math.max(1, titles.length);
  const stepped = articles.filter(({ bodyHtml }) => /<ol[\s>]/i.test(bodyHtml));
  const bolded = stepped.filter(({ bodyHtml }) => /<(?:strong|b)>/i.test(bodyHtml));
  const tags = articles.flatMap(({ bodyHtml }) => blocksOf(bodyHtml).map(({ tag }) => tag));
  const count = (tag: string): number => tags.filter((one) => one === tag).length;
  return {
    titles: share(/[??]\s*$/) >= MOSTLY ? 'question' : share(/^how to\b/i) >= MOSTLY ? 'how_to' : 'imperative',
    heading: count('h3') > count('h2') ? 'h3' : 'h2',
    hasBold: stepped.length > 0 && bolded.length >= BOLD * stepped.length,
    bold: new Set(articles.flatMap(({ bodyHtml }) => boldIn(bodyHtml))),
  };
}

function boldIn(html: string): string[] {
  return [...html.matchAll(/<(strong|b)>([^<]{2,40})<\/\1>/gi)]
    .map((match) => match[2]!.trim().toLowerCase())
    .filter((name) => name.length <= MAX_NAME && /^\p{L}/u.test(name));
}
