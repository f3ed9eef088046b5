import type { Conversation } from '../../../shared/conversation.ts';
import type { Dispute, Fix } from '../../../shared/fix.ts';
import { isAsking } from '../acts/acts.ts';
import { sayings, statementOf } from '../acts/statements.ts';
import { placeOf } from '../findings/replacement.ts';
import type { Finding } from '../learned/finding.ts';
import type { Issue, Learned } from '../learned/state.ts';
import type { ArticleText } from '../learning/learned.ts';
import { isOneOff } from '../text/one-off.ts';
import { writeArticle } from './article/article.ts';
import { disagreement, openQuestion } from './open-questions.ts';
import { withInserted, withReplaced } from './patch.ts';
import { replyTemplate } from './reply-template.ts';
import { bugReport } from './report/bug-report.ts';
import { routingRule } from './routing-rule.ts';
import { termsFix } from './terms.ts';
import { valuePatch } from './value-patch.ts';

export { explain } from '../learning/explain.ts';

/** Witnesses a statement cites. */
const WITNESSES = 2;

/** What stands around a gap: what a draft is written against, beside its evidence. */
export interface Around {
  /** Some conversations of other issues: what agents say there too is no knowledge of this one. */
  elsewhere: readonly Conversation[];
  /** The help center's articles in the gap's language. */
  articles: readonly { title: string; bodyHtml: string }[];
  language: string;
  /** The tenant's own hosts: an address at another is in no draft. */
  hosts?: ReadonlySet<string>;
  /** The title of an earlier draft of the gap. */
  title?: string;
}

/** A gap with nothing known around it, in English. */
const ALONE: Around = { elsewhere: [], articles: [], language: 'en' };

/**
 * The fix of a finding from its evidence, in agents' own words; null where there is nothing honest to say.
 * Every statement that the base lacks is covered by a quote; a patch leaves all but one sentence byte for byte.
 */
export function draft(
  learned: Learned,
  f: Finding,
  conversations: readonly Conversation[],
  base: ArticleText | null,
  around: Around = ALONE,
): Fix | null {
  const issue = issueAt(learned, f.issueId);
  if (!issue) return null;
  const { hosts } = around;
  if (f.cause === 'missing') return newArticle(conversations, around);
  if (f.cause === 'product_bug') return bugReport(learned, f, issue, conversations);
  if (f.cause === 'repeated_reply') return replyTemplate(learned, f, issue, conversations, hosts);
  if (f.cause === 'handed_on') return routingRule(learned, f, issue, conversations);
  if (f.cause === 'unfindable' && base) return termsFix(learned, issue, conversations, base);
  if (f.cause === 'incomplete' && base) return addition(learned, f, issue, conversations, base, hosts);
  if ((f.cause === 'outdated' || f.cause === 'contradictory') && base)
    return patchOf(learned, f, issue, conversations, base, hosts);
  return null;
}

function issueAt(learned: Learned, id: string): Issue | undefined {
  let at = id;
  for (let next = learned.merged.get(at); next !== undefined; next = learned.merged.get(at)) at = next;
  return learned.issues.get(at);
}

function newArticle(conversations: readonly Conversation[], around: Around): Fix | null {
  const written = writeArticle({ conversations, ...around });
  if (!written) return null;
  const { title, bodyHtml, evidence, unsaid, disputes } = written;
  return { kind: 'new_article', articleId: null, title, bodyHtml, terms: [], evidence, unsaid, ...disputed(disputes) };
}

function patchOf(
  learned: Learned,
  f: Finding,
  issue: Issue,
  conversations: readonly Conversation[],
  base: ArticleText,
  hosts?: ReadonlySet<string>,
): Fix | null {
  if (f.statistics.valueDrift) {
    const fix = valuePatch(learned, f, conversations, base);
    const sides = learned.findings.get(f.key)?.sides;
    return fix && sides ? { ...fix, ...disputed([{ question: openQuestion(sides), sides }]) } : fix;
  }
  const said = sayings(learned, conversations, hosts).get(f.statistics.actId ?? -1) ?? [];
  const statement = statementOf(issue.wordings.get(f.statistics.actId ?? -1) ?? [], said, WITNESSES);
  if (!statement) return null;
  const bodyHtml = withReplaced(base.bodyHtml, f.statistics.lineKey ?? -1, statement.text);
  if (bodyHtml === null || bodyHtml === base.bodyHtml) return null;
  return {
    kind: 'article_patch',
    articleId: base.id,
    title: base.title,
    bodyHtml,
    terms: [],
    evidence: statement.evidence,
    openQuestions: [],
  };
}

/** The article with what agents add to it, after the line of its kind that is said before it; the first that lets one follow. */
function addition(
  learned: Learned,
  f: Finding,
  issue: Issue,
  conversations: readonly Conversation[],
  base: ArticleText,
  hosts?: ReadonlySet<string>,
): Fix | null {
  const id = f.statistics.actId ?? -1;
  const act = learned.acts.get(id);
  const lines = learned.articles.get(base.id)?.lines ?? [];
  const said = sayings(learned, conversations, hosts).get(id) ?? [];
  const statement = statementOf(issue.wordings.get(id) ?? [], said, WITNESSES);
  if (!act || !statement || isOneOff(statement.text)) return null;
  const isAsked = isAsking(act);
  const place = placeOf(issue, id);
  const known = lines.filter((line) => line.act !== 0 && line.isSentence);
  const kin = known.filter((line) => isAsking(line) === isAsked);
  const before = kin.filter((line) => issue.places.has(line.act) && placeOf(issue, line.act) <= place);
  const sides = disagreement(said, conversations);
  for (const line of [...before.reverse(), ...kin, ...known.reverse()]) {
    const bodyHtml = withInserted(base.bodyHtml, line.key, statement.text);
    if (bodyHtml === null) continue;
    return {
      kind: 'article_patch',
      articleId: base.id,
      title: base.title,
      bodyHtml,
      terms: [],
      evidence: statement.evidence,
      ...disputed(sides ? [{ question: openQuestion(sides), sides }] : []),
    };
  }
  return null;
}

function disputed(disputes: Dispute[]): Pick<Fix, 'openQuestions' | 'disputes'> {
  return { openQuestions: disputes.map(({ question }) => question), ...(disputes.length > 0 ? { disputes } : {}) };
}
