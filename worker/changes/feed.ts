import { DomHandler, DomUtils, Parser } from 'htmlparser2';
import { z } from 'zod';
import type { ToldChange } from '../../shared/context/change-note.ts';
import { parseBoundedJson } from '../http/json.ts';
import { Permanent } from '../loop/ports/errors.ts';
import { changeFrom } from './entry.ts';

/** Entries read of one feed: the latest stand first by custom. */
const ENTRIES = 50;

const jsonFeedSchema = z.object({
  version: z.string().startsWith('https://jsonfeed.org/version/1'),
  items: z.array(
    z.object({
      id: z.union([z.string(), z.number()]).transform(String),
      title: z.string().nullish(),
      content_html: z.string().nullish(),
      content_text: z.string().nullish(),
      summary: z.string().nullish(),
      url: z.string().nullish(),
      date_published: z.string().nullish(),
    }),
  ),
});

/** The entries of an RSS 2.0, Atom 1.0 or JSON Feed 1 document; Permanent for anything else. Entities of a DTD are not read. */
export function changesOfFeed(document: string): ToldChange[] {
  const changes = document.trimStart().startsWith('{') ? ofJson(document) : ofXml(document);
  return changes.slice(0, ENTRIES).filter((change) => change !== null);
}

function ofJson(document: string): (ToldChange | null)[] {
  const feed = jsonFeedSchema.safeParse(parseBoundedJson(document));
  if (!feed.success) throw new Permanent('this is no JSON Feed');
  return feed.data.items.map((item) =>
    changeFrom({
      id: item.id,
      title: item.title ?? firstLine(item.content_text ?? item.summary ?? ''),
      text: item.content_html ?? item.content_text ?? item.summary ?? '',
      isHtml: typeof item.content_html === 'string',
      url: item.url,
      at: item.date_published,
    }),
  );
}

const firstLine = (text: string): string => text.trim().split('\n')[0]?.slice(0, 120) ?? '';

const ROOTS = new Set(['rss', 'rdf:RDF', 'feed']);

type Element = ReturnType<typeof DomUtils.getElementsByTagName>[number];

function ofXml(document: string): (ToldChange | null)[] {
  const handler = new DomHandler();
  new Parser(handler, { xmlMode: true, decodeEntities: true }).end(document);
  const [root] = DomUtils.getElementsByTagName((name) => ROOTS.has(name), handler.dom, true, 1);
  if (!root) throw new Permanent('this is no feed: neither RSS, Atom nor JSON Feed');
  const entries = DomUtils.getElementsByTagName((name) => name === 'item' || name === 'entry', root, true, ENTRIES);
  return entries.map((entry) => (entry.name === 'item' ? ofItem(entry) : ofEntry(entry)));
}

function textOf(element: Element, ...names: string[]): string | null {
  for (const name of names) {
    const [found] = DomUtils.getElementsByTagName(name, element.children, false, 1);
    if (found) return DomUtils.textContent(found).trim();
  }
  return null;
}

function ofItem(item: Element): ToldChange | null {
  const url = textOf(item, 'link');
  return changeFrom({
    id: textOf(item, 'guid') ?? url,
    title: textOf(item, 'title'),
    text: textOf(item, 'content:encoded', 'description') ?? '',
    isHtml: true,
    url,
    at: textOf(item, 'pubDate', 'dc:date'),
  });
}

function ofEntry(entry: Element): ToldChange | null {
  const links = DomUtils.getElementsByTagName('link', entry.children, false);
  const link = links.find(({ attribs }) => (attribs.rel ?? 'alternate') === 'alternate');
  const [content] = DomUtils.getElementsByTagName(
    (name) => name === 'content' || name === 'summary',
    entry.children,
    false,
    1,
  );
  const isXhtml = content?.attribs.type === 'xhtml';
  return changeFrom({
    id: textOf(entry, 'id'),
    title: textOf(entry, 'title'),
    text: content ? (isXhtml ? DomUtils.getInnerHTML(content) : DomUtils.textContent(content)) : '',
    isHtml: (content?.attribs.type ?? 'text') !== 'text',
    url: link?.attribs.href,
    at: textOf(entry, 'published', 'updated'),
  });
}
