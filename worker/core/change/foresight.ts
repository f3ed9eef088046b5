import type { ToldChange } from '../../../shared/context/change-note.ts';
import { NEWS_WORDS } from '../language/news-words.ts';
import { announced, announcementOf, holdsOld, isAbout } from './announcement.ts';
import { candidatesFor, isWithin } from './candidates.ts';
import { type ChangeIndex, isRefusal, type StaleHit, searchStale } from './change-note.ts';
import { type LineIndex, weightOf } from './line-index.ts';
import { itemsOf, type NoteItem } from './note-items.ts';
import { valuesChanged } from './value-change.ts';
import { contentWordsOf } from './words.ts';

/** A line of an article that one thing of a note makes stale. */
export interface Foreseen extends Pick<StaleHit, 'articleId' | 'before' | 'after'> {
  said: string;
}

/** What a note means for the articles: lines that it makes stale, and what it launches that no article knows, in its order. */
export interface Foresight {
  stale: Foreseen[];
  undocumented: NoteItem[];
}

/** An announcement names the old value, so its other words may be fewer: this part of what is usual is enough. As in `searchStale`. */
const ANNOUNCED_PART = 0.6;
/** How sure the finding of a new line must be before a person is shown it. Own choice: an ambiguous line is at most .5. */
const MIN_SURE = 0.75;
/** An article that holds this part of what an entry says by weight documents it. Own choice: half and a little. */
const DOCUMENTED = 0.6;
/** Lines that one thing of a note may change: a fact told at more places is no fact but a word. */
const MAX_PLACES = 8;

/**
 * What a note makes stale and what it launches. Each entry is looked at alone: a value that takes another's place changes
 * every line that holds the old one and speaks of the same; else the line that says the same but for its values; else the
 * line that the entry rewords. Nothing is proposed that stands in the note word for word.
 */
export function foresee(
  index: ChangeIndex,
  note: Pick<ToldChange, 'title' | 'text' | 'kind'>,
  language: string,
): Foresight {
  const stale: Foreseen[] = [];
  const undocumented: NoteItem[] = [];
  const items = itemsOf(note);
  const isNews = newsOf(note, language);
  for (const item of items) {
    const found = staleBy(index, item.text);
    stale.push(...found.map((hit) => ({ ...hit, said: item.text })));
    if (found.length === 0 && isNews(item.text) && !isDocumented(index.lines, item.text)) undocumented.push(item);
  }
  return { stale: once(stale), undocumented: undocumented.length > 0 ? untouched(items, stale) : [] };
}

/** All that a launch tells but what changes a line: the outline of its article. */
function untouched(items: readonly NoteItem[], stale: readonly Foreseen[]): NoteItem[] {
  return items.filter(({ text }) => !stale.some(({ said }) => said === text));
}

/** Whether an entry tells of something new: as its source says, else by the words of its language. */
function newsOf({ kind, title }: Pick<ToldChange, 'title' | 'kind'>, language: string): (text: string) => boolean {
  if (kind !== null) return () => kind === 'added';
  const words = NEWS_WORDS[language];
  if (!words || words.mended.test(title)) return () => false;
  return (text) => words.launched.test(text) && !words.mended.test(text);
}

function staleBy(index: ChangeIndex, said: string): Pick<StaleHit, 'articleId' | 'before' | 'after'>[] {
  const replaced = replacedBy(index, said);
  if (replaced.length > 0) return replaced;
  if (announcementOf(said) !== null) return [];
  const valued = candidatesFor(index.lines, said).flatMap((candidate) => {
    const { text } = candidate.statement;
    const change = valuesChanged(text, said, (key) => weightOf(index.lines, key));
    return change ? [{ hit: placed(index, candidate, change.after), shared: change.shared }] : [];
  });
  const best = Math.max(...valued.map(({ shared }) => shared));
  if (valued.length > 0) return valued.filter(({ shared }) => shared === best).map(({ hit }) => hit);
  const line = searchStale(index, said);
  return isRefusal(line) || line.confidence < MIN_SURE ? [] : [line];
}

/** Every line that holds the old value of an announcement and speaks of the same. */
function replacedBy(index: ChangeIndex, said: string): Pick<StaleHit, 'articleId' | 'before' | 'after'>[] {
  const change = announcementOf(said);
  if (!change) return [];
  const holding = candidatesFor(index.lines, said, (entry) => !holdsOld(index.lines.entries[entry]!.text, change));
  const smallest = holding.filter((one) => !holding.some((other) => other !== one && isInside(other, one)));
  const isOnly = new Set(smallest.map(({ article }) => article)).size === 1;
  const about = smallest.filter((one) => {
    const around = holding.filter((other) => other === one || isInside(one, other));
    const isNear = around.some(({ similarity }) => similarity >= ANNOUNCED_PART * index.usual.threshold);
    return (isOnly || isNear) && around.some(({ statement }) => isAbout(statement.text, said, change));
  });
  if (about.length > MAX_PLACES) return [];
  return about.map((one) => placed(index, one, announced(one.statement.text, change)));
}

type Candidate = ReturnType<typeof candidatesFor>[number];

const isInside = (inner: Candidate, outer: Candidate): boolean =>
  isWithin(inner, outer) && inner.statement.end - inner.statement.start < outer.statement.end - outer.statement.start;

function placed(index: ChangeIndex, { article, statement }: Candidate, after: string) {
  return { articleId: index.lines.articles[article]!.id, before: statement.text, after };
}

function once(stale: readonly Foreseen[]): Foreseen[] {
  const seen = new Set<string>();
  return stale.filter(({ articleId, before }) => {
    const key = `${articleId}\u0000${before}`;
    return !seen.has(key) && seen.add(key);
  });
}

/** Whether one article holds most of what an entry says, by weight. */
function isDocumented(lines: LineIndex, said: string): boolean {
  const keys = [...new Set(contentWordsOf(said).map(({ key }) => key))];
  const all = keys.reduce((sum, key) => sum + weightOf(lines, key), 0);
  const held = new Map<number, number>();
  for (const key of keys) {
    const articles = new Set((lines.postings.get(key) ?? []).flatMap((entry) => placesOf(lines, entry)));
    for (const article of articles) held.set(article, (held.get(article) ?? 0) + weightOf(lines, key));
  }
  return Math.max(0, ...held.values()) >= DOCUMENTED * all;
}

const placesOf = (lines: LineIndex, entry: number): number[] =>
  lines.entries[entry]!.places.map(({ article }) => article);
