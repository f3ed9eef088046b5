import { contained } from '../acts/acts.ts';
import { nearnessTo } from '../acts/held-by.ts';
import { wordsFactor } from '../issues/customers-words.ts';
import { novelActs } from '../issues/novel-acts.ts';
import type { Finding } from '../learned/finding.ts';
import type { Act, Issue, Learned, LearnedArticle, Member } from '../learned/state.ts';
import { standing } from '../statistics/sequential.ts';
import { nameOf } from '../text/hash32.ts';
import { isWish } from '../text/sentences.ts';
import { DIFFERENT, isAbout, MIN_COMPARED } from './dismissed.ts';
import { agentsOf, isGeneral } from './general.ts';
import { silentLines } from './silence.ts';
import { SUSPICIONS } from './suspicions.ts';
import { speaksInLines } from './verbatim.ts';

/** Conversations before an addition is told from a line that is said otherwise now: silence must have had time to speak. Stated. */
const MIN_COUNTED = 12;

/** Nearness to a line of the article up to which that line says nothing of an addition. */
const NEAR = 0.45;

/** Share of an addition's content that the article may hold already, in whatever sentences. Stated. */
const HELD = 0.6;

/** Most additions reported of one article at once, the most said first: a person reads no more at a glance. */
const MOST = 3;

/** Most conversations listed as evidence. */
const MAX_EVIDENCE = 24;

/** Share of those who say an addition that must give the same values: what varies with the customer is no fact. */
const CONSTANT = 0.8;

/** Words by which a sentence is about what this agent does, and none for an article. English. */
const PERSONAL = new Set(['i', 'me', 'my']);

/**
 * Findings that an article leaves something out: several agents tell several organizations the same thing, in this issue
 * rather than elsewhere, and no article holds it. Nothing is told of an article with silent lines of the same kind, in
 * whose place it may be said, nor of an act that `taken` proposes for a line already.
 */
export function incompleteIn(
  learned: Learned,
  issue: Issue,
  article: LearnedArticle,
  taken: ReadonlySet<number>,
): Finding[] {
  if (issue.counted < MIN_COUNTED || !speaksInLines(issue)) return [];
  const counted = issue.members.filter((m) => m.counts);
  const silent = silentLines(issue, article);
  const found: Finding[] = [];
  for (const id of novelActs(learned, issue)) {
    const act = learned.acts.get(id);
    const said = issue.counts.get(id) ?? 0;
    if (!act || taken.has(id) || said < SUSPICIONS.incomplete.organizations) continue;
    if (!isAddition(learned, article, act) || isSettled(learned, article, id)) continue;
    if (silent.some((line) => line.isQuestion === act.isQuestion)) continue;
    const witnesses = counted.filter((m) => m.acts.includes(id));
    if (!isConstant(witnesses, id, act.slots > 0) || isAskedOtherwise(witnesses, counted)) continue;
    if (!isGeneral(learned, act, witnesses)) continue;
    const now = standing(
      counted.map((m) => ({ isFor: m.acts.includes(id), worth: 1, by: m.speakers[m.acts.indexOf(id)] ?? 0 })),
      SUSPICIONS.incomplete,
    );
    if (!now.isTold) continue;
    const key = nameOf('incomplete', article.id, String(id));
    if (learned.settled.has(key)) continue;
    found.push({
      key,
      cause: 'incomplete',
      issueId: issue.id,
      articleId: article.id,
      title: article.title,
      conversationIds: evidenceOf(issue, witnesses, id),
      statistics: {
        actId: id,
        people: said,
        of: issue.counted,
        share: said / Math.max(1, issue.counted),
        agents: agentsOf(witnesses, id).agents,
        elsewhere: Math.max(0, (learned.background.get(id) ?? 0) - said),
        held: contentHeld(learned, article, act),
        logOdds: now.logOdds,
      },
    });
  }
  return found.sort((a, b) => (b.statistics.people ?? 0) - (a.statistics.people ?? 0)).slice(0, MOST);
}

function isAddition(learned: Learned, article: LearnedArticle, act: Act): boolean {
  if (act.isOneOff || isWish(act) || act.frame.some((word) => PERSONAL.has(word))) return false;
  if (act.stems.length < 2) return false;
  return nearnessTo(learned, act, article.lines) <= NEAR && contentHeld(learned, article, act) <= HELD;
}

/** Share of an act's content that stands somewhere in the article, 0 to 1. */
function contentHeld(learned: Learned, article: LearnedArticle, act: Act): number {
  return contained(learned, act, { stems: article.lines.flatMap((line) => line.stems) });
}

function isSettled(learned: Learned, article: LearnedArticle, act: number): boolean {
  return [...learned.settled.values()].some((s) => s.articleId === article.id && isAbout(learned, s, act));
}

/** Whether those who say an act give the same values in it: all of them, or where its leader holds none, in each wording. */
function isConstant(members: readonly Member[], act: number, isWhole: boolean): boolean {
  const said = new Map<number, Map<number, number>>();
  for (const m of members) {
    const at = m.acts.indexOf(act);
    const wording = isWhole ? 0 : (m.wordings[at] ?? 0);
    const counts = said.get(wording) ?? new Map<number, number>();
    const key = m.verbatim[at] ?? 0;
    said.set(wording, counts.set(key, (counts.get(key) ?? 0) + 1));
  }
  let same = 0;
  for (const counts of said.values()) same += Math.max(...counts.values());
  return same >= CONSTANT * members.length;
}

/** Whether customers who are told it ask other things than the rest of the issue: then it answers another question. */
function isAskedOtherwise(witnesses: readonly Member[], counted: readonly Member[]): boolean {
  const rest = counted.filter((m) => !witnesses.includes(m));
  return rest.length >= MIN_COMPARED && wordsFactor(witnesses, rest) >= DIFFERENT;
}

function evidenceOf(issue: Issue, witnesses: readonly Member[], act: number): string[] {
  const worded = (issue.wordings.get(act) ?? []).map((w) => w.conversationId);
  return [...new Set([...worded, ...witnesses.slice(-MAX_EVIDENCE).map((m) => m.conversationId)])];
}
