import type { ReplayResult } from './run.ts';

type Line = ReplayResult['lines'][number];

/** Ids that a run makes itself, of the tenant's name too: named by the order of their first appearance. */
const OWN_IDS = ['gap_id', 'issue_id'];

/** Intercom stores a bare paragraph with this class; nobody wrote it. */
const STORED_PARAGRAPH = / class="no-margin"/g;

/**
 * What two replays of the same tickets found differently, one line each; empty where the findings are equal: observations
 * with their coverage and partition into issues, gaps, drafts and publications. Let pass are the run's own ids, which need
 * only match one to one, the order that they give to lines of one moment and kind, and the mark that Intercom leaves in
 * every paragraph it stores.
 */
export function differences(one: readonly Line[], other: readonly Line[]): string[] {
  const [left = [], right = []] = [one, other].map((lines) => comparable(lines.filter(({ fix }) => fix !== 'terms')));
  const found = left.length === right.length ? [] : [`${left.length} lines, and ${right.length}`];
  left.slice(0, right.length).forEach((line, i) => {
    const twin = right[i] ?? {};
    for (const field of new Set([...Object.keys(line), ...Object.keys(twin)])) {
      const [a, b] = [JSON.stringify(line[field]), JSON.stringify(twin[field])];
      if (a !== b) found.push(`line ${i + 1} (${line.kind} at ${line.at}): ${field}: ${a}, and ${b}`);
    }
  });
  return found;
}

function comparable(lines: readonly Line[]): Record<string, unknown>[] {
  const names = new Map<string, string>();
  const nameOf = (id: string) => names.get(id) ?? names.set(id, `#${names.size + 1}`).get(id);
  const newArticle = (id: string) => id.replace(/^new:(.*)$/, (_, gap: string) => `new:${nameOf(gap)}`);
  return ordered(lines).map((line) => {
    const fields = Object.entries(line).map(([field, value]): [string, unknown] => {
      if (Array.isArray(value)) return [field, value.map((one) => (typeof one === 'string' ? newArticle(one) : one))];
      if (typeof value !== 'string') return [field, value];
      if (OWN_IDS.includes(field)) return [field, nameOf(value)];
      if (field === 'article_id') return [field, newArticle(value)];
      return [field, field === 'body_html' ? value.replaceAll(STORED_PARAGRAPH, '') : value];
    });
    return Object.fromEntries(fields);
  });
}

/** Lines of one moment and kind by what they say. */
function ordered(lines: readonly Line[]): Line[] {
  const said = ({ ticket_id, cause, title, ticket_ids, body_html }: Line) =>
    JSON.stringify([ticket_id, cause, title, ticket_ids, String(body_html).replaceAll(STORED_PARAGRAPH, '')]);
  const keyed = lines.map((line, i) => ({ line, i, key: said(line) }));
  const isTied = (a: Line, b: Line) => a.at === b.at && a.kind === b.kind;
  return keyed
    .sort((a, b) => (isTied(a.line, b.line) ? (a.key < b.key ? -1 : a.key > b.key ? 1 : a.i - b.i) : a.i - b.i))
    .map(({ line }) => line);
}
