import { plainText } from '../../html/plain.ts';
import type { Writing } from '../../language/writing.ts';
import { escapeText } from '../../text/escape.ts';
import type { Manner } from './manner.ts';

/** What an article says, in order. */
export interface Parts {
  /** The sentence that says what it is for; null where its title says it. */
  lead: string | null;
  /** Things to have ready. */
  ready: string[];
  /** Ways to do it; those after the first under the name of what they do. */
  ways: { heading: string | null; steps: string[] }[];
  notes: string[];
}

/** Things to have ready from which they are a list. */
const MANY_THINGS = 3;

/** Notes after steps from which they stand under a heading of their own. */
const MANY_NOTES = 2;

/** The article's HTML: steps numbered, notes as paragraphs or, after steps, as a list; a heading only where there are two parts. */
export function bodyOf(
  { lead, ready, ways, notes }: Parts,
  names: ReadonlySet<string>,
  manner: Manner,
  writing: Writing,
): string {
  const show = (line: string): string => (manner.hasBold ? withBold(line, names) : escapeText(line));
  const heading = (text: string): string => `<${manner.heading}>${escapeText(text)}</${manner.heading}>`;
  const items = (lines: readonly string[]): string => lines.map((line) => `<li>${show(line)}</li>`).join('');
  const isParted = ways.length > 0 && notes.length >= MANY_NOTES;
  return [
    ...(lead === null ? [] : [`<p>${escapeText(lead)}</p>`]),
    ...(ready.length >= MANY_THINGS
      ? [heading(writing.headings.ready), `<ul>${items(ready.map(finishedThing))}</ul>`]
      : []),
    ...(ready.length > 0 && ready.length < MANY_THINGS ? [`<p>${escapeText(writing.ready(ready))}</p>`] : []),
    ...ways.map((way) => `${way.heading === null ? '' : heading(way.heading)}<ol>${items(way.steps)}</ol>`),
    ...(isParted
      ? [heading(writing.headings.notes), `<ul>${items(notes)}</ul>`]
      : notes.map((line) => `<p>${show(line)}</p>`)),
  ].join('');
}

/** A part of an article whose sentences stand already. */
export interface Section {
  heading: string | null;
  form: 'steps' | 'list' | 'text';
  sentences: readonly { text: string }[];
}

/** The HTML of sections in the manner of a draft: its headings, and what it shows in bold. */
export function sectionsBody(sections: readonly Section[], like: string): string {
  const names = new Set([...like.matchAll(/<strong>([^<]+)<\/strong>/g)].map((match) => plainText(match[1]!)));
  const tag = /<(h[23])>/.exec(like)?.[1] ?? 'h2';
  return sections
    .map(({ heading, form, sentences }) => {
      const above = heading === null ? '' : `<${tag}>${escapeText(heading)}</${tag}>`;
      const lines = sentences.map(({ text }) => withBold(text, names));
      if (form === 'text') return above + lines.map((line) => `<p>${line}</p>`).join('');
      const list = form === 'steps' ? 'ol' : 'ul';
      return `${above}<${list}>${lines.map((line) => `<li>${line}</li>`).join('')}</${list}>`;
    })
    .join('');
}

const finishedThing = (thing: string): string => thing.charAt(0).toUpperCase() + thing.slice(1);

/** Names of things on the screen in bold, the longest first, each where it stands. */
function withBold(line: string, names: ReadonlySet<string>): string {
  const found = [...names].filter((name) => line.includes(name)).sort((a, b) => b.length - a.length);
  let marked: (string | { name: string })[] = [line];
  for (const name of found)
    marked = marked.flatMap((part) => {
      if (typeof part !== 'string') return [part];
      const pieces = part.split(new RegExp(`(?<![\\p{L}\\p{N}])${escapePattern(name)}(?![\\p{L}\\p{N}])`, 'u'));
      return pieces.flatMap((piece, i) => (i === 0 ? [piece] : [{ name }, piece]));
    });
  return marked
    .map((part) => (typeof part === 'string' ? escapeText(part) : `<strong>${escapeText(part.name)}</strong>`))
    .join('');
}

const escapePattern = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
