import type { Diagnosis } from '../../../shared/diagnosis.ts';
import type { Finding } from '../finding.ts';
import { readLines } from './article-lines.ts';
import { choices, chosen } from './assignment.ts';
import { branched } from './branching.ts';
import { emptyIssue, join, leave, seedFromArticle, unseed } from './classes.ts';
import { consolidate } from './consolidation.ts';
import { coverageOf } from './coverage.ts';
import { agentFeatures, customerFeatures, linesSaid, openingFeatures } from './features.ts';
import { hash32, nameOf } from './hash.ts';
import { missingIn } from './missing.ts';
import { passages } from './passages.ts';
import { reading } from './sentences.ts';
import { staleIn } from './stale.ts';
import { emptyLearned, type Issue, type Learned, type Member } from './state.ts';
import { askedFeatures, teach } from './suggestion.ts';
import { titleOf } from './title.ts';

export { explain } from './explain.ts';
export { fromRows, toRows } from './rows.ts';
export type { Learned } from './state.ts';
export { suggest } from './suggestion.ts';

/** Observations between two consolidations. */
const CONSOLIDATE_EVERY = 25;

export interface ArticleText {
  id: string;
  title: string;
  section: string;
  labels: string[];
  bodyHtml: string;
}

export interface SolvedTurn {
  id: string;
  text: string;
  at: number;
}

/** One solved conversation: `question` is the customer's first messages, up to three; times are event time in ms. */
export interface Solved {
  conversationId: string;
  at: number;
  requesterId: string;
  organizationId: string | null;
  question: string;
  customerTurns: SolvedTurn[];
  agentTurns: (SolvedTurn & { personId: string | null })[];
}

/** What one conversation taught. `findings` are new, or their evidence changed materially; `moved` changed their issue. */
export interface Lesson {
  issueId: string | null;
  coverage: number;
  diagnosis: Diagnosis;
  articleId: string | null;
  findings: Finding[];
  moved: { conversationId: string; issueId: string }[];
}

/** A tenant that has learned nothing yet, in one language. */
export function createLearned(): Learned {
  return emptyLearned();
}

/** Takes in an article, new or changed. A changed one keeps its issue; evidence restarts at the lines that changed. */
export function setArticle(l: Learned, a: ArticleText): void {
  const before = l.articles.get(a.id);
  const issueId = before?.issueId ?? nameOf('article', a.id);
  const issue = l.issues.get(issueOf(l, issueId)) ?? emptyIssue(issueId, a.id);
  if (before) unseed(l, issue, before);
  l.issues.set(issue.id, issue);
  const article = {
    id: a.id,
    title: a.title,
    section: a.section,
    labels: a.labels,
    issueId: issue.id,
    lines: readLines(l, a.id, a.bodyHtml, before?.lines ?? []),
    titleWords: reading(`${a.title} ${a.labels.join(' ')}`.toLowerCase()).stems.map((s) => hash32(`c:${s}`)),
    bodyWords: [] as number[],
    asked: askedFeatures([a.title, ...passages(a.bodyHtml).map((p) => p.text)].join('\n')),
  };
  article.bodyWords = [...new Set(article.lines.flatMap((line) => line.stems.map((s) => hash32(`c:${s}`))))];
  l.articles.set(a.id, article);
  seedFromArticle(l, issue, article);
}

/** Forgets an article. Its conversations stay with their issue, which is then covered by nothing. */
export function removeArticle(l: Learned, id: string): void {
  const article = l.articles.get(id);
  if (!article) return;
  const issue = l.issues.get(issueOf(l, article.issueId));
  if (issue) {
    unseed(l, issue, article);
    issue.articleId = null;
    if (issue.size === 0) l.issues.delete(issue.id);
  }
  l.articles.delete(id);
  for (const act of l.acts.values()) act.near.delete(id);
}

