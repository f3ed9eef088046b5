import type { Finding, Side } from '../learned/finding.ts';
import type { Issue, Learned, LearnedArticle, Line, Member } from '../learned/state.ts';
import { agentFactor, agentsBySide, type Given } from '../statistics/dependence.ts';
import { nameOf } from '../text/hash32.ts';
import { isValueDismissed } from './dismissed.ts';
import { commonest, isSaidAsItStands, otherValues, signature } from './values.ts';

/** Organizations and agents on each side. Stated: one person's slip is no disagreement. */
const MIN_PEOPLE = 3;
const MIN_AGENTS = 2;

/** Share of all who gave a value that the two values must make: more values vary with the customer. */
const TWO_VALUES = 0.9;

/** ln Bayes factor from which the value depends on who gives it (3: strong, Kass and Raftery 1995). */
const DEPENDS = 3;

/** Share of an issue's other answers that must be another article's value where that article states it. Stated. */
const STATED_SHARE = 0.3;

/**
 * Findings that a claim of the issue's article is contradicted: agents give its value and another one side by side, and
 * which one depends on the agent, or another article states the other value. What came after the old value only is
 * outdated, and told elsewhere (`taken`); what varies with the customer is neither.
 */
export function contradictoryIn(
  l: Learned,
  issue: Issue,
  article: LearnedArticle,
  taken: ReadonlySet<number>,
): Finding[] {
  return article.lines.flatMap((line): Finding[] => {
    if (line.text === null || !line.isSentence || taken.has(line.key)) return [];
    const found = sidesOf(issue, line);
    if (!found) return [];
    const rival = statedBy(l, article, line, found.value);
    const [own, other] = agentsBySide(found.given);
    const factor = agentFactor(found.given);
    const agentsDisagree = own >= MIN_AGENTS && other >= MIN_AGENTS && factor >= DEPENDS;
    const share = found.others.length / (found.others.length + found.owners.length);
    const articlesDisagree = rival !== null && other >= MIN_AGENTS && share >= STATED_SHARE;
    if (!agentsDisagree && !articlesDisagree) return [];
    const key = nameOf('contradictory', article.id, String(line.key), found.value);
    if (l.settled.has(key) || isValueDismissed(l, article.id, line.text, found.value)) return [];
    const sides: Side[] = [
      {
        value: line.text,
        articleId: article.id,
        organizations: found.owners.length,
        agents: own,
        conversationIds: found.owners.map((m) => m.conversationId),
      },
      {
        value: rival?.text ?? found.said,
        articleId: rival?.articleId ?? null,
        organizations: found.others.length,
        agents: other,
        conversationIds: found.others.map((m) => m.conversationId),
      },
    ];
    return [
      {
        key,
        cause: 'contradictory',
        issueId: issue.id,
        articleId: article.id,
        title: article.title,
        value: found.value,
        conversationIds: sides.flatMap((side) => side.conversationIds),
        statistics: {
          lineKey: line.key,
          people: found.others.length,
          lineSaid: found.owners.length,
          agents: own,
          otherAgents: other,
          dependence: factor,
          articles: rival === null ? 1 : 2,
          valueDrift: 1,
        },
        sides,
      },
    ];
  });
}

/** Who gave a line's value and who the commonest other one; null where too few do on either side, or more values are given. */
function sidesOf(
  issue: Issue,
  line: Line,
): { value: string; said: string; owners: Member[]; others: Member[]; given: Given[] } | null {
  const counted = issue.members.filter((m) => m.counts);
  const owners = counted.filter((m) => isSaidAsItStands(m, line));
  const givers = counted.filter((m) => m.values.some((v) => v.line === line.key && v.words.length === 0));
  const value = commonest(
    givers.flatMap((m) => m.values.filter((v) => v.line === line.key && v.words.length === 0).map((v) => v.value)),
  );
  const others = givers.filter((m) => m.values.every((v) => v.line !== line.key || v.value === value));
  if (others.length < MIN_PEOPLE) return null;
  if (owners.length + others.length < TWO_VALUES * (owners.length + givers.length)) return null;
  const given = [
    ...owners.map((m): Given => ({ by: m.lineSpeakers[m.lines.indexOf(line.key)] ?? 0, isOther: false })),
    ...others.map((m): Given => ({ by: m.values.find((v) => v.line === line.key)?.by ?? 0, isOther: true })),
  ];
  const said = others.flatMap((m) => m.values).find((v) => v.line === line.key)?.said ?? value;
  return { value, said, owners, others, given };
}

/** The sentence of another article that says a line with just that other value. */
function statedBy(
  l: Learned,
  article: LearnedArticle,
  line: Line,
  value: string,
): { articleId: string; text: string } | null {
  for (const other of l.articles.values()) {
    if (other === article) continue;
    for (const { text } of other.lines) {
      const differing = text === null ? null : otherValues(l, line, text);
      if (text !== null && differing && signature(differing) === value) return { articleId: other.id, text };
    }
  }
  return null;
}
