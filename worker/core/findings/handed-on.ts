import type { TeamStay } from '../conversation/helpdesk-conversation.ts';
import { titleOf } from '../issues/title.ts';
import type { Finding } from '../learned/finding.ts';
import type { Issue, Learned, Member } from '../learned/state.ts';
import { seen, standing } from '../statistics/sequential.ts';
import { nameOf } from '../text/hash32.ts';
import { isHabitDismissed } from './dismissed.ts';
import { SUSPICIONS } from './suspicions.ts';

/** Longest name of a team that is kept, in characters. */
const MAX_NAME_CHARS = 80;

/** Most conversations listed as evidence. */
const MAX_EVIDENCE = 24;

/** What a member keeps of the teams that had its conversation. */
export function handedOf(teams: readonly TeamStay[] | undefined): Member['handed'] {
  const [first, last] = [teams?.[0], teams?.at(-1)];
  if (!first || !last) return null;
  const nameOfTeam = ({ name }: TeamStay) => name.slice(0, MAX_NAME_CHARS);
  return { from: nameOfTeam(first), to: nameOfTeam(last), waitMs: Math.max(0, last.since - first.since) };
}

/**
 * The finding that conversations of an issue reach the team that solves them by way of another one. `asked` counts all of
 * the issue, so that those that were never handed on speak against it.
 */
export function handedOnIn(learned: Learned, issue: Issue): Finding | null {
  const key = nameOf('handed', issue.id);
  if (learned.settled.has(key)) return null;
  const way = wayOf(learned, issue);
  if (way === null) return null;
  const { from, to, members, asked, ending, logOdds } = way;
  if (isHabitDismissed(learned, 'handed_on', issue, [])) return null;
  const waits = members.map((m) => m.handed?.waitMs ?? 0).sort((a, b) => a - b);
  return {
    key,
    cause: 'handed_on',
    issueId: issue.id,
    articleId: null,
    title: titleOf(learned, issue),
    conversationIds: members.slice(-MAX_EVIDENCE).map((m) => m.conversationId),
    statistics: {
      people: members.length,
      asked,
      ending,
      logOdds,
      delayMs: waits[Math.floor(waits.length / 2)] ?? 0,
    },
    acts: [],
    teams: { from, to },
  };
}

/** The team that solves an issue where enough of it is handed on to it, whatever people decided of a rule; null where none does. */
export function teamThatSolves(learned: Learned, issue: Issue): string | null {
  return wayOf(learned, issue)?.to ?? null;
}

function wayOf(learned: Learned, issue: Issue) {
  const counted = issue.members.filter((m) => m.counts);
  const way = commonestWay(counted);
  if (way === null || way.members.length < SUSPICIONS.handed_on.organizations) return null;
  const usual = Math.max(SUSPICIONS.handed_on.usual, shareElsewhere(learned, issue, way.to));
  const now = standing(
    counted.map((m) => seen(m.handed?.to === way.to)),
    { ...SUSPICIONS.handed_on, usual, held: Math.max(SUSPICIONS.handed_on.held, usual) },
  );
  const ending = counted.filter((m) => m.handed?.to === way.to).length;
  return now.isTold ? { ...way, asked: counted.length, ending, logOdds: now.logOdds } : null;
}

/** From which team to which most of them went; null where none moved. */
function commonestWay(counted: readonly Member[]): { from: string; to: string; members: Member[] } | null {
  const ways = new Map<string, Member[]>();
  for (const m of counted) {
    if (!m.handed || m.handed.from === m.handed.to) continue;
    const way = JSON.stringify([m.handed.from, m.handed.to]);
    ways.set(way, [...(ways.get(way) ?? []), m]);
  }
  const [best] = [...ways].sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1));
  if (!best) return null;
  const [from, to] = JSON.parse(best[0]) as [string, string];
  return { from, to, members: best[1] };
}

/** Share of the tenant's other conversations that end at a team; 0 where there are none. */
function shareElsewhere(learned: Learned, issue: Issue, team: string): number {
  const others = [...learned.issues.values()].filter((other) => other !== issue).flatMap((other) => other.members);
  const counted = others.filter((m) => m.counts);
  return counted.length === 0 ? 0 : counted.filter((m) => m.handed?.to === team).length / counted.length;
}