/** Learns from one solved conversation; the same conversations in the same order give the same state. */
export function learn(l: Learned, s: Solved): Lesson {
  withdraw(l, s.conversationId);
  l.observed++;
  const said = agentFeatures(l, s.agentTurns);
  const customer = customerFeatures([s.question, ...s.customerTurns.map((t) => t.text)].join('\n'));
  if (said.acts.length === 0 && customer.length === 0)
    return { issueId: null, coverage: 0.5, diagnosis: 'none', articleId: null, findings: [], moved: [] };
  const ranked = choices(l, { ...said, customer });
  const issue = chosen(ranked, said.acts.length)?.issue ?? started(l, s.conversationId);
  const article = issue.articleId === null ? undefined : l.articles.get(issue.articleId);
  const member: Member = {
    conversationId: s.conversationId,
    person: hash32(s.organizationId ?? s.requesterId),
    at: s.at,
    seen: l.observed,
    counts: true,
    acts: said.acts,
    turns: said.turns,
    agent: said.agent,
    customer,
    opening: openingFeatures(s.question),
    asked: askedFeatures(s.question),
    lines: article ? linesSaid(l, article.lines, said.readings) : [],
  };
  for (const id of said.acts) {
    const act = l.acts.get(id)!;
    act.said++;
    act.last = l.observed;
  }
  join(l, issue, member);
  if (member.counts) teach(l, issue, member.asked);
  const coverage = coverageOf(l, issue, said.acts);
  const touched = [issue];
  const moved = branched(l, issue, said.acts);
  if (l.observed % CONSOLIDATE_EVERY === 0) moved.push(...consolidate(l));
  if (moved.length) touched.push(...l.issues.values());
  const findings: Finding[] = [];
  for (const one of new Set(touched)) if (l.issues.has(one.id)) findings.push(...foundIn(l, one));
  const now =
    l.issues.get(issueOf(l, moved.find((m) => m.conversationId === s.conversationId)?.issueId ?? issue.id)) ?? issue;
  return { issueId: now.id, coverage, diagnosis: diagnosisOf(l, now), articleId: now.articleId, findings, moved };
}

function foundIn(l: Learned, issue: Issue): Finding[] {
  const found: Finding[] = [];
  const missing = missingIn(l, issue);
  const all = missing ? [missing] : staleIn(l, issue);
  for (const finding of all) {
    const before = l.findings.get(finding.key);
    if (before && !isMaterial(before, finding)) continue;
    l.findings.set(finding.key, finding);
    if (finding.cause === 'missing') issue.finding = finding.key;
    found.push(finding);
  }
  return found;
}

/** Whether a finding says more than when it was last told: another cause, half as many people again, or more statements. */
function isMaterial(before: Finding, now: Finding): boolean {
  if (before.cause !== now.cause) return true;
  const more = (name: string): boolean => (now.statistics[name] ?? 0) > (before.statistics[name] ?? 0);
  return (
    (now.statistics.people ?? 0) >= 1.5 * (before.statistics.people ?? 0) ||
    more('statements') ||
    now.statistics.actId !== before.statistics.actId
  );
}

function diagnosisOf(l: Learned, issue: Issue): Diagnosis {
  const open = [...l.findings.values()].find((f) => issueOf(l, f.issueId) === issue.id);
  return open?.cause ?? 'none';
}

function started(l: Learned, conversationId: string): Issue {
  const issue = emptyIssue(nameOf('issue', conversationId), null);
  l.issues.set(issue.id, issue);
  return issue;
}

/** Takes a conversation's evidence out again: reopened, deleted, merged, or its person erased. */
export function withdraw(l: Learned, conversationId: string): void {
  for (const issue of l.issues.values()) {
    const member = issue.members.find((m) => m.conversationId === conversationId);
    if (!member) continue;
    leave(l, issue, member);
    for (const finding of l.findings.values())
      finding.conversationIds = finding.conversationIds.filter((id) => id !== conversationId);
    if (issue.size === 0 && issue.articleId === null) l.issues.delete(issue.id);
    return;
  }
}

/** Ends a finding. A rejected or dismissed one doesn't come back under another key while it means the same. */
export function settleFinding(l: Learned, key: string, outcome: 'published' | 'rejected' | 'dismissed'): void {
  const finding = l.findings.get(key);
  if (!finding) return;
  l.findings.delete(key);
  const issue = l.issues.get(issueOf(l, finding.issueId));
  l.settled.set(key, {
    outcome,
    acts: issue?.members.flatMap((m) => m.acts).slice(0, 64) ?? [],
    articleId: finding.articleId,
    line: null,
  });
}

/** The issue that an issue became by merging. */
export function issueOf(l: Learned, issueId: string): string {
  let id = issueId;
  for (let hop = 0; hop < 64; hop++) {
    const next = l.merged.get(id);
    if (next === undefined) return id;
    id = next;
  }
  return id;
}

/** What is known of each issue. Times are event time in ms. */
export function issues(l: Learned): {
  id: string;
  title: string;
  articleId: string | null;
  size: number;
  distinctCustomers: number;
  distinctOrganizations: number;
  firstAt: number;
  lastAt: number;
}[] {
  return [...l.issues.values()]
    .filter((i) => i.size > 0 || i.articleId !== null)
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((i) => ({
      id: i.id,
      title: titleOf(l, i),
      articleId: i.articleId,
      size: i.size,
      distinctCustomers: i.peopleSeen,
      distinctOrganizations: i.peopleSeen,
      firstAt: i.firstAt,
      lastAt: i.lastAt,
    }));
}
