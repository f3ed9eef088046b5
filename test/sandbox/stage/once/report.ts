import type { Gap, Publication, StoredFix, Text, WrittenMacro } from '../../../../shared/index.ts';
import type { Knowledge } from '../knowledge.ts';
import { CAUSE_WORDS, counted, shortened } from '../words.ts';
import { diffOf, excerptOf } from './diff.ts';

const EXCERPT_LINES = 8;
const WIDTH = 108;

/** What a run cost and covered, beside what the worker knows. */
export interface RunFigures {
  conversations: number;
  statements: number;
  seconds: number;
  openapi: string;
  /** Whether the figures are those that are counted by hand. */
  figures: string;
  pilot: string;
}

export interface Report {
  text: string;
  observed: number;
  patches: Publication[];
  newArticles: Publication[];
}

/** The report of a run: what was seen, what was missing, what was mended, with an excerpt of every change. */
export async function reportOf(knowledge: Knowledge, run: RunFigures): Promise<Report> {
  const observations = (await knowledge.observations()).filter((o) => o.state === 'observed');
  const [gaps, fixes, letters] = [await knowledge.gaps(), await knowledge.fixes(), await knowledge.deadLetters()];
  const done = (await knowledge.publications()).filter((p) => p.state === 'done');
  const patches = done.filter((p) => p.before !== null);
  const newArticles = done.filter((p) => p.before === null && p.articleId !== null);
  const macros = done.flatMap((p) => p.macros ?? []);
  const signals = countBy(observations.flatMap((o) => o.signals.map((signal) => signal.kind)));
  const issues = new Set(observations.flatMap((o) => o.issueId ?? [])).size;
  const rows: [string, string][] = [
    ['Conversations', `${observations.length} of ${run.conversations} observed`],
    ['Signals', [...signals].map(([kind, n]) => `${kind.replaceAll('_', ' ')} ${n}`).join(', ') || 'none'],
    ['Issues', String(issues)],
    ['Gaps', gapWords(gaps)],
    ['Drafts', draftWords(fixes)],
    ['Published', publishedWords(done, macros)],
    ['Dead letters', letters.length === 0 ? 'none' : letters.map((l) => `${l.key}: ${l.reason}`).join('; ')],
    ['D1', `${(run.statements / Math.max(1, run.conversations)).toFixed(1)} statements a conversation`],
    ['Time', `${run.seconds.toFixed(1)} s`],
    ['Pilot', run.pilot],
    ['Figures', run.figures],
    ['Requests', run.openapi],
  ];
  const table = rows.map(([name, value]) => `  ${name.padEnd(14)}${value}`);
  const found = gaps.map(
    (gap) =>
      `  · “${gap.title}”: ${CAUSE_WORDS[gap.cause]}, ${counted(gap.conversationIds.length, 'conversation')}, ${gap.state.replace('_', ' ')}`,
  );
  const text = ['Report', ...table, '', 'Gaps', ...found, '', ...done.flatMap(changeLines)].join('\n');
  return { text, observed: observations.length, patches, newArticles };
}

function publishedWords(done: Publication[], macros: WrittenMacro[]): string {
  const patches = done.filter((p) => p.before !== null).length;
  const newArticles = done.filter((p) => p.before === null && p.articleId !== null).length;
  const alone = done.filter((p) => p.by === 'mend').length;
  const changed = macros.filter(({ before }) => before !== null).length;
  const parts = [`${counted(patches, 'article')} changed`, `${counted(newArticles, 'new article')}`];
  if (changed > 0) parts.push(`${counted(changed, 'macro')} changed with them`);
  if (macros.length > changed) parts.push(`${counted(macros.length - changed, 'new macro')}`);
  if (alone > 0) parts.push(`${alone} of all without a person`);
  return parts.join(', ');
}

function gapWords(gaps: Gap[]): string {
  const parts = Object.keys(CAUSE_WORDS).flatMap((cause) => {
    const n = gaps.filter((gap) => gap.cause === cause).length;
    return n === 0 ? [] : [`${n} ${cause.replace('_', ' ')}`];
  });
  return parts.join(', ') || 'none';
}

function draftWords(fixes: StoredFix[]): string {
  const states = countBy(fixes.map((fix) => fix.state));
  return `${fixes.length}: ${[...states].map(([state, n]) => `${n} ${state.replace('_', ' ')}`).join(', ')}`;
}

function changeLines({ articleId, before, after, macros = [] }: Publication): string[] {
  const what = before === null ? 'New article' : 'Changed';
  return [
    ...(articleId === null ? [] : textLines(what, before, after)),
    ...macros.flatMap((macro) => textLines(macro.before === null ? 'New macro' : 'Macro', macro.before, macro.after)),
  ];
}

function textLines(what: string, before: Text | null, after: Text): string[] {
  const lines = excerptOf(diffOf(before?.bodyHtml ?? '', after.bodyHtml), 1);
  const shown = lines.slice(0, EXCERPT_LINES).map((line) => {
    if (line === null) return '      …';
    const sign = { same: ' ', removed: '-', added: '+' }[line.kind];
    return `    ${sign} ${shortened(line.parts.map((part) => part.text).join(''), WIDTH)}`;
  });
  const rest = lines.length > EXCERPT_LINES ? [`      … ${counted(lines.length - EXCERPT_LINES, 'more line')}`] : [];
  return [`${what}: “${after.title}”`, ...shown, ...rest, ''];
}

function countBy<T>(values: T[]): Map<T, number> {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return new Map([...counts].sort((a, b) => b[1] - a[1]));
}
