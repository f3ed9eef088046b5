import { contained } from '../acts/acts.ts';
import { speakerOf } from '../acts/features.ts';
import { isUnsaid, swapsOf } from '../acts/swapped-words.ts';
import { type Claim, type ClaimKind, claimsOf, compareClaims } from '../claim/claims.ts';
import { BORN } from '../issues/members.ts';
import { doubtOf } from '../issues/staff-verdicts.ts';
import type { Finding } from '../learned/finding.ts';
import type { Issue, Learned, LearnedArticle, Line, Member, OtherValue } from '../learned/state.ts';
import { nameOf } from '../text/hash32.ts';
import { reading, sentences } from '../text/sentences.ts';

/** Facts whose change shows in the same sentence. */
export const VALUE_KINDS: ReadonlySet<ClaimKind> = new Set(['number', 'duration', 'price', 'limit', 'version', 'path']);

/** A longer sentence is a table, whose values are told apart elsewhere. */
const MAX_CHARS = 300;

/** Share of a line's content that a sentence must hold to say it, whatever the values. */
const SAID = 0.8;

/** Other values a conversation may give; more are a list. */
const MAX_VALUES = 8;

/**
 * People who must give the new value, and the share of all who gave any since the old one was last given: what varies from
 * customer to customer is no fact. Staff who say that the line is wrong stand for people, of whom two are always needed. Where nobody ever gave the article's value, the new one must be nearly everybody's.
 */
const MIN_PEOPLE = 4;
const TOLD_TWICE = 2;
const AGREED = 0.9;
const AGREED_UNSEEN = 0.97;

/** People who must say another word in a line's place; the line's own word must not be said by agents of the issue at all. */
const MIN_WORDS_PEOPLE = 6;

/** The chance at most that people who give two values all along would come so neatly one after the other. */
const MAX_CHANCE = 0.05;

/** The sentence itself where it holds a checkable value, else null. */
export function checkable(sentence: string): string | null {
  return sentence.length <= MAX_CHARS && valuesOf(sentence).length > 0 ? sentence : null;
}

/** What a sentence puts in the place of a line's values; null where it gives the same, or says something else. */
export function otherValues(l: Learned, line: Line, sentence: string): { from: Claim; to: Claim }[] | null {
  if (line.text === null || sentence.length > MAX_CHARS) return null;
  const read = reading(sentence);
  if (!line.stems.some((s) => read.stems.includes(s)) || contained(l, line, read) < SAID) return null;
  const { differing } = compareClaims(valuesOf(line.text), valuesOf(sentence));
  return differing.length > 0 ? differing : null;
}

/** The lines of an article that agents said with other values. */
export function valuesSaid(
  l: Learned,
  lines: readonly Line[],
  turns: readonly { text: string; personId?: string | null }[],
): OtherValue[] {
  const found: OtherValue[] = [];
  const checked = lines.filter((line) => line.text !== null);
  const swaps = swapsOf(lines);
  for (const turn of turns) {
    const by = speakerOf(turn);
    for (const { text } of sentences(turn.text)) {
      for (const line of checked) {
        const other = otherValues(l, line, text);
        if (other)
          found.push({
            line: line.key,
            by,
            value: signature(other),
            words: [],
            said: withValues(line.text ?? '', other),
          });
      }
      for (const { line, from, to } of swaps(text))
        if (!found.some((one) => one.line === line.key))
          found.push({ line: line.key, by, value: `words=${to.join(' ')}`, words: from, said: text });
      if (found.length >= MAX_VALUES) return found.slice(0, MAX_VALUES);
    }
  }
  return found;
}

/** Findings that a value of the issue's article is outdated: people now give another one, and the old one no more. */
export function valuesIn(issue: Issue, article: LearnedArticle): Finding[] {
  const counted = issue.members.filter((m) => m.counts);
  return article.lines.flatMap((line): Finding[] => {
    const old = counted.flatMap((m, i) => (isSaidAsItStands(m, line) ? [i] : []));
    const last = old.at(-1) ?? -1;
    const since = counted.slice(last + 1).filter((m) => m.values.some((v) => v.line === line.key));
    const value = commonest(since.flatMap((m) => m.values.filter((v) => v.line === line.key).map((v) => v.value)));
    const gave = (m: Member) => m.values.some((v) => v.line === line.key && v.value === value);
    const people = since.filter(gave);
    const agreed = old.length > 0 ? AGREED : AGREED_UNSEEN;
    if (
      !line.isSentence ||
      people.length < TOLD_TWICE ||
      people.length + doubtOf(line) < MIN_PEOPLE ||
      people.length < agreed * since.length
    )
      return [];
    const words = people[0]?.values.find((v) => v.line === line.key && v.value === value)?.words ?? [];
    if (words.length > 0 && (people.length < MIN_WORDS_PEOPLE || !isUnsaid(issue, words, BORN))) return [];
    if (counted.slice(0, last + 1).some(gave) || chanceOf(old.length, people.length) > MAX_CHANCE) return [];
    return [
      {
        key: nameOf('value', article.id, String(line.key), value),
        cause: 'outdated',
        issueId: issue.id,
        articleId: article.id,
        title: article.title,
        value,
        conversationIds: people.map((m) => m.conversationId),
        statistics: {
          lineKey: line.key,
          people: people.length,
          lineSaid: old.length,
          since: since.length,
          valueDrift: 1,
          wordDrift: words.length > 0 ? 1 : 0,
        },
      },
    ];
  });
}

/** The line with another sentence's values in the place of its own, all else as it stood. */
export function withValues(line: string, differing: readonly { from: Claim; to: Claim }[]): string {
  return [...differing]
    .sort((a, b) => b.from.start - a.from.start)
    .reduce((text, { from, to }) => text.slice(0, from.start) + to.text + text.slice(from.end), line);
}

/** Names the values that stand in the place of a line's. */
export function signature(differing: readonly { to: Claim }[]): string {
  return differing
    .map(({ to }) => `${to.kind}=${to.value}`)
    .join(';')
    .toLowerCase();
}

/** Whether its agents said a line with the values that stand in it. */
export function isSaidAsItStands(m: Member, line: Line): boolean {
  return m.lines.includes(line.key) && !m.values.some((v) => v.line === line.key);
}

function valuesOf(sentence: string): Claim[] {
  return claimsOf(sentence).filter((claim) => VALUE_KINDS.has(claim.kind));
}

/** The value given most often, of equals the first by text; empty where there is none. */
export function commonest(values: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? '';
}

/** 1 in (k + j choose k); 0 where the old value was never given: then only the new one speaks. */
function chanceOf(old: number, young: number): number {
  if (old === 0) return 0;
  let ways = 1;
  for (let i = 1; i <= old; i++) ways *= (young + i) / i;
  return 1 / ways;
}
