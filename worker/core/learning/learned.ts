import { type Diagnosis, isHabit } from '../../../shared/diagnosis.ts';
import { agentFeatures, customerFeatures, linesSaid, openingFeatures, saidWords } from '../acts/features.ts';
import { contrast, saidIn } from '../coverage/contrast.ts';
import { coverageOf, ownOdds } from '../coverage/coverage.ts';
import { hear, spokenWords } from '../coverage/said.ts';
import { ENDINGS_READ_IN, endingOf, UNREAD } from '../findings/acknowledged.ts';
import { contestedIn } from '../findings/claims/contested.ts';
import { takeBackVotes, vote } from '../findings/claims/votes.ts';
import { failingIn } from '../findings/failing.ts';
import { handedOf, handedOnIn } from '../findings/handed-on.ts';
import { incompleteIn } from '../findings/incomplete.ts';
import { missingIn } from '../findings/missing.ts';
import { needsAction, productBugIn } from '../findings/product-bug.ts';
import { repeatedReplyIn } from '../findings/repeated-reply.ts';
import { staleIn } from '../findings/stale.ts';
import { unfindableIn } from '../findings/unfindable.ts';
import { choices, chosen } from '../issues/assignment.ts';
import { consolidate } from '../issues/consolidation.ts';
import { issueOf } from '../issues/issues.ts';
import { emptyIssue, join, leave } from '../issues/members.ts';
import { askedFeatures, teach } from '../issues/suggestion.ts';
import type { Finding } from '../learned/finding.ts';
import { emptyLearned, type Issue, type Learned, type Member } from '../learned/state.ts';
import { hash32, nameOf } from '../text/hash32.ts';
import { createReader, type Reader } from '../text/reader.ts';
import { noted } from './noted.ts';

export { isAboutArticles } from '../issues/asked.ts';
export { issueOf, issues } from '../issues/issues.ts';
export { experienceOf, suggest } from '../issues/suggestion.ts';
export type { Learned } from '../learned/state.ts';
export { type ArticleText, removeArticle, setArticle } from './articles.ts';

import { questionsIn } from './questions.ts';
import { released } from './release.ts';
import type { Solved } from './solved.ts';

export { fromRows, toRows } from './rows.ts';
export { settleFinding } from './settle.ts';
export type { Solved } from './solved.ts';

/** Observations between two consolidations, and between those of a tenant's first ones, of which every one counts. */
const CONSOLIDATE_EVERY = 25;
const SOON = 5;

/** Coverage of a conversation that says nothing: as likely as not. */
const UNKNOWN = 0.5;

/** What one conversation taught. `findings` are new, or their evidence changed materially; `moved` changed their issue. */
export interface Lesson {
  issueId: string | null;
  coverage: number;
  diagnosis: Diagnosis;
  articleId: string | null;
  /** Each question that it asked; the fields above are those of the first. */
  questions: { issueId: string; coverage: number; articleId: string | null }[];
  findings: Finding[];
  moved: { conversationId: string; issueId: string }[];
}

/** A tenant that has learned nothing yet, in one language. */
export function createLearned(): Learned {
  return emptyLearned();
}

/** Learns from one solved conversation; the same conversations in the same order give the same state. How agents ended it is read in English only. */
export function learn(learned: Learned, s: Solved, language = ENDINGS_READ_IN): Lesson {
  withdraw(learned, s.conversationId);
  learned.observed++;
  const sentencesOf = createReader();
  const taught: Taught[] = [];
  const findings: Finding[] = [];
  for (const question of questionsIn(learned, s, sentencesOf)) {
    const one = teachOne(learned, question, taught.length, language, sentencesOf);
    findings.push(...one.findings);
    if (one.taught) taught.push(one.taught);
  }
  const [first] = taught;
  if (!first) return nothing(findings);
  const moves = taught.flatMap(({ issue }) => released(learned, issue));
  if (learned.observed % (learned.observed < CONSOLIDATE_EVERY ? SOON : CONSOLIDATE_EVERY) === 0)
    moves.push(...consolidate(learned));
  const touched = moves.length > 0 ? learned.issues.values() : taught.map(({ issue }) => issue);
  for (const one of new Set(touched)) if (learned.issues.has(one.id)) findings.push(...foundIn(learned, one));
  const moved = moves.filter(({ question }) => question === 0);
  const questions = taught.map(({ issue, coverage }, n) => {
    const moved = moves.findLast((m) => m.conversationId === s.conversationId && m.question === n);
    const now = learned.issues.get(issueOf(learned, moved?.issueId ?? issue.id)) ?? issue;
    return { issueId: now.id, coverage, articleId: now.articleId };
  });
  const now = questions[0]!;
  return {
    ...now,
    questions,
    diagnosis: diagnosisOf(learned, learned.issues.get(now.issueId) ?? first.issue, s.conversationId),
    findings,
    moved: moved.map(({ conversationId, issueId }) => ({ conversationId, issueId })),
  };
}

interface Taught {
  issue: Issue;
  coverage: number;
}

