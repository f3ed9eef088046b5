import { FUNCTION_WORDS } from '../english.ts';
import { isFunctionWord, stem } from '../words.ts';
import { tokenName } from './features.ts';
import { hash32 } from './hash.ts';
import type { Issue, Learned, Member } from './state.ts';

/** Organizations that must use a word or phrase before a title may (architecture, Customer text). */
const MIN_PEOPLE = 3;

/** Words of a phrase, least and most: a title is read at a glance. */
const SHORTEST = 2;
const LONGEST = 7;

/** Words of a title where customers share no phrase. */
const WORDS = 3;

/** What no phrase begins with, and what it may begin with although it is grammar. Everything else of grammar begins none. */
const BEGINNING = new Set(['how', 'where', 'when', 'why', 'no', 'without']);

/** Whose thing it is: a title speaks to the reader. */
const OWN = new Set(['my', 'our', 'mine']);

/** Words about the speaker or the talk, on either side: a phrase with one of them is no name of a thing. */
const SPEAKER = new Set(
  'i me we us you he she it they them this that these those am im ill ive please hi hello hey thanks thank so just really'.split(
    ' ',
  ),
);

/**
 * A name of an issue: its article's title, else the phrase of its customers that says most: contiguous words of at least
 * three organizations' questions, each used by agents or articles too; else such words alone.
 */
export function titleOf(l: Learned, issue: Issue): string {
  const article = issue.articleId === null ? undefined : l.articles.get(issue.articleId);
  if (article) return article.title;
  return sentenceCase(phraseOf(l, issue) ?? wordsOf(l, issue).join(', '));
}

const GRAMMAR = new Map([...FUNCTION_WORDS].map((word) => [tokenName(word), word]));

/** First words of a question, in which the need is named; a phrase said later counts this much. Stated. */
const LEAD_WORDS = 14;
const LATER = 0.4;

interface Phrase {
  words: string[];
  /** Who said it, and what that counts for. */
  people: Map<number, number>;
}

/**
 * The phrase that says most: by who said it, how much commoner its words are here than elsewhere, how many they are, and how
 * many of them this issue's agents use too. What customers say of their search ("found nothing") agents don't.
 */
function phraseOf(l: Learned, issue: Issue): string | null {
  const phrases = new Map<string, Phrase>();
  for (const m of issue.members) if (m.counts) collect(l, m, phrases);
  let best: { text: string; score: number } | null = null;
  for (const [text, { words, people }] of phrases) {
    if (people.size < MIN_PEOPLE) continue;
    const content = [...new Set(words.filter((w) => !isFunctionWord(w)).map(stem))];
    if (content.length < SHORTEST) continue;
    const lift = content.reduce((sum, s) => sum + Math.max(0, liftOf(l, issue, hash32(`c:${s}`))), 0) / content.length;
    const shared = content.filter((s) => (issue.counts.get(hash32(`g:${s}`)) ?? 0) >= MIN_PEOPLE).length;
    const telling = lift * Math.sqrt(content.length) * ((1 + shared) / (1 + content.length));
    const score = [...people.values()].reduce((sum, worth) => sum + worth, 0) * telling;
    if (score > 0 && (best === null || score > best.score || (score === best.score && text < best.text)))
      best = { text, score };
  }
  return best?.text ?? null;
}

/** Every phrase of one customer that could be a name, once. */
function collect(l: Learned, member: Member, phrases: Map<string, Phrase>): void {
  const words = member.said.map((hash) => GRAMMAR.get(hash) ?? l.words.get(hash) ?? null);
  for (let from = 0; from < words.length; from++) {
    const first = words[from];
    if (!first || SPEAKER.has(first) || (isFunctionWord(first) && !BEGINNING.has(first))) continue;
    for (let to = from; to < Math.min(words.length, from + LONGEST); to++) {
      const last = words[to];
      if (!last || SPEAKER.has(last)) break;
      if (isFunctionWord(last) || to - from + 1 < SHORTEST) continue;
      const run = words.slice(from, to + 1).map((w) => (OWN.has(w ?? '') ? 'your' : (w ?? '')));
      const text = run.join(' ');
      const known = phrases.get(text) ?? { words: run, people: new Map() };
      const worth = from < LEAD_WORDS ? 1 : LATER;
      known.people.set(member.person, Math.max(worth, known.people.get(member.person) ?? 0));
      phrases.set(text, known);
    }
  }
}

/** Words that customers share and agents or articles use too, the most telling first. */
function wordsOf(l: Learned, issue: Issue): string[] {
  const scored: { word: string; score: number }[] = [];
  for (const [f, n] of issue.counts) {
    const word = l.words.get(f);
    if (word === undefined || n < MIN_PEOPLE) continue;
    scored.push({ word, score: n * liftOf(l, issue, f) });
  }
  scored.sort((a, b) => b.score - a.score || (a.word < b.word ? -1 : 1));
  return scored.slice(0, WORDS).map((s) => s.word);
}

/** ln of how much commoner a feature is in an issue than elsewhere. */
function liftOf(l: Learned, issue: Issue, feature: number): number {
  const here = ((issue.counts.get(feature) ?? 0) + 0.5) / (issue.counted + 1);
  return Math.log(here / (((l.background.get(feature) ?? 0) + 1) / (l.backgroundSize + 1)));
}

function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
