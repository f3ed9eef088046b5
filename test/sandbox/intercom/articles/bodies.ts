import { escapeHtml, htmlToText, sanitizeBody } from '../../html.ts';
import { storedHtml } from './stored-html.ts';

/** What a person or an app wrote: HTML as it is, plain text as paragraphs. */
export function messageHtml(text: string): string {
  if (/<[a-z][^>]*>/i.test(text)) return sanitizeBody(text);
  const paragraphs = text.split(/\n{2,}/).map((paragraph) => escapeHtml(paragraph).replaceAll('\n', '<br>'));
  return paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join('\n');
}

/** `display_as=plaintext`, and every text in a webhook since 2.15. */
export function plain(html: string): string {
  return html === '' ? '' : htmlToText(html);
}

/** A small part of Markdown: headings, lists, bold, italics, links and paragraphs. */
export function markdownToHtml(markdown: string): string {
  const blocks = markdown.trim().split(/\n{2,}/);
  return storedHtml(blocks.map(blockHtml).join('\n'));
}

function blockHtml(block: string): string {
  const heading = /^(#{1,4}) (.*)$/.exec(block);
  if (heading !== null) return `<h${heading[1]?.length}>${inline(heading[2] ?? '')}</h${heading[1]?.length}>`;
  const lines = block.split('\n');
  const items = (mark: RegExp): string => lines.map((line) => `<li>${inline(line.replace(mark, ''))}</li>`).join('');
  if (lines.every((line) => /^[-*] /.test(line))) return `<ul>${items(/^[-*] /)}</ul>`;
  if (lines.every((line) => /^\d+\. /.test(line))) return `<ol>${items(/^\d+\. /)}</ol>`;
  return `<p>${inline(block)}</p>`;
}

const inline = (text: string): string =>
  escapeHtml(text)
    .replace(/\*\*(.+?)\*\*/g, '<b>$1</b>')
    .replace(/\*(.+?)\*/g, '<i>$1</i>')
    .replace(/\[([^\]]+)\]\(([^)]+)\)/g, '<a href="$2">$1</a>');

/** The same subset back. */
export function htmlToMarkdown(html: string): string {
  const marked = html
    .replace(/<h([1-4])[^>]*>/gi, (_, level: string) => `${'#'.repeat(Number(level))} `)
    .replace(/<li[^>]*>/gi, '- ')
    .replace(/<\/?(b|strong)>/gi, '**')
    .replace(/<\/?(i|em)>/gi, '*')
    .replace(/<a [^>]*href="([^"]*)"[^>]*>(.*?)<\/a>/gi, '[$2]($1)')
    .replace(/<\/(p|h[1-4]|ul|ol)>/gi, '\n');
  return `${htmlToText(marked)}\n`;
}
