import { rolesOf } from '../acts/same-turn.ts';
import { titleOf } from '../issues/title.ts';
import type { Finding } from '../learned/finding.ts';
import type { Act, Issue, Learned, Member } from '../learned/state.ts';
import { REPEAT_WINDOW_MS } from '../signals/stated.ts';
import { seen, standing } from '../statistics/sequential.ts';
import { nameOf } from '../text/hash32.ts';
import { isHabitDismissed } from './dismissed.ts';
import { SUSPICIONS } from './suspicions.ts';

/** How many more must have been helped where an article answers: one that is linked spares the typing, so the habit has to be a firm one. */
const BESIDE_ARTICLE = 1.5;

/** Share of an issue's conversations that get the reply: most. A single thing of it is said to a third of them. */
const MOST = 0.5;
const SAID = 0.34;
const MIN_SAID = 4;
/** How much commoner than elsewhere what it says must be. The same as for a statement of an article. */
const COMMONER = 2.5;
/** Share of a reply's statements that a message must hold to be it. */
const HELD = 0.5;

/** Statements and words under which nothing is saved: 25 words are typed in half a minute (40 words a minute). */
const MIN_STATEMENTS = 2;
const MIN_WORDS = 25;

/** Share of messages in which a statement stands letter by letter from which it is pasted: somebody has a template already. */
const PASTED = 0.8;

/** Most conversations listed as evidence. */
const MAX_EVIDENCE = 24;

/**
 * The finding that agents type the same reply in an issue again and again, and that it works. Null where anything else is
 * proposed for the issue (a missing article, a defect, a sentence of its article that is wrong): that comes first. Null, too,
 * where they paste it: then there is a template already.
 */
export function repeatedReplyIn(learned: Learned, issue: Issue): Finding | null {
  const key = nameOf('reply', issue.id);
  if (learned.settled.has(key) || isTakenCareOf(learned, issue)) return null;
  const { organizations, agents } = SUSPICIONS.repeated_reply;
  const least = organizations * (issue.articleId === null ? 1 : BESIDE_ARTICLE);
  const counted = issue.members.filter((m) => m.counts && m.seen > articleSince(learned, issue));
  if (counted.length < least) return null;
  const acts = replyIn(learned, issue, counted);
  if (acts.length < MIN_STATEMENTS) return null;
  const told = counted.filter((m) => isReply(m, acts));
  const isHelped = (m: Member) => m.isTroubled === false && !cameBack(issue, m);
  const helped = told.filter(isHelped);
  const typing = new Set(told.flatMap((m) => speakersOf(m, acts))).size;
  if (helped.length < least || typing < agents || told.length < MOST * counted.length) return null;
  const now = standing(
    told.map((m) => seen(isHelped(m))),
    SUSPICIONS.repeated_reply,
  );
  if (!now.isTold || isPasted(told, acts) || isHabitDismissed(learned, 'repeated_reply', issue, acts)) return null;
  const words = acts.reduce((sum, act) => sum + (learned.acts.get(act)?.frame.length ?? 0), 0);
  return {
    key,
    cause: 'repeated_reply',
    issueId: issue.id,
    articleId: issue.articleId,
    title: titleOf(learned, issue),
    conversationIds: helped.slice(-MAX_EVIDENCE).map((m) => m.conversationId),
    statistics: {
      people: helped.length,
      told: told.length,
      asked: counted.length,
      agents: typing,
      statements: acts.length,
      words,
      logOdds: now.logOdds,
    },
    acts,
  };
}

/** Whether something else is proposed for the issue, or was approved and has not arrived yet. */
function isTakenCareOf(learned: Learned, issue: Issue): boolean {
  if (issue.articleId === null) {
    if (issue.finding !== null && learned.findings.has(issue.finding)) return true;
    const counted = issue.members.filter((m) => m.counts);
    if (counted.some((m) => m.acknowledged)) return true;
    return learned.settled.get(nameOf('missing', issue.id))?.outcome === 'published';
  }
  return [...learned.findings.values()].some(
    (f) => f.articleId === issue.articleId && f.cause !== 'repeated_reply' && f.cause !== 'handed_on',
  );
}

/** The observation since when the issue's article stands: what was typed before it was there says nothing against it. */
function articleSince(learned: Learned, issue: Issue): number {
  const lines = learned.articles.get(issue.articleId ?? '')?.lines ?? [];
  return lines.length > 0 ? Math.min(...lines.map((line) => line.since)) : -1;
}

/** What agents tell in one message in many of these conversations, and elsewhere hardly; empty where it is too little. */
function replyIn(learned: Learned, issue: Issue, counted: readonly Member[]): number[] {
  const met = new Map<number, number>();
  for (const m of counted) for (const act of m.acts) met.set(act, (met.get(act) ?? 0) + 1);
  const elsewhere = Math.max(1, learned.backgroundSize - issue.counted);
  const common = [...met].flatMap(([id, n]) => {
    const act = learned.acts.get(id);
    if (!act || act.isQuestion || n < Math.max(MIN_SAID, SAID * counted.length)) return [];
    const there = Math.max(0, (learned.background.get(id) ?? 0) - (issue.counts.get(id) ?? 0)) / elsewhere;
    return n / counted.length >= COMMONER * there ? [act] : [];
  });
  common.sort((a, b) => a.id - b.id);
  const roles = rolesOf(
    issue,
    common.map((act) => act.id),
  ).map((role) => role.flatMap((id) => learned.acts.get(id) ?? []));
  const [best] = roles.sort((a, b) => wordsIn(b) - wordsIn(a));
  return best && wordsIn(best) >= MIN_WORDS ? best.map((act) => act.id) : [];
}

function wordsIn(acts: readonly Act[]): number {
  return acts.reduce((sum, act) => sum + act.frame.length, 0);
}

/** Whether one message of the conversation holds enough of a reply to be it. */
function isReply(m: Member, acts: readonly number[]): boolean {
  const inTurn = new Map<number, number>();
  m.acts.forEach((act, i) => {
    if (acts.includes(act)) inTurn.set(m.turns[i] ?? 0, (inTurn.get(m.turns[i] ?? 0) ?? 0) + 1);
  });
  return Math.max(0, ...inTurn.values()) >= Math.max(MIN_STATEMENTS, HELD * acts.length);
}

function speakersOf(m: Member, acts: readonly number[]): number[] {
  return m.acts.flatMap((act, i) => (acts.includes(act) && m.speakers[i] ? [m.speakers[i]] : []));
}

function cameBack(issue: Issue, m: Member): boolean {
  return issue.members.some((o) => o.requester === m.requester && o.at > m.at && o.at - m.at <= REPEAT_WINDOW_MS);
}

/** Whether most of what it says stands letter by letter in nearly all messages. */
function isPasted(told: readonly Member[], acts: readonly number[]): boolean {
  const pasted = acts.filter((act) => {
    const texts = new Map<number, number>();
    for (const m of told) {
      const text = m.verbatim[m.acts.indexOf(act)];
      if (text) texts.set(text, (texts.get(text) ?? 0) + 1);
    }
    const all = [...texts.values()].reduce((sum, n) => sum + n, 0);
    return Math.max(0, ...texts.values()) >= PASTED * all;
  });
  return pasted.length > MOST * acts.length;
}
