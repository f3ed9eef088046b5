import { titleOf } from '../issues/title.ts';
import type { Finding } from '../learned/finding.ts';
import type { Issue, Learned, Member } from '../learned/state.ts';
import { REPEAT_WINDOW_MS } from '../signals/stated.ts';
import { seen, standing } from '../statistics/sequential.ts';
import { nameOf } from '../text/hash32.ts';
import { SUSPICIONS } from './suspicions.ts';

/** Organizations that a tenant is supposed to have had, ending at the usual rate, before any was seen. Stated. */
const SUPPOSED = 20;

/** Most conversations listed as evidence. */
const MAX_EVIDENCE = 24;

/**
 * The finding that an issue fails its customers although nothing says what is wrong with its text, or that none is agreed on:
 * its conversations end badly (escalated, reopened, displeased, rated badly, an AI agent's answer in vain, back within days)
 * more often than the tenant's others, one vote an organization. A person has to look; no text is proposed.
 */
export function failingIn(learned: Learned, issue: Issue): Finding | null {
  const own = [...endings(issue).values()];
  const article = issue.articleId === null ? undefined : learned.articles.get(issue.articleId);
  const key = nameOf('failing', article?.id ?? issue.id);
  if (learned.settled.has(key) || (article && isExplained(learned, article.id))) return null;
  const usual = usualShare(learned, issue);
  const held = Math.max(SUSPICIONS.failing.held, (1 + usual) / 2);
  const now = standing(
    own.map((one) => seen(one.isBad)),
    { ...SUSPICIONS.failing, usual, held },
  );
  if (!now.isTold) return null;
  const since = own.slice(now.since);
  const bad = since.filter((one) => one.isBad);
  return {
    key,
    cause: 'failing',
    issueId: issue.id,
    articleId: article?.id ?? null,
    title: article?.title ?? titleOf(learned, issue),
    conversationIds: bad.slice(-MAX_EVIDENCE).map((one) => one.conversationId),
    statistics: {
      people: bad.length,
      of: since.length,
      share: bad.length / since.length,
      usualShare: usual,
      logOdds: now.logOdds,
    },
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

/** Share of organizations that end badly in the tenant's other issues, a supposed number of them beside. */
function usualShare(learned: Learned, issue: Issue): number {
  let [bad, all] = [SUSPICIONS.failing.usual * SUPPOSED, SUPPOSED];
  for (const other of learned.issues.values()) {
    if (other === issue) continue;
    for (const one of endings(other).values()) {
      all++;
      if (one.isBad) bad++;
    }
  }
  return bad / all;
}
