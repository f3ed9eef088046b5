import type { Conversation } from '../../../../shared/conversation.ts';
import type { BugReport, Fix, Quote } from '../../../../shared/fix.ts';
import { sayings, statementOf } from '../../acts/statements.ts';
import { isGuidance } from '../../findings/acknowledged.ts';
import { statementActs } from '../../issues/statement-acts.ts';
import type { Finding } from '../../learned/finding.ts';
import type { Issue, Learned } from '../../learned/state.ts';
import { escapeText } from '../../text/escape.ts';
import { customersWords } from './customers-words.ts';
import { seenWith } from './seen-with.ts';

/** Witnesses a statement cites, and most statements of a report. */
const WITNESSES = 3;
const MAX_STATEMENTS = 8;

/** Organizations of which a value of a segment must hold before it is counted. */
const MIN_OF_SEGMENT = 3;

/**
 * A report for the product team: what customers see, expected and did, what agents said of it, where and how often it shows. It
 * is no article and is never written to the help center. Null where no agent's words are left.
 */
export function bugReport(
  learned: Learned,
  f: Finding,
  issue: Issue,
  conversations: readonly Conversation[],
): Fix | null {
  const said = sayings(learned, conversations);
  const told: { place: number; text: string; evidence: Quote[] }[] = [];
  for (const act of statementActs(learned, issue)) {
    const statement = statementOf(issue.wordings.get(act) ?? [], said.get(act) ?? [], WITNESSES);
    if (!statement || statement.text.endsWith('?')) continue;
    told.push({ place: (issue.places.get(act) ?? 0) / (issue.counts.get(act) ?? 1), ...statement });
  }
  if (told.length === 0) return null;
  const inOrder = told
    .sort((a, b) => b.evidence.length - a.evidence.length || a.place - b.place || (a.text < b.text ? -1 : 1))
    .slice(0, MAX_STATEMENTS)
    .sort((a, b) => a.place - b.place || (a.text < b.text ? -1 : 1));
  const statements = inOrder.map(({ text }) => text);
  const times = conversations.map((c) => c.createdAt);
  const report: BugReport = {
    title: f.title,
    ...customersWords(conversations),
    said: statements.filter((text) => !isGuidance(text)),
    workaround: statements.filter(isGuidance),
    seenWith: seenWith(conversations),
    since: Math.min(...times),
    last: Math.max(...times),
    conversations: conversations.length,
    people: new Set(conversations.map((c) => c.requesterId)).size,
    organizations: new Set(conversations.map(organizationOf)).size,
    bySegment: bySegment(conversations),
    conversationIds: conversations.toSorted((a, b) => b.createdAt - a.createdAt).map(({ id }) => id),
  };
  return {
    kind: 'bug_report',
    articleId: null,
    title: f.title,
    bodyHtml: asText(report),
    terms: [],
    evidence: inOrder.flatMap((s) => s.evidence),
    openQuestions: [],
    report,
  };
}

/** The report as a text, in English: defects are told in English alone. */
function asText(report: BugReport): string {
  const { conversations, people, organizations, since, last } = report;
  const [first, latest] = [since, last].map((at) => new Date(at).toISOString().slice(0, 16));
  return [
    list('What customers see', report.happens),
    list('What they expected', report.expected),
    list('What they did', report.steps, 'ol'),
    list('What agents said', report.said),
    list('What helps meanwhile', report.workaround),
    list(
      'Seen with',
      report.seenWith.map(({ what, conversations: own }) => `${what} (${own} of ${conversations})`),
    ),
    list('How many', [
      `${conversations} conversations of ${people} people in ${organizations} organizations, ${first} to ${latest} UTC.`,
      ...report.bySegment.map(({ field, value, organizations: own }) => `${field} ${value}: ${own} organizations`),
    ]),
  ].join('');
}

function list(heading: string, items: readonly string[], tag: 'ul' | 'ol' = 'ul'): string {
  if (items.length === 0) return '';
  return `<h2>${heading}</h2><${tag}>${items.map((item) => `<li>${escapeText(item)}</li>`).join('')}</${tag}>`;
}

const organizationOf = ({ organizationId, requesterId }: Conversation): string => organizationId ?? requesterId;

function bySegment(conversations: readonly Conversation[]): BugReport['bySegment'] {
  const found = new Map<string, { field: string; value: string; who: Set<string> }>();
  for (const conversation of conversations)
    for (const [field, value] of Object.entries(conversation.segment)) {
      const key = JSON.stringify([field, value]);
      const one = found.get(key) ?? { field, value, who: new Set() };
      one.who.add(organizationOf(conversation));
      found.set(key, one);
    }
  return [...found.values()]
    .filter(({ who }) => who.size >= MIN_OF_SEGMENT)
    .map(({ field, value, who }) => ({ field, value, organizations: who.size }))
    .sort((a, b) => b.organizations - a.organizations || (`${a.field} ${a.value}` < `${b.field} ${b.value}` ? -1 : 1));
}
