import { IMAGINED } from '../coverage/commonness.ts';
import { type IssueCoverage, issueCoverage, ownWordsHeld, WINDOW } from '../coverage/coverage.ts';
import { sameAs } from '../issues/consolidation.ts';
import { novelActs } from '../issues/novel-acts.ts';
import { statementActs } from '../issues/statement-acts.ts';
import { titleOf } from '../issues/title.ts';
import type { Finding } from '../learned/finding.ts';
import type { Issue, Learned, Member } from '../learned/state.ts';
import { nameOf } from '../text/hash32.ts';
import { isDismissed } from './dismissed.ts';

/** Distinct people under whom nothing is reported. */
const MIN_PEOPLE = 4;

/**
 * Log odds against coverage that are asked for, and what few people (divided by their number) add. Origin: the least at which no
 * group of 3 to 24 conversations of a covered subject is doubted in eleven scenarios of the development sets. Beyond those the window
 * slides, and each further look asks for more: of n looks the furthest grows with ln n.
 */
const SURE = 1.7;
const FEW = 6;

/** What is asked for beyond that before an article's own issue is said to be another one's: a false word about a page costs more. */
const OWN_ARTICLE = 0.3;

/**
 * Share of an issue's own words that some page holds although it says nothing of the matter, and the log odds that each share beyond
 * takes from the doubt. Origin: over the mail sets' issues of nine or more, pages held .54 to .69 of a missing subject and .76 to 1 of one of
 * theirs that paraphrase made look uncovered; dialogues stay under it.
 */
const BY_CHANCE = 0.65;
const HOLDS = 8;

/** Share of an issue's conversations in which agents must state something of their own. Origin: known study. */
const ANSWERED = 0.6;

/**
 * Words that agents use in so many of an issue's conversations, and so much more than elsewhere, are its own; how much more counts up to a
 * bound, so that no rare word is a subject. Origin: known study (share, lift).
 */
const CORE_SHARE = 0.4;
const LEAST_LIFT = 2;
const MOST_LIFT = 4;

/** Own words that make a subject, in sums of share · ln lift: three that half of its conversations use, four times commoner there. */
const SUBJECT = 3 * 0.5 * Math.log(MOST_LIFT);

/** Most members listed as evidence beside the witnesses. */
const MAX_EVIDENCE = 24;

/** Why it is sure that no page covers an issue. */
export interface Uncovered extends IssueCoverage {
  ownWords: number;
  answered: number;
  held: number;
}

/** The finding that no article covers this issue, or null while that isn't sure. */
export function missingIn(learned: Learned, issue: Issue): Finding | null {
  if (issue.articleId !== null) return null;
  const key = issue.finding ?? nameOf('missing', issue.id);
  if (learned.settled.has(key)) return null;
  const why = uncovered(learned, issue);
  if (!why || isToldElsewhere(learned, issue)) return null;
  if (isDismissed(learned, issue, novelActs(learned, issue))) return null;
  return {
    key,
    cause: 'missing',
    issueId: issue.id,
    articleId: null,
    title: titleOf(learned, issue),
    conversationIds: evidenceOf(learned, issue),
    statistics: {
      statements: statementActs(learned, issue).length,
      people: issue.counted,
      together: why.together,
      core: why.core,
      ownWords: why.ownWords,
      answered: why.answered,
      held: why.held,
      logOdds: -(why.together + why.core) / 2,
    },
  };
}

/** Whether another issue says the same of which it is known already that it lacks an article, or that it has one. */
function isToldElsewhere(learned: Learned, issue: Issue): boolean {
  const same = issue.finding === null ? sameAs(learned, issue) : null;
  return same !== null && (same.finding !== null || same.articleId !== null);
}

/**
 * Whether surely no page covers an issue: by all that was said and by what is its own the nearest page fits no better than others,
 * agents really answer it, and they do it in words of its own (without which mixed openers and chaff would be a subject).
 */
export function uncovered(learned: Learned, issue: Issue): Uncovered | null {
  const counted = issue.members.filter((m) => m.counts);
  if (issue.counted < MIN_PEOPLE) return null;
  const answered = counted.filter((m) => m.statements > 0).length / counted.length;
  if (answered < ANSWERED) return null;
  const ownWords = ownWordsOf(learned, issue, counted);
  if (ownWords < SUBJECT) return null;
  const found = issueCoverage(learned, issue);
  const looks = Math.max(0, Math.log(issue.counted / WINDOW));
  const needed = SURE + FEW / issue.counted + looks + (issue.articleId === null ? 0 : OWN_ARTICLE);
  if (found.together >= -needed || found.core >= 0) return null;
  const held = ownWordsHeld(learned, issue);
  if (found.together + HOLDS * Math.max(0, held - BY_CHANCE) >= -needed) return null;
  return { ...found, ownWords, answered, held };
}

/** How much agents say in words of the issue's own: the sum of share · ln lift over words of many of its conversations. */
function ownWordsOf(learned: Learned, issue: Issue, counted: readonly Member[]): number {
  const here = new Map<number, number>();
  for (const m of counted) for (const word of m.agent) here.set(word, (here.get(word) ?? 0) + 1);
  let sum = 0;
  for (const [word, n] of here) {
    const share = n / counted.length;
    if (share < CORE_SHARE) continue;
    const elsewhere = Math.max(0, (learned.background.get(word) ?? 0) - (issue.counts.get(word) ?? 0)) + 0.5;
    const others = Math.max(0, learned.backgroundSize - issue.counted - issue.born) + IMAGINED + 1;
    const lift = share / (elsewhere / others);
    if (lift >= LEAST_LIFT) sum += share * Math.log(Math.min(MOST_LIFT, lift));
  }
  return sum;
}

/** Conversations that prove an issue: its counted members, and witnesses of each act that its article would state. */
function evidenceOf(learned: Learned, issue: Issue): string[] {
  const latest = issue.members.filter((m) => m.counts).slice(-MAX_EVIDENCE);
  const found = new Set(latest.map((m) => m.conversationId));
  for (const act of statementActs(learned, issue)) {
    for (const id of issue.witnesses.get(act) ?? []) found.add(id);
    for (const w of issue.wordings.get(act) ?? []) if (w.met > 1) found.add(w.conversationId);
  }
  return [...found];
}
