import { isFraming, runsOf } from '../acts/runs.ts';
import type { Issue, Learned, Member } from '../learned/state.ts';
import { hash32 } from '../text/hash32.ts';
import { isFunctionWord, stem } from '../text/words.ts';

/** Organizations that must use a word or phrase before a title may (a word of one organization may name it). */
const MIN_PEOPLE = 3;

/** Content words of a phrase, least. */
const SHORTEST = 2;

/**
 * A name of an issue: its article's title, else the phrase of its customers that says most: contiguous words of at least
 * three organizations' questions, each used by agents or articles too; else the phrase of one of them in which every word is one
 * that three organizations and agents or articles use; else the one such word that tells most.
 */
export function titleOf(learned: Learned, issue: Issue): string {
  const article = issue.articleId === null ? undefined : learned.articles.get(issue.articleId);
  if (article) return article.title;
  return sentenceCase(phraseOf(learned, issue) ?? sharedWordsOf(learned, issue) ?? wordOf(learned, issue) ?? '');
}

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
function phraseOf(learned: Learned, issue: Issue): string | null {
  const phrases = new Map<string, Phrase>();
  for (const m of issue.members) if (m.counts) collect(learned, m, phrases);
  let best: { text: string; score: number } | null = null;
  for (const [text, { words, people }] of phrases) {
    if (people.size < MIN_PEOPLE) continue;
    const content = [...new Set(words.filter((w) => !isFunctionWord(w)).map(stem))];
    if (content.length < SHORTEST) continue;
    const lift =
      content.reduce((sum, s) => sum + Math.max(0, liftOf(learned, issue, hash32(`c:${s}`))), 0) / content.length;
    const shared = content.filter((s) => (issue.counts.get(hash32(`g:${s}`)) ?? 0) >= MIN_PEOPLE).length;
    const telling = lift * Math.sqrt(content.length) * ((1 + shared) / (1 + content.length));
    const score = [...people.values()].reduce((sum, worth) => sum + worth, 0) * telling;
    if (score > 0 && (best === null || score > best.score || (score === best.score && text < best.text)))
      best = { text, score };
  }
  return best?.text ?? null;
}

/** Every phrase of one customer that could be a name, once. */
function collect(learned: Learned, member: Member, phrases: Map<string, Phrase>): void {
  for (const { words, from } of runsOf(learned, member)) {
    if (words.length < SHORTEST) continue;
    const text = words.join(' ');
    const known = phrases.get(text) ?? { words, people: new Map() };
    const worth = from < LEAD_WORDS ? 1 : LATER;
    known.people.set(member.person, Math.max(worth, known.people.get(member.person) ?? 0));
    phrases.set(text, known);
  }
}

/** Content words of a phrase that nobody else said as it stands: more is one customer's story. */
const MOST_WORDS = 4;

/**
 * The phrase of one customer whose words tell most, each of them of at least three organizations; whole clauses before parts,
 * and few words of grammar. Null where no two such words stand together.
 */
function sharedWordsOf(learned: Learned, issue: Issue): string | null {
  const counted = issue.members.filter((m) => m.counts);
  const people = new Map<string, Set<number>>();
  for (const m of counted)
    for (const { words } of runsOf(learned, m, 1))
      for (const s of contentOf(words)) people.set(s, (people.get(s) ?? new Set()).add(m.person));
  let best: { text: string; score: number } | null = null;
  for (const m of counted)
    for (const { words, isWhole } of runsOf(learned, m)) {
      const content = contentOf(words);
      if (content.length < SHORTEST || content.length > MOST_WORDS) continue;
      if (content.some((s) => (people.get(s)?.size ?? 0) < MIN_PEOPLE)) continue;
      const told = content.map(
        (s) => Math.log(people.get(s)!.size) * Math.max(0, liftOf(learned, issue, hash32(`c:${s}`))),
      );
      const telling = told.reduce((sum, one) => sum + one, 0) / Math.sqrt(words.length);
      const score = telling * (isWhole ? WHOLE : 1);
      const text = words.join(' ');
      if (score > 0 && (best === null || score > best.score || (score === best.score && text < best.text)))
        best = { text, score };
    }
  return best?.text ?? null;
}

/** How much more a whole clause is worth than a part of one. Stated. */
const WHOLE = 1.25;

const contentOf = (words: readonly string[]): string[] => [
  ...new Set(words.filter((w) => !isFunctionWord(w)).map(stem)),
];

/** The word that customers share and agents or articles use too, the most telling; null where there is none. */
function wordOf(learned: Learned, issue: Issue): string | null {
  let best: { word: string; score: number } | null = null;
  for (const [f, n] of issue.counts) {
    const word = learned.words.get(f);
    if (word === undefined || n < MIN_PEOPLE || isFraming(word)) continue;
    const score = n * liftOf(learned, issue, f);
    if (score > 0 && (best === null || score > best.score || (score === best.score && word < best.word)))
      best = { word, score };
  }
  return best?.word ?? null;
}

/** ln of how much commoner a feature is in an issue than elsewhere. */
function liftOf(learned: Learned, issue: Issue, feature: number): number {
  const here = ((issue.counts.get(feature) ?? 0) + 0.5) / (issue.counted + 1);
  return Math.log(here / (((learned.background.get(feature) ?? 0) + 1) / (learned.backgroundSize + 1)));
}

function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
