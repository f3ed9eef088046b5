import type { Conversation } from '../../../shared/conversation.ts';
import type { Fix, Quote } from '../../../shared/fix.ts';
import { sayings, statementOf } from '../acts/statements.ts';
import { statementActs } from '../issues/statement-acts.ts';
import type { Finding } from '../learned/finding.ts';
import type { Issue, Learned } from '../learned/state.ts';
import { REDACTED } from '../redact/mark.ts';
import { escapeText } from '../text/escape.ts';
import { sentences } from '../text/sentences.ts';
import { isFunctionWord, tokens } from '../text/words.ts';

/** Witnesses a statement cites, and most statements and customers' sentences of a report. */
const WITNESSES = 3;
const MAX_STATEMENTS = 8;
const MAX_SEEN = 5;

/** Distinct people who must have written a name or number before it stays: what fewer wrote may be about one of them. */
const MIN_PEOPLE = 3;

/**
 * A report for the product team: what customers see, what agents said of it, how many it hit. It is no article and is
 * never written to the help center. Null where no agent's words are left.
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
  const body = [
    list('What customers see', seen(conversations)),
    list(
      'What agents said',
      inOrder.map((s) => s.text),
    ),
    list('How many', [counts(conversations)]),
  ];
  return {
    kind: 'bug_report',
    articleId: null,
    title: f.title,
    bodyHtml: body.join(''),
    terms: [],
    evidence: inOrder.flatMap((s) => s.evidence),
    openQuestions: [],
  };
}

function list(heading: string, items: readonly string[]): string {
  if (items.length === 0) return '';
  return `<h2>${heading}</h2><ul>${items.map((item) => `<li>${escapeText(item)}</li>`).join('')}</ul>`;
}

function counts(conversations: readonly Conversation[]): string {
  const organizations = new Set(conversations.map((c) => c.organizationId ?? c.requesterId)).size;
  const people = new Set(conversations.map((c) => c.requesterId)).size;
  const times = conversations.map((c) => c.createdAt);
  const [first, last] = [Math.min(...times), Math.max(...times)].map((at) => new Date(at).toISOString().slice(0, 16));
  return `${conversations.length} conversations of ${people} people in ${organizations} organizations, ${first} to ${last} UTC.`;
}

/** What of each customer's sentence nearest to others' words is not theirs alone, the most shared first. */
function seen(conversations: readonly Conversation[]): string[] {
  const shared = sharedWords(conversations);
  const plain = plainWords(conversations);
  const found: { text: string; score: number }[] = [];
  for (const { turns } of conversations) {
    const first = turns.find((t) => t.author === 'customer');
    const scored = sentences(first?.text ?? '').map(({ text }) => ({ text, score: sharedIn(text, shared) }));
    const best = scored.sort((a, b) => b.score - a.score)[0];
    if (!best || best.score === 0) continue;
    const parts = runsOf(unnamed(best.text, new Set([...shared, ...plain])));
    const part = parts.map((text) => ({ text, score: sharedIn(text, shared) })).sort((a, b) => b.score - a.score)[0];
    if (part && part.score > 0) found.push(part);
  }
  found.sort((a, b) => b.score - a.score || (a.text < b.text ? -1 : 1));
  return [...new Set(found.map((s) => s.text))].slice(0, MAX_SEEN);
}

/** Words that at least MIN_PEOPLE organizations' customers wrote. */
function sharedWords(conversations: readonly Conversation[]): Set<string> {
  const by = new Map<string, Set<string>>();
  for (const { organizationId, requesterId, turns } of conversations)
    for (const turn of turns) {
      if (turn.author !== 'customer') continue;
      for (const token of tokens(turn.text))
        by.set(token, (by.get(token) ?? new Set()).add(organizationId ?? requesterId));
    }
  return new Set([...by].filter(([, who]) => who.size >= MIN_PEOPLE).map(([token]) => token));
}

/** Words that somebody writes in small letters: no names, also where they begin a sentence. */
function plainWords(conversations: readonly Conversation[]): string[] {
  const written = conversations.flatMap((c) =>
    c.turns.flatMap((t) => t.text.match(/(?<=\s)\p{Ll}+(?=[\s.,;:!?])/gu) ?? []),
  );
  return [...new Set(written)];
}

function sharedIn(text: string, shared: ReadonlySet<string>): number {
  return new Set(tokens(text).filter((token) => !isFunctionWord(token) && shared.has(token))).size;
}

/** The words between what was taken out of a sentence: a report quotes no gaps. */
function runsOf(text: string): string[] {
  return text.split(REDACTED).flatMap((run) => run.replace(/^[\s,;:–-]+|[\s,;:–-]+$/g, '') || []);
}

/** The sentence with names and numbers as `…`, but for those that are known to be none or that many wrote. */
function unnamed(text: string, known: ReadonlySet<string>): string {
  return text
    .split(/\s+/)
    .map((word) => {
      const isPlain = !/[\p{Lu}\d@]/u.test(word);
      return isPlain || tokens(word).every((t) => isFunctionWord(t) || known.has(t)) ? word : REDACTED;
    })
    .join(' ')
    .replace(/…(?:\s…)+/gu, '…');
}
