import type { ArticleHealth, GapWarning, HealthFacts, KnownIssue, ReplySource } from '../shared/advice.ts';
import type { Failure } from '../shared/diagnosis.ts';
import type { FixKind } from '../shared/fix.ts';

/** `1 customer`, `3 customers`. */
export function counted(n: number, one: string, many: string = `${one}s`): string {
  return `${n} ${n === 1 ? one : many}`;
}

/** A day as `5 Nov 2026`, in UTC. */
export function day(at: number): string {
  const options = { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat('en-GB', options).format(at);
}

const HEALTHS: Record<ArticleHealth, string> = {
  patch_waiting: '✎ A change waits for review',
  contested: '⚠ Colleagues disagree about it',
  stale: '⚠ May be out of date',
  healed_recently: '✓ Mended recently',
  validated: '✓ Confirmed by replies',
  unproven: 'Not confirmed yet',
};
export const healthWords = (health: ArticleHealth): string => HEALTHS[health];

const CAUSES: Record<Failure, string> = {
  missing: 'No article answers this',
  incomplete: 'The article leaves something out',
  outdated: 'The article may be out of date',
  contradictory: 'Articles or colleagues contradict each other',
  unfindable: 'The article is not found by the words customers use',
  product_bug: 'This looks like a defect of the product',
  needs_action: 'Only staff can do what is asked',
};

const FIXES: Record<FixKind, string> = {
  new_article: 'A new article waits for review.',
  article_patch: 'A change of the article waits for review.',
  terms: 'Search terms wait for review.',
  reply_template: 'A reply template waits for review.',
  routing_rule: 'A routing rule waits for review.',
  bug_report: 'A bug report waits for review.',
};

/** What is wrong with the knowledge, and for how many, in one line; and what waits for it, in another. */
export function gapWords(gap: GapWarning): { what: string; who: string } {
  const week = gap.thisWeek > 0 ? `${counted(gap.thisWeek, 'customer')} this week, ` : '';
  const who = `${week}${counted(gap.people, 'customer')} in all.`;
  return { what: `${CAUSES[gap.cause]}: ${gap.title}`, who: gap.fix === null ? who : `${who} ${FIXES[gap.fix]}` };
}

export function knownIssueWords(issue: KnownIssue): string {
  const who = issue.isAcknowledged
    ? 'Colleagues have told customers that it is known.'
    : 'Nobody has confirmed it yet.';
  return `${counted(issue.people, 'customer')} since ${day(issue.since)}. ${who}`;
}

/** Why an article has its health, as rows of two columns. */
export function factRows(why: HealthFacts): [string, string][] {
  const rows: [string, string][] = [
    ['Confirmed', `${why.confirmed} of ${counted(why.statements, 'statement')}`],
    ['Asked by', counted(why.asked, 'customer')],
    ['Last edited', day(why.editedAt)],
  ];
  if (why.saidWrong + why.saidRight > 0)
    rows.push(['Colleagues', `${why.saidRight} say it is right, ${why.saidWrong} say it is wrong`]);
  if (why.healedAt !== null) rows.push(['Mended', day(why.healedAt)]);
  return rows;
}

export function sourceWords(sources: readonly ReplySource[]): string {
  const names = sources.map((source) =>
    source.kind === 'article'
      ? `“${source.title}”${source.isPatched ? ' with the change that waits' : ''}`
      : counted(source.count, 'solved conversation'),
  );
  return names.length === 0 ? '' : `From ${names.join(', ')}.`;
}

export const percent = (share: number): string => `${Math.round(100 * share)} %`;