/** Learns one question of a conversation with its answers; nothing is taught where it says nothing. */
function teachOne(
  learned: Learned,
  s: Solved,
  question: number,
  language: string,
  sentencesOf: Reader,
): { taught: Taught | null; findings: Finding[] } {
  const said = agentFeatures(learned, s.agentTurns, sentencesOf);
  const customer = customerFeatures([s.question, ...s.customerTurns.map((t) => t.text)].join('\n'));
  if (said.acts.length === 0 && customer.length === 0) return { taught: null, findings: [] };
  const spoken = spokenWords(
    learned,
    [s.question, ...s.customerTurns.map((t) => t.text)],
    s.agentTurns.map((t) => t.text),
    sentencesOf,
  );
  const found = contrast(learned, saidIn(learned, [spoken]));
  hear(learned, spoken.wordings, found && hash32(found.articleId));
  const person = hash32(s.organizationId ?? s.requesterId);
  const findings = vote(learned, { ...s, person }, found, sentencesOf).flatMap((article) =>
    noted(learned, contestedIn(learned, article)),
  );
  const choice = chosen(choices(learned, spoken, found));
  if (!choice && said.acts.length === 0) return { taught: null, findings };
  const issue = choice?.issue ?? started(learned, s.conversationId, question);
  if (issue.members.some((m) => m.conversationId === s.conversationId)) return { taught: null, findings };
  const article = issue.articleId === null ? undefined : learned.articles.get(issue.articleId);
  const member: Member = {
    conversationId: s.conversationId,
    ...(question > 0 && { question }),
    person,
    requester: hash32(s.requesterId),
    at: s.at,
    seen: learned.observed,
    counts: true,
    acts: said.acts,
    turns: said.turns,
    wordings: said.wordings,
    speakers: said.speakers,
    verbatim: said.verbatim,
    agent: said.agent,
    customer,
    words: [...spoken.words],
    times: [...spoken.times],
    statements: spoken.statements,
    opening: openingFeatures(s.question),
    said: saidWords(s.question),
    asked: askedFeatures(s.question),
    ...linesSaid(learned, article?.lines ?? [], said),
    ...(language === ENDINGS_READ_IN ? endingOf(s.agentTurns, sentencesOf) : UNREAD),
    isTroubled: s.isTroubled ?? null,
    endedBadly: s.endedBadly ?? null,
    handed: handedOf(s.teams),
  };
  join(learned, issue, member);
  if (member.counts) {
    teach(learned, issue, member.asked);
    said.acts.forEach((id) => {
      const act = learned.acts.get(id)!;
      act.said++;
      act.last = learned.observed;
    });
  }
  return { taught: { issue, coverage: coverageOf(learned, issue, ownOdds(found)) }, findings };
}

function nothing(findings: Finding[]): Lesson {
  return { issueId: null, coverage: UNKNOWN, diagnosis: 'none', articleId: null, questions: [], findings, moved: [] };
}

function foundIn(learned: Learned, issue: Issue): Finding[] {
  const found = noted(learned, [...causesIn(learned, issue), ...habitsIn(learned, issue)]);
  for (const { cause, key } of found) if (issue.articleId === null && !isHabit(cause)) issue.finding = key;
  return found;
}

/** What failed in an issue: of one without an article one thing, of an article what is stale and what doesn't lead to it. */
function causesIn(learned: Learned, issue: Issue): Finding[] {
  if (issue.articleId === null) {
    if (needsAction(issue)) return [];
    const found = productBugIn(learned, issue) ?? missingIn(learned, issue) ?? failingIn(learned, issue);
    return found ? [found] : [];
  }
  const article = learned.articles.get(issue.articleId);
  if (!article) return [];
  const stale = staleIn(learned, issue);
  const acts = new Set(stale.map((f) => f.statistics.actId ?? 0));
  return [
    ...stale,
    ...incompleteIn(learned, issue, article, acts),
    productBugIn(learned, issue),
    unfindableIn(learned, issue),
    failingIn(learned, issue),
  ].filter((finding) => finding !== null);
}

/** What the team does again and again in an issue; looked at after its causes, to which a habit gives way. */
function habitsIn(learned: Learned, issue: Issue): Finding[] {
  return [repeatedReplyIn(learned, issue), handedOnIn(learned, issue)].filter((finding) => finding !== null);
}

/** What failed for one conversation: the finding that cites it, else one that holds for its whole issue. */
function diagnosisOf(learned: Learned, issue: Issue, conversationId: string): Diagnosis {
  const open = [...learned.findings.values()].filter(
    (f) => issueOf(learned, f.issueId) === issue.id && !isHabit(f.cause),
  );
  const own = open.find((f) => f.conversationIds.includes(conversationId));
  const found = own ?? open.find((f) => f.cause !== 'incomplete' && f.cause !== 'contradictory');
  if (found && !isHabit(found.cause)) return found.cause;
  return needsAction(issue) ? 'needs_action' : 'none';
}

function started(learned: Learned, conversationId: string, question: number): Issue {
  const issue = emptyIssue(nameOf('issue', conversationId, ...(question > 0 ? [String(question)] : [])), null);
  learned.issues.set(issue.id, issue);
  return issue;
}

/** Takes a conversation's evidence out again: reopened, deleted, merged, or its person erased. */
export function withdraw(learned: Learned, conversationId: string): void {
  takeBackVotes(learned, conversationId);
  for (const issue of [...learned.issues.values()]) {
    const member = issue.members.find((m) => m.conversationId === conversationId);
    if (!member) continue;
    leave(learned, issue, member);
    for (const finding of learned.findings.values())
      finding.conversationIds = finding.conversationIds.filter((id) => id !== conversationId);
    if (issue.size === 0 && issue.articleId === null) learned.issues.delete(issue.id);
  }
}
