import type { Scored } from './run.ts';

type Cell = string | number | null | undefined;

const table = (head: string[], rows: Cell[][]): string =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.map((cell) => cell ?? '–').join(' | ')} |`).join('\n');

/** A value deep in a score by its path, or undefined where it isn't there. */
function at(value: unknown, path: string): Cell {
  const found = path
    .split('.')
    .reduce<unknown>((inner, key) => (inner as Record<string, unknown> | undefined)?.[key], value);
  if (typeof found === 'number' || typeof found === 'string') return found;
  return found instanceof Object ? tallied(found) : undefined;
}

/** Counts by name ("twice 3, holes 1"), as the scorer tallies faults. */
const tallied = (counts: object): string =>
  Object.entries(counts)
    .map(([name, count]) => `${name} ${count}`)
    .join(', ');

const COLUMNS = {
  intact: [
    'suggestion.hit1',
    'suggestion.hit5',
    'false_alarms.missing',
    'false_alarms.article',
    'false_alarms.auto_publications',
    'issues.V',
    'issues.ARI',
  ],
  gap: [
    'suggestion.hit1',
    'coverage_auroc',
    'gap.recall',
    'gap.false_alarms',
    'gap.mean_fragments',
    'gap.median_tickets_to_detect',
    'gap.worst_tickets_to_detect',
    'gap.draft_recall',
    'gap.draft_grounded',
    'gap.quotes_true',
    'issues.V',
    'issues.ARI',
  ],
  drafts: ['articles.n', 'articles.publishable', 'articles.fact_recall', 'articles.on_topic', 'articles.faults'],
  articles: ['n', 'publishable', 'fact_recall', 'on_topic', 'faults'],
  stale: [
    'suggestion.hit1',
    'stale.facts',
    'stale.fact_recall',
    'stale.right_of_patched',
    'stale.collateral_lines',
    'stale.article_precision',
    'stale.article_recall',
    'issues.V',
    'issues.ARI',
  ],
  ranking: [
    'retrieval.hit1',
    'retrieval.hit5',
    'gap_auroc',
    'out_of_scope_auroc',
    'issues.V',
    'issues.ARI',
    'issues.clusters',
    'issues.gold',
  ],
  patches: ['cases', 'answered', 'article_hit1', 'fact', 'clean'],
  cost: [
    'observed',
    'lost',
    'wall_s',
    'tickets_per_s',
    'd1_statements_per_ticket',
    'd1_rows_read_per_ticket',
    'd1_rows_written_per_ticket',
    'peak_rss_mb',
  ],
};

/** The tables of docs/performance.md from scored runs. */
export function markdownOf(scored: Scored[]): string {
  const replays = scored.filter((s) => s.run.kind === 'replay');
  const nameOf = ({ run }: Scored) => (run.kind === 'replay' ? `${run.set} · ${run.scenario}` : run.set);
  const of = (columns: string[], rows: Scored[], from: (s: Scored) => unknown) =>
    table(
      ['set', ...columns.map((c) => c.split('.').at(-1) ?? c)],
      rows.map((s) => [nameOf(s), ...columns.map((c) => at(from(s), c))]),
    );
  const family = (key: string) => replays.filter((s) => key in s.score);
  const sections: [string, string[], Scored[], (s: Scored) => unknown][] = [
    ['Intact knowledge base', COLUMNS.intact, family('false_alarms'), (s) => s.score],
    ['Articles missing', COLUMNS.gap, family('gap'), (s) => s.score],
    ['Drafts of missing articles', COLUMNS.drafts, family('articles'), (s) => s.score],
    [
      'Writing alone: an article a gold subject',
      COLUMNS.articles,
      scored.filter((s) => s.run.kind === 'articles'),
      (s) => s.score,
    ],
    ['Facts altered', COLUMNS.stale, family('stale'), (s) => s.score],
    ['Questions', COLUMNS.ranking, scored.filter((s) => s.run.kind === 'ranking'), (s) => s.score],
    ['Change notes', COLUMNS.patches, scored.filter((s) => s.run.kind === 'patches'), (s) => s.score],
    ['Cost of a replay', COLUMNS.cost, replays, (s) => s.summary],
  ];
  return sections
    .filter(([, , rows]) => rows.length > 0)
    .map(([title, columns, rows, from]) => `### ${title}\n\n${of(columns, rows, from)}`)
    .join('\n\n');
}
