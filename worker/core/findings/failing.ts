import { titleOf } from '../issues/title.ts';
import type { Finding } from '../learned/finding.ts';
import type { Issue, Learned, Member } from '../learned/state.ts';
import { REPEAT_WINDOW_MS } from '../signals/stated.ts';
import { evidence, shareAtLeast } from '../statistics/beta.ts';
import { nameOf } from '../text/hash32.ts';

/** Organizations whose conversations must have ended badly: a few may be hard to please. Stated. */
const MIN_PEOPLE = 5;

/**
 * ln evidence from which an issue ends worse than the tenant's others do: one in a thousand, as every issue is looked at
 * after every conversation (the inverse of an e-value bounds the chance of ever passing it, Ville 1939).
 */
const ENOUGH = Math.log(1000);

/** Share of an issue's organizations that surely end badly, under which it is no failure of what is written. Stated. */
const MIN_SHARE = 0.35;

/** Conversations that ended badly, and all, that a tenant is supposed to have had before any was seen: one in ten. Stated. */
const SUPPOSED = { bad: 2, all: 20 };

/** Jeffreys' prior of a share. */
const PRIOR = 0.5;

/** Most conversations listed as evidence. */
const MAX_EVIDENCE = 24;

/**
 * The finding that an issue fails its customers although nothing says what is wrong with its text, or that none is agreed on:
 * its conversations end badly (escalated, reopened, displeased, rated badly, an AI agent's answer in vain, back within days)
 * more often than the tenant's others, one vote an organization. A person has to look; no text is proposed.
 */
export function failingIn(learned: Learned, issue: Issue): Finding | null {
  const own = endings(issue);
  const bad = [...own.values()].filter((one) => one.isBad);
  if (bad.length < MIN_PEOPLE) return null;
  const article = issue.articleId === null ? undefined : learned.articles.get(issue.articleId);
  const key = nameOf('failing', article?.id ?? issue.id);
  if (article && isExplained(learned, article.id)) return null;
  if (learned.settled.has(key)) return null;
  const usual = usualShare(learned, issue);
  const [k, n] = [bad.length, own.size];
  const weight = evidence(k, n, PRIOR, PRIOR) - k * Math.log(usual) - (n - k) * Math.log(1 - usual);
  if (weight < ENOUGH || shareAtLeast(k, n) < Math.max(MIN_SHARE, usual)) return null;
  return {
    key,
    cause: 'failing',
    issueId: issue.id,
    articleId: article?.id ?? null,
    title: article?.title ?? titleOf(learned, issue),
    conversationIds: bad.slice(-MAX_EVIDENCE).map((one) => one.conversationId),
    statistics: { people: k, of: n, share: k / n, usualShare: usual, logEvidence: weight },
  };
}

/** Whether it is told already what an article says wrong: that is why its conversations end badly. */
function isExplained(learned: Learned, articleId: string): boolean {
  return [...learned.findings.values()].some(
    (one) => one.articleId === articleId && (one.cause === 'outdated' || one.cause === 'contradictory'),
  );
}

/** The conversations of an issue whose answer held: those that ended badly are left out, unless all did. */
export function withoutFailed<C extends { id: string }>(issue: Issue, conversations: readonly C[]): readonly C[] {
  const failed = new Set(issue.members.filter((m) => m.endedBadly === true).map((m) => m.conversationId));
  const held = conversations.filter(({ id }) => !failed.has(id));
  return held.length > 0 ? held : conversations;
}

/** How the conversations of each organization in an issue ended: badly if one did, with the one to show. Unknown ones are left out. */
function endings(issue: Issue): Map<number, { isBad: boolean; conversationId: string }> {
  const found = new Map<number, { isBad: boolean; conversationId: string }>();
  for (const m of issue.members) {
    const isBad = m.endedBadly === true || cameBack(issue, m);
    if (m.endedBadly === null && !isBad) continue;
    const known = found.get(m.person);
    if (!known || (isBad && !known.isBad)) found.set(m.person, { isBad, conversationId: m.conversationId });
  }
  return found;
}

function cameBack(issue: Issue, member: Member): boolean {
  return issue.members.some(
    (m) => m !== member && m.requester === member.requester && m.at > member.at && m.at - member.at <= REPEAT_WINDOW_MS,
  );
}

/** Share of organizations that end badly in the tenant's other issues. */
function usualShare(learned: Learned, issue: Issue): number {
  let { bad, all } = SUPPOSED;
  for (const other of learned.issues.values()) {
    if (other === issue) continue;
    for (const one of endings(other).values()) {
      all++;
      if (one.isBad) bad++;
    }
  }
  return bad / all;
}
