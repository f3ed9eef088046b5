import type { Conversation } from '../../../shared/conversation.ts';
import type { Fix, Quote } from '../../../shared/fix.ts';
import { MINUTE_MS } from '../../../shared/time.ts';
import { isFraming } from '../acts/runs.ts';
import { isFit, isTainted } from '../gates/fit.ts';
import type { Finding } from '../learned/finding.ts';
import type { Issue, Learned, Member } from '../learned/state.ts';
import { escapeText } from '../text/escape.ts';
import { sentences } from '../text/sentences.ts';

/** Organizations that must use a word of the condition (a word of one organization may name it), and most words of one. */
const MIN_PEOPLE = 3;
const MOST_WORDS = 5;
const CONSIDERED = 12;

/** How much commoner than elsewhere a word must be (ln 4) before it tells this issue from others. Stated. */
const TELLING = Math.log(4);

/** Conversations quoted as evidence. */
const QUOTED = 6;

/** What an agent says of where a conversation goes. English; elsewhere their first sentence stands for it. */
const PASSING = /\b(?:pass(?:ed|ing)?|hand(?:ed|ing)?|forward(?:ed|ing)?|transfer(?:red|ring)?|colleagues?|team)\b/i;

/**
 * The rule that would send an issue to the team that solves it, in words that a person can carry out: the condition in
 * customers' own words with how many it would catch, rightly and wrongly, the team, and what it saves. Null where no words
 * tell the issue from others.
 */
export function routingRule(
  learned: Learned,
  f: Finding,
  issue: Issue,
  conversations: readonly Conversation[],
): Fix | null {
  const teams = learned.findings.get(f.key)?.teams;
  const words = conditionOf(learned, issue);
  const evidence = conversations.slice(-QUOTED).flatMap((c) => passingOn(c) ?? []);
  if (!teams || words.length === 0 || evidence.length === 0) return null;
  const { people = 0, asked = 0, ending = 0, share = 0, delayMs = 0 } = f.statistics;
  const own = caught([issue], words);
  const others = caught(
    [...learned.issues.values()].filter((other) => other !== issue),
    words,
  );
  const shown = words.map(({ word }) => `“${word}”`).join(', ');
  const body = [
    section('What happens', [
      `${people} of ${asked} conversations came to ${teams.from} and were handed on to ${teams.to}.`,
      `Half of them took ${Math.round(delayMs / MINUTE_MS)} minutes or more to get there.`,
    ]),
    section('The rule', [
      `When a new conversation says any of, in any ending: ${shown}`,
      `then assign it to: ${teams.to}`,
    ]),
    section('How sure it is', [
      `${ending} of ${asked} ended at ${teams.to}; with 95% certainty at least ${Math.floor(share * 100)} of 100 do.`,
      `These words stand in ${own.held} of ${own.of} of these conversations, and in ${others.held} of ${others.of} others.`,
    ]),
  ];
  return {
    kind: 'routing_rule',
    articleId: null,
    title: f.title,
    bodyHtml: body.join(''),
    terms: [],
    evidence,
    openQuestions: [],
  };
}

interface TellingWord {
  word: string;
  feature: number;
}

/** Words that several organizations' customers use here and hardly any elsewhere, each known to agents or articles too. */
function conditionOf(learned: Learned, issue: Issue): TellingWord[] {
  const found: (TellingWord & { score: number })[] = [];
  for (const [feature, n] of issue.counts) {
    const word = learned.words.get(feature);
    if (word === undefined || n < MIN_PEOPLE || isFraming(word)) continue;
    const here = (n + 0.5) / (issue.counted + 1);
    const there =
      ((learned.background.get(feature) ?? 0) - n + 0.5) / (Math.max(0, learned.backgroundSize - issue.counted) + 1);
    const lift = Math.log(here / there);
    if (lift >= TELLING) found.push({ word, feature, score: n * lift });
  }
  found.sort((a, b) => b.score - a.score || (a.word < b.word ? -1 : 1));
  return fewest(found.slice(0, CONSIDERED), issue.members);
}

/** The words that are needed: each holds conversations that those before it don't. */
function fewest(words: readonly TellingWord[], members: readonly Member[]): TellingWord[] {
  const chosen: TellingWord[] = [];
  let left = members.filter((m) => m.counts);
  for (const word of words) {
    const rest = left.filter((m) => !m.customer.includes(word.feature));
    if (rest.length === left.length || chosen.length === MOST_WORDS) continue;
    chosen.push(word);
    left = rest;
  }
  return chosen;
}

/** How many of the conversations kept of these issues hold a word of the condition. */
function caught(issues: readonly Issue[], words: readonly TellingWord[]): { held: number; of: number } {
  const members: Member[] = issues.flatMap((issue) => issue.members.filter((m) => m.counts));
  const held = members.filter((m) => words.some(({ feature }) => m.customer.includes(feature)));
  return { held: held.length, of: members.length };
}

function passingOn({ id, turns }: Conversation): Quote | null {
  const said = turns
    .filter((turn) => turn.author === 'agent' && !isTainted(turn.text))
    .flatMap((turn) => sentences(turn.text).map(({ text }) => ({ conversationId: id, turnId: turn.id, quote: text })))
    .filter(({ quote }) => isFit(quote));
  return said.find(({ quote }) => PASSING.test(quote)) ?? said[0] ?? null;
}

function section(heading: string, lines: readonly string[]): string {
  return `<h2>${heading}</h2><ul>${lines.map((line) => `<li>${escapeText(line)}</li>`).join('')}</ul>`;
}
